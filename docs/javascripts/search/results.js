// Pages that were found, each with the passages that hold most of what was asked for.

const PASSAGES = 3, WORDS = 30;

// A page as an item of the list; `held` are the claims that were chosen, or null for any.
export function entry(page, hits, held) {
  const words = page.content.split(/\s+/), parts = parted(page, hits, words.length), lead = parts.shift();
  const best = parts.filter((part) => held ? held.some((claim) => holds(part.label, claim)) : part.hits.length)
    .sort((one, other) => other.hits.length - one.hits.length).slice(0, PASSAGES);
  const item = document.createElement("li"), title = document.createElement("b");
  title.textContent = page.meta.title;
  const there = best.length && (held || !lead.hits.length) ? best[0].url : page.url;
  item.append(link(there, page.meta.kind, title));
  const told = lead.to > lead.from && (lead.hits.length || !best.length) ? lead : best.length ? null : parts[0];
  if (told) item.firstChild.append(excerpt(words, told));
  if (best.length) {
    const inner = document.createElement("ul");
    inner.append(...best.map((part) => {
      const place = document.createElement("li");
      place.append(link(part.url, part.label, excerpt(words, part)));
      return place;
    }));
    item.append(inner);
  }
  return item;
}

// The parts of a page by their headings, where their words begin and end; first what precedes all.
function parted(page, hits, end) {
  const anchors = page.anchors.filter((anchor) => /^h[2-6]$/i.test(anchor.element) && anchor.text)
    .sort((one, other) => one.location - other.location);
  return [{ text: page.meta.title, location: 0 }, ...anchors].map((anchor, index) => {
    const to = index < anchors.length ? anchors[index].location : end;
    return {
      url: `${page.url}#${anchor.id}`,
      label: anchor.text,
      from: Math.min(to, anchor.location + anchor.text.trim().split(/\s+/).length),
      to,
      hits: hits.filter((hit) => hit >= anchor.location && hit < to),
    };
  });
}

// Whether the passage of that label is the claim: "Acme: Refuses, 4 May 2031".
function holds(label, claim) {
  const start = `${claim[0]}: ${claim[1]}`, rest = label.slice(start.length);
  return label.startsWith(start) && /^(,|$)/.test(rest) && rest.includes(claim[2]);
}

function link(there, kind, what) {
  const made = document.createElement("a"), label = document.createElement("span");
  label.textContent = kind;
  made.href = there;
  made.append(label, what);
  return made;
}

// Words as text around the first that was asked for, so nothing else can be in it.
function excerpt(words, part) {
  const small = document.createElement("small"), first = Math.min(...part.hits.filter((hit) => hit >= part.from));
  const from = Math.max(part.from, Math.min(Number.isFinite(first) ? first - 6 : 0, part.to - WORDS));
  const to = Math.min(part.to, from + WORDS);
  if (from > part.from) small.append("… ");
  words.slice(from, to).forEach((word, index) => {
    const mark = document.createElement("mark");
    mark.textContent = word;
    small.append(part.hits.includes(from + index) ? mark : word, " ");
  });
  if (to < part.to) small.append("…");
  return small;
}

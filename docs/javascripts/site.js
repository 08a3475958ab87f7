// How much is read, search, glossary tips and the table of contents.
// Every page is whole without this file.
((start) => {
  "use strict";
  var root = document.documentElement, base = new URL("..", document.currentScript.src);
  root.classList.replace("no-js", "js");
  // before the first paint, but for an address that may lead to what is hidden
  if (!location.hash) root.dataset.read = kept();
  document.addEventListener("DOMContentLoaded", () => { start(root, base, kept); });

  function kept() {
    var step;
    try { step = localStorage.getItem("wts-read"); } catch { /* a browser that keeps nothing */ }
    return /^(answer|minute)$/.test(step) ? step : "everything";
  }
})((root, base, kept) => {
  "use strict";
  function at(hash) {
    try { return document.getElementById(decodeURIComponent(hash.slice(1))); } catch { return null; }
  }

  /* -------------------------------------------------------------------- reading ladder */
  var steps = Array.from(document.querySelectorAll(".ladder input"));
  if (steps.length) {
    var settle = () => {
      read(Math.max(steps.findIndex((step) => step.value === kept()), needed(location.hash)));
    };
    settle();
    // once more on the way back, where a browser puts in what was chosen then
    window.addEventListener("pageshow", settle);
    window.addEventListener("hashchange", () => {
      if (uncover(location.hash)) at(location.hash).scrollIntoView();
    });
    // a link to where the reader already was changes no address
    document.addEventListener("click", (event) => {
      var link = event.target.closest("a[href^='#']");
      if (link && !event.defaultPrevented) uncover(link.hash);
    });
    document.querySelector(".ladder").addEventListener("change", (event) => {
      try { localStorage.setItem("wts-read", event.target.value); } catch { /* this page alone */ }
      read(steps.indexOf(event.target), true);
    });
  }
  function read(place, aloud) {
    steps[place].checked = true;
    root.dataset.read = steps[place].value;
    if (aloud) document.querySelector(".ladder [role=status]").textContent = steps[place].dataset.said;
    document.querySelectorAll(".toc a").forEach((entry) => {
      entry.parentElement.hidden = needed(entry.hash) > place;
    });
  }
  // What an address leads to is never hidden.
  function uncover(hash) {
    var place = needed(hash), more = !steps.slice(place).some((step) => step.checked);
    if (more) read(place, true);
    return more;
  }
  function needed(hash) {
    var part = at(hash);
    part = part && part.closest("#main > *");
    while (part && !part.matches(".head, h2")) part = part.previousElementSibling;
    return !part || part.matches(".head") ? 0 : part.matches("#points, #stand") ? 1 : 2;
  }

  /* ------------------------------------------------------------------ glossary tips */
  // A first touch opens a tip, a second follows its link; Escape shuts it where it is.
  document.querySelectorAll(".term > a").forEach((link) => {
    var term = link.parentElement, kind = "mouse";
    link.addEventListener("pointerdown", (event) => { kind = event.pointerType; });
    link.addEventListener("keydown", () => { kind = "mouse"; });
    link.addEventListener("click", (event) => {
      if (kind === "mouse" || term.classList.contains("is-open")) return;
      event.preventDefault();
      shut();
      term.classList.add("is-open");
    });
    ["mouseleave", "focusin"].forEach((name) => {
      term.addEventListener(name, () => { term.classList.remove("is-shut"); });
    });
    term.addEventListener("mouseenter", keepInside);
    term.addEventListener("focusin", keepInside);
  });
  function shut() {
    document.querySelectorAll(".term.is-open").forEach((term) => { term.classList.remove("is-open"); });
  }
  function keepInside(event) {
    // a tip near the right edge would widen the page; on a phone it stands clear of its word
    var tip = event.currentTarget.querySelector(".tip");
    var word = event.currentTarget.getBoundingClientRect();
    tip.classList.toggle("is-high", word.bottom > root.clientHeight / 2);
    tip.style.translate = "";
    var over = tip.getBoundingClientRect().right - root.clientWidth + 8;
    if (over > 0) tip.style.translate = -over + "px 0";
  }
  document.addEventListener("pointerdown", (event) => {
    if (!event.target.closest(".term")) shut();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    shut();
    document.querySelectorAll(".term:hover, .term:focus-within").forEach((term) => {
      term.classList.add("is-shut");
    });
  });

  /* ---------------------------------------------------------------- table of contents */
  var entries = document.querySelectorAll(".toc a");
  if (entries.length && "IntersectionObserver" in window) {
    var byId = {};
    entries.forEach((entry) => { byId[decodeURIComponent(entry.hash.slice(1))] = entry; });
    var observer = new IntersectionObserver((seen) => {
      seen.forEach((one) => {
        if (!one.isIntersecting) return;
        entries.forEach((entry) => { entry.removeAttribute("aria-current"); });
        byId[one.target.id].setAttribute("aria-current", "true");
      });
    }, { rootMargin: "0px 0px -75% 0px" });
    Object.keys(byId).forEach((id) => {
      var heading = document.getElementById(id);
      if (heading) observer.observe(heading);
    });
  }

  /* ------------------------------------------------------------------------- search */
  var dialog = document.getElementById("search");
  // pages opened from a folder may load no index; the links lead to the page of search, which says so
  if (!dialog || !dialog.showModal || location.protocol === "file:") return;
  var input = dialog.querySelector("input");
  var narrowing = dialog.querySelector("details"), filters = narrowing.querySelector("fieldset");
  var status = dialog.querySelector("[role=status]");
  var results = dialog.querySelector("ol"), more = dialog.querySelector("[data-search-more]");
  var SHOWN = 12, PASSAGES = 3, WORDS = 30;
  var KINDS = { kind: "Kind", company: dialog.dataset.company, topic: "Topic", position: "Position", year: "Year" };
  var engine = null, facets = null, claims = [], latest = 0;

  document.querySelectorAll("[data-search-open]").forEach((link) => {
    var key = link.querySelector("kbd");
    if (key) key.hidden = false;
    link.addEventListener("click", (event) => { event.preventDefault(); open(""); });
  });
  document.querySelectorAll("[data-search-form]").forEach((form) => {
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      open(form.querySelector("input").value);
    });
  });
  document.addEventListener("keydown", (event) => {
    var typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || event.isComposing || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    open("");
  });
  dialog.querySelector("[data-search-close]").addEventListener("click", () => { forget(); dialog.close(); });
  dialog.addEventListener("cancel", forget);
  dialog.addEventListener("click", (event) => {
    if (event.target !== dialog) return;
    forget();
    dialog.close();
  });
  dialog.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    search().then(() => {
      var first = results.querySelector("a");
      if (first) first.click();
    });
  });
  dialog.addEventListener("keydown", (event) => {
    var step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.isComposing || event.target.closest("select")) return;
    event.preventDefault();
    var links = [input].concat(Array.from(results.querySelectorAll("a")));
    var next = links.indexOf(document.activeElement) + step;
    links[Math.max(0, Math.min(next, links.length - 1))].focus();
  });
  results.addEventListener("click", (event) => {
    if (!event.target.closest("a") || event.ctrlKey || event.metaKey || event.shiftKey) return;
    remember();
    dialog.close();
  });
  input.addEventListener("input", (event) => { if (!event.isComposing) search(); });
  input.addEventListener("compositionend", search);
  filters.addEventListener("change", search);
  narrowing.addEventListener("toggle", () => { if (narrowing.open) facet(); });
  window.addEventListener("pageshow", again);
  window.addEventListener("popstate", again);

  function open(text, wanted) {
    if (!dialog.open) dialog.showModal();
    if (text) input.value = text;
    input.focus();
    input.select();
    narrowing.open = narrowing.open || Object.keys(wanted || {}).length > 0;
    (wanted && narrowing.open ? facet() : load()).then(() => {
      if (wanted) filters.querySelectorAll("select").forEach((select) => { select.value = wanted[select.name] || ""; });
      search();
    }, fail);
  }

  // A search stands in the history where it was left, so that the way back leads to its results.
  function remember() {
    var there = new URL(location.href);
    if (there.pathname === new URL("search/", base).pathname) there.searchParams.set("q", input.value.trim());
    history.replaceState({ search: { text: input.value.trim(), wanted: chosen() } }, "", there.href);
  }
  function forget() {
    if (history.state && history.state.search) history.replaceState(null, "");
  }
  function again() {
    var left = history.state && history.state.search, there = new URL(location.href);
    var asked = there.pathname === new URL("search/", base).pathname && there.searchParams.get("q");
    if (left) open(left.text, left.wanted);
    else if (asked) open(asked);
  }

  function load() {
    if (engine) return engine;
    engine = import(new URL("pagefind/pagefind.js", base).href).then((pagefind) => {
      return Promise.resolve(pagefind.init()).then(() => pagefind);
    });
    engine.catch(() => { engine = null; fail(); });
    return engine;
  }
  function fail() { say("Search could not be loaded. The lists at the foot of the page hold everything."); }

  // What can be chosen is fetched when somebody wants to choose.
  function facet() {
    if (facets) return facets;
    facets = load().then((pagefind) => pagefind.filters()).then((found) => {
      claims = Object.keys(found.claim || {}).map((value) => value.split("|"));
      found.company = claims.map((claim) => claim[0]);
      found.position = claims.map((claim) => claim[1]);
      Object.keys(KINDS).forEach((name) => {
        addFilter(name, Array.isArray(found[name]) ? found[name] : Object.keys(found[name] || {}));
      });
    });
    facets.catch(() => { facets = null; fail(); });
    return facets;
  }
  function addFilter(name, values) {
    if (!values.length) return;
    var label = document.createElement("label"), select = document.createElement("select");
    label.append(KINDS[name], select);
    select.name = name;
    select.append(new Option("All", ""));
    Array.from(new Set(values)).sort().forEach((value) => { select.append(new Option(value, value)); });
    filters.append(label);
  }
  function chosen() {
    var wanted = {};
    filters.querySelectorAll("select").forEach((select) => {
      if (select.value) wanted[select.name] = select.value;
    });
    return wanted;
  }
  // Who, what and when are said of one claim: the claims that hold all of it, or null for any.
  function among(wanted) {
    if (!wanted.company && !wanted.position) return null;
    return claims.filter((claim) => ["company", "position", "year"].every((name, part) => {
      return !wanted[name] || claim[part] === wanted[name];
    }));
  }

  function search() {
    var number = ++latest, text = input.value.trim(), wanted = chosen(), held = among(wanted);
    if (!text && !Object.keys(wanted).length) {
      list([], held, number);
      say(dialog.dataset.hint);
      return Promise.resolve();
    }
    return load().then((pagefind) => find(pagefind, text, wanted, held)).then((found) => {
      if (number !== latest) return null;
      say(found.length ? found.length + (found.length === 1 ? " page" : " pages")
        : "Nothing found. Try fewer words, or another filter.");
      return list(found, held, number);
    }).catch(() => { if (number === latest) fail(); });
  }

  // Pagefind takes a word for the beginning of another, "three" for "Threema", and one that nobody
  // uses for any that begins a little like it.
  // Where pages hold the words themselves, they alone are shown; else those that go on as typed.
  function find(pagefind, text, wanted, held) {
    var limits = { filters: {} };
    if (held && !held.length) return [];
    if (held) limits.filters.claim = { any: held.map((claim) => claim.join("|")) };
    else if (wanted.year) limits.filters.year = wanted.year;
    ["kind", "topic"].forEach((name) => { if (wanted[name]) limits.filters[name] = wanted[name]; });
    var words = /^".+"$/.test(text) ? [] : text.split(/[\s"]+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
    return Promise.all([pagefind.search(text || null, limits)].concat(words.map((word) => {
      return pagefind.search('"' + word + '"', limits);
    }))).then((found) => {
      var places = found.map((one) => new Map(one.results.map((page) => [page.id, page.words])));
      var all = found[0].results.map((page) => ({ data: page.data, id: page.id, hits: page.words }));
      if (!words.length) return all;
      var sure = all.filter((page) => places.slice(1).every((one) => one.has(page.id)));
      sure.forEach((page) => { page.hits = places.slice(1).flatMap((one) => one.get(page.id)); });
      return sure.length ? sure : begun(all, words.filter((word, index) => !places[index + 1].size));
    });
  }
  function begun(found, words) {
    var first = found.slice(0, SHOWN);
    return Promise.all(first.map((page) => page.data())).then((pages) => {
      var kept = first.filter((page, index) => {
        var said = pages[index].content.split(/\s+/), hit = page.hits.map((place) => plain(said[place]));
        return words.every((word) => hit.some((other) => other.startsWith(plain(word))));
      });
      return kept.length ? kept.concat(found.slice(SHOWN)) : [];
    });
  }
  function plain(word) {
    return (word || "").normalize("NFD").replace(/\p{M}|^[^\p{L}\p{N}]+/gu, "").toLowerCase();
  }

  function list(found, held, number, from) {
    var some = found.slice(from || 0, (from || 0) + SHOWN), left = found.length - (from || 0) - some.length;
    return Promise.all(some.map((page) => page.data())).then((pages) => {
      if (number !== latest) return;
      if (!from) results.replaceChildren();
      var items = pages.map((page, index) => entry(page, some[index].hits, held));
      results.append.apply(results, items);
      if (from) items[0].querySelector("a").focus();
      more.hidden = left < 1;
      more.onclick = () => { list(found, held, number, (from || 0) + SHOWN); };
    });
  }

  // A page with the passages that hold most of what was asked for, each with a link to it.
  function entry(page, hits, held) {
    var words = page.content.split(/\s+/), parts = passages(page, hits, words.length);
    var lead = parts.shift();
    var best = parts.filter((part) => held ? held.some((claim) => holds(part.label, claim)) : part.hits.length)
      .sort((one, other) => other.hits.length - one.hits.length).slice(0, PASSAGES);
    var item = document.createElement("li"), title = document.createElement("b");
    title.textContent = page.meta.title;
    item.append(link(best.length && (held || !lead.hits.length) ? best[0].url : page.url, page.meta.kind, title));
    var told = lead.to > lead.from && (lead.hits.length || !best.length) ? lead : best.length ? null : parts[0];
    if (told) item.firstChild.append(excerpt(words, told));
    if (best.length) {
      var inner = document.createElement("ul");
      best.forEach((part) => {
        var place = document.createElement("li");
        place.append(link(part.url, part.label, excerpt(words, part)));
        inner.append(place);
      });
      item.append(inner);
    }
    return item;
  }
  // The parts of a page by their headings, where their words begin and end; first what precedes all.
  function passages(page, hits, end) {
    var anchors = page.anchors.filter((anchor) => /^h[2-6]$/i.test(anchor.element) && anchor.text)
      .sort((one, other) => one.location - other.location);
    var parts = [{ text: page.meta.title, location: 0 }].concat(anchors).map((anchor, index) => {
      var to = index < anchors.length ? anchors[index].location : end;
      return {
        url: page.url + "#" + anchor.id,
        label: anchor.text,
        from: Math.min(to, anchor.location + anchor.text.trim().split(/\s+/).length),
        to: to,
        hits: hits.filter((hit) => hit >= anchor.location && hit < to),
      };
    });
    return parts;
  }
  // Whether the passage of that label is the claim: "Acme: Refuses, 4 May 2031".
  function holds(label, claim) {
    var start = claim[0] + ": " + claim[1], rest = label.slice(start.length);
    return label.startsWith(start) && /^(,|$)/.test(rest) && rest.includes(claim[2]);
  }
  function link(there, kind, what) {
    var made = document.createElement("a"), label = document.createElement("span");
    label.textContent = kind;
    made.href = there;
    made.append(label, what);
    return made;
  }
  // Words as text around the first that was asked for, so nothing else can be in it.
  function excerpt(words, part) {
    var small = document.createElement("small"), first = Math.min.apply(null, part.hits.filter((hit) => hit >= part.from));
    var from = Math.max(part.from, Math.min(Number.isFinite(first) ? first - 6 : 0, part.to - WORDS));
    var to = Math.min(part.to, from + WORDS);
    if (from > part.from) small.append("… ");
    words.slice(from, to).forEach((word, index) => {
      var mark = document.createElement("mark");
      mark.textContent = word;
      small.append(part.hits.includes(from + index) ? mark : word, " ");
    });
    if (to < part.to) small.append("…");
    return small;
  }

  function say(text) { status.textContent = text; }
});

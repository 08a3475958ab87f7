// The dialog of search: what is typed and chosen in it, asked of the ledger and of the index.
import { answers } from "./answers.js";
import { card } from "./cards.js";
import { LONGEST, words } from "./fold.js";
import { forget, remember } from "./left.js";
import { narrowing } from "./narrowing.js";
import { passages } from "./passages.js";
import { shown } from "./shown.js";
import * as say from "./words.js";

const REST = 120; // ms after a key, so that a word is not looked for letter by letter

// Starts search in its dialog, once; `open` takes up what was chosen before.
export function start(dialog, base) {
  const input = dialog.querySelector("input"), status = dialog.querySelector("[role=status]"), results = dialog.querySelector("ol");
  const index = passages(base), ledger = answers(fetched);
  const list = shown(results, dialog.querySelector("[data-search-more]"), () => { tell([said, say.HALF]); });
  const narrow = narrowing(dialog.querySelector("details"), dialog.dataset.company, index.load, search, () => { tell([say.UNSEARCHED]); });
  let latest = 0, waiting = 0, said = "";

  dialog.querySelector("[data-search-close]").addEventListener("click", forget);
  dialog.addEventListener("cancel", forget);
  dialog.addEventListener("click", (event) => {
    if (event.target !== dialog) return;
    forget();
    dialog.close();
  });
  dialog.querySelector("form").addEventListener("submit", async () => {
    await search();
    const first = results.querySelector("a");
    if (first) first.click();
  });
  dialog.addEventListener("keydown", step);
  results.addEventListener("click", follow);
  input.addEventListener("input", (event) => { if (!event.isComposing) soon(); });
  input.addEventListener("compositionend", () => { search(); });

  async function fetched(path) {
    try {
      const answer = await fetch(new URL(`search/${path}`, base));
      return answer.ok ? await answer.json() : null;
    } catch { return null; }
  }
  function tell(parts) { status.textContent = parts.filter(Boolean).join(" "); }
  function soon() {
    clearTimeout(waiting);
    waiting = setTimeout(search, list.isEmpty() ? 0 : REST);
  }

  async function open(wanted = {}) {
    index.load().catch(() => {}); // what is wrong is said when it is asked
    ledger.list();
    await narrow.choose(wanted).catch(() => {});
    await search();
  }

  // Asks ledger and index together; answers go before passages, and wait for none.
  async function search() {
    clearTimeout(waiting);
    const number = ++latest, text = input.value.slice(0, LONGEST).trim(), wanted = narrow.chosen();
    const chosen = Object.keys(wanted).length > 0;
    if (!text && !chosen) {
      list.clear();
      tell([said = dialog.dataset.hint]);
      return;
    }
    const asking = chosen ? Promise.resolve(null) : ledger.ask(text);
    const [, found] = await Promise.all([early(asking, number), pages(text, wanted, number)]);
    if (number === latest && found) await both(number, text, wanted, await asking, found);
  }
  // Cards are shown at once where nothing else is.
  async function early(asking, number) {
    const answer = await asking;
    if (number !== latest || !answer || !answer.cards.length || !list.isEmpty()) return;
    list.answer(drawn(answer.cards));
  }
  async function pages(text, wanted, number) {
    const held = narrow.held(wanted);
    if (held && !held.length) return { pages: [], missing: [], held };
    try {
      await index.load();
      if (number !== latest) return null;
      return { ...(await index.find(text, narrow.limits(wanted, held))), held };
    } catch { return { pages: [], missing: [], failed: true, held }; }
  }
  async function both(number, text, wanted, answer, found) {
    // a word that some page has is no other word misspelled; without an index any may be
    const unknown = found.failed ? new Set(words(text)) : found.unknown;
    const better = answer && unknown && unknown.size ? await ledger.ask(text, unknown) : answer;
    const mended = better && !found.failed ? corrected(text, better.cards) : text;
    if (mended !== text) found = await pages(mended, wanted, number);
    if (number !== latest || !found) return;
    const missing = missed(found, better);
    // who changed at all is no answer on what nobody has heard of
    let cards = better ? better.cards.filter((one) => !one.everything || !missing.length) : [];
    if (mostly(missing, found.of - (better ? better.asking : 0))) {
      found = { ...found, pages: [], some: false };
      cards = cards.filter((one) => one.kind !== "positions" && one.kind !== "questions");
    }
    const near = !cards.length && !found.pages.length && better ? ledger.near(better.known, text) : [];
    tell([said = told(cards, { ...found, missing }, near, better, Object.keys(wanted).length > 0)]);
    await list.show(drawn(cards), found.pages, found.held, cards.map((one) => new URL(one.at, base).pathname));
  }
  // The words that are nowhere, of which the ledger knows nothing either; a part of the index that is
  // not there says nothing of a word.
  function missed(found, answer) {
    return found.lacks ? [] : found.missing.filter((word) => !answer || words(word).some((part) => answer.rest.includes(part)));
  }
  // Where most of the words are nowhere, what one of the others finds is on something else; and where half
  // are, if a letter is among them, which is part of a name (T Mobile).
  function mostly(missing, of) {
    const twice = missing.length * 2;
    return missing.length > 0 && (twice > of || (twice === of && missing.some((word) => /^\p{Script=Latin}$/u.test(word))));
  }
  // The query with the names that it was read as.
  function corrected(text, cards) {
    return cards.reduce((mended, one) => one.typed ? words(mended).join(" ").replace(one.typed, one.name) : mended, text);
  }
  function drawn(cards) { return cards.map((one) => card(one, base, dialog.dataset.company)); }

  // What was found, and what was not, in words.
  function told(cards, found, near, answer, chosen) {
    const parts = [], count = found.pages.length, missing = found.missing;
    if (cards.length) parts.push(say.counted(cards.length, "answer", "answers") + (count ? "," : "."));
    if (count) parts.push(`${say.counted(count, "page", "pages")}.`);
    if (missing.length && (count || cards.length)) parts.push(say.without(missing));
    if (found.besides) parts.push(say.apartFromOne(count - found.besides, found.besides));
    if (found.some) parts.push(say.apartFrom(count));
    if (found.lacks) parts.push(say.HALF);
    if (found.failed) parts.push(answer ? say.UNSEARCHED : say.FAILED);
    else if (!answer && !chosen) parts.push(say.UNREAD);
    if (!count && !cards.length && !found.failed) {
      parts.push(chosen ? say.FEWER : say.NONE);
      // of one word that is all there is to say
      if (missing.length && found.of > 1 && !chosen) parts.push(say.without(missing));
    }
    if (near.length) parts.push(`${say.NEAR} ${say.quoted(near, "or")}?`);
    return parts.join(" ");
  }

  function step(event) {
    const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!way || event.isComposing || event.target.closest("select")) return;
    event.preventDefault();
    const links = [input, ...results.querySelectorAll("a")], next = links.indexOf(document.activeElement) + way;
    links[Math.max(0, Math.min(next, links.length - 1))].focus();
  }
  function follow(event) {
    const link = event.target.closest("a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    remember(base, input.value.trim(), narrow.chosen());
    dialog.close();
  }
  return { open };
}

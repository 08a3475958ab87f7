// The list of results: answers first, then pages; those out of sight are fetched when they come near.
import { entry } from "./results.js";

const FIRST = 4, AT_ONCE = 12; // pages fetched before anybody scrolls, and without a click

// `list` and `more` are the list and its button, `failed` is called where a page cannot be fetched.
export function shown(list, more, failed) {
  let turn = 0, watch = null;
  function stop() {
    if (watch) watch.disconnect();
    watch = null;
    more.hidden = true;
  }
  // Shows the cards, and no page yet.
  function answer(cards) {
    turn += 1;
    stop();
    list.replaceChildren(...cards);
  }
  // Shows the cards and the first pages, save those of the cards themselves, at the addresses `told`.
  async function show(cards, found, held, told) {
    const mine = ++turn, drawn = (page, hits) => told.includes(page.url.replace(/#.*/, "")) ? [] : [entry(page, hits, held)];
    const first = await fetched(found.slice(0, FIRST), drawn);
    if (mine !== turn) return;
    stop();
    list.replaceChildren(...cards, ...first);
    goOn(found, drawn, FIRST, AT_ONCE, mine);
  }
  // Goes on where the last of them comes into sight, or at a click.
  function goOn(found, drawn, from, until, mine) {
    if (from >= found.length) return;
    const last = list.lastElementChild, next = async (aloud) => {
      stop();
      const items = await fetched(found.slice(from, until), drawn);
      if (mine !== turn) return;
      list.append(...items);
      if (aloud && items.length) items[0].querySelector("a").focus();
      goOn(found, drawn, until, until + AT_ONCE, mine);
    };
    if (from < until && until === AT_ONCE && last && "IntersectionObserver" in window) {
      watch = new IntersectionObserver((seen) => { if (seen.some((one) => one.isIntersecting)) next(false); }, { rootMargin: "0px 0px 200px 0px" });
      watch.observe(last);
      return;
    }
    more.hidden = false;
    more.onclick = () => { next(true); };
  }
  async function fetched(some, drawn) {
    const pages = await Promise.allSettled(some.map((page) => page.data()));
    if (pages.some((page) => page.status === "rejected")) failed();
    return pages.flatMap((page, index) => page.status === "fulfilled" && page.value ? drawn(page.value, some[index].hits) : []);
  }
  return { answer, show, clear: () => { answer([]); }, isEmpty: () => !list.children.length };
}

// Finds pages by their words with Pagefind, and says which of the words nobody uses.
import { forms, words as folded } from "./fold.js";
import { pagefind } from "./pagefind.js";
import { PASSED } from "./query.js";

const MOST = 8; // words that are looked for
const FEW = 3, TELLING = 3; // pages that are enough; words of which one may be let go

// `base` is the root of the site; raises where the index is not to be had.
// What is found `lacks` what stands in a part of the index that could not be had.
export function passages(base) {
  let engine = null;
  async function load() {
    engine = engine || pagefind(base);
    const mine = engine;
    try {
      await mine.ready;
      return mine;
    } catch (error) {
      failed(mine);
      throw error;
    }
  }
  function failed(mine) {
    mine.stop();
    if (engine === mine) engine = null;
  }
  async function find(text, limits) {
    const mine = await load();
    try {
      return { ...(await found(mine, text, limits)), lacks: mine.lacks() > 0 };
    } catch (error) {
      failed(mine);
      throw error;
    }
  }
  return { load, find };
}

// Pages with the places of what was found, the best first; `missing` are words that nobody uses, `of` all,
// `some` tells that no page has all the others, and `besides` counts the last pages, which have all but one.
async function found(engine, text, limits) {
  const parts = looked(text), filtered = Object.keys(limits.filters).length > 0;
  if (/^".+"$/.test(text)) return { pages: await engine.search(text, limits), missing: [], some: false };
  if (!parts.length) return { pages: filtered && !text ? await engine.search(null, limits) : [], missing: [], some: false };
  const ranked = engine.search(parts.join(" "), limits);
  const exact = await Promise.all(parts.map((part) => holding(engine, [part], limits)));
  const order = new Map((await ranked).map((page, place) => [page.id, place]));
  const unknown = new Set(parts.filter((_, place) => !exact[place].size).flatMap(folded));
  const whole = all(exact, order);
  if (whole.length >= FEW || (whole.length && parts.length < TELLING)) return { pages: whole, missing: [], some: false, unknown };
  // a word may stand there in another form, and one of them nowhere
  const wide = await Promise.all(parts.map((part) => holding(engine, forms(folded(part).join("") || part), limits)));
  const missing = parts.filter((_, place) => !wide[place].size), known = wide.filter((pages) => pages.size);
  if (whole.length) return besides(whole, wide, parts.length, unknown);
  const pages = all(known, order);
  if (pages.length && pages.length < FEW && !missing.length && parts.length >= TELLING) return besides(pages, wide, parts.length, unknown);
  const most = pages.length ? pages : partly(known);
  return { pages: most, missing, of: parts.length, some: known.length > 1 && !pages.length && most.length > 0, unknown };
}
// Few pages that have all words, then those that have all in other forms, or all but one.
function besides(whole, wide, of, unknown) {
  const here = new Set(whole.map((page) => page.id)), others = butOne(wide).filter((page) => !here.has(page.id));
  return { pages: [...whole, ...others], missing: [], of, some: false, besides: others.filter((page) => page.of < wide.length).length, unknown };
}
// The words of a query by which passages are looked for: not those that questions are made of, unless there are no others.
export function looked(text) {
  const parts = text.split(/[\s"]+/).filter((part) => /[\p{L}\p{N}]/u.test(part));
  const telling = parts.filter((part) => folded(part).some((word) => !PASSED.has(word)));
  return (telling.length ? telling : parts).slice(0, MOST);
}

// The pages that have one of some words as they are.
async function holding(engine, some, limits) {
  const found = await Promise.all(some.map((word) => engine.search(`"${word}"`, limits))), pages = new Map();
  found.flat().forEach((page) => {
    const known = pages.get(page.id);
    pages.set(page.id, known ? { ...known, hits: known.hits.concat(page.hits), score: Math.max(known.score, page.score) } : page);
  });
  return pages;
}
function merged(sets, id) {
  const here = sets.flatMap((pages) => pages.get(id) || []);
  return { ...here[0], hits: here.flatMap((page) => page.hits), score: here.reduce((sum, page) => sum + page.score, 0), of: here.length };
}
function all(sets, order) {
  if (!sets.length) return [];
  const ids = Array.from(sets[0].keys()).filter((id) => sets.every((pages) => pages.has(id)));
  const place = (page) => order.get(page.id) ?? order.size;
  return ids.map((id) => merged(sets, id)).sort((a, b) => place(a) - place(b) || b.score - a.score);
}
// The pages that have all words but one, first those that lack the one which the fewest have.
function butOne(sets) {
  const ids = Array.from(new Set(sets.flatMap((pages) => Array.from(pages.keys()))));
  return ids.map((id) => ({ ...merged(sets, id), lacked: Math.min(...sets.map((pages) => pages.has(id) ? Infinity : pages.size)) }))
    .filter((page) => page.of >= sets.length - 1)
    .sort((a, b) => b.of - a.of || a.lacked - b.lacked || b.score - a.score);
}
// The pages that have more than half of the words, those with the most first.
function partly(sets) {
  const ids = Array.from(new Set(sets.flatMap((pages) => Array.from(pages.keys()))));
  return ids.map((id) => merged(sets, id)).filter((page) => page.of * 2 > sets.length).sort((a, b) => b.of - a.of || b.score - a.score);
}

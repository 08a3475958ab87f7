// What the ledger answers: at most three cards, the most particular first. No page; files by `fetched`.
import { PASSED, dictionary, nearest, read, telling } from "./query.js";
import { unspaced, words } from "./fold.js";
import { question, rowsOf, topicsOf } from "./questions.js";

const CARDS = 3, ROWS = 5, ASKED = 5; // cards, rows of each, demands of a place
const FILES = 6; // that one card is made of

// `fetched(path)` gives a file below search/ as an object, or null where there is none.
export function answers(fetched) {
  let names = null;
  // The list of names is fetched once, and again where that failed.
  function list() {
    names = names || fetched("names.json").then((found) => {
      if (!found) names = null;
      return found;
    });
    return names;
  }
  // The cards of a query, its reading and all names; null where the list of names is not to be had.
  async function ask(text, unknown) {
    const listed = await list();
    if (!listed) return null;
    const known = dictionary({ ...listed, words: await glossary(listed, text) });
    const reading = read(known, text, unknown);
    const told = ofPlaces(reading) ? await topicsOf(reading.years, fetched) : null;
    const plans = planned(listed, known, reading, told).slice(0, CARDS);
    const cards = await Promise.all(plans.map((plan) => plan.files || plan.kind === "questions" ? filled(plan, listed) : plan));
    return { cards: cards.filter(Boolean), known, rest: reading.rest, asking: reading.asking };
  }
  // The words of the glossary that begin as the words of the query do.
  async function glossary(listed, text) {
    const begun = new Set((listed.words || "").split(" "));
    const starts = beginnings(words(text).filter((word) => !PASSED.has(word)));
    const asked = Array.from(new Set(starts)).filter((start) => begun.has(start)).slice(0, 6);
    const files = await Promise.all(asked.map((start) => fetched(`words/${Array.from(start, (one) => one.codePointAt(0).toString(16)).join("-")}.json`)));
    return Array.from(new Map(files.flatMap((file) => file || []).map((word) => [word.id, word])).values());
  }
  async function filled(plan, listed) {
    if (plan.kind === "questions") {
      const file = await rowsOf(plan, fetched);
      return file ? withRows(plan, file, listed) : null;
    }
    const files = await Promise.all(plan.files.map(fetched));
    return files.every(Boolean) ? withRows(plan, joined(files), listed) : null;
  }
  return { ask, list, near: (known, text) => nearest(known, text) };
}

// The two letters by which a name in some words may begin: of a word, of letters that stand alone
// ("i p"), and of any place in a word that is written without spaces.
function beginnings(some) {
  return some.flatMap((word, place) => {
    const letters = Array.from(unspaced(word) ? word : some.slice(place).join(""));
    return (unspaced(word) ? letters : [0]).map((_, from) => letters.slice(from, from + 2).join(""));
  });
}

// Whether a query is about the demands of places, or of who asks.
function ofPlaces(reading) {
  const other = reading.companies.length || reading.positions.length || reading.questions.length;
  return !other && (reading.places.length || reading.authorities.length);
}

// The cards in their order; `told` are the topics that have something of the years, where that was looked up.
function planned(names, known, reading, told) {
  const topics = narrowed(names, known, reading);
  // words that tell of a topic by chance ask for none
  const sure = reading.topics.length || reading.places.length || reading.authorities.length;
  const choice = { positions: reading.positions, topics, years: reading.years, sure };
  const owned = (one) => (names.companies || []).filter((other) => other.parent === one.id).map((other) => link(names, "companies", other));
  const company = (one) => ({ ...head(names, one), files: [`companies/${one.id}.json`], choice, owns: owned(one) });
  // of few demands, theirs are read: that of a position holds its newest alone
  const few = topics && topics.length && topics.length <= FILES ? topics.map((one) => `topics/${one.id}.json`) : null;
  const position = (one) => ({ ...head(names, one), files: few || [`positions/${one.id}.json`], choice: { ...choice, positions: [one] } });
  const topic = (one) => ({ ...head(names, one), files: [`topics/${one.id}.json`], choice: { ...choice, topics: null } });
  const who = reading.companies.map(company), where = reading.positions.map(position);
  const asked = authorities(known, reading).map((one) => ({ ...head(names, one), ...demands(names, (other) => (other.by || []).includes(one.id)) }));
  const place = reading.places.map((one) => ({ ...head(names, one), ...demands(names, (other) => other.place === one.name) }));
  const word = reading.words.map((one) => head(names, one));
  const ofYear = (told || []).flatMap((id) => (topics || []).filter((one) => one.id === id));
  const on = (ofYear.length ? ofYear : topics || []).map(topic);
  const asks = reading.questions.map((one) => question(one, reading, choice));
  if (asks.length) return [...asks, ...who, ...(sure && on.length === 1 ? on : [])];
  if (ofYear.length) return [...on, ...asked, ...place, ...word];
  if (who.length) return [...who, ...(sure && on.length === 1 ? on : []), ...word];
  if (where.length) return [...where, ...(reading.whole.has("words") ? word : []), ...(on.length === 1 ? on : [])];
  if (reading.whole.has("words")) return [...asked, ...word, ...on];
  if (on.length && (reading.rest.length || reading.topics.length)) return [...on, ...asked, ...word];
  return [...asked, ...place, ...word, ...on];
}

// The topics that a query is about, or null for any: those it names, or that tell of its other words.
function narrowed(names, known, reading) {
  const told = reading.words.length || reading.rest.length ? telling(known, "topics", reading.loose) : [];
  const named = reading.topics.length ? reading.topics : told.length || reading.words.length ? told : telling(known, "topics", reading.rest);
  const places = new Set(reading.places.map((place) => place.name)), by = reading.authorities.map((one) => one.id);
  const fits = (topic) => (!places.size || places.has(topic.place)) && (!by.length || by.some((one) => (topic.by || []).includes(one)));
  if (named.length) return named.filter(fits);
  const any = !places.size && !by.length;
  return any ? null : (names.topics || []).map((topic) => ({ kind: "topics", ...topic })).filter(fits);
}
function authorities(known, reading) {
  if (reading.authorities.length) return reading.authorities;
  const told = reading.rest.length && reading.places.length ? telling(known, "authorities", reading.rest) : [];
  const places = new Set(reading.places.map((place) => place.name));
  return told.filter((one) => places.has(one.place));
}
function demands(names, fits) {
  const found = (names.topics || []).filter(fits);
  return { links: found.slice(0, ASKED).map((topic) => ({ ...link(names, "topics", topic), name: topic.says })), left: Math.max(0, found.length - ASKED) };
}
function head(names, one) {
  return { kind: one.kind, id: one.id, name: one.name, typed: one.typed || "", says: one.kind === "companies" ? "" : one.says || "", at: link(names, one.kind, one).at };
}
function link(names, kind, one) {
  const at = (names.at || {})[kind];
  return { name: one.name, at: at && one.id ? `${at}${one.id}/` : kind === "places" ? (names.at || {}).topics : "" };
}

// The rows of some files as those of one, the newest first.
function joined(files) {
  const newest = (rows) => files.length > 1 ? rows.sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0)) : rows;
  return {
    rows: newest(files.flatMap((file) => file.rows || [])),
    past: newest(files.flatMap((file) => file.past || [])),
    more: files.reduce((sum, file) => sum + (file.more || 0), 0),
  };
}

// A card with the newest rows that hold all that was asked for; where none does, what it lacks and all rows.
function withRows(plan, file, names) {
  const { positions, topics, years } = plan.choice, all = file.rows;
  const same = new Set(positions.flatMap((one) => [one.id, ...(names.positions || []).filter((other) => (other.includes || []).includes(one.id)).map((other) => other.id)]));
  const tests = [
    ["topic", topics, (row) => topics.some((topic) => (row.topics || [row.topic]).includes(topic.id))],
    ["position", same.size, (row) => same.has(row.position) || same.has(row.before)],
    ["year", years.length, (row) => years.includes(Number((row.day || "").slice(0, 4)))],
  ].filter(([, asked]) => asked);
  const fits = (some) => some.filter((row) => tests.every(([, , holds]) => holds(row)));
  // a year asks what was, and so does a position that is held no more
  const was = file.past.map((row) => ({ ...row, past: true })), now = fits(all);
  let rows = years.length ? [...now, ...fits(was)] : now, lacks = null;
  if (!rows.length && same.size) rows = fits(was);
  if (!rows.length) {
    rows = all;
    tests.forEach(([name, , holds]) => {
      const left = rows.filter(holds);
      if (left.length) rows = left;
      else if (name !== "topic" || plan.choice.sure) lacks = lacks || name;
    });
  }
  const left = rows.length - Math.min(rows.length, ROWS) + (rows === all ? file.more : 0);
  return { ...plan, lacks: all.length && lacks ? (file.more ? "newest" : lacks) : "", what: { position: positions.map((one) => one.name).join(", "), year: years.join(", ") }, rows: rows.slice(0, ROWS).map((row) => told(row, plan, names)), left };
}
function told(row, plan, names) {
  if (row.text) return row;
  const find = (kind, id) => (names[kind] || []).find((one) => one.id === id) || { name: id };
  const parts = [plan.kind === "companies" ? "" : find("companies", row.company).name, plan.kind === "topics" ? "" : find("topics", row.topic).name];
  return { ...row, position: find("positions", row.position), before: row.before ? find("positions", row.before) : null, of: parts.filter(Boolean) };
}

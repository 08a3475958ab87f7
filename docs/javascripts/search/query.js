// What a query asks of the ledger: which names are in it, and what is left. No page, no network.
import { apart, stem, unspaced, words } from "./fold.js";

const LONGEST_NAME = 7, SHORTEST = 4; // words of a name; letters of one that may be misspelled
const LISTS = ["companies", "positions", "authorities", "topics", "places", "words", "questions"];
// what questions are made of, and no passage is looked for by
export const PASSED = new Set((
  "a about all an and any are as at be been before by can company companies could did do does during ever for from had has have how if in " +
  "into is it its me of on or over said say says show since so stand stance still stands stood than that the their " +
  "them then there they this to was were what when where which who whom whose why will with would you your"
).split(" "));
const NO_TOPIC = new Set(["companies", "positions", "questions"]);
const DENYING = /[不没沒未无無非]$/; // what stands before a word that it denies, where no spaces are
const DENIED = new Set(["not", "never", "no", "nobody", "without", "neither", "nor"]);

// All names with what they name: as written, by their stems, those without spaces, and what topics tell of.
export function dictionary(names) {
  const found = { exact: new Map(), stems: new Map(), unspaced: [], told: new Map() };
  const places = new Map((names.places || []).map((place) => [place.name, place]));
  LISTS.forEach((kind) => (Array.isArray(names[kind]) ? names[kind] : []).forEach((entry) => {
    const one = { kind, ...entry }, called = [entry.name, ...(entry.also || [])];
    called.forEach((name) => {
      spelt(name).forEach((parts) => { enter(found, one, parts); });
      const turned = /^(.+) of (?:the )?(.+)$/.exec(name);
      if (kind === "authorities" && turned) enter(found, one, words(`${turned[2]} ${turned[1]}`));
    });
    if (kind === "topics" || kind === "authorities") {
      const place = places.get(entry.place), text = [...called, kind === "topics" ? entry.says : "", entry.place || "", ...((place && place.also) || [])];
      found.told.set(one, new Set(text.flatMap((part) => words(part || "")).map(stem)));
    }
  }));
  found.unspaced = Array.from(found.exact).filter(([name]) => unspaced(name)).sort((a, b) => b[0].length - a[0].length);
  return found;
}
// A name as it is, and with its signs as words or without them: AT&T, "at and t"; "pen & ink" for Pen and Ink.
function spelt(name) {
  const said = name.replace(/[&＆]/g, " and ").replace(/[+＋]/g, " plus ");
  return [words(name), words(said), words(said).filter((part) => part !== "and")];
}
function enter(found, one, parts) {
  if (!parts.length) return;
  const whole = parts.join("");
  put(found.exact, whole, one);
  put(found.stems, parts.map(stem).join(""), one);
}
function put(map, key, one) {
  const held = map.get(key);
  if (!held) map.set(key, [one]);
  else if (!held.includes(one)) held.push(one);
}

// What is named in a query, by kind; `rest` are its other words, `years` its years, and `loose` the
// words that name neither who answers, nor where one stands, nor what is asked of everything.
// `asking` counts the words that only ask ("changed").
// A word of `unknown`, which nothing holds as it is, may be another with a letter wrong.
export function read(known, text, unknown = new Set()) {
  const typed = words(text), used = typed.map(() => false);
  const reading = { companies: [], positions: [], authorities: [], topics: [], places: [], words: [], questions: [], years: [], rest: [], loose: [], whole: new Set(), asking: 0, denied: false };
  const steps = [
    (parts) => known.exact.get(parts.join("")),
    (parts) => known.stems.get(parts.map(stem).join("")),
    (parts) => near(known, parts.join(""), parts.filter((part) => unknown.has(part)).length),
  ];
  steps.forEach((find, step) => spans(typed, used, (parts) => {
    if (parts.every((part) => PASSED.has(part)) && parts.join("").length < 5 && step) return false;
    const here = find(parts);
    if (!here || !here.length) return false;
    here.forEach((one) => add(reading, one, step === 2 ? parts.join(" ") : "", parts.length === typed.filter((word) => !PASSED.has(word)).length));
    if (here.some((one) => one.kind === "questions")) reading.asking += parts.filter((part) => !PASSED.has(part)).length;
    if (!here.some((one) => NO_TOPIC.has(one.kind))) reading.loose.push(...parts);
    return true;
  }));
  typed.forEach((word, place) => { if (!used[place] && unspaced(word)) used[place] = inside(known, word, reading); });
  typed.forEach((word, place) => {
    if (used[place]) return;
    if (/^(19|20)\d\d$/.test(word)) reading.years.push(Number(word));
    else if (!PASSED.has(word)) reading.rest.push(word);
  });
  // whoever asks who did not is not told who did
  if (reading.denied || reading.rest.some((word) => DENIED.has(word))) reading.positions = reading.questions = [];
  reading.rest = reading.rest.filter((word) => !DENIED.has(word));
  reading.loose.push(...reading.rest);
  return reading;
}
function add(reading, one, typed, whole) {
  const here = reading[one.kind];
  if (here.some((other) => other.id === one.id && other.name === one.name)) return;
  here.push(typed ? { ...one, typed } : one);
  if (whole) reading.whole.add(one.kind);
}
// The longest runs of words that are names, each word in one of them.
function spans(typed, used, taken) {
  for (let count = Math.min(LONGEST_NAME, typed.length); count; count--) {
    for (let from = 0; from + count <= typed.length; from++) {
      if (used.slice(from, from + count).some(Boolean)) continue;
      if (taken(typed.slice(from, from + count))) used.fill(true, from, from + count);
    }
  }
}
// The names in a word that is written without spaces, the longest first.
function inside(known, word, reading) {
  let left = word;
  known.unspaced.forEach(([name, entries]) => {
    const at = left.indexOf(name);
    if (at < 0) return;
    const denied = DENYING.test(left.slice(0, at));
    entries.forEach((one) => {
      if (denied && (one.kind === "positions" || one.kind === "questions")) reading.denied = true;
      else add(reading, one, "", word === name);
    });
    left = left.replace(name, " ");
  });
  return left !== word;
}
// One letter may be wrong in each word that nothing holds.
function near(known, typed, most) {
  let best = most, found = [];
  if (!most || typed.length < SHORTEST) return found;
  known.exact.forEach((all, name) => {
    const entries = named(all);
    if (name.length < SHORTEST || unspaced(name) || !entries.length) return;
    const far = apart(typed, name, best);
    if (far > best) return;
    found = far < best ? entries : found.concat(entries);
    best = far;
  });
  return Array.from(new Set(found));
}

// A word that asks ("changed") is none that another was meant for ("charged").
function named(entries) { return entries.filter((one) => one.kind !== "questions"); }

// The topics, or who asks, that all the words tell of; none where there are no words.
export function telling(known, kind, some) {
  const stems = some.map(stem), found = [];
  if (stems.length) known.told.forEach((told, one) => { if (one.kind === kind && stems.every((word) => told.has(word))) found.push(one); });
  return found;
}

// The names that are nearest to what was typed, where no name and no passage is.
export function nearest(known, text, most = 3) {
  const typed = words(text).filter((word) => !PASSED.has(word)), found = new Map();
  [typed.join(""), ...typed].forEach((word) => {
    if (word.length < SHORTEST) return;
    known.exact.forEach((entries, name) => {
      const most = Math.min(word.length, name.length) > SHORTEST ? 2 : 1, far = apart(word, name, most);
      if (far <= most && name.length >= SHORTEST) named(entries).forEach((one) => { found.set(one.name, Math.min(far, found.get(one.name) ?? 9)); });
    });
  });
  return Array.from(found).sort((a, b) => a[1] - b[1]).slice(0, most).map(([name]) => name);
}

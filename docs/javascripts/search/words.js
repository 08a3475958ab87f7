// The words that search says. What one publication calls things comes with its page.

export const KINDS = { topics: "Topic", authorities: "Who asks", positions: "Position", places: "Place", words: "Word", questions: "From all explainers" };
export const FILTERS = { kind: "Kind", topic: "Topic", position: "Position", year: "Year" };
export const NONE = "Nothing found.";
export const FEWER = "Nothing found. Try fewer words, or another filter.";
export const UNREAD = "Answers from the ledger could not be loaded; these are passages.";
export const UNSEARCHED = "Passages could not be searched.";
export const HALF = "Some results could not be loaded.";
export const FAILED = "Search could not be loaded. The lists at the foot of the page hold everything.";
export const NEAR = "Did you mean";
export const OWNS = "Owns";
export const NO_POSITION = "No position is recorded.";
export const EARLIER = "not the last known";
export const BEFORE = " → ";
export const LAST = "What is last known:";
export const NEWEST = "The newest:";
export const NOTHING = { changed: "No change", unknown: "Nothing unknown" };
export function recorded(nothing) { return `${nothing} is recorded.`; }
export const ALL = "Every page that records it";

export function counted(count, one, many) { return `${count} ${count === 1 ? one : many}`; }
export function listed(items, last) {
  return items.length > 1 ? `${items.slice(0, -1).join(", ")} ${last} ${items[items.length - 1]}` : items.join("");
}
export function quoted(items, last) { return listed(items.map((item) => `“${item}”`), last); }
export function without(missing) { return `No page has ${quoted(missing, "or")}.`; }
export function apartFrom(pages) { return `No page has all of these words; ${pages} ${pages === 1 ? "has" : "have"} most of them.`; }
export function apartFromOne(whole, more) { return `${counted(whole, "has", "have")} all of these words, ${more} all but one.`; }
export function more(count) { return `and ${counted(count, "older one", "older ones")}`; }
export function readAs(name, typed) { return `${name}, for “${typed}”`; }
export const LACKS = {
  position: (label, then, nothing) => `${nothing ? `${nothing} with “${label}” is` : `“${label}” is not`} recorded. ${then}`,
  topic: (_, then, nothing = "Nothing") => `${nothing} is recorded on that. ${then}`,
  year: (year, then, nothing = "Nothing") => `${nothing} of ${year} is recorded. ${then}`,
  newest: (_, then, nothing) => nothing ? `None of the newest is on that. ${then}` : "None of the newest is on that; older ones are on the page.",
};

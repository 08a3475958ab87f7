// The words that search says. What one publication calls things comes with its page.

export const KINDS = { topics: "Topic", authorities: "Who asks", positions: "Position", places: "Place", words: "Word" };
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
export const ALL = "Every page that records it";

export function counted(count, one, many) { return `${count} ${count === 1 ? one : many}`; }
export function listed(items, last) {
  return items.length > 1 ? `${items.slice(0, -1).join(", ")} ${last} ${items[items.length - 1]}` : items.join("");
}
export function quoted(items, last) { return listed(items.map((item) => `“${item}”`), last); }
export function without(missing) { return `No page has ${quoted(missing, "or")}.`; }
export function apartFrom(pages) { return `No page has all of these words; ${pages} ${pages === 1 ? "has" : "have"} most of them.`; }
export function more(count) { return `and ${counted(count, "older one", "older ones")}`; }
export function readAs(name, typed) { return `${name}, for “${typed}”`; }
export const LACKS = {
  position: (label) => `“${label}” is not recorded. What is last known:`,
  topic: () => "Nothing is recorded on that. What is last known:",
  year: (year) => `Nothing of ${year} is recorded. What is last known:`,
  newest: () => "None of the newest is on that; older ones are on the page.",
};

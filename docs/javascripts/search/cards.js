// The cards of answers, drawn as items of the list; all words are put in as text.
import { ALL, BEFORE, EARLIER, KINDS, LACKS, LAST, NEWEST, NOTHING, NO_POSITION, OWNS, more, readAs, recorded } from "./words.js";

// A card as an item; `base` is the root of the site, `company` the word for one who answers.
export function card(one, base, company) {
  const item = made("li", "search__answer"), kind = one.kind === "companies" ? company : KINDS[one.kind];
  const title = made("b", "", one.typed ? readAs(one.name, one.typed) : one.name);
  const head = one.at ? made("a", "search__card") : made("p", "search__card");
  if (one.at) head.href = new URL(one.at, base).href;
  head.append(made("span", "", kind), title);
  if (one.says) head.append(made("small", "", one.says));
  item.append(head);
  if (one.rows) item.append(...rowsOf(one, base));
  if (one.links) item.append(...linksOf(one, base));
  return item;
}

function rowsOf(one, base) {
  const parts = [], nothing = one.kind === "questions" ? NOTHING[one.id] : undefined;
  if (one.lacks) parts.push(made("p", "search__note", LACKS[one.lacks](one.what[one.lacks], nothing ? NEWEST : LAST, nothing)));
  if (!one.rows.length && !(one.owns || []).length) parts.push(made("p", "search__note", nothing ? recorded(nothing) : NO_POSITION));
  if (one.rows.length) parts.push(list(one.rows.map((row) => row.text ? open(row, base) : stood(row, base))));
  if (one.left) parts.push(rest(one, base));
  if (one.owns && one.owns.length) parts.push(beside(OWNS, one.owns, base));
  return parts;
}

// Where one was last known to stand, with the way to the claim: position, of whom, when, and what it said.
function stood(row, base) {
  const link = made("a", ""), line = made("span", `search__stood at-${row.position.side}`);
  link.href = new URL(row.at, base).href;
  line.append(icon(row.position.icon), made("strong", "", row.position.name));
  const when = made("span", "search__when", [...row.of, row.date].join(" · "));
  if (row.past) when.append(" ", made("span", "age", EARLIER));
  if (row.age) when.append(" ", made("span", "age", row.age));
  if (row.before) link.append(made("span", "search__when", row.before.name), BEFORE);
  link.append(line, " ", when, made("small", "", row.says || ""));
  return link;
}
// What is not known, with the way to the claim, and the page that says so.
function open(row, base) {
  const link = made("a", "", row.text);
  link.href = new URL(row.at, base).href;
  link.append(" ", made("small", "", [row.title, row.date].filter(Boolean).join(" · ")));
  return link;
}
function icon(name) {
  const space = "http://www.w3.org/2000/svg", mark = document.createElementNS(space, "svg"), use = document.createElementNS(space, "use");
  mark.setAttribute("class", "i");
  mark.setAttribute("aria-hidden", "true");
  use.setAttribute("href", `#icon-${name}`);
  mark.append(use);
  return mark;
}

function linksOf(one, base) {
  const parts = one.links.length ? [list(one.links.map((link) => way(link, base)))] : [];
  if (one.left && one.at) parts.push(rest(one, base));
  return parts;
}
// The way to what the card has no room for.
function rest(one, base) {
  if (one.kind === "questions") return made("p", "search__note", more(one.left));
  const note = made("p", "search__note"), link = made("a", "", one.kind === "positions" ? ALL : more(one.left));
  link.href = new URL(one.at || `search/?position=${encodeURIComponent(one.name)}`, base).href;
  note.append(link);
  return note;
}
function beside(word, links, base) {
  const note = made("p", "search__note", `${word} `);
  links.forEach((link, place) => note.append(place ? ", " : "", way(link, base)));
  return note;
}
function way(link, base) {
  const there = made("a", "", link.name);
  there.href = new URL(link.at, base).href;
  return there;
}
function list(links) {
  const all = made("ul", "");
  all.append(...links.map((link) => { const item = made("li", ""); item.append(link); return item; }));
  return all;
}
function made(tag, name, text = "") {
  const one = document.createElement(tag);
  if (name) one.className = name;
  one.textContent = text;
  return one;
}

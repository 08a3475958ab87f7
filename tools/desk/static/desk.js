// Keys, selected words and forms that change parts of the page; without it each form loads the page.
import "./fill.js";
import { after, cards, current, first, mark } from "./current.js";
import { tell } from "./said.js";
import { carry, unsaved } from "./typed.js";
import { cut, pick, picked, read, spent } from "./picked.js";

const acts = document.getElementById("acts");
const articles = document.querySelector(".articles");
const keys = document.getElementById("keys");
let busy = null, waiting = {}, left = null;

const byId = (id) => document.getElementById(id);
const isField = (node) => node && node.matches("input:not([type=checkbox]):not([type=radio]), textarea, select");

// One element of HTML that the desk sent.
function made(html) {
  const box = document.createElement("template");
  box.innerHTML = html;
  return box.content.firstElementChild;
}

function show(answer) {
  if (answer.reload) return location.reload();
  for (const [id, html] of Object.entries(answer.parts)) {
    const old = byId(id), now = made(html);
    if (old) carry(old, now);
    if (old) old.replaceWith(now);
    else waiting[id] = now;
  }
  for (const [list, ids] of Object.entries(answer.lists)) {
    const box = byId(list);
    if (!box) return location.reload();
    const wanted = new Set(ids);
    for (const child of [...box.children]) if (!wanted.has(child.id)) child.remove();
    let at = box.firstElementChild;
    for (const id of ids) {
      if (at && at.id === id) { at = at.nextElementSibling; continue; }
      const node = byId(id) || waiting[id];
      if (node) box.insertBefore(node, at);
    }
  }
  waiting = {};
  mark();
  for (const name of ["version", "edit", "new"]) acts.elements[name].value = answer[name];
  for (const field of document.querySelectorAll("[name=seen]")) field.value = answer.seen;
}

// Asks the desk, one thing after the other; null where it does not answer.
async function ask(url, options) {
  while (busy) await busy;
  let done;
  busy = new Promise((resolve) => { done = resolve; });
  document.documentElement.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(url, { ...options, headers: { Accept: "application/json" }, redirect: "manual" });
    const kind = answer.headers.get("Content-Type") || "";
    if (kind.startsWith("application/json")) return { json: await answer.json(), status: answer.status };
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    return { page: page.querySelector("main"), status: answer.status };
  } catch {
    tell("The desk does not answer: it was stopped, perhaps. What you typed is still here.", true);
    return null;
  } finally {
    busy = null;
    document.documentElement.removeAttribute("aria-busy");
    done();
  }
}

// Takes the token of the run that answers now: a desk that was started anew has another one.
async function renewed(data) {
  const answer = await fetch(location.pathname).catch(() => null);
  const page = answer && new DOMParser().parseFromString(await answer.text(), "text/html");
  const token = page && page.querySelector("[name=token]");
  if (!token) return false;
  for (const field of document.querySelectorAll("[name=token]")) field.value = token.value;
  data.set("token", token.value);
  return true;
}

async function send(form, button) {
  if (busy && form === acts) return;  // what is decided next has not been seen yet
  // what is typed stands in a form of a claim that would be called otherwise
  if (form === acts && button.value.startsWith("use ") && !mayLeave(button)) return;
  read();
  const data = new FormData(form, button);
  if (form !== acts) for (const name of ["version", "edit", "new"]) data.set(name, acts.elements[name].value);
  const here = current(), next = here && after(here);
  const post = () => ask(form.action, { method: "POST", body: new URLSearchParams(data) });
  let got = await post();
  if (got && got.status === 403 && (await renewed(data))) got = await post();
  if (!got) return;
  if (got.page) return instead(got);
  const wrong = got.status >= 400;
  if (wrong && form !== acts) return tell(got.json.said, true);
  if (form.matches(".editor") && !wrong) form.reset();  // what was typed is saved
  show(got.json);
  tell(got.json.said, wrong);
  if (wrong) return;
  if (/^(quote|more) /.test(button.value)) spent();
  const verb = button.value.split(" ")[0];
  const decides = verb === "change" && here && here.matches(".open") && document.querySelector(".card.open");
  const onward = ["keep", "none", "rest"].includes(verb) || (verb === "drop" && next) || decides;
  focus((onward && first("open", byId(next))) || byId(got.json.focus) || byId(here && here.id));
}

// Both versions of a file are a page of their own; of what was not written the page stays, and what was typed.
function instead({ page, status }) {
  const why = page && page.querySelector(".wrong, p");
  if (status !== 409 || !page) return tell(`Not saved. ${why ? why.textContent : ""} What you typed is still here.`, true);
  document.querySelector("main").replaceWith(page);
  window.scrollTo(0, 0);
  page.focus();
}

function focus(node) {
  if (!node) return;
  const field = node.querySelector(".editor input:not([type=hidden]), .editor textarea");
  const names = node.id.startsWith("new-") ? ["text"] : ["text", "description"];
  const text = node.querySelector(names.map((name) => `.editor textarea[name='f.${name}']`).join());
  node.focus({ preventScroll: true });
  node.scrollIntoView({ block: "nearest" });
  if (field) (text || field).focus({ preventScroll: false });
  light(node.dataset.key);
}

// Shows in the article what a card rests on.
function light(key) {
  for (const one of document.querySelectorAll(".s.on")) one.classList.remove("on");
  if (!key) return;
  const found = [...document.querySelectorAll(".s")].filter((one) => one.dataset.cards.split(" ").includes(key));
  for (const one of found) one.classList.add("on");
  if (found.length && !document.activeElement.closest(".articles") && getComputedStyle(articles).overflowY === "auto") {
    const top = found[0].getBoundingClientRect().top - articles.getBoundingClientRect().top;
    if (top < 0 || top > articles.clientHeight - 60) articles.scrollTop += top - articles.clientHeight / 3;
  }
}

// Whether what was typed elsewhere may be left; where not, that is told, and closing twice is meant.
function mayLeave(link) {
  const field = unsaved(), isClosing = link.hasAttribute("data-close");
  if (!field || (isClosing && left === field)) return true;
  left = field;
  tell(isClosing ? "Not saved yet. Esc once more leaves it as it was; Ctrl Enter saves it." :
    "Something is not saved yet: save it by Ctrl Enter, or leave it by Esc.", true);
  field.focus();
  return false;
}

async function open(link) {
  const url = new URL(link.href);
  if (!mayLeave(link)) return;
  left = null;
  const begins = url.searchParams.has("new") && !url.searchParams.has("at");
  if (begins) for (const [name, value] of Object.entries(picked())) url.searchParams.set(name, value);
  url.searchParams.set("version", acts.elements.version.value);
  const got = await ask(url.pathname + url.search, {});
  if (!got || !got.json) return;
  const here = current();
  for (const form of document.querySelectorAll(".editor")) form.reset();
  show(got.json);
  tell("");
  if (begins) spent();
  focus(byId(decodeURIComponent(url.hash.slice(1))) || byId(here && here.id));
}

const picks = { ".": () => pick(1), ",": () => pick(-1), "<": () => cut(true), ">": () => cut(false) };
const mayUseKeys = () => (keys ? keys.checked : localStorage.getItem("keys") !== "off");

function step(by) {
  const all = cards(), at = all.indexOf(current());
  focus(all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + by))]);
}

const OF_A_CARD = ["a", "e", "d", "s", "S"];

function press(key) {
  const card = current(), selector = `[data-k="${CSS.escape(key)}"]:not([disabled])`;
  const button = (card && card.querySelector(selector)) ||
    document.querySelector(`.bar ${selector}, .head ${selector}, .add${selector}`);
  if (!button) {
    if (!card && OF_A_CARD.includes(key)) tell("No claim is chosen: n goes to the next to decide, and a click chooses one.", true);
    return false;
  }
  const kind = { n: "open", m: document.querySelector(".card.amiss") ? "amiss" : "noticed" }[key];
  if (kind) focus(first(kind, byId(card && after(card)) || card));
  else button.click();
  return true;
}

document.addEventListener("submit", (event) => {
  const form = event.target, button = event.submitter;
  if (!button || button.name !== "act" || !form.closest(".two")) return;
  event.preventDefault();
  send(form, button);
});

document.addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (!link || event.metaKey || event.ctrlKey) return;
  if (link.hasAttribute("data-open")) {
    event.preventDefault();
    open(link);
  } else if (link.hash.startsWith("#c-") && link.pathname === location.pathname) {
    event.preventDefault();
    focus(byId(decodeURIComponent(link.hash.slice(1))));
  }
});

document.addEventListener("keydown", (event) => {
  const field = isField(event.target), editor = event.target.closest(".editor");
  if (editor && event.key === "Escape") {
    event.preventDefault();
    editor.querySelector("[data-close]").click();
  }
  if (field || event.ctrlKey || event.metaKey || event.altKey || !mayUseKeys()) return;
  if (event.target.matches("input[type=radio]") && event.key.startsWith("Arrow")) return;
  const moves = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };
  const inArticles = document.activeElement === articles && event.key.startsWith("Arrow");
  if (event.key in moves && !inArticles) {
    event.preventDefault();
    step(moves[event.key]);
  } else if (articles && event.key in picks) picks[event.key]();
  else if (press(event.key)) event.preventDefault();
});

document.addEventListener("focusin", (event) => {
  const card = event.target.closest(".card");
  if (card) light(card.dataset.key);
});

if (keys) {
  keys.checked = localStorage.getItem("keys") !== "off";
  keys.addEventListener("change", () => localStorage.setItem("keys", keys.checked ? "on" : "off"));
}
if (location.hash.startsWith("#c-")) focus(byId(decodeURIComponent(location.hash.slice(1))));

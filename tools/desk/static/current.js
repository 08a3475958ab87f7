// The entry at hand: that of the focus, else the last that had it, as when words are selected by the mouse.
let last = "";

export const cardOf = (node) => node && node.closest ? node.closest(".card") : null;
export const current = () => cardOf(document.activeElement) || document.getElementById(last);

// Marks the entry at hand, also where it came anew.
export function mark() {
  for (const one of document.querySelectorAll(".card.current")) one.classList.remove("current");
  const card = current();
  if (card) card.classList.add("current");
}

export const cards = () => [...document.querySelectorAll(".record .card"), ...document.querySelectorAll(".articles .card")];

export function after(card) {
  const all = cards(), at = all.indexOf(card), next = all[at + 1];
  return next ? next.id : null;
}

// The first card of a kind, from one on and round.
export function first(kind, card) {
  const all = cards(), at = Math.max(0, all.indexOf(card));
  return [...all.slice(at), ...all.slice(0, at)].find((one) => one.classList.contains(kind)) || card;
}

document.addEventListener("focusin", (event) => {
  const card = cardOf(event.target);
  if (card) last = card.id;
  mark();
});

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

document.addEventListener("focusin", (event) => {
  const card = cardOf(event.target);
  if (card) last = card.id;
  mark();
});

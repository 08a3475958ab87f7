// Words selected in the articles, by the mouse or sentence by sentence by keys.
const words = document.getElementById("words"), articles = document.querySelector(".articles");
const file = document.getElementById("acts") && document.getElementById("acts").elements.file;

// Takes over what is selected now; browsers tell of it only a moment later.
export function read() {
  const selection = document.getSelection();
  if (!selection.rangeCount || selection.isCollapsed || !words) return;
  const node = selection.anchorNode, near = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
  const block = near && near.closest(".block");
  if (!block) return;
  // what stands between the sentences is the desk's: marks, offers, candidates
  const copy = selection.getRangeAt(0).cloneContents();
  for (const one of copy.querySelectorAll(".chip, .offer, .card, .why")) one.remove();
  words.value = copy.textContent.replace(/\s+/g, " ").trim();
  file.value = block.dataset.file;
}
document.addEventListener("selectionchange", read);

// Forgets what was selected, since it was used.
export function spent() {
  if (words) words.value = "";
  document.getSelection().removeAllRanges();
}

// What is selected, as parameters of an address.
export function picked() {
  read();
  return words && words.value ? { words: words.value, file: file.value } : {};
}

// Selects the next sentence of the articles, the previous one, or first that of the entry at hand.
export function pick(by) {
  const all = [...articles.querySelectorAll(".s")], selection = document.getSelection();
  const at = selection.rangeCount && !selection.isCollapsed ? all.findIndex((one) => selection.containsNode(one, true)) : -1;
  const lit = all.findIndex((one) => one.classList.contains("on"));
  const next = at >= 0 ? at + by : lit >= 0 ? lit : by > 0 ? 0 : all.length - 1;
  const sentence = all[Math.max(0, Math.min(all.length - 1, next))];
  if (!sentence) return;
  selection.selectAllChildren(sentence);
  const box = sentence.getBoundingClientRect();
  if (box.top < 160 || box.bottom > innerHeight - 40) sentence.scrollIntoView({ block: "center" });
}

// Takes the last or the first word from what is selected.
export function cut(fromEnd) {
  const selection = document.getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return;
  const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0);
  if (fromEnd) selection.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset);
  else selection.setBaseAndExtent(endContainer, endOffset, startContainer, startOffset);
  selection.modify("extend", fromEnd ? "backward" : "forward", "word");
}

// The line that says what was done: it goes by itself, or on the next key; a refusal on the next key alone.
const said = document.getElementById("said"), SECONDS = 8;
let timer = 0;

export function tell(text, wrong) {
  if (!said) return;
  clearTimeout(timer);
  said.textContent = text;
  said.classList.toggle("wrong", Boolean(wrong));
  document.documentElement.toggleAttribute("data-wrong", Boolean(wrong));
  if (text && !wrong) timer = setTimeout(() => tell(""), SECONDS * 1000);
}

if (said && document.body.classList.contains("two")) {
  tell(said.textContent);
  // before the key does anything, so that what it says stays
  document.addEventListener("keydown", (event) => {
    if (!["Shift", "Control", "Alt", "Meta"].includes(event.key)) tell("");
  }, true);
}

// What was typed into an open form and not saved is never lost: it is carried over when a part of the
// page comes anew, and leaving it has to be meant.
const FIELDS = "input:not([type=hidden]), textarea, select";

const fieldsOf = (form) => [...form.querySelectorAll(FIELDS)].filter((field) => field.name);

function isDirty(field) {
  if (field.matches("[type=radio], [type=checkbox]")) return field.checked !== field.defaultChecked;
  if (!field.matches("select")) return field.value !== field.defaultValue;
  const options = [...field.options];
  return field.selectedIndex !== Math.max(0, options.findIndex((one) => one.defaultSelected));
}

// The first field of an open form that was written in and not saved; undefined where there is none.
export const unsaved = () =>
  [...document.querySelectorAll(".editor")].flatMap(fieldsOf).find(isDirty);

// Puts what was typed into an old form into the one that comes in its place.
export function carry(old, now) {
  const from = old.querySelector(".editor"), to = now.querySelector(".editor");
  if (!from || !to) return;
  // the form of a new entry may come empty where it began with words of a sentence
  const all = fieldsOf(to), isNew = old.id.startsWith("new-");
  for (const [name, fields] of Object.entries(Object.groupBy(fieldsOf(from), (one) => one.name)))
    for (const [number, field] of fields.entries()) {
      const same = all.filter((one) => one.name === name)[number];
      if (!same || !(isDirty(field) || (isNew && !same.value))) continue;
      if (field.matches("[type=radio], [type=checkbox]")) same.checked = field.checked;
      else same.value = field.value;
      if (field === document.activeElement) queueMicrotask(() => same.focus({ preventScroll: true }));
    }
}

window.addEventListener("beforeunload", (event) => {
  if (unsaved()) event.preventDefault();
});

// The words of a date, beside the field in which it is typed.
let asked = 0;
document.addEventListener("input", async (event) => {
  const words = event.target.parentElement.querySelector("output.words");
  if (!words || !event.target.matches("input")) return;
  const number = ++asked;
  const answer = await fetch(`/day?of=${encodeURIComponent(event.target.value)}`).catch(() => null);
  if (answer && answer.ok && number === asked) words.textContent = await answer.text();
});

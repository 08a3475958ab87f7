// A way out of a fault fills its field in an open form, and Ctrl Enter saves any form of fields.
import { tell } from "./said.js";

function filled(form, name, value) {
  const fields = [...form.elements].filter((one) => one.name === name);
  const choice = fields.find((one) => one.matches("[type=radio]") && one.value === value);
  const field = choice || fields.find((one) => !one.matches("[type=radio]"));
  if (!field) return false;
  if (choice) choice.checked = true;
  else field.value = value;
  if (!choice && field.value !== value) return false;  // a list without that choice
  const fold = field.closest("details");
  if (fold) fold.open = true;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.focus();
  return true;
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-field]");
  if (!button || !filled(button.form, button.dataset.field, button.dataset.value)) return;
  event.preventDefault();
  tell("It stands in its field; Ctrl Enter saves it.");
});

document.addEventListener("keydown", (event) => {
  const form = event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.closest("form.fields");
  const button = form && form.querySelector("button.main");
  if (!button) return;
  event.preventDefault();
  button.click();
});

// What a search is narrowed to: choices made of the index's filters, fetched when somebody wants to choose.
import { FILTERS } from "./words.js";

// `details` holds the choices, `load` gives the index, `changed` is called when one is made.
export function narrowing(details, company, load, changed, failed) {
  const filters = details.querySelector("fieldset");
  let facets = null, claims = [];
  filters.addEventListener("change", changed);
  details.addEventListener("toggle", () => { if (details.open) offer().catch(failed); });

  function offer() {
    facets = facets || load().then((engine) => engine.filters()).then((found) => {
      claims = Object.keys(found.claim || {}).map((value) => value.split("|"));
      const values = { ...found, company: claims.map((claim) => claim[0]), position: claims.map((claim) => claim[1]) };
      ["kind", "company", "topic", "position", "year"].forEach((name) => {
        add(name, Array.isArray(values[name]) ? values[name] : Object.keys(values[name] || {}));
      });
    });
    facets.catch(() => { facets = null; });
    return facets;
  }
  function add(name, values) {
    if (!values.length) return;
    const label = document.createElement("label"), select = document.createElement("select");
    label.append(name === "company" ? company : FILTERS[name], select);
    select.name = name;
    select.append(new Option("All", ""));
    Array.from(new Set(values)).sort().forEach((value) => { select.append(new Option(value, value)); });
    filters.append(label);
  }
  async function choose(wanted) {
    details.open = details.open || Object.keys(wanted).length > 0;
    if (!details.open) return;
    await offer();
    filters.querySelectorAll("select").forEach((select) => { select.value = wanted[select.name] || ""; });
  }
  function chosen() {
    const made = Array.from(filters.querySelectorAll("select")).filter((select) => select.value);
    return Object.fromEntries(made.map((select) => [select.name, select.value]));
  }
  // Who, what and when are said of one claim: the claims that hold all of it, or null for any.
  function held(wanted) {
    if (!wanted.company && !wanted.position) return null;
    return claims.filter((claim) => ["company", "position", "year"].every((name, part) => !wanted[name] || claim[part] === wanted[name]));
  }
  function limits(wanted, some) {
    const found = { filters: {} };
    if (some) found.filters.claim = { any: some.map((claim) => claim.join("|")) };
    else if (wanted.year) found.filters.year = wanted.year;
    ["kind", "topic"].forEach((name) => { if (wanted[name]) found.filters[name] = wanted[name]; });
    return found;
  }
  return { choose, chosen, held, limits };
}

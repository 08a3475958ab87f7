// A search stands in the history where it was left, so that the way back leads to its results.

export function remember(base, text, wanted) {
  const there = new URL(location.href);
  if (there.pathname === new URL("search/", base).pathname) {
    there.search = new URLSearchParams({ ...(text ? { q: text } : {}), ...wanted }).toString();
  }
  history.replaceState({ search: { text, wanted } }, "", there.href);
}
export function forget() {
  if (history.state && history.state.search) history.replaceState(null, "");
}

// Opens search; what searches, below search/, is fetched when somebody does.
((here) => {
  "use strict";
  var dialog = document.getElementById("search"), base = new URL("..", here), searching = null;
  // pages opened from a folder may load no index; the links lead to the page of search, which says so
  if (!dialog || !dialog.showModal || location.protocol === "file:") return;
  var input = dialog.querySelector("input");

  document.querySelectorAll("[data-search-open]").forEach((link) => {
    var key = link.querySelector("kbd");
    if (key) key.hidden = false;
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      open("");
    });
  });
  document.querySelectorAll("[data-search-form]").forEach((form) => {
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      open(form.querySelector("input").value);
    });
  });
  // the page of search says what it lacks only where it lacks it
  document.querySelectorAll("[data-search-lacks]").forEach((words) => { words.hidden = true; });
  document.addEventListener("keydown", (event) => {
    var typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || event.isComposing || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    open("");
  });
  // until search is there
  dialog.querySelector("form").addEventListener("submit", (event) => { event.preventDefault(); });
  dialog.querySelector("[data-search-close]").addEventListener("click", () => { dialog.close(); });
  window.addEventListener("pageshow", again);
  window.addEventListener("popstate", again);

  function open(text, wanted) {
    if (!dialog.open) dialog.showModal();
    if (text) input.value = text;
    input.focus();
    input.select();
    searching = searching || import(new URL("search/dialog.js", here).href)
      .then((module) => module.start(dialog, base));
    searching.then((search) => search.open(wanted), () => {
      searching = null;
      dialog.querySelector("[role=status]").textContent = dialog.dataset.fault;
    });
  }
  // A search that was left is taken up again on the way back; an address of search asks.
  function again() {
    var left = history.state && history.state.search, there = new URL(location.href), wanted = {};
    if (left) {
      open(left.text, left.wanted);
    } else if (there.pathname === new URL("search/", base).pathname) {
      there.searchParams.forEach((value, name) => { if (name !== "q") wanted[name] = value; });
      if (there.searchParams.get("q") || Object.keys(wanted).length) open(there.searchParams.get("q"), wanted);
    }
  }
})(document.currentScript.src);

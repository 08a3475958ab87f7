// How much of an explainer is read: its ladder. The page is whole without this file.
((start) => {
  "use strict";
  var root = document.documentElement;
  root.classList.replace("no-js", "js");
  // before the first paint, but for an address that may lead to what is hidden
  if (!location.hash) root.dataset.read = kept();
  document.addEventListener("DOMContentLoaded", () => { start(root, kept); });

  function kept() {
    var step;
    try { step = localStorage.getItem("wts-read"); } catch { /* a browser that keeps nothing */ }
    if (/^(answer|minute|everything)$/.test(step)) return step;
    return matchMedia("(max-width: 40em)").matches ? "minute" : "everything";
  }
})((root, kept) => {
  "use strict";
  var steps = Array.from(document.querySelectorAll(".ladder input"));
  if (!steps.length) return;
  var settle = () => {
    read(Math.max(steps.findIndex((step) => step.value === kept()), needed(location.hash)));
  };
  settle();
  // once more on the way back, where a browser puts in what was chosen then
  window.addEventListener("pageshow", settle);
  window.addEventListener("hashchange", () => {
    if (uncover(location.hash)) at(location.hash).scrollIntoView();
  });
  // a link to where the reader already was changes no address
  document.addEventListener("click", (event) => {
    var link = event.target.closest("a[href^='#']");
    if (link && !event.defaultPrevented) uncover(link.hash);
  });
  document.querySelector(".ladder").addEventListener("change", (event) => {
    try { localStorage.setItem("wts-read", event.target.value); } catch { /* this page alone */ }
    read(steps.indexOf(event.target), true);
  });

  function read(place, aloud) {
    steps[place].checked = true;
    root.dataset.read = steps[place].value;
    if (aloud) document.querySelector(".ladder [role=status]").textContent = steps[place].dataset.said;
    document.querySelectorAll(".toc a").forEach((entry) => {
      entry.parentElement.hidden = needed(entry.hash) > place;
    });
  }
  // What an address leads to is never hidden.
  function uncover(hash) {
    var place = needed(hash), more = !steps.slice(place).some((step) => step.checked);
    if (more) read(place, true);
    return more;
  }
  function needed(hash) {
    var part = at(hash);
    part = part && part.closest("#main > *");
    while (part && !part.matches(".head, h2")) part = part.previousElementSibling;
    return !part || part.matches(".head") ? 0 : part.matches("#points, #stand, #unknown") ? 1 : 2;
  }
  function at(hash) {
    try { return document.getElementById(decodeURIComponent(hash.slice(1))); } catch { return null; }
  }
});

// What is folded: the menu shuts again, contents stand open on a desk, and what an address leads to opens.
// Without this file all of it opens by hand.
(() => {
  "use strict";
  var menu = document.querySelector(".menu"), contents = document.querySelector(".toc details");
  if (menu) {
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !menu.open) return;
      menu.open = false;
      menu.querySelector("summary").focus();
    });
    ["pointerdown", "focusin"].forEach((name) => {
      document.addEventListener(name, (event) => { if (!menu.contains(event.target)) menu.open = false; });
    });
  }
  if (contents) {
    var desk = matchMedia("(min-width: 76em)"), fit = () => { contents.open = desk.matches; };
    fit();
    desk.addEventListener("change", fit);
  }

  unfold();
  window.addEventListener("hashchange", unfold);
  // a link to where the reader already was changes no address
  document.addEventListener("click", (event) => {
    var link = event.target.closest("a[href^='#']");
    if (link && link.hash === location.hash) unfold();
  });

  // A browser may open what the part stands in; the fold that a part begins with is ours to open.
  function unfold() {
    var part, shut;
    try { part = document.getElementById(decodeURIComponent(location.hash.slice(1))); } catch { /* no id */ }
    if (!part) return;
    // what is told of several companies has the anchors of all of them
    shut = Array.from((part.closest(".led") || part).querySelectorAll("details[data-own]"));
    for (var fold = part.closest("details"); fold; fold = fold.parentElement.closest("details")) shut.push(fold);
    shut = shut.filter((one) => !one.open);
    shut.forEach((one) => { one.open = true; });
    if (shut.length) part.scrollIntoView();
  }
})();

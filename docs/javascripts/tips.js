// What a word of the glossary means, to pointer, keyboard and touch.
// A first touch opens a tip, a second follows its link; Escape shuts it where it is.
(() => {
  "use strict";
  var root = document.documentElement;
  document.querySelectorAll(".term > a").forEach((link) => {
    var term = link.parentElement, kind = "mouse";
    link.addEventListener("pointerdown", (event) => { kind = event.pointerType; });
    link.addEventListener("keydown", () => { kind = "mouse"; });
    link.addEventListener("click", (event) => {
      if (kind === "mouse" || term.classList.contains("is-open")) return;
      event.preventDefault();
      shut();
      term.classList.add("is-open");
    });
    ["mouseleave", "focusin"].forEach((name) => {
      term.addEventListener(name, () => { term.classList.remove("is-shut"); });
    });
    term.addEventListener("mouseenter", keepInside);
    term.addEventListener("focusin", keepInside);
  });
  document.addEventListener("pointerdown", (event) => {
    if (!event.target.closest(".term")) shut();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    shut();
    document.querySelectorAll(".term:hover, .term:focus-within").forEach((term) => {
      term.classList.add("is-shut");
    });
  });

  function shut() {
    document.querySelectorAll(".term.is-open").forEach((term) => { term.classList.remove("is-open"); });
  }
  function keepInside(event) {
    // a tip near the right edge would widen the page; on a phone it stands clear of its word
    var tip = event.currentTarget.querySelector(".tip");
    var word = event.currentTarget.getBoundingClientRect();
    tip.classList.toggle("is-high", word.bottom > root.clientHeight / 2);
    tip.style.translate = "";
    var over = tip.getBoundingClientRect().right - root.clientWidth + 8;
    if (over > 0) tip.style.translate = -over + "px 0";
  }
})();

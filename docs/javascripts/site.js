// How much is read, search, glossary tips and the table of contents.
// Every page is whole without this file.
((start) => {
  "use strict";
  var root = document.documentElement, base = new URL("..", document.currentScript.src);
  root.classList.replace("no-js", "js");
  // before the first paint, but for an address that may lead to what is hidden
  if (!location.hash) root.dataset.read = kept();
  document.addEventListener("DOMContentLoaded", () => { start(root, base, kept); });

  function kept() {
    var step;
    try { step = localStorage.getItem("wts-read"); } catch { /* a browser that keeps nothing */ }
    return /^(answer|minute)$/.test(step) ? step : "everything";
  }
})((root, base, kept) => {
  "use strict";
  function at(hash) {
    try { return document.getElementById(decodeURIComponent(hash.slice(1))); } catch { return null; }
  }

  /* -------------------------------------------------------------------- reading ladder */
  var steps = Array.from(document.querySelectorAll(".ladder input"));
  if (steps.length) {
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
  }
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
    return !part || part.matches(".head") ? 0 : part.matches("#points, #stand") ? 1 : 2;
  }

  /* ------------------------------------------------------------------ glossary tips */
  // A first touch opens a tip, a second follows its link; Escape shuts it where it is.
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

  /* ---------------------------------------------------------------- table of contents */
  var entries = document.querySelectorAll(".toc a");
  if (entries.length && "IntersectionObserver" in window) {
    var byId = {};
    entries.forEach((entry) => { byId[decodeURIComponent(entry.hash.slice(1))] = entry; });
    var observer = new IntersectionObserver((seen) => {
      seen.forEach((one) => {
        if (!one.isIntersecting) return;
        entries.forEach((entry) => { entry.removeAttribute("aria-current"); });
        byId[one.target.id].setAttribute("aria-current", "true");
      });
    }, { rootMargin: "0px 0px -75% 0px" });
    Object.keys(byId).forEach((id) => {
      var heading = document.getElementById(id);
      if (heading) observer.observe(heading);
    });
  }

  /* ------------------------------------------------------------------------- search */
  var dialog = document.getElementById("search");
  // pages opened from a folder may load no index; the links lead to the page of search, which says so
  if (!dialog || !dialog.showModal || location.protocol === "file:") return;
  var input = dialog.querySelector("input");
  var filters = dialog.querySelector("fieldset");
  var status = dialog.querySelector("[role=status]");
  var results = dialog.querySelector("ol");
  var SHOWN = 12;
  var KINDS = { kind: "Kind", company: dialog.dataset.company, topic: "Topic", position: "Position", year: "Year" };
  var engine = null, latest = 0;

  document.querySelectorAll("[data-search-open]").forEach((link) => {
    var key = link.querySelector("kbd");
    if (key) key.hidden = false;
    link.addEventListener("click", (event) => { event.preventDefault(); open(""); });
  });
  document.querySelectorAll("[data-search-form]").forEach((form) => {
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      open(form.querySelector("input").value);
    });
  });
  document.addEventListener("keydown", (event) => {
    var typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    open("");
  });
  dialog.querySelector("[data-search-close]").addEventListener("click", () => { dialog.close(); });
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  dialog.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    search().then(() => {
      var first = results.querySelector("a");
      if (first) first.click();
    });
  });
  dialog.addEventListener("keydown", (event) => {
    var step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.target.tagName === "SELECT") return;
    event.preventDefault();
    var links = [input].concat(Array.from(results.querySelectorAll("a")));
    var next = links.indexOf(document.activeElement) + step;
    links[Math.max(0, Math.min(next, links.length - 1))].focus();
  });
  results.addEventListener("click", (event) => {
    if (event.target.closest("a")) dialog.close();
  });
  input.addEventListener("input", search);
  filters.addEventListener("change", search);

  function open(text) {
    if (!dialog.open) dialog.showModal();
    if (text) input.value = text;
    input.focus();
    input.select();
    load().then(search);
  }

  function load() {
    if (engine) return engine;
    engine = import(new URL("pagefind/pagefind.js", base).href).then((pagefind) => {
      return Promise.resolve(pagefind.options({ excerptLength: 24 })).then(() => {
        return pagefind.filters();
      }).then((found) => {
        Object.keys(KINDS).forEach((name) => { addFilter(name, found[name] || {}); });
        return pagefind;
      });
    });
    engine.catch(() => {
      engine = null;
      say("Search could not be loaded. The lists at the foot of the page hold everything.");
    });
    return engine;
  }

  function addFilter(name, values) {
    var names = Object.keys(values).sort();
    if (!names.length) return;
    var label = document.createElement("label"), select = document.createElement("select");
    label.append(KINDS[name], select);
    select.name = name;
    select.append(new Option("All", ""));
    names.forEach((value) => { select.append(new Option(value, value)); });
    filters.append(label);
  }

  function chosen() {
    var wanted = {};
    filters.querySelectorAll("select").forEach((select) => {
      if (select.value) wanted[select.name] = select.value;
    });
    return wanted;
  }

  function search() {
    var number = ++latest, text = input.value.trim(), wanted = chosen();
    if (!text && !Object.keys(wanted).length) {
      results.replaceChildren();
      say(dialog.dataset.hint);
      return Promise.resolve();
    }
    return load().then((pagefind) => {
      return pagefind.search(text || null, { filters: wanted });
    }).then((found) => {
      return Promise.all(found.results.slice(0, SHOWN).map((one) => one.data()))
        .then((pages) => { if (number === latest) show(pages, found.results.length); });
    }).catch(() => {
      if (number === latest) say("Search could not be loaded. The lists at the foot of the page hold everything.");
    });
  }

  function show(pages, count) {
    say(count ? count + (count === 1 ? " page" : " pages") + (count > SHOWN ? ", the best " + SHOWN + " shown" : "")
      : "Nothing found. Try fewer words, or another filter.");
    results.replaceChildren.apply(results, pages.map((page) => {
      var item = document.createElement("li"), link = document.createElement("a");
      var kind = document.createElement("span"), title = document.createElement("b");
      kind.textContent = page.meta.kind;
      title.textContent = page.meta.title;
      link.href = page.url;
      link.append(kind, title, excerpt(page.excerpt));
      item.append(link);
      return item;
    }));
  }

  // The excerpt comes as HTML with <mark>; it is rebuilt from its text, so nothing else can be in it.
  function excerpt(html) {
    var small = document.createElement("small");
    new DOMParser().parseFromString(html, "text/html").body.childNodes.forEach((node) => {
      if (node.nodeName === "MARK") {
        var mark = document.createElement("mark");
        mark.textContent = node.textContent;
        small.append(mark);
      } else small.append(node.textContent);
    });
    return small;
  }

  function say(text) { status.textContent = text; }
});

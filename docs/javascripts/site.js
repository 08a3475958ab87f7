// Search, glossary tips and the table of contents. Every page is whole without this file.
(function () {
  "use strict";
  var root = document.documentElement;
  root.classList.replace("no-js", "js");
  var base = new URL("..", document.currentScript.src);

  /* ------------------------------------------------------------------ glossary tips */
  // A first touch opens a tip, a second follows its link; Escape shuts it where it is.
  document.querySelectorAll(".term > a").forEach(function (link) {
    var term = link.parentElement, kind = "mouse";
    link.addEventListener("pointerdown", function (event) { kind = event.pointerType; });
    link.addEventListener("keydown", function () { kind = "mouse"; });
    link.addEventListener("click", function (event) {
      if (kind === "mouse" || term.classList.contains("is-open")) return;
      event.preventDefault();
      shut();
      term.classList.add("is-open");
    });
    ["mouseleave", "focusin"].forEach(function (name) {
      term.addEventListener(name, function () { term.classList.remove("is-shut"); });
    });
    term.addEventListener("mouseenter", keepInside);
    term.addEventListener("focusin", keepInside);
  });
  function shut() {
    document.querySelectorAll(".term.is-open").forEach(function (term) { term.classList.remove("is-open"); });
  }
  function keepInside(event) {
    // a tip near the right edge would widen the page
    var tip = event.currentTarget.querySelector(".tip");
    tip.style.translate = "";
    var over = tip.getBoundingClientRect().right - root.clientWidth + 8;
    if (over > 0) tip.style.translate = -over + "px 0";
  }
  document.addEventListener("pointerdown", function (event) {
    if (!event.target.closest(".term")) shut();
  });
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape") return;
    shut();
    document.querySelectorAll(".term:hover, .term:focus-within").forEach(function (term) {
      term.classList.add("is-shut");
    });
  });

  /* ---------------------------------------------------------------- table of contents */
  var entries = document.querySelectorAll(".toc a");
  if (entries.length && "IntersectionObserver" in window) {
    var byId = {};
    entries.forEach(function (entry) { byId[decodeURIComponent(entry.hash.slice(1))] = entry; });
    var observer = new IntersectionObserver(function (seen) {
      seen.forEach(function (one) {
        if (!one.isIntersecting) return;
        entries.forEach(function (entry) { entry.removeAttribute("aria-current"); });
        byId[one.target.id].setAttribute("aria-current", "true");
      });
    }, { rootMargin: "0px 0px -75% 0px" });
    Object.keys(byId).forEach(function (id) {
      var heading = document.getElementById(id);
      if (heading) observer.observe(heading);
    });
  }

  /* ------------------------------------------------------------------------- search */
  var dialog = document.getElementById("search");
  if (!dialog || !dialog.showModal) return;
  var input = dialog.querySelector("input");
  var filters = dialog.querySelector("fieldset");
  var status = dialog.querySelector("[role=status]");
  var results = dialog.querySelector("ol");
  var SHOWN = 12;
  var KINDS = { kind: "Kind", company: "Company", topic: "Question", position: "Position" };
  var engine = null, latest = 0;

  document.querySelectorAll("[data-search-open]").forEach(function (link) {
    var key = link.querySelector("kbd");
    if (key) key.hidden = false;
    link.addEventListener("click", function (event) { event.preventDefault(); open(""); });
  });
  document.querySelectorAll("[data-search-form]").forEach(function (form) {
    form.hidden = false;
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      open(form.querySelector("input").value);
    });
  });
  document.addEventListener("keydown", function (event) {
    var typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    open("");
  });
  dialog.querySelector("[data-search-close]").addEventListener("click", function () { dialog.close(); });
  dialog.addEventListener("click", function (event) { if (event.target === dialog) dialog.close(); });
  dialog.querySelector("form").addEventListener("submit", function (event) {
    event.preventDefault();
    search().then(function () {
      var first = results.querySelector("a");
      if (first) first.click();
    });
  });
  dialog.addEventListener("keydown", function (event) {
    var step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.target.tagName === "SELECT") return;
    event.preventDefault();
    var links = [input].concat(Array.from(results.querySelectorAll("a")));
    var next = links.indexOf(document.activeElement) + step;
    links[Math.max(0, Math.min(next, links.length - 1))].focus();
  });
  results.addEventListener("click", function (event) {
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
    engine = import(new URL("pagefind/pagefind.js", base).href).then(function (pagefind) {
      return Promise.resolve(pagefind.options({ excerptLength: 24 })).then(function () {
        return pagefind.filters();
      }).then(function (found) {
        Object.keys(KINDS).forEach(function (name) { addFilter(name, found[name] || {}); });
        return pagefind;
      });
    });
    engine.catch(function () {
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
    names.forEach(function (value) { select.append(new Option(value, value)); });
    filters.append(label);
  }

  function chosen() {
    var wanted = {};
    filters.querySelectorAll("select").forEach(function (select) {
      if (select.value) wanted[select.name] = select.value;
    });
    return wanted;
  }

  function search() {
    var number = ++latest, text = input.value.trim(), wanted = chosen();
    if (!text && !Object.keys(wanted).length) {
      results.replaceChildren();
      say("Type a company, a question or a word.");
      return Promise.resolve();
    }
    return load().then(function (pagefind) {
      return pagefind.search(text || null, { filters: wanted });
    }).then(function (found) {
      return Promise.all(found.results.slice(0, SHOWN).map(function (one) { return one.data(); }))
        .then(function (pages) { if (number === latest) show(pages, found.results.length); });
    }).catch(function () {
      if (number === latest) say("Search could not be loaded. The lists at the foot of the page hold everything.");
    });
  }

  function show(pages, count) {
    say(count ? count + (count === 1 ? " page" : " pages") + (count > SHOWN ? ", the best " + SHOWN + " shown" : "")
      : "Nothing found. Try fewer words, or another filter.");
    results.replaceChildren.apply(results, pages.map(function (page) {
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
    new DOMParser().parseFromString(html, "text/html").body.childNodes.forEach(function (node) {
      if (node.nodeName === "MARK") {
        var mark = document.createElement("mark");
        mark.textContent = node.textContent;
        small.append(mark);
      } else small.append(node.textContent);
    });
    return small;
  }

  function say(text) { status.textContent = text; }
})();

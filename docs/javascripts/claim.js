// Copies the address of a claim, and the citation of a page.
// Every ¶ is a link to its own claim, and every citation a file, without this script.
(() => {
  "use strict";
  var marks = Array.from(document.querySelectorAll("a.p")), cite = document.getElementById("cite");
  var status = document.createElement("p"), note = document.createElement("span");
  var link = cite && cite.querySelector(".cite__url"), known = link && link.textContent, claim = "";
  status.className = "vh";
  status.setAttribute("role", "status");
  document.body.append(status);
  note.className = "said";

  document.addEventListener("click", (event) => {
    var mark = event.target.closest("a.p");
    if (!note.contains(event.target)) note.remove();
    if (!mark || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    // the link is followed as well: the claim is marked, and its address stands in the address bar
    copy(page() + mark.hash).then(() => "Copied", () => "In the address bar").then((words) => {
      note.replaceChildren(words);
      if (cite) note.append(" · ", citing());
      mark.after(note);
      // the way goes on from here, and not once more through the claim
      mark.focus({ preventScroll: true });
      say(words + ": the address of this claim.");
    });
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") note.remove(); });

  function copy(text) {
    return navigator.clipboard ? navigator.clipboard.writeText(text) : Promise.reject(new Error("none"));
  }
  function page() {
    var canonical = document.querySelector("link[rel=canonical]");
    if (location.protocol === "file:" && canonical) return canonical.href;
    return location.href.replace(/[?#].*/, "");
  }
  function citing() {
    var way = document.createElement("a");
    way.href = "#cite";
    way.textContent = "Cite it";
    return way;
  }
  function say(words) {
    // what is said twice is read once, unless it was gone between
    status.textContent = "";
    setTimeout(() => { status.textContent = words; }, 50);
  }

  /* ------------------------------------------------------------------------ citations */
  // The citation leads to the claim that a reader came to last.
  if (!cite) return;
  var whole = cite.querySelector(".cite__claim"), ways = cite.querySelectorAll(".cite__ways button");
  window.addEventListener("hashchange", come);
  come();
  whole.querySelector("button").addEventListener("click", () => {
    claim = "";
    show();
    ways[0].focus();
  });
  ways.forEach((button) => {
    var file = button.previousElementSibling;
    // pages opened from a folder may fetch no file
    button.hidden = !navigator.clipboard || (file && location.protocol === "file:");
    button.addEventListener("click", () => {
      (file ? copyFile(file.href) : copy(cite.querySelector(".cite__line").textContent)).then(
        () => { told(button, "Copied"); }, () => { told(button, "Not copied"); });
    });
  });

  function come() {
    if (!known || !marks.some((mark) => mark.hash === location.hash)) return;
    claim = location.hash;
    show();
  }
  function show() {
    link.textContent = known + claim;
    whole.hidden = !claim;
  }
  // What is written must be promised within the click.
  function copyFile(address) {
    var text = fetch(address).then((answer) => {
      if (!answer.ok) throw new Error(answer.status);
      return answer.text();
    }).then((found) => new Blob([known ? found.replaceAll(known, known + claim) : found], { type: "text/plain" }));
    return navigator.clipboard.write([new ClipboardItem({ "text/plain": text })]);
  }
  function told(button, words) {
    note.replaceChildren(words);
    button.closest("p").append(note);
    say(words + ".");
  }
})();

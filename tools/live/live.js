// Loads a page anew when what it shows was saved, and shows what is wrong over the last good page.
(() => {
  "use strict";
  var version = null, box = null;

  function ask() {
    fetch("/-/wait" + (version === null ? "" : "?version=" + encodeURIComponent(version)))
      .then((answer) => answer.json())
      .then((said) => {
        var changed = version !== null && said.version !== version;
        version = said.version;
        if (changed && !said.problems.length) location.reload();
        else {
          tell(said.problems);
          ask();
        }
      })
      .catch(() => { setTimeout(ask, 700); });
  }

  function tell(problems) {
    if (box) box.remove();
    box = null;
    if (!problems.length) return;
    box = document.createElement("section");
    box.setAttribute("role", "alert");
    box.style.cssText = "position:fixed;inset:auto 0 0 0;max-height:60vh;overflow:auto;z-index:99;" +
      "background:#16181b;color:#fff;padding:1rem 1.5rem;font:14px/1.5 ui-monospace,monospace;" +
      "border-top:4px solid #f2a65a";
    var head = document.createElement("p"), text = document.createElement("pre");
    head.style.cssText = "font:600 16px/1.4 system-ui,sans-serif;margin:0 0 .5rem";
    head.textContent = problems.length + " to mend; the page behind is the last good one.";
    text.style.cssText = "white-space:pre-wrap;margin:0";
    text.textContent = problems.join("\n");
    box.append(head, text);
    document.body.append(box);
  }

  ask();
})();

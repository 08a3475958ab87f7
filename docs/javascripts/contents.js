// Where a reader is, marked in the table of contents.
(() => {
  "use strict";
  var entries = document.querySelectorAll(".toc a"), byId = {};
  if (!entries.length || !("IntersectionObserver" in window)) return;
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
})();

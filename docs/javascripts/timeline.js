// The filters of the timeline. The choice stands in the address, so it can be kept and sent.
// Where the events stand on many pages, they come from a file that is fetched at the first choice.
((form) => {
  "use strict";
  if (!form) return;
  var MOST = 200;
  var selects = Array.from(form.querySelectorAll("select")), reset = form.querySelector("button");
  var status = form.querySelector("[role=status]"), everything = status.textContent;
  var found = document.querySelector(".found"), known = null, latest = 0;
  obey();
  window.addEventListener("popstate", obey);
  form.addEventListener("change", narrow);
  reset.addEventListener("click", () => {
    selects.forEach((select) => { select.value = ""; });
    narrow();
    selects[0].focus();
  });

  function obey() {
    var wanted = new URLSearchParams(location.search);
    selects.forEach((select) => {
      select.value = wanted.get(select.name);
      if (!select.value) select.value = "";
    });
    filter();
  }
  function narrow() {
    var wanted = filter().map((select) => select.name + "=" + select.value).join("&");
    history.replaceState(null, "", location.pathname + (wanted && "?" + wanted));
  }
  function filter() {
    var chosen = selects.filter((select) => select.value);
    reset.hidden = !chosen.length;
    (found ? look : hide)(chosen);
    return chosen;
  }
  function say(count, chosen) {
    status.textContent = (chosen.length ? count + " of " : "") + everything;
  }

  /* ------------------------------------------------------------- all events are here */
  function hide(chosen) {
    var count = 0;
    document.querySelectorAll(".time > li").forEach((event) => {
      count += !(event.hidden = !chosen.every((select) => {
        return event.dataset[select.name].split(" ").includes(select.value);
      }));
    });
    document.querySelectorAll(".time").forEach((list) => {
      var heading = list.previousElementSibling, year = document.querySelector(".years [href='#" + heading.id + "']");
      list.hidden = heading.hidden = !list.querySelector("li:not([hidden])");
      if (year) year.parentElement.hidden = list.hidden;
    });
    say(count, chosen);
  }

  /* -------------------------------------------------------- they stand on many pages */
  function look(chosen) {
    var number = ++latest;
    if (!chosen.length) {
      show(false);
      say(0, chosen);
      return;
    }
    status.textContent = "Looking …";
    load().then((data) => {
      if (number !== latest) return;
      var events = matching(data, chosen), beyond = events.length - MOST;
      found.querySelector("ol").replaceChildren(...events.slice(0, MOST).map((event) => item(data, event)));
      found.querySelector(".found > .more").textContent = beyond > 0 ? "And " + beyond + " more, choose further." : "";
      show(true);
      say(events.length, chosen);
    }).catch(() => {
      if (number !== latest) return;
      show(false);
      status.textContent = "What you chose could not be loaded. The pages by year hold every event.";
    });
  }
  function load() {
    known = known || fetch(new URL(form.dataset.index, location.href)).then((answer) => {
      if (!answer.ok) throw new Error(answer.status);
      return answer.json();
    });
    known.catch(() => { known = null; });
    return known;
  }
  function show(some) {
    found.hidden = !some;
    for (var part = found.nextElementSibling; part; part = part.nextElementSibling) part.hidden = some;
  }
  // Of every event the file has, list beside list: date, text, who tells it, companies, years.
  function matching(data, chosen) {
    var wanted = chosen.map((select) => [select.name, data[select.name].indexOf(select.value)]);
    var has = {
      company: (event, place) => data.events[3][event].includes(place),
      topic: (event, place) => tellers(data, event).some((teller) => teller.story[2] === place),
      year: (event, place) => data.events[4][event].includes(place),
    };
    return Array.from(data.events[0].keys()).filter((event) => {
      return wanted.every(([name, place]) => has[name](event, place));
    });
  }
  // A story's place, and the end of the event's anchor there, if it is not the usual one.
  function tellers(data, event) {
    var found = [];
    data.events[2][event].forEach((mark) => {
      if (typeof mark === "number") found.push({ story: data.stories[mark], end: "" });
      else found[found.length - 1].end = mark;
    });
    return found;
  }

  function item(data, event) {
    var day = data.events[0][event], told = data.words[event];
    var date = make("p", "time__d", ...when(data, day, told)), text = make("p", "", data.events[1][event]);
    var more = make("p", "more"), titles = [];
    text.dir = "auto";
    tellers(data, event).forEach(({ story: [name, title], end }, place) => {
      var link = make("a", "r");
      link.href = data.explainers + name + "/" + (end[0] === "#" ? end : "#event-" + day + end);
      link.setAttribute("aria-label", "Receipt: " + title);
      text.append(place ? " " : "\u00a0", link);
      if (titles.includes(title.toLowerCase())) return;
      more.append(titles.length ? " · " : "", make("bdi", "", title));
      titles.push(title.toLowerCase());
    });
    return make("li", "", dot(day, told), date, text, more);
  }
  function when(data, day, told) {
    var [year, month, date] = day.split("-").map(Number);
    var words = told ? told[0] : [date, data.months[month || 0], year].filter(Boolean).join(" ");
    var shown = words;
    if (/^\d{4}(-\d\d){0,2}$/.test(day)) {
      shown = make("time", "", words);
      shown.dateTime = day;
    }
    return told && told[1] ? [shown, make("small", "", told[1])] : [shown];
  }
  function dot(day, told) {
    var name = told ? told[2] : ["year", "month", "day"][day.split("-").length - 1];
    return found.querySelector("template").content.querySelector("[data-name=" + name + "] svg").cloneNode(true);
  }
  function make(tag, kind, ...inside) {
    var made = document.createElement(tag);
    if (kind) made.className = kind;
    made.append(...inside);
    return made;
  }
})(document.querySelector(".filters"));

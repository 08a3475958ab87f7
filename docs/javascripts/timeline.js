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
      var rows = matching(data, chosen);
      found.querySelector("ol").replaceChildren(...rows.slice(0, MOST).map((row) => item(data, row)));
      found.querySelector(".more").textContent =
        rows.length > MOST ? "And " + (rows.length - MOST) + " more: choose further to see them." : "";
      show(true);
      say(rows.length, chosen);
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
  function matching(data, chosen) {
    var wanted = chosen.map((select) => [select.name, data[select.name].indexOf(select.value)]);
    var has = {
      company: (row, place) => row[3].includes(place),
      topic: (row, place) => row[2].some((one) => data.stories[one] && data.stories[one][2] === place),
      year: (row, place) => row[4].includes(place),
    };
    return data.events.filter((row) => wanted.every((one) => has[one[0]](row, one[1])));
  }

  // A row is: date, text, who tells it, companies, years, and the words for a date that is not plain.
  function item(data, row) {
    var date = make("p", "time__d"), text = make("p", "", row[1]), more = make("p", "more"), titles = [];
    text.dir = "auto";
    date.append(...when(data, row));
    row[2].forEach((one, place) => {
      if (typeof one === "string") return;
      var story = data.stories[one], end = row[2][place + 1], link = make("a", "r");
      if (typeof end !== "string") end = "";
      link.href = data.explainers + story[0] + "/" + (end[0] === "#" ? end : "#event-" + row[0] + end);
      link.setAttribute("aria-label", "Receipt: " + story[1]);
      text.append(place ? " " : "\u00a0", link);
      if (titles.includes(story[1].toLowerCase())) return;
      more.append(titles.length ? " · " : "", make("bdi", "", story[1]));
      titles.push(story[1].toLowerCase());
    });
    return make("li", "", dot(row), date, text, more);
  }
  function when(data, row) {
    var plain = /^\d{4}(-\d\d){0,2}$/.test(row[0]), told = row[5], parts = row[0].split("-").map(Number);
    var words = told ? told[0] : [parts[2], data.months[parts[1] || 0], parts[0]].filter(Boolean).join(" ");
    var time = plain ? make("time", "", words) : words;
    if (plain) time.dateTime = row[0];
    return told && told[1] ? [time, make("small", "", told[1])] : [time];
  }
  function dot(row) {
    var name = row[5] ? row[5][2] : ["year", "month", "day"][row[0].split("-").length - 1];
    return found.querySelector("template").content.querySelector("[data-name=" + name + "] svg").cloneNode(true);
  }
  function make(tag, kind, ...inside) {
    var made = document.createElement(tag);
    if (kind) made.className = kind;
    made.append(...inside);
    return made;
  }
})(document.querySelector(".filters"));

"""The timeline of everything: what stands under which year, and what it is about."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import Any

import pytest

from tests.pages.world import site, story
from tools.model.dates import Date
from tools.model.story import Story
from tools.model.vocabulary import Company
from tools.pages import Job, Page, Site, jobs
from tools.pages.periods import PART, WHOLE, Heading
from tools.pages.timeline import met, named, page
from tools.pages.values import Values


def company(name: str, *aliases: str) -> Company:
    return Company(id=name.lower(), name=name, aliases=aliases, kind="shop", description="Sells.")


@pytest.mark.parametrize(
    ("date", "heading"),
    [
        ("2031-05-03", "2031"),
        ("2031~", "2031"),
        ("2030-11/2031-02", "2030"),
        ("../2031-02", "2031"),
        ("2030-11/..", "2030"),
        ("203X", "2030s"),
        ("../203X", "2030s"),
        ("XXXX-05-03", "Year not stated"),
    ],
)
def test_an_event_stands_under_what_is_known_of_its_year(date: str, heading: str) -> None:
    assert Heading.of(Date(date)).name == heading


@pytest.mark.parametrize(
    ("date", "years"),
    [
        ("2031-05-03", ["2030s", "2031"]),
        ("2030-11/2031-02", ["2030s", "2030", "2031"]),
        ("2030-11/..", ["2030s", "2030"]),
        ("203X", ["2030s", "2030", "2031"]),
        ("XXXX-05-03", ["unknown"]),
    ],
)
def test_an_event_is_found_by_each_year_it_may_lie_in(date: str, years: list[str]) -> None:
    headings = [Heading.of(Date(text)) for text in ("2029", "203X", "2030", "2031", "XXXX-01")]
    assert list(met(headings, Date(date))) == years


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Wrenmail and Ask Ada’s Ltd stop.", ("wrenmail", "ada")),
        ("Wrenmail’s clerks stop.", ("wrenmail",)),
        ("Wrenmailers and the wrenmail stop, and Adam.", ()),
        ("", ()),
    ],
)
def test_an_event_is_about_companies_that_its_text_names(text: str, ids: tuple[str, ...]) -> None:
    assert named(text, [company("Wrenmail"), company("Ada", "Ask Ada's Ltd")]) == ids


def told(name: str, *texts: str, topic: str = "maps") -> Story:
    """A story whose events are all of one day."""
    timeline = [{"date": "2031-01-01", "text": text, "quote": "acme waits."} for text in texts]
    return story("2031-01-01", {"acme": "waits"}, name, timeline=timeline, topic=topic)


def test_what_several_stories_tell_in_one_wording_stands_once_with_a_receipt_each() -> None:
    one = site(told("a", "Acme rings."), told("b", "Acme rings.", "Bolt sleeps.", topic="bells"))
    body = page(one).body
    assert body.count("Acme rings.") == 1
    assert re.findall(r'aria-label="Receipt: (.)"', body) == ["a", "b", "b"]
    assert 'data-company="acme" data-topic="maps bells"' in body
    assert "2 events" in body


def test_a_story_is_named_anew_only_after_another_one() -> None:
    one = site(told("a", "One.", "Two."), told("b", "Three.", "Four."))
    again = re.findall(
        r'<li class="again".*?<p dir="auto">(\w+)\.', page(one).body, flags=re.DOTALL
    )
    assert again == ["Two", "Four"]


def happened(name: str, dates: list[str], topic: str = "maps") -> Story:
    """A story that tells an event of each of these dates."""
    timeline = [
        {"date": date, "text": f"{name} {number}.", "quote": "acme waits."}
        for number, date in enumerate(dates)
    ]
    return story("2031-01-01", {"acme": "waits"}, name, timeline=timeline, topic=topic)


def files(one: Site) -> dict[str, Job]:
    """The files of the timeline by their addresses."""
    found = {job.path.removesuffix("index.md"): job for job in jobs(one)}
    return {path: job for path, job in found.items() if path.startswith("timeline/")}


def made(one: Site) -> dict[str, Page]:
    found = {path: job.make() for path, job in files(one).items()}
    return {path: page for path, page in found.items() if isinstance(page, Page)}


def told_in(body: str) -> list[str]:
    """The texts of the events of a page."""
    return re.findall(r'<p dir="auto">([^<&]+\.)', body)


DAYS = [f"2030-{month:02}-{day:02}" for month in (4, 5) for day in range(1, 31)]


def test_what_fits_one_page_stands_on_one_page() -> None:
    one = site(happened("Fits", ["2030-05-01"] * (WHOLE - 1) + ["2031"]))
    assert list(files(one)) == ["timeline/"]
    body = made(one)["timeline/"].body
    assert len(told_in(body)) == WHOLE
    assert "data-index" not in body


def test_what_does_not_is_spread_over_years_months_and_parts() -> None:
    dates = ["2029-02"] * 60 + ["2030"] * 3 + ["2030-04-02"] * 101 + ["2030-05/2031"]
    found = made(site(happened("All", [*dates, "203X", *["XXXX-05-03"] * 101])))
    assert list(found) == [
        "timeline/",
        "timeline/2029/",
        "timeline/2030s/",
        "timeline/2030/",
        "timeline/2030-04/",
        "timeline/2030-04/2/",
        "timeline/2030-05/",
        "timeline/unknown/",
        "timeline/unknown/2/",
    ]
    counts = [len(told_in(one.body)) for path, one in found.items() if path != "timeline/"]
    assert counts == [60, 1, 3, 100, 1, 1, 100, 1]
    everything = [text for path, one in list(found.items())[1:] for text in told_in(one.body)]
    assert Counter(everything) == Counter(f"All {number}." for number in range(len(dates) + 102))
    assert [one.title for one in found.values()][4:6] == [
        "Timeline: April 2030, part 1 of 2",
        "Timeline: April 2030, part 2 of 2",
    ]


def test_each_page_leads_to_the_one_before_and_the_one_after() -> None:
    found = made(site(happened("All", DAYS * 3)))
    first, *others = found.values()
    assert not {"prev", "next"} & first.meta.keys()
    where = [one.address for one in others]
    assert [one.meta.get("prev") for one in others] == [None, *where[:-1]]
    assert [one.meta.get("next") for one in others] == [*where[1:], None]
    assert 'rel="next" href="../../timeline/2030-05/"' in found["timeline/2030-04/"].body


def test_the_years_keep_their_anchors_and_lead_on() -> None:
    body = made(site(happened("All", [*DAYS, *DAYS, *["2031"] * 40, "198X", "XXXX-05"])))[
        "timeline/"
    ].body
    found = re.findall(
        r'<li id="(year-\w+)"><a href="../timeline/(\w+)/"><b>[^<]*</b> ([^/]*)<', body
    )
    assert found == [
        ("year-1980s", "1980s", "<span>1 event"),
        ("year-2030", "2030", "<span>120 events"),
        ("year-2031", "2031", "<span>40 events"),
        ("year-unknown", "unknown", "<span>1 event"),
    ]
    assert "../timeline/2030-05/" in body
    assert told_in(body)[:2] == ["All 159.", "All 158."]
    assert len(told_in(body)) == 30


def test_events_of_a_year_on_one_page_stand_by_month() -> None:
    body = made(site(happened("All", ["2029"] * 150 + ["2030", "2030-05-02", "../2030-07"])))[
        "timeline/2030/"
    ].body
    assert re.findall(r"^## (.+) \{", body, re.MULTILINE) == ["Month not stated", "May", "July"]


def test_no_page_grows_with_the_events() -> None:
    years = [f"{year}-{day[5:]}" for year in range(1990, 2030) for day in DAYS]
    found = made(
        site(
            *(happened(f"S{number}", years[number::20]) for number in range(20)),
            happened("Same day", ["2030-05-03"] * 4400),
            happened("No year", ["XXXX-05-03"] * 1200),
        )
    )
    assert sum(len(told_in(one.body)) for one in found.values()) == 8000 + 30
    for path, one in found.items():
        assert len(told_in(one.body)) <= PART, path
        assert len(re.findall(r"<[a-z]", one.body)) < 2000, path


def index(one: Site) -> dict[str, Any]:
    text = files(one)["timeline/index.json"].make()
    assert isinstance(text, str)
    found: dict[str, Any] = json.loads(text)
    return found


def test_the_filters_find_events_in_a_file_of_their_own() -> None:
    timeline = [
        {"date": "2030-05-01", "text": "Acme rings.", "quote": "acme waits."},
        {"date": "2030-05-01", "text": "Somebody rings.", "quote": "acme waits."}
        | {"id": "event-2030-05-01-2"},
        {"date": "2031~", "text": "Acme sleeps.", "quote": "acme waits.", "id": "asleep"},
    ]
    ringing = story("2031-01-01", {"acme": "waits"}, "b", timeline=timeline, topic="bells")
    found = index(site(happened("a", ["2029-02-01"] * 150), ringing))
    assert (found["company"], found["topic"]) == (["acme"], ["maps", "bells"])
    assert found["year"] == ["2029", "2030", "2031"]
    assert found["stories"] == [["a", "a", 0], ["b", "b", 1]]
    assert [column[-3:] for column in found["events"]] == [
        ["2030-05-01", "2030-05-01", "2031~"],
        ["Acme rings.", "Somebody rings.", "Acme sleeps."],
        [[1], [1, "-2"], [1, "#asleep"]],
        [[0], [], [0]],
        [[1], [1], [2]],
    ]
    assert found["words"]["0"] == ["1 February 2029", ", year inferred", "day"]
    assert found["words"]["152"][0] == "Around 2031"


def test_a_page_of_a_month_rests_on_its_own_events_alone() -> None:
    before = site(happened("a", DAYS * 3), happened("b", ["2031-02-03"] * 2))
    after = site(happened("a", DAYS * 3), happened("b", ["2031-02-03"] * 3))
    worth = [Values(one) for one in (before, after)]
    todo = files(before)
    facts = {path: ("leaf", path) for path in todo if path[-1] == "/"}
    assert {path for path, fact in facts.items() if worth[0].of(fact) != worth[1].of(fact)} == {
        "timeline/2031/"
    }
    for path in ("timeline/2030-04/", "timeline/2031/"):
        with before.notebook.page() as asked:
            todo[path].make()
        assert ("stories",) not in asked
        assert ("leaf", path) in asked

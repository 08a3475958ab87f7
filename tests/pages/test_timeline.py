"""The timeline of everything: what stands under which year, and what it is about."""

from __future__ import annotations

import re

import pytest

from tests.pages.world import site, story
from tools.model.dates import Date
from tools.model.story import Story
from tools.model.vocabulary import Company
from tools.pages.periods import Heading
from tools.pages.timeline import met, named, page


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

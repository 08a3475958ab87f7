"""A topic on one sheet: who stands where, the last moves, the sources, each of bounded length."""

from __future__ import annotations

import re

from tests.pages import long
from tests.pages.test_side_by_side import words
from tests.pages.world import site, story
from tools.pages import Page, Settings, brief, build, machine_files
from tools.pages.brief import MOVES, NAMED, SOURCES, rows
from tools.pages.site import Site
from tools.pages.stands import stands

DAY = "2031-01-01"


def sheet(one: Site, topic: str = "maps") -> Page:
    return brief.page(one, one.vocabulary.topics[topic])


def test_it_tells_who_stands_where_with_the_year() -> None:
    told = words(sheet(site(story(DAY, {"acme": "refuses", "bolt": "refuses", "cog": "complies"}))))
    assert "Refuses Acme, Bolt 2031" in told
    assert "Complies Cog 2031" in told


def test_positions_beside_the_chief_one_are_told() -> None:
    assert "Acme 2031, also sues" in words(sheet(site(story(DAY, {"acme": "refuses sues"}))))


def test_the_last_moves_are_those_that_changed_an_answer() -> None:
    places = ("waits", "refuses", "complies", "refuses", "waits")
    one = site(*(story(f"2031-0{n}-01", {"acme": place}) for n, place in enumerate(places, 1)))
    moves = words(sheet(one)).partition("Last moves")[2].partition("##")[0]
    days = re.findall(r"1 \w+ 2031", moves)
    assert days == ["1 May 2031", "1 April 2031", "1 March 2031"]
    assert "first seen" not in moves


def test_it_says_where_nobody_has_moved() -> None:
    told = words(sheet(site(story(DAY, {"acme": "refuses", "cog": "complies"}))))
    assert "None has changed its answer since it was first seen here." in told


def test_nothing_recorded_is_said() -> None:
    assert "No position is recorded yet." in words(sheet(site()))


def test_of_much_it_shows_some_and_how_much_more_there_is() -> None:
    one = long.one_demand(40, 3)
    page = sheet(one)
    assert page.body.count("brief__moves") == 1
    assert len(re.findall(r'<li><p class="label">', page.body)) == MOVES
    told = words(page)
    assert f"and {120 - SOURCES} more" in told
    here = re.findall(r"<dd>.*?</dd>", page.body)
    for row in here:
        assert len(re.findall(r"\bC\d+\b", row)) <= NAMED + 1
    assert (
        sum(int(n) for row in here for n in re.findall(r"and (\d+) more", row))
        + sum(len(re.findall(r"\bC\d+\b", row)) for row in here)
        == 40
    )


def test_one_more_is_named_rather_than_counted() -> None:
    for companies, named in ((NAMED + 1, NAMED + 1), (NAMED + 2, NAMED)):
        one = long.one_demand(companies, 1)
        (row,) = rows(one, [(one.position("waits"), stands(one.tracks(topic="maps")))])
        assert sum(map(len, row.here)) == named
        assert row.more == companies - named


def test_it_is_a_copy_for_paper_that_search_engines_leave_aside() -> None:
    plain = site(story(DAY, {"acme": "refuses"}))
    one = Site(plain.seeds, Settings(url="https://stand.example/"))
    page = sheet(one)
    assert page.meta["canonical"] == "topics/maps/"
    assert page.meta["unsearched"]
    assert "brief" not in machine_files(one, [page.listed])["sitemap.xml"]
    assert "https://stand.example/topics/maps/</a>" in page.body


def test_the_topic_leads_to_it() -> None:
    plain = site(story(DAY, {"acme": "refuses"}))
    made = build(plain.seeds, plain.settings)
    assert 'href="../../topics/maps/brief/"' in made["topics/maps/index.md"]
    assert "topics/maps/brief/index.md" in made

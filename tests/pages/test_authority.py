"""The page of who asks: its demands, and where companies were last known to stand on each."""

from __future__ import annotations

import re
from dataclasses import replace

from tests.pages import long
from tests.pages.test_side_by_side import words
from tests.pages.world import authority, site, story, topic
from tests.publication import PUBLISHER
from tools.model.dates import Date
from tools.model.story import Seeds, Story
from tools.model.vocabulary import Milestone
from tools.pages import build
from tools.pages.authority import demands, page
from tools.pages.site import Site

TOLD = story("2031-02-03", {"acme": "refuses sues", "bolt": "waits"})
ASKED = Milestone(
    date=Date("2031-01"), how="the town asked for maps", story=TOLD.name, quote=("acme refuses.",)
)


def world(*stories: Story, by: tuple[str, ...] = ("town",), ended: Milestone | None = None) -> Site:
    """A site whose maps are asked by the named ones, since a day that an article has."""
    one = site(*stories)
    lists = replace(
        one.vocabulary,
        authorities={name: authority(name) for name in ("town", "court")},
        topics={"bells": topic("bells"), "maps": topic("maps", by=by, asked=ASKED, ended=ended)},
    )
    return replace(one, seeds=Seeds(stories, lists, publisher=PUBLISHER))


def body(one: Site, name: str = "town") -> str:
    return page(one, one.vocabulary.authorities[name]).body


def test_each_demand_says_since_when_and_shows_it() -> None:
    found = body(world(TOLD))
    assert "Since January 2031 , when the town asked for maps" in words_of(world(TOLD))
    assert f'<a class="r" href="../../sources/{TOLD.name}/#receipt-' in found
    assert '<a href="../../topics/maps/">Maps?</a>' in found


def words_of(one: Site, name: str = "town") -> str:
    return words(page(one, one.vocabulary.authorities[name]))


def test_each_demand_says_where_companies_were_last_known_to_stand_and_when() -> None:
    said = words_of(world(TOLD))
    assert "(last known in 2031)." in said
    assert "Acme 2031" in said
    assert "Bolt 2031" in said
    assert "As of 1 January 2031" in said


def test_a_demand_that_ended_says_how() -> None:
    ended = Milestone(date=Date("2031-05-06"), how="the town gave up")
    assert "Ended 6 May 2031 , when the town gave up." in words_of(world(TOLD, ended=ended))
    assert "Ended" not in words_of(world(TOLD))


def test_a_demand_of_an_unknown_day_comes_last_and_says_so() -> None:
    one = world(TOLD)
    assert [d.topic.id for d in demands(one, one.vocabulary.authorities["town"])] == [
        "maps",
        "bells",
    ]
    last = words_of(one).partition("Bells?")[2]
    assert "The articles do not say since when." in last
    assert "No company was last known to stand anywhere on it." in last


def test_a_demand_of_several_stands_on_each_page() -> None:
    one = world(TOLD, by=("court", "town"))
    for name in ("court", "town"):
        assert "Maps?" in words_of(one, name)
    assert "Bells?" not in words_of(one, "court")


def test_one_who_asks_nothing_has_a_page_that_says_so() -> None:
    assert "No topic names a demand of it yet." in words_of(world(TOLD), "court")


def test_a_step_from_before_it_was_asked_stands_nowhere() -> None:
    early = story("2030-05-06", {"cog": "complies"})
    assert "Cog" not in words_of(world(TOLD, early))


def test_the_page_is_dated_by_the_records_it_tells() -> None:
    one = world(TOLD, story("2031-02-04", {}, "other", topic="bells", reviewed="2031-09-09"))
    assert page(one, one.vocabulary.authorities["town"]).meta["lastmod"] == "2031-01-01"


def test_search_and_the_site_map_know_it() -> None:
    one = world(TOLD)
    files = build(one.seeds, replace(one.settings, url="https://stand.example/"))
    assert "kind: Authority" in files["authorities/town/index.md"]
    for where in ("authorities/", "authorities/town/"):
        assert f"<loc>https://stand.example/{where}</loc>" in files["sitemap.xml"]
    assert 'href="../authorities/"' in files["search/index.md"]
    assert 'data-pagefind-filter="topic">Maps<' in files["authorities/town/index.md"]


def test_the_demands_of_one_who_asks_much_are_on_several_pages() -> None:
    found = long.pages(long.many_demands(50), "authorities/town/")
    assert list(found) == [f"authorities/town/{way}" for way in ("", "page/2/", "page/3/")]
    shown = [re.findall(r'id="demand-(t\d+)"', one.body) for one in found.values()]
    assert [len(some) for some in shown] == [20, 20, 10]
    assert len({name for some in shown for name in some}) == 50
    first, second, third = found.values()
    assert "50 demands" in first.body
    assert (first.meta["next"], third.meta["prev"]) == (second.address, second.address)
    assert second.meta["prev"] == first.address
    assert second.crumbs[-1] == (first.address, "Town")
    assert "lastmod" not in second.meta
    assert "linked" not in second.meta


def test_demands_that_many_answered_take_more_room() -> None:
    one = long.one_demand(companies=200, rounds=1)
    topics = {name: topic(name) for name in ("maps", "bells")}
    one = replace(one, seeds=replace(one.seeds, vocabulary=replace(one.vocabulary, topics=topics)))
    found = long.pages(one, "authorities/town/")
    assert max(long.elements(page) for page in found.values()) < long.ELEMENTS

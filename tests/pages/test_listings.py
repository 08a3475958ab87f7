"""The lists of topics and of who asks."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.pages.test_side_by_side import words
from tests.pages.world import authority, site, story, topic
from tests.publication import PUBLISHER
from tools.model.dates import Date
from tools.model.story import Seeds, Story
from tools.model.vocabulary import Milestone, Vocabulary
from tools.pages import Settings, build, waiting
from tools.pages.authority import newest_first
from tools.pages.placed import authorities, topics
from tools.pages.render import Page
from tools.pages.site import Site


def test_a_question_in_the_list_says_how_many_stand_on_each_side() -> None:
    said = words(topics(site(story("2031-01-01", {"acme": "refuses sues", "bolt": "waits"}))))
    assert "Maps? Asked by Town · 2 companies 0 yielding 1 holding 1 resisting" in said
    assert "Bells? Asked by Town · 0 companies No position is recorded yet." in said


def of_places(*places: str) -> Site:
    """A site with a topic and an authority in each place."""
    named = {f"a{n}": place for n, place in enumerate(places)} | {"town": places[0]}
    lists = Vocabulary(
        topics={f"t{n}": topic(f"t{n}", place=place) for n, place in enumerate(places)},
        authorities={
            name: authority(name).model_copy(update={"place": place})
            for name, place in named.items()
        },
    )
    return Site(Seeds((), lists, publisher=PUBLISHER), Settings())


@pytest.mark.parametrize("listed", [topics, authorities])
def test_what_is_listed_stands_under_its_place(listed: Callable[[Site], Page]) -> None:
    body = listed(of_places("Ruritania", "Ostvale", "ostvale", "東京", "Ruritania")).body
    assert re.findall(r"^## (.+?) \{ #(.+?) \}", body, flags=re.MULTILINE) == [
        ("Ostvale", "place-ostvale"),
        ("ostvale", "place-ostvale-2"),
        ("Ruritania", "place-ruritania"),
        ("東京", "place-4"),
    ]
    assert '<a href="#place-ostvale-2">ostvale</a>' in body


def test_the_newest_demand_of_a_place_stands_first_and_those_without_a_day_last() -> None:
    days = {"a": None, "b": "2030", "c": "2031-05", "d": "XXXX-06", "e": "2031-04-02"}
    asked = {
        name: topic(name, asked=day and Milestone(date=Date(day), how="it was asked"))
        for name, day in days.items()
    }
    assert [one.id for one in newest_first(asked.values())] == ["c", "e", "b", "a", "d"]


def test_the_list_of_topics_says_who_asks_since_when_and_until_when() -> None:
    one = site()
    maps = topic(
        "maps",
        asked=Milestone(date=Date("2030-05"), how="it was asked"),
        ended=Milestone(date=Date("2031"), how="it was dropped"),
    )
    asked = replace(
        one, seeds=Seeds((), replace(one.vocabulary, topics={"maps": maps}), publisher=PUBLISHER)
    )
    assert "A law, asked since May 2030 , ended 2031 Maps? Asked by Town · 0 companies" in words(
        topics(asked)
    )
    said = words(authorities(asked))
    assert "Maps? a law, since May 2030 , when it was asked, ended 2031" in said


def test_an_authority_without_a_demand_says_so() -> None:
    one = site()
    alone = replace(one, seeds=Seeds((), replace(one.vocabulary, topics={}), publisher=PUBLISHER))
    assert "No topic names a demand of it yet." in words(authorities(alone))


def test_the_site_map_has_every_page_that_is_written_by_hand() -> None:
    publisher = replace(PUBLISHER, pages=frozenset({"index", "method", "team"}))
    seeds = replace(site().seeds, publisher=publisher)
    settings = Settings(url="https://stand.example/")
    site_map = build(seeds, settings)["sitemap.xml"]
    found = re.findall(r"<loc>https://stand.example/(.*?)</loc>", site_map)
    assert {"", "method/", "team/"} <= set(found)
    assert "index/" not in found
    assert found == sorted(found)


def test_a_name_with_a_space_stands_in_quotation_marks_in_the_command() -> None:
    bare = Seeds((Story("", name="two words"),), publisher=PUBLISHER)
    (job,) = waiting(Site(bare, Settings()))
    page = job.make()
    assert isinstance(page, Page)
    assert "python -m tools draft &#39;two words&#39;" in page.text

"""What a topic's page is made from: the scale, the order of companies, the drawing of moves."""

from __future__ import annotations

import re

from tests.pages.world import site, story
from tools.pages.explainer import View
from tools.pages.moves import drawing
from tools.pages.topic import in_order, page, scale

TWO = (
    story("2031-01-01", {"acme": "refuses", "bolt": "waits", "cog": "waits"}),
    story("2031-02-01", {"acme": "complies", "cog": "waits"}),
)


def test_who_moved_stands_on_top_and_the_rest_along_the_scale() -> None:
    one = site(*TWO)
    assert [t.company for t in in_order(one, one.tracks(topic="maps"))] == ["acme", "bolt", "cog"]


def test_the_scale_holds_every_position_and_who_is_there_now() -> None:
    one = site(*TWO)
    current = [track.current for track in one.tracks() if track.current]
    found = {p.id: [s.company for s in here] for _, row in scale(one, current) for p, here in row}
    assert found == {"complies": ["acme"], "waits": ["bolt", "cog"], "refuses": [], "sues": []}


def test_a_drawing_says_in_words_what_it_shows() -> None:
    one = site(*TWO)
    (acme,) = one.tracks(company="acme")
    svg = drawing(one, acme)
    assert 'aria-label="Acme: Refuses, 1 Jan 2031, then Complies, 1 Feb 2031"' in svg
    assert re.findall(r'<use [^>]*x="([^"]*)"', svg) == ["25%", "5%"]


def test_a_company_that_only_reaffirmed_has_one_mark() -> None:
    one = site(*TWO)
    (cog,) = one.tracks(company="cog")
    assert drawing(one, cog).count("<use ") == 1
    assert "since 1 Jan 2031" in drawing(one, cog)


def test_the_page_counts_who_moved() -> None:
    one = site(*TWO)
    body = page(one, one.vocabulary.topics["maps"]).body
    assert "One has moved; two stand where first seen." in body


def test_a_story_has_moved_only_where_a_later_one_tells_so() -> None:
    one = site(*TWO)
    first, second = (View(one, told) for told in TWO)
    assert first.moved() == [("maps", ["Acme"])]
    assert second.moved() == []


def test_a_record_that_tells_the_change_itself_has_not_moved() -> None:
    same_day = story("2031-01-01", {"acme": "refuses"}), story("2031-01-01", {"acme": "complies"})
    one = site(*same_day)
    assert [View(one, told).moved() for told in same_day] == [[], []]


def test_where_everyone_moved_nobody_is_said_to_stay() -> None:
    one = site(story("2031-01-01", {"acme": "refuses"}), story("2031-02-01", {"acme": "complies"}))
    body = page(one, one.vocabulary.topics["maps"]).body
    assert "One has moved.</p>" in body

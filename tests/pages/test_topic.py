"""What a topic's page is made from: the scale, the order of companies, the drawing of moves."""

from __future__ import annotations

import re

import pytest

from tests.pages.world import site, story
from tools.pages.explainer import View
from tools.pages.moves import drawing, left_of
from tools.pages.site import Site
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


def label(one: Site, company: str = "acme") -> list[tuple[str, str]]:
    """Where the words of each date begin or end, and which of both."""
    (track,) = one.tracks(company=company)
    return re.findall(r'<text[^>]* x="([^"]*)"[^>]*text-anchor="(\w+)"', drawing(one, track))


def test_words_keep_clear_of_a_line_that_goes_to_the_position_beside() -> None:
    # positions: complies at 5, waits at 15, refuses at 25, sues at 35
    up = site(story("2031-01-01", {"acme": "refuses"}), story("2031-02-01", {"acme": "sues"}))
    assert label(up)[0] == ("35%", "start")  # no room on the left of 35
    down = site(story("2031-01-01", {"acme": "sues"}), story("2031-02-01", {"acme": "refuses"}))
    assert label(down)[0] == ("25%", "start")  # on the right, under its own mark


def test_words_stay_in_the_middle_where_the_next_line_is_far() -> None:
    far = site(story("2031-01-01", {"acme": "sues"}), story("2031-02-01", {"acme": "complies"}))
    assert label(far)[0] == ("35%", "middle")


@pytest.mark.parametrize(
    ("lines", "x", "left"),
    [([45], 35, True), ([85], 95, True), ([75], 65, True), ([55], 65, False), ([15], 5, False)],
)
def test_words_stand_on_the_side_of_their_own_mark_where_there_is_room(
    lines: list[float], x: float, left: bool
) -> None:
    assert left_of(lines, x) == left

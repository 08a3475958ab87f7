"""What a topic's page is made from: the scale, the order of companies, the drawing of moves."""

from __future__ import annotations

import re

import pytest

from tests.pages import long
from tests.pages.world import position, site, story
from tools.model.record import Until
from tools.model.story import Story
from tools.model.vocabulary import Milestone
from tools.pages.moves import drawing
from tools.pages.site import Site
from tools.pages.stands import scale, stand
from tools.pages.svg import left_of
from tools.pages.topic import page
from tools.pages.topic_parts import in_order
from tools.pages.view import View

TWO = (
    story("2031-01-01", {"acme": "refuses", "bolt": "waits", "cog": "waits"}),
    story("2031-02-01", {"acme": "complies", "cog": "waits"}),
)


def test_who_moved_stands_on_top_and_the_rest_along_the_scale() -> None:
    one = site(*TWO)
    assert [t.company for t in in_order(one, one.tracks(topic="maps"))] == ["acme", "bolt", "cog"]


def test_the_scale_holds_every_position_and_who_was_last_known_there() -> None:
    one = site(*TWO)
    current = [stand(track.last_known) for track in one.tracks()]
    found = {p.id: [s.company for s in here] for _, row in scale(one, current) for p, here in row}
    assert found == {"complies": ["acme"], "waits": ["bolt", "cog"], "refuses": [], "sues": []}


def test_a_drawing_says_in_words_what_it_shows() -> None:
    one = site(*TWO)
    (acme,) = one.tracks(company="acme")
    svg = drawing(one, acme)
    assert 'aria-label="Acme: Refuses, 1 Jan 2031, then Complies, 1 Feb 2031"' in svg
    assert re.findall(r'<use [^>]*x="([^"]*)"', svg) == ["62.5%", "12.5%"]


def test_a_company_that_only_reaffirmed_has_one_mark() -> None:
    one = site(*TWO)
    (cog,) = one.tracks(company="cog")
    assert drawing(one, cog).count("<use ") == 1
    assert "since 1 Jan 2031" in drawing(one, cog)


def test_the_page_counts_who_moved() -> None:
    one = site(*TWO)
    body = page(one, one.vocabulary.topics["maps"]).body
    assert "One has changed the answer; two have not." in body


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
    assert "One has changed the answer.</p>" in body


def wide(*stories: Story) -> Site:
    """A site of ten positions, p1 to p10."""
    one = site(*stories)
    one.vocabulary.positions.clear()
    sides = ["yields"] * 3 + ["holds"] * 2 + ["resists"] * 5
    named = {f"p{n}": position(f"p{n}", side, "deed") for n, side in enumerate(sides, 1)}
    one.vocabulary.positions.update(named)
    return one


def label(one: Site, company: str = "acme") -> list[tuple[str, str]]:
    """Where the words of each date begin or end, and which of both."""
    (track,) = one.tracks(company=company)
    return re.findall(r'<text[^>]* x="([^"]*)"[^>]*text-anchor="(\w+)"', drawing(one, track))


def test_words_keep_clear_of_a_line_that_goes_to_the_position_beside() -> None:
    # of ten positions, each has a tenth of the width: two neighbours are near each other
    up = wide(story("2031-01-01", {"acme": "p3"}), story("2031-02-01", {"acme": "p4"}))
    assert label(up)[0] == ("35%", "start")  # no room on the left of 35
    down = wide(story("2031-01-01", {"acme": "p4"}), story("2031-02-01", {"acme": "p3"}))
    assert label(down)[0] == ("25%", "start")  # on the right, under its own mark


def test_words_stay_in_the_middle_where_the_next_line_is_far() -> None:
    far = wide(story("2031-01-01", {"acme": "p4"}), story("2031-02-01", {"acme": "p1"}))
    assert label(far)[0] == ("35%", "middle")


@pytest.mark.parametrize(
    ("lines", "x", "left"),
    [([45], 35, True), ([85], 95, True), ([75], 65, True), ([55], 65, False), ([15], 5, False)],
)
def test_words_stand_on_the_side_of_their_own_mark_where_there_is_room(
    lines: list[float], x: float, left: bool
) -> None:
    assert left_of(lines, x) == left


def test_a_position_on_another_axis_has_a_line_of_its_own() -> None:
    one = site(story("2031-01-01", {"acme": "refuses"}), story("2031-02-01", {"acme": "sues"}))
    (acme,) = one.tracks(company="acme")
    svg = drawing(one, acme)
    assert "Refuses, 1 Jan 2031, then Refuses and sues, 1 Feb 2031" in svg
    lines = re.findall(r'<line x1="([^"]*)" x2="([^"]*)"', svg)
    assert lines == [("62.5%", "62.5%")]  # refusing goes on, and nothing leads to the lawsuit


def test_a_position_that_ended_stops_in_the_drawing() -> None:
    until = {"date": "2031-03-01", "quote": "acme sues."}
    told = story("2031-01-01", {"acme": "refuses sues"})
    stances = [
        claim.model_copy(update={"until": Until.model_validate(until)})
        if claim.position == "sues"
        else claim
        for claim in told.record.stances
    ]
    record = told.record.model_copy(update={"stances": tuple(stances)})
    one = site(type(told)(told.path, {}, told.name, record, told.articles))
    (acme,) = one.tracks(company="acme")
    svg = drawing(one, acme)
    assert 'class="stop" cx="87.5%"' in svg
    assert "then Sues ended, 1 Mar 2031" in svg


def test_the_answer_of_a_topic_is_made_from_its_ledger_and_adds_up() -> None:
    one = site(
        story("2029-01-01", {"acme": "waits", "bolt": "waits"}),
        story("2031-01-01", {"cog": "refuses sues"}),
    )
    body = page(one, one.vocabulary.topics["maps"]).body
    assert "Of three companies, Acme and Bolt waits and Cog refuses and sues" in body
    assert "(last known 2029 to 2031)." in body


def test_the_page_says_who_asks_since_when_and_how_it_ended() -> None:
    told = story("2031-01-01", {"acme": "waits"})
    one = site(told)
    asked = Milestone.model_validate(
        {"date": "2030-12", "how": "a rule came", "story": told.name, "quote": "acme waits."}
    )
    ended = Milestone.model_validate({"date": "2031-06", "how": "it went"})
    maps = one.vocabulary.topics["maps"].model_copy(update={"asked": asked, "ended": ended})
    said = " ".join(re.sub("<[^>]*>", " ", page(one, maps).body).split())
    assert "Asked by Town : a law, since December 2030 , when a rule came" in said
    assert "Ended June 2031 , when it went" in said
    assert f'href="../../sources/{told.name}/#receipt-' in page(one, maps).body


def test_a_topic_leads_to_the_explainer_that_tells_its_newest_position() -> None:
    newest = story("2031-02-01", {"acme": "refuses"}, "of-february")
    source = {"file": "article.txt", "sha256": "", "headline": "H", "published": "2031-09"}
    later = story("2031-01-01", {"acme": "waits"}, "looks-back", sources=[source])
    one = site(newest, later)
    body = page(one, one.vocabulary.topics["maps"]).body
    latest = body.partition("The latest explainer:")[2].partition("</p>")[0]
    assert 'href="../../explainers/of-february/"' in latest


LONG = long.one_demand(companies=12, rounds=30)
BIG = long.pages(LONG, "topics/maps/")
WHOLE = BIG["topics/maps/"]


def test_no_page_of_a_long_demand_outgrows_its_bounds() -> None:
    assert len(BIG) > 20
    assert max(long.elements(one) for one in BIG.values()) < long.ELEMENTS
    assert len(WHOLE.body) < len(BIG["topics/maps/ledger/"].body) * 2


def test_every_step_stands_on_one_page_of_the_ledger_alone() -> None:
    found = [receipt for one in BIG.values() for receipt in long.receipts(one)]
    assert len(found) == len(set(found)) == 360
    assert not long.receipts(WHOLE)
    assert max(len(long.receipts(one)) for one in BIG.values()) <= 100


def test_a_track_that_fits_is_on_one_page_to_which_its_old_anchor_leads() -> None:
    for track in LONG.tracks(topic="maps"):
        anchor = f"company-{track.company}"
        on = [where for where, one in BIG.items() if anchor in long.ids(one)]
        (there,) = [where for where in on if where != "topics/maps/"]
        assert on[0] == "topics/maps/"
        assert long.ids(WHOLE).count(anchor) == 1
        way = there.removeprefix("topics/maps/")
        assert f'<li id="{anchor}"><a href="../../topics/maps/{way}#{anchor}">' in WHOLE.body


def test_a_track_longer_than_a_page_goes_on_on_the_next() -> None:
    found = long.pages(long.one_demand(companies=1, rounds=230), "topics/maps/ledger/")
    assert [len(long.receipts(one)) for one in found.values()] == [100, 100, 30]
    assert [one.body.count("continued from the page before") for one in found.values()] == [0, 1, 1]


def test_everything_that_has_no_room_is_on_the_pages_behind() -> None:
    bodies = "".join(one.body for one in BIG.values())
    assert bodies.count('class="moves__row"') == 12
    assert sorted(re.findall(r">E (s-\d+-\d+)\.", bodies)) == sorted(s.name for s in LONG.stories)
    titled = re.findall(r'<h3 dir="auto"><a href="[./]*explainers/([^/]*)/"', bodies)
    assert sorted(titled) == sorted(s.name for s in LONG.stories)
    assert bodies.count("<details><summary><b>") == 359  # each date but the last
    for part in ("moves", "before", "explainers", "timeline"):
        assert f'<a class="btn" href="../../topics/maps/{part}/">' in WHOLE.body


def test_the_newest_events_are_on_the_page_and_the_order_is_that_of_time() -> None:
    events = re.findall(r">E (s-\d+-\d+)\.", WHOLE.body)
    assert events == [f"s-{turn}-{n}" for turn in range(30) for n in range(12)][-12:]


def test_pages_of_a_list_know_each_other_and_say_nothing_twice_to_search_engines() -> None:
    first, second = BIG["topics/maps/ledger/"].meta, BIG["topics/maps/ledger/2/"].meta
    assert (first["next"], second["prev"]) == ("topics/maps/ledger/2/", "topics/maps/ledger/")
    assert "prev" not in first
    assert BIG["topics/maps/ledger/"].crumbs[-1] == ("topics/maps/", "Maps")
    for one in BIG.values():
        assert ("linked" in one.meta) == ("lastmod" in one.meta) == (one is WHOLE)
        assert one.meta["kind"] == "Topic"
    assert len({one.title for one in BIG.values()}) == len(BIG)


def test_a_short_demand_has_one_page() -> None:
    found = long.pages(long.one_demand(companies=12, rounds=1), "topics/maps/")
    assert list(found) == ["topics/maps/", "topics/maps/brief/"]
    assert len(long.receipts(found["topics/maps/"])) == 12

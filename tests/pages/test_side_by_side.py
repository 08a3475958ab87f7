"""Positions of one date: two that disagree, and two that one record tells, side by side."""

from __future__ import annotations

import re
from dataclasses import replace

from tests.pages.world import site, story
from tools.pages import company, home, lists, topic
from tools.pages.earlier import changes, earlier
from tools.pages.moves import drawing
from tools.pages.render import Page
from tools.pages.site import Site
from tools.pages.view import View

DAY, LATER = "2031-01-01", "2031-02-01"
DIFFER = (
    story(DAY, {"acme": "complies", "bolt": "waits"}),
    story(LATER, {"acme": "complies"}, "a"),
    story(LATER, {"acme": "refuses"}, "b"),
)
BOTH = (story(DAY, {"acme": "refuses sues"}),)


def words(page: Page) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", page.body).split())


def topic_page(one: Site) -> str:
    return words(topic.page(one, one.vocabulary.topics["maps"]))


def test_sources_that_differ_are_both_told_on_the_topic() -> None:
    said = topic_page(site(*DIFFER))
    assert "Refuses Acme 1 February 2031 Complies, 2031 Sources differ" in said
    assert "Sources differ on Acme." in said
    assert "None has changed its answer" in said


def test_sources_that_differ_are_drawn_side_by_side() -> None:
    one = site(*DIFFER)
    (acme,) = one.tracks(company="acme")
    svg = drawing(one, acme)
    assert "Complies, 1 Jan 2031, then Sources differ: complies or refuses, 1 Feb 2031" in svg
    assert len(re.findall(r"<use ", svg)) == 3
    # what only some records tell is no plain line
    assert re.findall(r'<line class="maybe" x1="([^"]*)" x2="([^"]*)"', svg) == [
        ("12.5%", "62.5%"),
        ("62.5%", "62.5%"),
    ]


def test_two_positions_of_one_record_are_both_drawn_and_no_dispute() -> None:
    one = site(*BOTH)
    (acme,) = one.tracks(company="acme")
    svg = drawing(one, acme)
    assert 'aria-label="Acme: Refuses and sues, since 1 Jan 2031"' in svg
    assert "maybe" not in svg
    assert "Sources differ" not in topic_page(one)


def test_the_dossier_shows_every_last_known_position() -> None:
    one = site(*DIFFER)
    said = words(company.page(one, one.vocabulary.companies["acme"]))
    now = said.partition("How it moved")[0]
    assert now.count("Sources differ") == 2
    assert now.index("Complies Sources differ") < now.index("Refuses Sources differ")


def test_home_tells_no_move_between_sources_that_differ() -> None:
    said = words(home.page(site(*DIFFER), ""))
    assert "Sources differ Complies or Refuses" in said
    assert "→" not in said


def test_home_shows_a_move_from_what_was_left_beside_what_stays() -> None:
    one = site(*BOTH, story(LATER, {"acme": "complies"}))
    assert "Refuses → to Complies still: Sues" in words(home.page(one, ""))


def test_home_has_every_last_known_position_of_a_demand() -> None:
    assert "Refuses and Sues Acme 2031" in words(home.page(site(*BOTH), ""))
    said = words(home.page(site(*DIFFER), ""))
    assert "Refuses or Complies Acme 2031 · sources differ" in said


def test_the_list_of_companies_has_every_last_known_position() -> None:
    assert "Refuses or Complies Maps 2031" in words(lists.companies(site(*DIFFER)))


def test_a_story_has_not_moved_where_one_of_its_positions_is_still_told() -> None:
    one = site(*DIFFER)
    assert View(one, DIFFER[0]).moved() == []


def test_earlier_dates_say_what_happened_and_where_everyone_stood() -> None:
    one = site(*DIFFER, story("2031-03-01", {"bolt": "sues", "cog": "waits"}))
    tracks = one.tracks(topic="maps")
    then = earlier(one, tracks, changes(tracks))
    told = [
        (
            re.sub("<[^>]*>", "", entry.date),
            entry.happened,
            {p.id: [s.company for s in here] for _, row in entry.scale for p, here in row if here},
        )
        for entry in then
    ]
    assert told == [
        (
            "1 February 2031",
            [("differ", ["Acme"])],
            {"waits": ["bolt"], "refuses": ["acme"]},
        ),
        (
            "1 January 2031",
            [("first", ["Acme", "Bolt"])],
            {"complies": ["acme"], "waits": ["bolt"]},
        ),
    ]


def test_a_date_that_only_reaffirms_is_no_date_of_its_own() -> None:
    one = site(
        story(DAY, {"acme": "waits"}),
        story(LATER, {"acme": "waits"}),
        story("2031-03-01", {"acme": "sues"}),
    )
    tracks = one.tracks(topic="maps")
    told = earlier(one, tracks, changes(tracks))
    assert [then.happened for then in told] == [[("first", ["Acme"])]]
    assert "Acme first seen" in topic_page(one)


def test_earlier_dates_say_the_same_in_whatever_order_they_are_asked_for() -> None:
    one = site(*DIFFER, story("2031-03-01", {"bolt": "sues", "cog": "waits"}))
    tracks = one.tracks(topic="maps")
    dates = changes(tracks)
    assert len(dates) > 1
    assert earlier(one, tracks, dates[::-1]) == earlier(one, tracks, dates)[::-1]


def test_a_drawing_says_where_a_year_is_from_context() -> None:
    told = story(DAY, {"acme": "waits"})
    bare = type(told.articles["article.txt"])("article.txt", "acme waits.")
    one = site(type(told)(told.path, {}, told.name, told.record, {"article.txt": bare}))
    (acme,) = one.tracks(company="acme")
    svg = drawing(one, acme)
    assert "Waits, since 1 Jan 2031, year inferred" in svg
    assert '<tspan class="many">, year inferred</tspan>' in svg
    assert "Acme 1 January 2031 , year inferred" in topic_page(one)


def test_a_company_counts_once_on_a_side() -> None:
    one = site(*BOTH)
    assert "Resisting 1" in topic_page(one)


def test_a_question_on_which_no_year_is_known_says_so() -> None:
    one = site(story("XXXX-05-01", {"acme": "refuses"}))
    said = topic_page(one)
    assert "The year of none is known, so nobody is shown as standing anywhere." in said
    assert "None has changed" not in said
    assert "Where everyone was last known" not in said
    dossier = words(company.page(one, one.vocabulary.companies["acme"]))
    assert "No recorded position stands: the year of none is known" in dossier
    assert "year unknown" in dossier


def test_a_first_answer_after_silence_is_told_and_is_no_changed_one() -> None:
    one = site(story(DAY, {"acme": "waits", "bolt": "refuses"}), story(LATER, {"acme": "complies"}))
    lists = one.seeds.vocabulary
    silence = lists.positions["waits"].model_copy(update={"axis": None})
    lists = replace(lists, positions={**lists.positions, "waits": silence})
    said = topic_page(replace(one, seeds=replace(one.seeds, vocabulary=lists)))
    assert "None has changed an answer that it gave; one gave its first after having said" in said
    assert "nothing." in said

"""The home page: the last steps, and where everyone was last known to stand."""

from __future__ import annotations

import gzip
import re

from tests.pages.test_side_by_side import words
from tests.pages.world import company, site, story, topic
from tools.pages import home
from tools.pages.home import DEMANDS, GROUPS, NAMED, everyone
from tools.pages.site import Site

DAY, LATER = "2031-01-01", "2031-02-01"


def moves(one: Site) -> str:
    return words(home.page(one, "")).partition("The latest new positions")[2].partition("##")[0]


def test_what_only_reaffirms_is_no_move() -> None:
    one = site(
        story(DAY, {"acme": "refuses"}),
        story(LATER, {"acme": "complies"}),
        story("2031-03-01", {"acme": "complies"}),
    )
    assert moves(one).split() == "Maps, 1 February 2031 Acme Refuses → to Complies".split()


def test_a_company_has_one_last_move_on_a_question() -> None:
    steps = ("waits", "refuses", "complies")
    one = site(*(story(f"2031-0{n}-01", {"acme": place}) for n, place in enumerate(steps, 1)))
    assert moves(one).count("Acme") == 1


def test_a_position_that_is_the_first_is_said_to_be() -> None:
    assert "Acme and Bolt Waits first seen" in moves(
        site(story(DAY, {"acme": "waits", "bolt": "waits"}))
    )


def test_the_newest_story_shows_each_company_once_and_where_it_ended() -> None:
    one = site(
        story(
            LATER,
            {"acme": "waits"},
            stances=[
                {
                    "company": "acme",
                    "position": place,
                    "date": day,
                    "text": "t",
                    "quote": "acme waits.",
                    "id": f"s-{day}-{place}",
                }
                for day, place in [(DAY, "complies"), (LATER, "refuses"), (LATER, "sues")]
            ],
        )
    )
    lead = words(home.page(one, "")).partition("The latest new positions")[0]
    assert "Yielding nobody Holding nobody Resisting Refuses and Sues: Acme" in lead


def told(one: Site) -> list[tuple[str, list[tuple[tuple[str, ...], int, list[str]]]]]:
    """Each demand with its groups: their positions, their year and who they are."""
    return [
        (
            demand.topic.id,
            [
                (
                    group.stands[0].positions,
                    group.stands[0].year,
                    [at.company for at in group.stands],
                )
                for group in demand.groups
            ],
        )
        for demand in everyone(one)[0]
    ]


def test_each_demand_groups_companies_by_positions_and_year_the_last_answered_on_top() -> None:
    bells = story(LATER, {"acme": "sues", "bolt": "sues"}, "bells", topic="bells")
    maps = story(DAY, {"cog": "refuses", "bolt": "waits", "acme": "waits"}, "maps")
    assert told(site(maps, bells)) == [
        ("bells", [(("sues",), 2031, ["acme", "bolt"])]),
        ("maps", [(("waits",), 2031, ["acme", "bolt"]), (("refuses",), 2031, ["cog"])]),
    ]


def test_the_same_position_of_other_years_is_told_apart() -> None:
    one = site(story("2029-01-01", {"acme": "waits"}), story(DAY, {"bolt": "waits"}))
    assert told(one) == [
        ("maps", [(("waits",), 2031, ["bolt"]), (("waits",), 2029, ["acme"])]),
    ]
    said = words(home.page(one, ""))
    assert "Waits Bolt 2031 Waits Acme 2029 old" in said
    assert "As of 1 January 2031" in said


def test_a_demand_says_who_asks_and_links_to_the_ledger_of_each_company() -> None:
    page = home.page(site(story(DAY, {"acme": "waits"})), "")
    assert "Maps Town Waits Acme" in words(page)
    assert 'href="topics/maps/#company-acme"' in page.body


def test_more_demands_than_home_shows_are_one_click_away() -> None:
    names = [f"demand-{number}" for number in range(DEMANDS + 2)]
    one = site(*(story(DAY, {"acme": "waits"}, name, topic=name) for name in names))
    one.seeds.vocabulary.topics.update({name: topic(name) for name in names})
    assert "All demands, 2 more" in words(home.page(one, ""))


def crowded(count: int) -> Site:
    """A site of more demands than home shows, on each of which very many stand in many ways."""
    places = ["waits", "refuses", "sues", "complies", "refuses sues", "waits sues"]
    told = [
        story(
            f"203{year}-01-{n + 1:02}",
            {f"firm-{i}": places[i % len(places)] for i in range(year, count, 3)},
            f"story-{n}-{year}",
            topic=f"demand-{n}",
        )
        for n in range(DEMANDS + 2)
        for year in range(3)
    ]
    one = site(*told)
    lists = one.seeds.vocabulary
    lists.topics.update({f"demand-{n}": topic(f"demand-{n}") for n in range(DEMANDS + 2)})
    lists.companies.update({f"firm-{i}": company(f"firm-{i}") for i in range(count)})
    return one


def test_home_does_not_grow_with_those_who_stand_alike() -> None:
    page = home.page(crowded(400), "")
    assert len(re.findall(r"<[a-z]", page.body)) < 4_000
    assert len(gzip.compress(page.text.encode())) < 20_000


def test_of_a_crowd_that_stands_alike_some_are_named_and_the_rest_counted() -> None:
    names = [f"firm-{n:02}" for n in range(NAMED + 3)]
    one = site(story(DAY, dict.fromkeys(names, "waits")))
    one.seeds.vocabulary.companies.update({name: company(name) for name in names})
    page = words(home.page(one, ""))
    assert "Firm-10 Firm-11 and 3 more 2031" in page
    assert "Firm-10, Firm-11 and 3 others Waits" in page


def test_of_many_groups_the_newest_are_shown_along_the_scale() -> None:
    years = [*range(2020, 2020 + GROUPS + 1)]
    found = [story(f"{year}-01-01", {f"firm-{year}": "waits"}) for year in years]
    one = site(*found, story("2031-01-01", {"acme": "sues"}))
    names = [f"firm-{year}" for year in years]
    one.seeds.vocabulary.companies.update({name: company(name) for name in names})
    ((_, groups),) = told(one)
    assert [year for _, year, _ in groups] == [*years[:1:-1], 2031]
    assert "2 more companies" in words(home.page(one, ""))


def test_a_step_beside_what_stays_is_no_move() -> None:
    one = site(story(DAY, {"acme": "refuses"}), story(LATER, {"acme": "sues"}))
    assert moves(one).split() == "Maps, 1 February 2031 Acme Sues still: Refuses".split()


def test_the_list_of_explainers_is_one_click_away_where_home_does_not_show_all() -> None:
    few, many = (
        words(home.page(site(*(story(f"2031-01-0{n}", {}) for n in range(1, count))), ""))
        for count in (3, 10)
    )
    assert "explainers" not in few.partition("Earlier explainers")[2]
    assert "All 9 explainers" in many

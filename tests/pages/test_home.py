"""The home page: what moved last, and where everyone stands now."""

from __future__ import annotations

from tests.pages.test_side_by_side import words
from tests.pages.world import company, site, story
from tools.pages import home
from tools.pages.home import FULL, everyone
from tools.pages.site import Site

DAY, LATER = "2031-01-01", "2031-02-01"
CROWD = [f"shop{number}" for number in range(FULL)]


def crowded(*stories: object) -> Site:
    """A site of more companies than the table takes, all of which wait but for the first."""
    one = site(
        story(DAY, dict.fromkeys(CROWD[1:], "waits") | {CROWD[0]: "refuses"}, "crowd"),
        *stories,
    )
    one.vocabulary.companies.update({name: company(name) for name in CROWD})
    return one


def moves(one: Site) -> str:
    return words(home.page(one, "")).partition("What moved last")[2].partition("##")[0]


def test_what_only_reaffirms_is_no_move() -> None:
    one = site(
        story(DAY, {"acme": "refuses"}),
        story(LATER, {"acme": "complies"}),
        story("2031-03-01", {"acme": "complies"}),
    )
    assert moves(one).split() == "Maps, 1 February 2031 Acme Refuses → to Complies".split()


def test_a_company_has_one_last_move_on_a_question() -> None:
    steps = ("waits", "refuses", "sues")
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
    lead = words(home.page(one, "")).partition("What moved last")[0]
    assert "Yielding nobody Holding nobody Resisting Refuses and Sues: Acme" in lead


def test_few_companies_are_all_in_the_table() -> None:
    rows, once = everyone(site(story(DAY, {"acme": "waits", "bolt": "sues"})))
    assert ([company.id for company, _ in rows], once) == (["acme", "bolt"], [])


def test_of_many_companies_those_on_one_question_stand_together_below_the_table() -> None:
    bells = story(DAY, {"acme": "sues", "bolt": "sues"}, "bells", topic="bells")
    one = crowded(story(LATER, {"acme": "waits"}, "maps"), bells)
    rows, once = everyone(one)
    assert [company.id for company, _ in rows] == ["acme"]
    told = [
        (topic.id, moment.positions, [company.id for company in companies])
        for topic, groups in once
        for moment, companies in groups
    ]
    waiting = sorted(CROWD[1:])
    assert told == [
        ("maps", ("waits",), waiting),
        ("maps", ("refuses",), CROWD[:1]),
        ("bells", ("sues",), ["bolt"]),
    ]
    page = home.page(one, "")
    assert 'href="topics/bells/#company-bolt"' in page.body
    assert "Companies on one question alone" in words(page)


def test_without_a_company_on_several_questions_there_is_no_table() -> None:
    body = home.page(crowded(story(LATER, {"acme": "waits"}, "maps")), "").body
    assert "<table" not in body
    assert "Newest recorded position of each company" in body


def test_the_list_of_explainers_is_one_click_away_where_home_does_not_show_all() -> None:
    few, many = (
        words(home.page(site(*(story(f"2031-01-0{n}", {}) for n in range(1, count))), ""))
        for count in (3, 10)
    )
    assert "explainers" not in few.partition("Earlier explainers")[2]
    assert "All 9 explainers" in many

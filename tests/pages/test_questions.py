"""What search answers from where somebody asks who changed, what is unknown, or of a year."""

from __future__ import annotations

from typing import Any

from tests.pages.test_answers import made
from tests.pages.world import site, story
from tools.pages import answers, questions
from tools.pages.answer_rows import ROWS
from tools.pages.site import Site
from tools.pages.values import Values

NOBODY = {"rows": [], "more": 0}


def unknown(text: str, headline: str) -> dict[str, Any]:
    return {"unknowns": [{"text": text, "quote": headline}]}


def changing() -> Site:
    """Acme refuses where it had waited, and again; Bolt waits elsewhere."""
    return site(
        story("2030-01-01", {"acme": "waits"}, "one"),
        story("2031-02-01", {"acme": "refuses"}, "two"),
        story("2031-03-01", {"acme": "refuses", "bolt": "waits"}, "three"),
        story("2031-04-01", {"bolt": "waits"}, "four", topic="bells"),
    )


def test_who_changed_is_told_with_what_was_before() -> None:
    found = made(changing())
    row = {
        "company": "acme",
        "topic": "maps",
        "position": "refuses",
        "date": "1 February 2031",
        "day": "2031-02-01",
        "says": "t",
        "at": "explainers/two/#acme-refuses",
        "before": "waits",
    }
    for one in ("all", "companies/acme", "topics/maps", "years/2031"):
        assert found[f"asked/{one}.json"]["changed"] == {"rows": [row], "more": 0}
    for one in ("companies/bolt", "companies/cog", "topics/bells", "years/2030"):
        assert found[f"asked/{one}.json"]["changed"] == NOBODY


def test_what_is_unknown_is_told_with_its_page_and_its_day() -> None:
    sources = [
        {"file": "article.txt", "sha256": "", "headline": "H", "published": "2031-05"},
    ]
    told = unknown("How many there are.", "A headline of 2031-01-01")
    world = site(
        story("2030-01-01", {"acme": "waits"}, "one"),
        story("2031-01-01", {"bolt": "waits"}, "two", sources=sources, **told),
    )
    found = made(world)
    (row,) = found["asked/all.json"]["unknown"]["rows"]
    assert row == {
        "text": "How many there are.",
        "title": "two",
        "topics": ["maps"],
        "date": "as of May 2031",
        "day": "2031-05-31",
        "at": f"explainers/two/#{row['at'].partition('#')[2]}",
    }
    for one in ("companies/bolt", "topics/maps", "years/2031"):
        assert found[f"asked/{one}.json"]["unknown"]["rows"] == [row]
    for one in ("companies/acme", "topics/bells", "years/2030"):
        assert found[f"asked/{one}.json"]["unknown"] == NOBODY


def test_a_year_has_its_topics_those_with_the_most_first() -> None:
    found = made(changing())
    assert found["asked/years.json"] == {"topics": "2030 2031", "changed": "2031", "unknown": ""}
    assert found["asked/years/2031.json"]["topics"] == ["maps", "bells"]
    assert found["asked/years/2030.json"]["topics"] == ["maps"]


def test_what_is_told_is_bounded_and_the_rest_counted() -> None:
    days = [f"{2020 + n // 12}-{n % 12 + 1:02}-01" for n in range(ROWS + 5)]
    places = ("waits", "refuses")
    world = site(*(story(day, {"acme": places[n % 2]}) for n, day in enumerate(days)))
    changed = made(world)["asked/all.json"]["changed"]
    assert (len(changed["rows"]), changed["more"]) == (ROWS, 4)  # the first changed nothing
    told = [row["day"] for row in changed["rows"]]
    assert told == sorted(told, reverse=True)


def test_words_that_ask_are_among_all_names() -> None:
    names = made(site())["names.json"]["questions"]
    assert [one["id"] for one in names] == ["changed", "unknown"]
    assert all(one["name"] and one["also"] for one in names)
    said = [word for one in questions.ASKED for word in (one.name, *one.sought)]
    assert all(word == word.strip() and word for word in said)


def test_what_is_said_to_be_unknown_makes_the_files_anew_that_show_it() -> None:
    worth = []
    for text in ("How many there are.", "How many there were."):
        told = unknown(text, "A headline of 2030-01-01")
        world = site(story("2030-01-01", {"acme": "waits"}, "one", **told))
        values, found = Values(world), {}
        for path, make in answers.files(world):
            with world.notebook.page() as asked:
                make()
            found[path.removeprefix("search/")] = values.together(sorted(asked))
        worth.append(found)
    changed = {path for path in worth[0] if worth[0][path] != worth[1][path]}
    assert {"asked/all.json", "asked/companies/acme.json", "asked/topics/maps.json"} <= changed
    assert "asked/companies/bolt.json" not in changed
    assert "names.json" not in changed

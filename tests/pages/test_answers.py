"""What search answers from: the list of names, and where each was last known to stand."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from tests.pages.world import site, story
from tools.model.publication import Place, Publication
from tools.model.vocabulary import GlossaryTerm
from tools.pages import answers
from tools.pages.site import Site
from tools.pages.values import Values


def made(world: Site) -> dict[str, Any]:
    return {path.removeprefix("search/"): json.loads(make()) for path, make in answers.files(world)}


def with_words(world: Site, *terms: GlossaryTerm) -> Site:
    lists = replace(world.seeds.vocabulary, glossary={term.id: term for term in terms})
    return replace(world, seeds=replace(world.seeds, vocabulary=lists))


def test_each_company_topic_and_position_has_where_it_was_last_known() -> None:
    world = site(
        story("2030-01-01", {"acme": "waits"}, "one"),
        story("2031-01-01", {"acme": "refuses", "bolt": "waits"}, "two"),
    )
    found = made(world)
    row = {
        "company": "acme",
        "topic": "maps",
        "position": "refuses",
        "date": "1 January 2031",
        "day": "2031-01-01",
        "says": "t",
        "at": "explainers/two/#acme-refuses",
    }
    assert found["companies/acme.json"]["rows"] == [row]
    assert found["positions/refuses.json"] == {"rows": [row], "past": [], "more": 0}
    assert [one["company"] for one in found["topics/maps.json"]["rows"]] == ["acme", "bolt"]
    (past,) = found["companies/acme.json"]["past"]
    assert (past["position"], past["date"]) == ("waits", "1 January 2030")
    assert found["companies/cog.json"] == {"rows": [], "past": [], "more": 0}


def test_what_is_old_says_so() -> None:
    world = site(story("2020-01-01", {"acme": "refuses"}, "one"))
    (row,) = made(world)["companies/acme.json"]["rows"]
    assert row["age"] == "history"


def test_a_file_is_of_bounded_size_and_counts_the_rest() -> None:
    told = [
        story(f"2030-{n % 12 + 1:02}-01", {"acme": "refuses"}, f"s{n}", topic=f"t{n}")
        for n in range(answers.ROWS + 5)
    ]
    found = made(site(*told))["positions/refuses.json"]
    assert (len(found["rows"]), found["more"]) == (answers.ROWS, 5)
    days = [row["day"] for row in found["rows"]]
    assert days == sorted(days, reverse=True)


def test_names_are_all_by_which_readers_may_ask() -> None:
    world = site(bolt="acme")
    acme = world.seeds.vocabulary.companies["acme"]
    companies = {**world.seeds.vocabulary.companies}
    companies["acme"] = acme.model_copy(update={"aliases": ("Acme Maps",), "sought": ("Peak",)})
    publication = Publication(places=(Place(name="p", sought=("Elsewhere",)),))
    seeds = replace(
        world.seeds,
        vocabulary=replace(world.seeds.vocabulary, companies=companies),
        publisher=replace(world.seeds.publisher, publication=publication),
    )
    found = made(replace(world, seeds=seeds))["names.json"]
    assert found["companies"][:2] == [
        {"id": "acme", "name": "Acme", "also": ["Acme Maps", "Peak"]},
        {"id": "bolt", "name": "Bolt", "parent": "acme"},
    ]
    assert found["places"] == [{"name": "p", "also": ["Elsewhere"]}]


def test_words_stand_by_how_their_names_begin() -> None:
    words = (
        GlossaryTerm(id="map", term="map", also=("Área chart",), definition="A drawing."),
        GlossaryTerm(id="x", term="“maximum”", definition="The most."),
        GlossaryTerm(id="cn", term="地图", definition="A map."),
    )
    found = made(with_words(site(), *words))
    assert found["names.json"]["words"] == "ar ma 地图"
    assert [one["id"] for one in found["words/6d-61.json"]] == ["map", "x"]
    assert found["words/61-72.json"][0]["says"] == "A drawing."


def test_a_word_is_found_by_what_readers_of_another_language_call_it() -> None:
    word = GlossaryTerm(id="map", term="map", sought=("地图",), definition="A drawing.")
    found = made(with_words(site(), word))
    assert found["names.json"]["words"] == "ma 地图"
    assert [one["also"] for one in found["words/6d-61.json"]] == [["地图"]]


def test_a_new_position_makes_the_files_anew_that_show_it_and_no_other() -> None:
    before = site(story("2030-01-01", {"acme": "refuses"}, "one"))
    after = site(
        story("2030-01-01", {"acme": "refuses"}, "one"),
        story("2030-02-01", {"bolt": "waits"}, "two"),
    )
    worth = []
    for world in (before, after):
        values, found = Values(world), {}
        for path, make in answers.files(world):
            with world.notebook.page() as asked:
                make()
            found[path] = values.together(sorted(asked))
        worth.append(found)
    changed = {path for path in worth[0] if worth[0][path] != worth[1][path]}
    assert {"search/companies/bolt.json", "search/topics/maps.json"} <= changed
    assert "search/companies/acme.json" not in changed
    assert "search/names.json" not in changed


def test_a_word_that_begins_as_none_did_makes_the_list_of_names_anew() -> None:
    words = [GlossaryTerm(id=name, term=name, definition="d") for name in ("map", "bell")]
    worth = []
    for world in (with_words(site(), words[0]), with_words(site(), *words)):
        make = dict(answers.files(world))[answers.NAMES]
        with world.notebook.page() as asked:
            make()
        worth.append(Values(world).together(sorted(asked)))
    assert worth[0] != worth[1]

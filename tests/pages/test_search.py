"""The small documents of which the search index is made."""

from __future__ import annotations

from lxml import html

from tests.pages.world import site, story
from tests.site.html_pages import folded
from tools.pages import documents
from tools.pages.site import Site

HOSTILE = "</p></h6><script>alert(1)</script> <b onclick=alert(2)>{{ 7*7 }}</b> & \"'"


def made(world: Site) -> dict[str, html.HtmlElement]:
    return {address: html.fromstring(text) for address, text in documents(world)}


def filters(page: html.HtmlElement, name: str) -> list[str]:
    return [folded(one) for one in page.xpath(f"//*[@data-pagefind-filter='{name}']")]


def passages(page: html.HtmlElement) -> dict[str, str]:
    """The label and the words of each passage by its anchor."""
    found = {}
    for heading in page.xpath("//h6"):
        words = [folded(heading)]
        for one in heading.itersiblings():
            if one.tag == "h6":
                break
            words.append(folded(one))
        found.setdefault(heading.get("id"), " / ".join(words))
    return found


def test_a_story_has_a_passage_for_each_claim_under_its_anchor() -> None:
    world = site(story("2030-01-01", {"acme": "refuses", "bolt": "waits"}, "one"))
    page = made(world)["explainers/one/"]
    assert folded(page.xpath("//h1")[0]) == "one"
    assert passages(page) == {
        "answer": "The short answer / An answer of 2030-01-01. / “A headline of 2030-01-01”",
        "acme-refuses": "Acme: Refuses, 1 January 2030 / t / “acme refuses.”",
        "bolt-waits": "Bolt: Waits, 1 January 2030 / t / “bolt waits.”",
        "sources": "Sources / A headline of 2030-01-01",
    }


def test_a_value_of_the_filter_means_one_claim() -> None:
    world = site(story("2030-01-01", {"acme": "refuses", "bolt": "waits"}, "one"))
    page = made(world)["explainers/one/"]
    assert filters(page, "claim") == ["Acme|Refuses|2030", "Bolt|Waits|2030"]
    assert filters(page, "kind") == ["Explainer"]
    assert filters(page, "topic") == ["Maps"]
    assert filters(page, "year") == ["2030"]


def test_a_passage_that_several_claims_rest_on_is_there_once() -> None:
    points = [{"text": "A point.", "quote": "acme refuses."}]
    page = made(site(story("2030-01-01", {"acme": "refuses"}, "one", key_points=points)))
    words = folded(page["explainers/one/"].xpath("//body")[0])
    assert words.count("acme refuses.") == 1


def test_who_answers_has_where_it_was_last_known_to_stand() -> None:
    found = made(
        site(
            story("2030-01-01", {"acme": "waits"}, "one"),
            story("2031-01-01", {"acme": "refuses"}, "two"),
        )
    )
    for address, anchor, text in (
        ("companies/acme/", "topic-maps", " / Maps"),
        ("topics/maps/", "company-acme", ""),
    ):
        assert passages(found[address]) == {anchor: f"Acme: Refuses, 1 January 2031{text}"}
        assert filters(found[address], "claim") == ["Acme|Refuses|2031"]
        assert filters(found[address], "year") == ["2030", "2031"]
    assert filters(found["companies/bolt/"], "claim") == []
    assert filters(found["companies/acme/"], "kind") == ["Company"]
    assert passages(found["authorities/town/"]) == {
        "demand-bells": "Bells? / Bells",
        "demand-maps": "Maps? / Maps",
    }


def test_a_draft_is_marked_and_says_nothing_sure_and_what_was_withdrawn_is_gone() -> None:
    withdrawn = {"status": "withdrawn", "withdrawn": {"date": "2031-01-02", "text": "Wrong."}}
    found = made(
        site(
            story("2030-01-01", {"acme": "refuses"}, "drafted", status="draft"),
            story("2030-01-01", {"acme": "refuses"}, "gone", **withdrawn),
        )
    )
    assert filters(found["explainers/drafted/"], "kind") == ["Draft"]
    assert filters(found["explainers/drafted/"], "claim") == []
    assert "explainers/gone/" not in found
    assert passages(found["companies/acme/"]) == {}


def test_what_people_write_is_text_and_runs_together_with_nothing() -> None:
    world = site(
        story(
            "2030-01-01",
            {"acme": "refuses"},
            "one",
            title=HOSTILE,
            key_points=[{"text": HOSTILE, "quote": "acme"}],
            figures=[{"value": HOSTILE, "text": "t", "quote": "acme"}],
            sections=[{"heading": HOSTILE, "text": f"one\n\n- two\n- {HOSTILE}", "quote": "acme"}],
            notes=[{"text": HOSTILE}],
        )
    )
    page = made(world)["explainers/one/"]
    assert page.xpath("//script | //b | //@onclick") == []
    assert folded(page.xpath("//h1")[0]) == HOSTILE
    found = passages(page)
    assert found["point-acme"] == f"Key point / {HOSTILE} / “acme”"
    assert found["figure-acme"] == f"{HOSTILE} / t"
    assert found["note-1"] == f"Editor’s note / {HOSTILE}"
    assert "onetwo" not in folded(page.xpath("//body")[0])

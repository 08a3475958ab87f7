"""Addresses that once led somewhere lead on."""

from __future__ import annotations

from tests.pages.world import site, story
from tools.pages import build
from tools.pages.site import Site

WITHDRAWN = {"date": "2031-02-15", "text": "It was wrong."}


def built(one: Site) -> dict[str, str]:
    return build(one.seeds, one.settings)


def test_both_pages_of_a_renamed_story_lead_on_from_each_old_name() -> None:
    told = story("2031-01-01", {"acme": "waits"}, "new", was=["old", "older"])
    pages = built(site(told))
    for name in ("old", "older"):
        for kind in ("explainers", "sources"):
            page = pages[f"{kind}/{name}/index.md"]
            assert f'href="../../{kind}/new/">Read it there</a>' in page
            assert f"canonical: {kind}/new/" in page
            assert "robots: noindex" in page
            assert "This page has another address now" in page


def test_a_draft_that_was_renamed_leads_on_as_well() -> None:
    told = story("2031-01-01", {}, "new", was=["old"], status="draft", answer=None)
    pages = built(site(told))
    assert "explainers/old/index.md" in pages
    assert "sources/old/index.md" not in pages


def test_the_receipts_of_a_withdrawn_story_lead_to_the_reason() -> None:
    told = story(
        "2031-01-01",
        {"acme": "waits"},
        "gone",
        was=["old"],
        status="withdrawn",
        withdrawn=WITHDRAWN,
    )
    pages = built(site(told))
    assert "This explainer was withdrawn" in pages["sources/gone/index.md"]
    for name in ("gone", "old"):
        assert (
            'href="../../explainers/gone/">Read it there</a>' in pages[f"sources/{name}/index.md"]
        )
    assert "It was wrong." in pages["explainers/gone/index.md"]
    assert "waits." not in pages["explainers/gone/index.md"]

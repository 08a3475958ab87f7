"""Text fragments: what a browser is told to look for in the original."""

from __future__ import annotations

from urllib.parse import unquote

import pytest

from tests.pages.world import site, story
from tools.model.article import Article
from tools.model.story import Story
from tools.pages import explainer, sources
from tools.pages.fragments import text_fragment

LONG = "Acme said on Monday that it would not hand over any map to the town before summer ends."


def directive(text: str, passage: str) -> str:
    article = Article("article.txt", text)
    (span,) = article.find(passage)
    return text_fragment(article, span)


def pieces(text: str, passage: str) -> list[str]:
    return [unquote(piece) for piece in directive(text, passage).removeprefix("text=").split(",")]


def test_a_short_passage_is_named_whole() -> None:
    assert pieces("One.\n\nAcme waits.\n", "Acme waits.") == ["Acme waits."]


def test_a_long_one_by_its_first_and_last_words() -> None:
    assert pieces(LONG, LONG) == ["Acme said on Monday", "town before summer ends."]


def test_signs_with_a_meaning_are_encoded() -> None:
    passage = "A-B, C & D; “50%” + é#?"
    found = directive(passage, passage).removeprefix("text=")
    assert not set(found) & set("-,&;#?+ “é")
    assert unquote(found) == passage


def test_first_words_that_stand_before_are_made_longer() -> None:
    text = f"Acme said on Monday that it sells maps.\n\n{LONG}"
    assert pieces(text, LONG)[0] == "Acme said on Monday that it would"


def test_last_words_that_stand_within_are_made_longer() -> None:
    passage = "The first map of all goes to the town, and at last the next map goes to the town"
    assert pieces(passage, passage) == ["The first map of", "map goes to the town"]


def test_a_passage_of_two_paragraphs_is_a_range() -> None:
    text = "He asked:\n\nWill Acme wait?\n\nIt will."
    assert pieces(text, "He asked: Will Acme wait?") == ["He asked:", "Will Acme wait?"]


def test_where_both_ends_meet_the_whole_is_named() -> None:
    passage = "the the the the the the the the the the the the"
    assert pieces(passage, passage) == [passage]


def told(**source: str) -> Story:
    known = {"file": "article.txt", "sha256": "", "headline": "A headline of 2031-01-01"}
    return story("2031-01-01", {"acme": "waits"}, sources=[{**known, **source}])


@pytest.mark.parametrize("make", [explainer.page, sources.page])
def test_a_quotation_leads_to_its_original_and_to_the_archived_copy(make: object) -> None:
    one = told(
        url="https://bell.example/1#top",
        archived="https://archive.example/web/2031/https://bell.example/1",
    )
    assert callable(make)
    body = make(site(one), one).body
    assert '<a class="out" href="https://bell.example/1#:~:text=acme%20waits."' in body
    assert "archive.example/web/2031/https://bell.example/1#:~:text=acme%20waits." in body


def test_without_addresses_it_leads_nowhere() -> None:
    one = told()
    assert 'class="out"' not in explainer.page(site(one), one).body

"""The page of a draft: what it offers and nobody has decided, and how right such drafts are."""

from __future__ import annotations

import dataclasses
import html as html_lib
import re
from typing import Any

import pytest

from tests.pages.world import site, story
from tools.model.story import Story
from tools.pages import explainer

OFFERED = [
    {"company": "acme", "quote": "bolt refuses.", "positions": ["refuses", "sues", "waits"]},
    {"company": "Dial & Co", "quote": "cog waits.", "positions": ["waits"]},
]
MEASURED = {"positions": {"precision": 0.61, "recall": 0.22}, "positions offered": {"recall": 0.5}}


def draft(**fields: Any) -> Story:
    given = {"acme": "waits", "bolt": "refuses", "cog": "waits"}
    told = story("2031-01-01", given, status="draft", drafted="machine")
    assert told.record
    told_of = [one for one in told.record.stances if one.company == "acme"]
    record = type(told.record).model_validate(
        {**told.record.model_dump(exclude_unset=True), "stances": told_of, **fields}
    )
    return dataclasses.replace(told, record=record)


def shown(told: Story, kinds: dict[str, dict[str, float]] | None = None) -> str:
    of = {"unseen": {"articles": 40, "kinds": kinds}, "own": {"articles": 9, "kinds": {}}}
    return explainer.page(dataclasses.replace(site(told), accuracy=of if kinds else {}), told).text


def words(html: str) -> str:
    return " ".join(html_lib.unescape(re.sub(r"<[^>]*>", " ", html)).split())


def offered(text: str) -> str:
    """The part of a page about what is not decided."""
    return text.partition("## Not yet decided { #offered }")[2].partition("\n## ")[0]


def test_a_draft_lists_what_it_offers_below_its_positions_as_not_decided() -> None:
    text = shown(draft(candidates=OFFERED))
    assert text.index("{ #stand }") < text.index("{ #offered }") < text.index("{ #sources }")
    part = offered(text)
    assert [words(one) for one in re.findall(r"<li>.*?</li>", part, re.DOTALL)] == [
        "Acme not decided bolt refuses. May be: “Refuses”, “Sues” or “Waits”",
        "Dial & Co not decided cog waits. May be: “Waits”",
    ]
    assert "the likeliest first" in part
    assert 'class="pos' not in part


def test_one_sentence_that_is_offered_may_have_no_position() -> None:
    part = offered(shown(draft(candidates=[{"company": "acme", "quote": ["bolt refuses."]}])))
    assert "A sentence that may hold a position." in part
    assert "May be" not in part


def test_a_draft_that_offers_nothing_says_nothing_of_it() -> None:
    assert "#offered" not in shown(draft())


def test_what_is_offered_is_quoted_too() -> None:
    quoted = [
        re.search(r"quotes (\d+) of", shown(draft(candidates=some)))
        for some in ([], OFFERED[:1], OFFERED)
    ]
    assert [one and int(one[1]) for one in quoted] == [2, 4, 6]


def test_a_draft_says_how_right_drafts_are_on_articles_that_nobody_tuned_them_to() -> None:
    said = words(shown(draft(), MEASURED))
    assert (
        "Measured on 40 articles that nobody tuned them to: of ten positions drafted, six are "
        "right; of ten that an article holds, the draft states two, and for five the right "
        "sentence is among those that it states or offers."
    ) in said


@pytest.mark.parametrize(("share", "told"), [(0.12, "one is right"), (0.01, "none are right")])
def test_few_are_told_in_words_too(share: float, told: str) -> None:
    kinds = {"positions": {"precision": share, "recall": 0.0}, "positions offered": {"recall": 1.0}}
    said = words(shown(draft(), kinds))
    assert told in said
    assert "the draft states none, and for ten the right" in said


def test_a_draft_says_nothing_of_what_was_never_measured() -> None:
    assert "Drafts err" not in shown(draft())
    assert "Drafts err" not in shown(draft(drafted=None), MEASURED)

"""Odd texts give no entry and no traceback, and every quotation is the article's."""

from __future__ import annotations

import pytest

from tests.draft.article import understood
from tests.model.build import vocabulary
from tools.draft.stances import stances
from tools.draft.stances.choose import Stances

ODD = {
    "empty": "",
    "one word": "Lanternpost",
    "only headings": "The order\n\nThe law\n\nThe court",
    "another language": "Die Firma Lanternpost will das Gesetz nicht befolgen, sagt der Richter.",
    "no word": "!!! ... ??? “” ’ — 12 %",
    "capitals": "LANTERNPOST MUST OBEY THE ORDER OF THE COURT OF OSTVALE",
    "odd letters": "\u0130stvale \ufb01rm \u200b\u202e Lanternpost\u0301 obeys \U0001f600 the law.",
    "a long line": "order law " * 20_000,
    "many names": "Lanternpost, Wrenmail and Harbourline, " * 300,
}


def drafted(text: str) -> Stances:
    return stances(understood(text), vocabulary().positions)


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_an_odd_text_raises_nothing(text: str) -> None:
    assert isinstance(drafted(text), Stances)


def test_a_quotation_stands_in_the_article_word_for_word() -> None:
    text = (
        "A day in Ostvale\n\nThe app  Lanternpost said that it  “would not obey” the order.\n\n"
        "“We will appeal,” said Ada Crane, chief executive of the airline Brightwing.\n"
    )
    made = drafted(text)
    found = [*made.stated, *made.offered]
    assert {one.company for one in found} == {"Lanternpost", "Brightwing"}
    sentences = {one.span.of(text) for one in found}
    assert sentences == {" ".join(line.split()) for line in text.splitlines()[2:] if line}


def test_what_is_stated_is_not_offered_again() -> None:
    made = drafted("A day in Ostvale\n\nThe app Wrenmail refused to obey the order. It left.")
    stated = {(one.company, one.span) for one in made.stated}
    assert stated
    assert stated.isdisjoint((one.company, one.span) for one in made.offered)


def test_every_company_has_a_position_once() -> None:
    text = "A day in Ostvale\n\n" + "The app Wrenmail refused to obey the order. " * 5
    assert [one.position for one in drafted(text).stated] == ["refuses"]

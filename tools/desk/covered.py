"""Candidates that are answered: a position of their company quotes their sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tools.check.companies import companies_of
from tools.desk.cards import CANDIDATES, Card, places_of
from tools.desk.fields import Plain, at, tree_of
from tools.desk.log import Decision
from tools.files.edit import remove

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tools.desk.work import Work


def answered(work: Work, text: str) -> tuple[str, list[Decision]]:
    """The text without the candidates that its positions answer, and the decisions on them.

    What the positions of the record answered before is left to the editor.
    """
    sheet = work.sheet
    before, now = sheet.tree, tree_of(text, sheet.file)
    gone = [
        card
        for card in sheet.of_kind(CANDIDATES)
        if _is_answered(work, card, now) and not _is_answered(work, card, before)
    ]
    left = list(at(now, (CANDIDATES,)) or [])
    for number in [n for n, one in enumerate(left) if any(one == c.values for c in gone)][::-1]:
        text = remove(text, (CANDIDATES, number), sheet.file)
    return text, [
        one for card in gone if card.values in left and (one := work.decision(card, "taken", None))
    ]


def _is_answered(work: Work, card: Card, tree: Plain) -> bool:
    """Whether a position of a tree quotes the sentence of a candidate, for its company."""
    company = _id(work, card.values.get("company"))
    return any(
        file == here and span.start < place.end and place.start < span.end
        for stance in _stances(tree)
        if _id(work, stance.get("company")) == company
        for file, span in places_of(work.sheet.story, stance)[0]
        for here, place in card.places
    )


def _stances(tree: Plain) -> Iterator[dict[str, Any]]:
    yield from (one for one in at(tree, ("stances",)) or [] if isinstance(one, dict))


def _id(work: Work, company: Plain) -> str:
    """The id of a company that is named by one of its names, else what is written."""
    return companies_of(work.sheet.seeds.vocabulary).called(str(company)) or str(company)

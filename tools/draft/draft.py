"""The whole draft of one article: every part of the drafter, in one order, over one parse."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeVar

from tools.draft.findings import (
    Found,
    FoundCandidate,
    FoundEvent,
    FoundFigure,
    FoundName,
    FoundShortForm,
    FoundStance,
    Point,
)
from tools.draft.points import answer_of, figures, glossary_terms, key_points, told_in, unknowns
from tools.draft.reading import Reading
from tools.draft.reading.notes import FOREIGN
from tools.draft.sense import understand
from tools.draft.short_forms import short_forms
from tools.draft.shown import Shown, shown
from tools.draft.stances import stances
from tools.draft.timeline import events
from tools.draft.who import people
from tools.model.dates import Date
from tools.model.vocabulary import Vocabulary

Kind = TypeVar("Kind", bound=Found)


@dataclass(frozen=True)
class Draft:
    """Everything that is drafted from one article."""

    reading: Reading
    published: Date | None
    answer: Point | None
    key_points: tuple[Point, ...]
    timeline: tuple[FoundEvent, ...]
    stances: tuple[FoundStance, ...]
    candidates: tuple[FoundCandidate, ...]
    who: tuple[FoundName, ...]
    figures: tuple[FoundFigure, ...]
    unknowns: tuple[Point, ...]
    terms: tuple[FoundShortForm, ...]
    glossary: tuple[str, ...]


def draft_of(reading: Reading, vocabulary: Vocabulary, published: Date | None = None) -> Draft:
    """Drafts an article; `published` is used where its text does not state its day.

    Of one in another language nothing is drafted that has to be understood: the rules took
    "Wrenmail s'y conformerait à partir du 1er août 2024" for something that happened in 2024.
    """
    day = Date(reading.published) if reading.published else published
    plain = shown(reading)
    made = _found(plain.reading, day, vocabulary)
    return replace(
        made,
        reading=reading,
        answer=_back(made.answer, plain) if made.answer else None,
        key_points=_all_back(made.key_points, plain),
        timeline=_all_back(made.timeline, plain),
        stances=_all_back(made.stances, plain),
        candidates=_all_back(made.candidates, plain),
        who=_all_back(made.who, plain),
        figures=_all_back(made.figures, plain),
        unknowns=_all_back(made.unknowns, plain),
        terms=_all_back(made.terms, plain),
    )


def _found(reading: Reading, day: Date | None, vocabulary: Vocabulary) -> Draft:
    """The draft of an article that has nothing in it that nobody sees."""
    article = understand(reading, day, vocabulary)
    told = told_in(article.parsed)
    if FOREIGN in reading.notes:
        answer = answer_of(told, ())
        points = tuple(key_points(told, (), (), answer))
        return Draft(reading, day, answer, points, (), (), (), (), (), (), (), ())
    judged = stances(article, vocabulary.positions)
    taken = judged.stated
    silent = [one for one in taken if vocabulary.positions[one.position].axis is None]
    happened = events(article)
    answer = answer_of(told, taken)
    return Draft(
        reading=reading,
        published=day,
        answer=answer,
        key_points=tuple(key_points(told, taken, happened, answer)),
        timeline=tuple(happened),
        stances=taken,
        candidates=judged.offered,
        who=tuple(people(article)),
        figures=tuple(figures(told)),
        unknowns=tuple(unknowns(told, silent)),
        terms=tuple(short_forms(article)),
        glossary=tuple(glossary_terms(article.parsed, vocabulary.glossary)),
    )


def _all_back(found: tuple[Kind, ...], plain: Shown) -> tuple[Kind, ...]:
    return tuple(_back(one, plain) for one in found)


def _back(one: Kind, plain: Shown) -> Kind:
    """What was found, with its place in the article as it came."""
    return replace(one, span=plain.back(one.span))

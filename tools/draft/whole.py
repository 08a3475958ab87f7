"""The whole draft of one article: every part of the drafter, in one order, over one parse."""

from __future__ import annotations

from dataclasses import dataclass

from tools.draft.found import (
    FoundEvent,
    FoundFigure,
    FoundName,
    FoundShortForm,
    FoundStance,
    Point,
)
from tools.draft.points import answer_of, figures, glossary_terms, key_points, unknowns
from tools.draft.reading import Reading
from tools.draft.sense.parse import parse
from tools.draft.short_forms import short_forms
from tools.draft.stances import stances
from tools.draft.timeline import events
from tools.draft.who import people
from tools.model.dates import Date
from tools.model.vocabulary import Vocabulary


@dataclass(frozen=True)
class Draft:
    """Everything that is drafted from one article."""

    reading: Reading
    published: Date | None
    answer: Point | None
    key_points: tuple[Point, ...]
    timeline: tuple[FoundEvent, ...]
    stances: tuple[FoundStance, ...]
    who: tuple[FoundName, ...]
    figures: tuple[FoundFigure, ...]
    unknowns: tuple[Point, ...]
    terms: tuple[FoundShortForm, ...]
    glossary: tuple[str, ...]


def draft_of(reading: Reading, vocabulary: Vocabulary, published: Date | None = None) -> Draft:
    """Drafts an article; `published` is used where its text does not state its day.

    Of one in another language nothing is drafted that has to be understood: the rules took "Wrenmail
    s'y conformerait à partir du 1er août 2024" for something that happened in 2024.
    """
    day = Date(reading.published) if reading.published else published
    parsed = parse(reading)
    taken = stances(parsed, day, vocabulary)
    happened = events(parsed, day)
    answer = answer_of(parsed, taken)
    return Draft(
        reading=reading,
        published=day,
        answer=answer,
        key_points=tuple(key_points(parsed, taken, happened, answer)),
        timeline=tuple(happened),
        stances=tuple(taken),
        who=tuple(people(parsed)),
        figures=tuple(figures(parsed)),
        unknowns=tuple(unknowns(parsed, taken)),
        terms=tuple(short_forms(parsed)),
        glossary=tuple(glossary_terms(parsed, vocabulary.glossary)),
    )

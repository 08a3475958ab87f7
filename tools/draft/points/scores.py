"""What speaks for and against each sentence, whatever it is chosen for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import fsum, log

from tools.draft.parse import Parsed
from tools.draft.points.lines import Line
from tools.draft.points.numbers import Number
from tools.draft.points.reference import vague
from tools.draft.points.shorter import count, shortened
from tools.draft.points.words import stem, words
from tools.model.text import fold
from tools.model.text import words as word_spans

VAGUE, LISTED, SPEECH, PERSONAL = -0.8, -0.7, -0.8, -1.5
SHORT, LONG = -1.5, -0.08  # the latter for each word too many
SHORT_WORDS, LONG_WORDS = 9, 35
LEAD, EARLY, LATE = 1.5, 0.6, -0.8  # the first sentence, the first paragraph, and the article's end
CENTRAL_WORDS = 8  # a sentence of fewer is not central by one word

_PERSONAL = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Mm]y|[Yy]ou|[Yy]our)\b(?!-)")


@dataclass(frozen=True, slots=True)
class Scored:
    """A sentence that makes a statement and can stand alone, and what is known of its worth."""

    line: Line
    index: int
    brief: str  # its text within so many words, where it has asides to lose
    headline: float  # the share of the headline's words that it has
    central: float  # how much of it the article speaks of again, from 0 to 1
    place: float
    form: float
    kinds: frozenset[str]  # "due", "figure"


def scored(
    parsed: Parsed, every: Sequence[Line], counted: Sequence[Sequence[Number]]
) -> tuple[Scored, ...]:
    """Those sentences, in the order of the article; `counted` are the numbers of each."""
    often = Counter(word for line in every for word in line.words)
    central = [_central(line, often) for line in every]
    most = max(central, default=0) or 1
    title = plain_words(parsed.reading.headline or "")
    found = []
    for index, line in enumerate(every):
        if line.whole and line.clear:
            brief = shortened(line.text, line.sentence, LONG_WORDS)
            share = len(title & line.words) / len(title) if title else 0.0
            kinds = {"due"} if words().due.search(line.text) else set()
            kinds |= {"figure"} if counted[index] else set()
            place, form = _place(index, every), _form(line, brief)
            found.append(
                Scored(
                    line, index, brief, share, central[index] / most, place, form, frozenset(kinds)
                )
            )
    return tuple(found)


def plain_words(text: str) -> frozenset[str]:
    """The words of a text that are long enough to mean something, as `Line.words` has them."""
    found = (text[span.start : span.end].lower().replace("’", "'") for span in word_spans(text))
    return frozenset(stem(word.removesuffix("'s")) for word in found if len(word) > 3)


def _central(line: Line, often: Mapping[str, int]) -> float:
    again = fsum(log(often[word]) for word in line.words)  # exact, in whatever order they come
    return again / max(CENTRAL_WORDS, len(line.words))


def _place(index: int, every: Sequence[Line]) -> float:
    early = EARLY if every[index].sentence.paragraph == 0 else 0.0
    return early + (LEAD if index == 0 else 0) + LATE * index / len(every)


def _form(line: Line, brief: str) -> float:
    """What its form takes away."""
    score = LONG * max(0, count(brief) - LONG_WORDS)
    score += SHORT if count(brief) < SHORT_WORDS else 0
    score += LISTED if line.listed else 0
    score += VAGUE if vague(line.sentence) or words().relative.search(brief) else 0
    pieces = fold(line.text).split('"')
    told, quoted = pieces[::2], pieces[1::2]
    score += SPEECH if sum(map(len, quoted)) > sum(map(len, told)) else 0
    return score + (PERSONAL if _PERSONAL.search(" ".join(told)) else 0)

"""The dates of an article as a timeline writes them, each in its sentence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tools.draft.dates.find import Found
from tools.draft.parse import Sentence
from tools.draft.sense import Understood
from tools.model.dates import Date

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens


# "a week later, on 9 May"
JOINED = 2
COUNTED = ("ago", "earlier", "later", "before", "after")


@dataclass(frozen=True, slots=True)
class Dated:
    """A date as a sentence has it: `words` are those that say it.

    `first` is the place of the first, or of the first of those that say the same less exactly.
    """

    sentence: Sentence
    words: Tokens
    date: Date
    first: int


def dated(article: Understood) -> list[Dated]:
    """Every date of an article's paragraphs, the widest where one holds others, in order."""
    parsed = article.parsed
    starts = [one.span.start for one in parsed.sentences]
    made = []
    for found in _widest(article.dates):
        at = bisect_right(starts, found.start) - 1
        if at < 0 or found.end > parsed.sentences[at].span.end:
            continue
        words = parsed.doc.char_span(found.start, found.end, alignment_mode="expand")
        if words is not None and len(words):
            made.append(
                Dated(
                    parsed.sentences[at], words, closed(found.date, words.text.lower()), words.start
                )
            )
    return list(_apart(made))


def _apart(made: list[Dated]) -> Iterator[Dated]:
    """With what the next words put more exactly as one: "a week later, on 9 May"."""
    before: Dated | None = None
    for one in made:
        if before and _said_again(before, one):
            one = replace(one, first=before.first)
        elif before:
            yield before
        before = one
    if before:
        yield before


def _said_again(one: Dated, other: Dated) -> bool:
    between = one.words.doc[one.words.end : other.words.start]
    joined = 0 < len(between) <= JOINED and between[0].lower_ == ","
    if not joined or not all(token.lower_ in {",", "on", "in", "or"} for token in between):
        return False
    counted = not any(token.like_num and token.text.isdigit() for token in one.words)
    return counted and one.words.root.tag_ not in {"NNP", "NNPS"}


def closed(date: Date, said: str) -> Date:
    """A date as a timeline has it.

    What is open is known by the end that is stated: "since 2019" begins in 2019; what is counted in
    whole years or months is rough by nature: "about two years ago" is a year as "two years ago" is.
    """
    text = date.text.rstrip("~") if said.endswith(COUNTED) else date.text
    left, _, right = text.partition("/")
    if right in {"", "..", left}:
        return Date(left)
    return Date(right if left == ".." else text)


def _widest(found: Sequence[Found]) -> Iterator[Found]:
    """Without what lies in another: they come in order of their starts, the longer one first."""
    end = 0
    for one in found:
        if one.end > end:
            yield one
            end = one.end

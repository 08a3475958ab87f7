"""What all choices among the sentences of an article need of them, made once."""

from __future__ import annotations

from dataclasses import dataclass

from tools.draft.parse import Parsed
from tools.draft.points.counts import numbers
from tools.draft.points.lines import Line, lines
from tools.draft.points.numbers import Number
from tools.draft.points.scores import Scored, scored


@dataclass(frozen=True)
class Told:
    """The sentences of an article as a page would print them, and what is known of each."""

    parsed: Parsed
    lines: tuple[Line, ...]  # one for each sentence
    numbers: tuple[tuple[Number, ...], ...]  # of each sentence
    scored: tuple[Scored, ...]  # those that can stand alone


def told_in(parsed: Parsed) -> Told:
    """What is told in an article."""
    every, counted = lines(parsed), numbers(parsed)
    return Told(parsed, every, counted, scored(parsed, every, counted))

"""Striking figures: at most one of a sentence, the most striking of the article."""

from __future__ import annotations

from collections import Counter

from tools.draft.findings import FoundFigure
from tools.draft.points.lines import Line
from tools.draft.points.numbers import Number
from tools.draft.points.reference import vague
from tools.draft.points.shorter import shortened
from tools.draft.points.told import Told
from tools.model.text import fold, straighten

MOST = 5
ALIKE = 3  # percentages, or counts of one thing
LEAST_WORTH = 1.3
IN_HEADLINE, FIRST, VAGUE = 1.0, 0.6, -0.5
LONG_TEXT = 45  # words


def figures(told: Told) -> list[FoundFigure]:
    """Up to five, in the order of the article; none that is seen twice or counts time or age."""
    title = straighten(told.parsed.reading.headline or "")
    found: list[tuple[float, int, Line, Number]] = []
    for index, (line, counted) in enumerate(zip(told.lines, told.numbers, strict=True)):
        if not counted or not line.clear or not (line.whole or line.listed):
            continue
        more = VAGUE if vague(line.sentence) else 0.0
        more += FIRST if line.sentence.paragraph == 0 else 0
        for number in counted:
            headline = IN_HEADLINE if _main(number) in title else 0
            if number.worth >= LEAST_WORTH:
                found.append((number.worth + more + headline, index, line, number))
    taken: dict[int, FoundFigure] = {}
    seen: set[str] = set()
    often: Counter[str] = Counter()
    for _, index, line, number in sorted(found, key=lambda one: (-one[0], one[1])):
        kind = number.value.strip("0123456789.,")
        if len(taken) == MOST or index in taken or _main(number) in seen or often[kind] == ALIKE:
            continue
        taken[index] = _figure(line, number)
        seen.add(_main(number))
        often[kind] += 1
    return [taken[index] for index in sorted(taken)]


def _main(number: Number) -> str:
    """The number without what it counts: a second "32" is rarely another one."""
    if " of " in number.value or " to " in number.value or " or " in number.value:
        return number.value
    return number.value.split(" ")[0]


def _figure(line: Line, number: Number) -> FoundFigure:
    text = shortened(line.text, line.sentence, LONG_TEXT)
    kept = fold(number.said) in fold(text)
    return FoundFigure(number.value, text if kept else line.text, line.span)

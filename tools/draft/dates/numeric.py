"""Dates in figures alone: "2020-07-01", "01/07/98"."""

from __future__ import annotations

from collections.abc import Iterator

from tools.draft.dates.expression import Expression
from tools.draft.dates.tokens import Tokens

_MARKS = {"-", "/", "."}
# After one of these "12.02.24" is no number of an edition or a section.
_DATED = frozenset({"on", "dated"})


def numeric_dates(t: Tokens, i: int) -> Iterator[Expression]:
    """A date whose second mark is the i-th token; every reading that is possible.

    Which of the two is meant ("01/07/98") is settled where dates are resolved.
    """
    mark = t.word(i)
    if t.word(i - 2) != mark or mark not in _MARKS or not all(map(t.glued, range(i - 2, i + 2))):
        return
    left, middle, right = (t.number(at) for at in (i - 3, i - 1, i + 1))
    if left is None or middle is None or right is None or _goes_on(t, i):
        return
    digits = len(t.word(i - 3)), len(t.word(i + 1))
    if digits in {(4, 1), (4, 2)} and mark != ".":
        readings = {(left, middle, right)}
    elif digits[0] <= 2 and digits[1] == 4:
        readings = {(right, left, middle), (right, middle, left)}
    elif digits[0] <= 2 and digits[1] == 2 and mark == "." and t.word(i - 4) in _DATED:
        readings = {(century + right, middle, left) for century in (1900, 2000)}  # day first
    elif digits[0] <= 2 and digits[1] == 2 and mark == "/":
        centuries = (1900, 2000)
        readings = {
            (c + right, *pair) for c in centuries for pair in ((left, middle), (middle, left))
        }
    else:
        return
    for year, month, day in sorted(readings):
        if 1 <= month <= 12 and 1 <= day <= 31 and year:
            yield Expression(
                first=i - 3, last=i + 2, form="calendar", year=year, month=month, day=day
            )


def _goes_on(t: Tokens, i: int) -> bool:
    """Whether the figures are part of something longer, such as the number of a telephone."""
    after = t.glued(i + 2) and t.word(i + 2) in _MARKS
    before = t.glued(i - 3) and t.word(i - 4) in {*_MARKS, ":", "$"}
    return before or (after and t.glued(i + 3) and t.word(i + 3).isalnum())

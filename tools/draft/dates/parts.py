"""Parts of a year: "the third quarter of 1997", "Q3", "first half"."""

from __future__ import annotations

from collections.abc import Iterator

from tools.draft.dates.expression import Expression
from tools.draft.dates.numbers import year_at
from tools.draft.dates.tokens import Tokens
from tools.draft.dates.words import OFF, ORDINAL_ENDINGS, ORDINALS

_BEFORE_QUARTERS = frozenset("in for the of this last next since during by from to".split())
_NAMED = {"opening": 1, "final": 4, "closing": 4}
PARTS = {"quarter": 4, "quarters": 4, "half": 2}


def parts(t: Tokens, i: int) -> Iterator[Expression]:
    """A quarter or half by its number, "the third quarter", with the year before or after it."""
    count = PARTS[t.word(i)]
    at = t.back(i, "-")
    word = t.word(at - 1)
    first = at - 1
    number = {"last": count, "latter": count}.get(word, 0) if count == 2 else 0
    if count == 4 and (word in _NAMED or (word == "last" and year_at(t, t.skip(i + 1, "of")))):
        number = _NAMED.get(word, count)
    number = number or ORDINALS.get(word, 0)
    if word in ORDINAL_ENDINGS and t.glued(at - 1):
        number, first = t.number(at - 2, 1) or 0, at - 2
    if not 1 <= number <= count:
        yield from _named_quarter(t, i, count)
        return
    fiscal = t.word(t.back(first, "-") - 1) in {"fiscal", "financial"}
    first = t.back(first, "-") - 1 if fiscal else first
    part = _with_year(t, first, i + 1, number, count, fiscal)
    # "the first half of the plan" is no part of a year
    if t.word(i + 1) != "of" or part.last > i + 1 or part.year or part.years_off is not None:
        yield part


def short_quarters(t: Tokens, i: int) -> Iterator[Expression]:
    """ "Q3 2019", "H1"."""
    number = t.number(i + 1, 1)
    count = 4 if t.word(i) == "q" else 2
    if t.capital(i) and t.glued(i + 1) and number and number <= count and not t.glued(i):
        one = _with_year(t, i, i + 2, number, count, False)
        # without a year or such a word it is as likely the name of a car
        if one.year or one.years_off is not None or t.word(i - 1) in _BEFORE_QUARTERS:
            yield one


def _with_year(
    t: Tokens, first: int, end: int, number: int, count: int, fiscal: bool
) -> Expression:
    """A part of a year with its year, wherever it stands beside it."""
    years_off = None
    at = t.skip(t.skip(end, ",", "in"), "of")
    fiscal_after = t.word(at) == "fiscal"
    after, before = year_at(t, at + fiscal_after), year_at(t, first - 1)
    owner = first - 2 if t.word(first - 1) == "s" and t.word(first - 2) == "'" else first
    year = None
    if after:
        year, end = after
    elif before:
        year, first = before[0], first - 1
    elif t.word(at) in OFF and t.word(at + 1) == "year":
        years_off, end = OFF[t.word(at)], at + 2
    elif t.word(owner - 1) == "year" and t.word(owner - 2) in OFF:
        years_off, first = OFF[t.word(owner - 2)], owner - 2
    elif t.word(at) == "the" and t.word(at + 1) == "year":
        end = at + 2
    return Expression(
        first=t.back(first, "the"),
        last=end,
        form="part",
        year=year,
        years_off=years_off,
        amount=number,
        parts=count,
        fiscal=fiscal or fiscal_after,
    )


def _named_quarter(t: Tokens, i: int, count: int) -> Iterator[Expression]:
    """ "the quarter", "the 1988 quarter": known only as a period that later words refer to."""
    if count != 4:
        return
    year = year_at(t, i - 1)
    if year:
        yield Expression(first=i - 1, last=i + 1, form="years", year=year[0], to_year=year[0])

"""Parts of a month: "the first week of July", "the last Friday in March"; and months up to one."""

from __future__ import annotations

import calendar
from collections.abc import Iterator

from tools.draft.dates.expression import Expression
from tools.draft.dates.months import month_at
from tools.draft.dates.numbers import count_before, year_at
from tools.draft.dates.tokens import Tokens
from tools.draft.dates.words import OFF, ORDINALS, SMALL, WEEKDAYS
from tools.model.dates import Date

_LAST = frozenset({"last", "final"})
_UNITS = {"day": 1, "days": 1, "week": 7, "weeks": 7, "fortnight": 14}
_UP_TO = frozenset({"to", "ended", "through"})
_SPANS = {"quarter": 3, "half": 6, "year": 12}
MONTHS_A_YEAR = 12
MOST_WEEKS = 4
WEEK = 7


def part_of_month(t: Tokens, first: int, date: Date) -> tuple[int, Date] | None:
    """Where "the first two weeks of" a month begins, and which days those are.

    `first` is the place of the month's name; None where no part of it is told.
    """
    half = t.word(first) == "half"  # it is taken in as where in the month something was
    if date.certainty != "month" or not (half or t.word(first - 1) in {"of", "in"}):
        return None
    length = calendar.monthrange(date.earliest.year, date.earliest.month)[1]
    at = first if half else first - 2
    unit = t.word(at)
    count = 1
    if unit in _UNITS and t.word(at - 1) in SMALL:
        at, count = at - 1, SMALL[t.word(at - 1)]
    which = t.word(at - 1)
    days = _days(unit, which, count, length)
    if days is None:
        return None
    begin, end = days
    return t.back(at - 1, "the"), Date(f"{date.text}-{begin:02}/{date.text}-{end:02}")


def _days(unit: str, which: str, count: int, length: int) -> tuple[int, int] | None:
    """The first and the last day of a part of a month of that length."""
    number = ORDINALS.get(which, 0)
    if unit == "half" and (number in {1, 2} or which in {"latter", "second"}):
        return (1, 15) if number == 1 else (16, length)
    days = _UNITS.get(unit, 0) * count
    if not 1 < days < length:
        return None
    if which in _LAST:
        return length - days + 1, length
    if number == 1:
        return 1, days
    if unit == "week" and count == 1 and 1 < number <= MOST_WEEKS:
        return (number - 1) * WEEK + 1, number * WEEK
    return None


def weekday_of_month(t: Tokens, i: int) -> Iterator[Expression]:
    """ "the first Monday of April", "the last Friday in March 2031": one day of a month."""
    which = t.word(i - 1)
    number = ORDINALS.get(which, 0)
    found = month_at(t, i + 2) if t.word(i + 1) in {"of", "in"} else None
    if not t.capital(i) or not found or not (which in _LAST or 1 <= number <= MOST_WEEKS):
        return
    month, end = found
    year = year_at(t, t.skip(end, ",", "of"))
    years_off = None
    at = t.skip(end, "of")
    if not year and t.word(at) in OFF and t.word(at + 1) == "year":
        years_off, end = OFF[t.word(at)], at + 2
    # of a February of 29 days the last week begins a day later, and so it does once in four years
    length = calendar.monthrange(year[0] if year else 2001, month)[1]
    yield Expression(
        first=t.back(i - 1, "the"),
        last=year[1] if year else end,
        form="calendar",
        year=year[0] if year else None,
        years_off=years_off,
        month=month,
        day=length - WEEK + 1 if which in _LAST else (number - 1) * WEEK + 1,
        weekday=WEEKDAYS[t.word(i)],
        moving=True,
    )


def months_up_to(t: Tokens, first: int, date: Date) -> tuple[int, Date] | None:
    """Where "the three months to March" begins, and which months those are."""
    ending = t.word(first) == "ending"
    unit = t.word(first - 1 if ending else first - 2)
    if not (ending or t.word(first - 1) in _UP_TO) or date.certainty not in {"day", "month"}:
        return None
    at = first - 1 if ending else first - 2
    counted = count_before(t, at) if unit == "months" else None
    months = counted[0] if counted else _SPANS.get(unit, 0)
    last = date.earliest
    if not 1 < months <= MONTHS_A_YEAR or not _ends_month(date):
        return None
    begin = last.year * MONTHS_A_YEAR + last.month - months
    year, month = divmod(begin, MONTHS_A_YEAR)
    start = t.back(counted[1] if counted else at, "the")
    return start, Date(f"{year:04}-{month + 1:02}/{last.year:04}-{last.month:02}")


def _ends_month(date: Date) -> bool:
    """Whether a date is a month, or a day in its last week: accounts end on no other."""
    last = date.earliest
    length = calendar.monthrange(last.year, last.month)[1]
    return date.certainty == "month" or length - last.day < WEEK

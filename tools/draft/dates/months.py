"""Expressions around the name of a month: "1 July 2020", "Jan. 8", "mid-June", "last May"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tools.draft.dates.expression import Expression, Origin, Which
from tools.draft.dates.numbers import day_at, day_before, year_at
from tools.draft.dates.tokens import Tokens
from tools.draft.dates.weekdays import weekday_beside
from tools.draft.dates.widen import widen
from tools.draft.dates.words import (
    DOUBTFUL_MONTHS,
    EVERY,
    MONTHS,
    OFF,
    SHORT_MONTHS,
    WHICH,
)

# Before a name such as May or April these show that a month is meant.
_BEFORE_MONTHS = frozenset(
    "in since by until till from to through during of for before after early late mid between "
    "and or end - last next this on".split()
)
_BETWEEN_DAYS = frozenset({"-", "–", "—", "to", "and", "or", "through", "until", "&"})
# Not after a verb, whose clause "that" may open: "they said that April was cold".
_BEFORE_THAT = frozenset("in by again later earlier since until and of from during".split())
_FROM_NARRATIVE = {"following", "previous"}
_ARTICLES = frozenset({"a", "an", "the", "this", "its", "his", "her", "their", "our"})


def month_at(t: Tokens, i: int) -> tuple[int, int] | None:
    """The month whose name is the i-th token, and the place after it and its full stop."""
    word = t.word(i)
    if not t.capital(i):
        return None
    if word in MONTHS:
        return MONTHS[word], i + 1
    if word not in SHORT_MONTHS:
        return None
    dotted = t.word(i + 1) == "." and t.glued(i + 1)
    beside = t.number(i - 1, 2) is not None or t.number(i + 1, 4) is not None
    return (SHORT_MONTHS[word], i + 1 + dotted) if dotted or beside else None


def month_dates(t: Tokens, i: int) -> Iterator[Expression]:
    """What stands around a month's name; several expressions where several days share it."""
    found = month_at(t, i)
    if not found or t.word(i - 1) in EVERY:
        return
    month, end = found
    days = _days_after(t, end)  # with the place after each
    before = None if days else day_before(t, i)
    end = days[-1][1] if days else end
    first = before[1] if before else i
    year, years_off, end = _year_after(t, end)
    if not (year or days or before) and t.word(first - 2) in _ARTICLES:
        ahead = year_at(t, first - 1)  # "the 2031 July floods"
        year, first = (ahead[0], first - 1) if ahead else (year, first)
    day = days[0][0] if days else before[0] if before else None
    first, which = _which(t, first, day)
    that_year = _that_year(t, first, end)
    if that_year:
        years_off = 0
    if not (day or year or years_off is not None or which) and _is_name(t, i, end):
        return
    shared = Expression(
        first=first, last=end, form="calendar", year=year, month=month, years_off=years_off
    )
    if before:
        yield from _days_before(t, shared, before[0])
    weekday = None
    if day and len(days) <= 1:
        first, end, weekday = weekday_beside(t, first, end)
    first, mark = widen(t, first)
    origin: Origin = "narrative" if that_year or which in _FROM_NARRATIVE else "publication"
    last = days[0][1] if len(days) > 1 else end
    shared = replace(shared, day=day, origin=origin)
    yield replace(shared, first=first, last=last, weekday=weekday, which=which, mark=mark)
    for other, last in days[1:]:
        start = last - 1 if t.number(last - 1, 2) else last - 2  # "4", or "4th" in two tokens
        yield replace(shared, first=start, last=end if last == days[-1][1] else last, day=other)


def _days_after(t: Tokens, end: int) -> list[tuple[int, int]]:
    """The days of "July 4", "July 4-6" and "May 2, 3 and 4", with the place after each."""
    days: list[tuple[int, int]] = []
    found = day_at(t, end)
    while found and not (days and month_at(t, t.skip(found[1], "of"))):
        days.append(found)
        day, end = found
        listed = t.word(end) == "," and t.word(t.skip(end + 2, ",")) in {"and", "or"}
        at = t.skip(end, ",") if t.word(end + 1) in {"and", "or"} else end
        if not listed and t.word(at) not in _BETWEEN_DAYS:
            break
        found = day_at(t, at + 1)
        if found and found[0] <= day:
            break
    return days


def _days_before(t: Tokens, shared: Expression, day: int) -> Iterator[Expression]:
    """The first day of "4-6 July" and "between 15 and 20 May"."""
    last = shared.first - 1
    found = day_before(t, last) if t.word(last) in _BETWEEN_DAYS else None
    if found and found[0] < day and t.word(last - 1) != "of" and not month_at(t, found[1] - 1):
        yield replace(shared, first=found[1], last=last, day=found[0])


def _year_after(t: Tokens, end: int) -> tuple[int | None, int | None, int]:
    """The year after a month, ", 1998" or "of last year", as a year or counted from ours."""
    at = t.skip(t.skip(end, ","), "of", "in")
    year = year_at(t, at)
    if year and not (t.glued(year[1]) and t.word(year[1]) in {"-", "/"}):
        return year[0], None, year[1]
    at = t.skip(end, "of")
    if t.word(at) in OFF and t.word(at + 1) == "year":
        return None, OFF[t.word(at)], at + 2
    same = t.skip(at, "the")
    if t.word(same) in {"that", "same"} and t.word(same + 1) == "year":
        return None, None, same + 2  # of which the text spoke last
    return None, None, end


def _that_year(t: Tokens, first: int, end: int) -> bool:
    """Whether the year is one of which the text spoke: "May of that year", "again that May"."""
    if t.words[max(0, end - 2) : end] in (["that", "year"], ["same", "year"]):
        return True
    return t.word(first - 1) == "that" and t.word(first - 2) in _BEFORE_THAT


def _which(t: Tokens, first: int, day: int | None) -> tuple[int, Which]:
    word = t.word(first - 1)
    if day is not None or word not in WHICH:
        return first, ""
    if word in {"past", "coming"}:
        return (first - 2, WHICH[word]) if t.word(first - 2) == "this" else (first, "")
    first -= 1
    return t.back(first, "the"), WHICH[word]


def _is_name(t: Tokens, i: int, end: int) -> bool:
    """Whether a lone May, March or April is more likely a verb's or a person's."""
    if t.word(i) not in DOUBTFUL_MONTHS or t.word(i - 1) in _BEFORE_MONTHS:
        return False
    if t.word(end) in _BETWEEN_DAYS and month_at(t, end + 1):
        return False  # "May-June 1871"
    if t.word(i - 1) == "the" and not t.word(end).isalpha():
        return True  # "along the March."
    if t.opens(i):
        return t.word(i) in {"may", "march"} or t.capital(end)
    if t.word(i) == "march" and t.word(end) in {"for", "on"} and t.capital(end + 1):
        return True  # of a demonstration
    before = t.capital(i - 1) and t.word(i - 1) not in MONTHS and t.word(i - 1) not in _ARTICLES
    return before or (t.capital(end) and t.word(end) not in MONTHS)

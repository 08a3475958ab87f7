"""Expressions around a day of the week: "Friday", "last Monday night", "Tuesday of next week"."""

from __future__ import annotations

from collections.abc import Iterator

from tools.draft.dates.expression import Expression
from tools.draft.dates.tokens import Tokens
from tools.draft.dates.words import (
    EVERY,
    NAMED_DAYS,
    OFF,
    PARTS_OF_DAY,
    SHORT_WEEKDAYS,
    WEEKDAYS,
    WHICH,
)

_PAPERS = frozenset(
    "times telegraph post mail express mirror herald review independent tribune gazette star "
    "business magazine journal observer mercury".split()
)
_OPENING, _CLOSING = ("(", "["), (")", "]")
# "a Monday hearing" was on one Monday, and "on a Monday" is any
_AFTER_ANY = frozenset(", . ; ? ! or and in of when to if because".split())
MOST_BEFORE = 2
_BEFORE = frozenset({"early", "late", "earlier", "later", "noon", "midnight"})


def weekdays(t: Tokens, i: int) -> Iterator[Expression]:
    """A day of the week by its name, with what says which one."""
    weekday, end = WEEKDAYS.get(t.word(i)), i + 1
    if weekday is None:
        weekday, end = SHORT_WEEKDAYS[t.word(i)], i + 2
        if t.word(i + 1) != "." or not t.glued(i + 1) or t.opens(i + 2):
            return
    before = t.word(i - 1)
    named = t.word(i - 2) if before == "." else before
    if not t.capital(i) or before in EVERY or named in NAMED_DAYS:
        return
    if _is_title(t, i, end) or _is_any(t, i):
        return
    if t.word(end) in PARTS_OF_DAY:
        end += 1
    elif t.word(end) in {"nights", "mornings", "afternoons", "evenings"}:
        return
    first, which = i, WHICH.get(before, "")
    if which:
        first -= 1
        if before in {"past", "coming"}:
            first = t.back(first, "this", "the")
        elif t.word(first - 1) == "the":
            first -= 1
    elif before in _BEFORE:
        first -= 1
    weeks = None
    at = t.skip(end, "of")
    if t.word(at) in OFF and t.word(at + 1) == "week":
        weeks, end = OFF[t.word(at)], at + 2
    yield Expression(
        first=first,
        last=end,
        form="weekday",
        weekday=weekday,
        which=which,
        weeks_off=weeks,
        origin="narrative" if which in {"following", "previous"} else "publication",
    )


def _is_any(t: Tokens, i: int) -> bool:
    """Whether any day of that name is meant: "on a Tuesday, Wednesday or Sunday"."""
    before = t.word(i - 1)
    if before == "a":
        return t.word(i + 1) in _AFTER_ANY
    listed = before in {",", "or", "and"} and i >= MOST_BEFORE
    return listed and t.word(i - 2) in WEEKDAYS and _is_any(t, i - 2)


def _is_title(t: Tokens, i: int, end: int) -> bool:
    """Whether a day is part of a name, as in "The Sunday Times" and "Monday Night Football"."""
    if end != i + 1:
        return False
    if t.word(end) == "." and t.glued(end) and t.glued(end + 1) and t.word(end + 1).isalpha():
        return not t.capital(end + 1)  # of a site
    if not t.capital(end):
        return False
    if t.word(end) in PARTS_OF_DAY:
        return t.capital(end + 1)
    dated = t.word(i - 2) in {"on", "by", "until"}  # "on the Monday Wrenmail agreed"
    return (t.word(i - 1) == "the" and not dated) or t.word(end) in _PAPERS


def weekday_beside(t: Tokens, first: int, end: int) -> tuple[int, int, int | None]:
    """Where "Friday, Oct. 13" or "13 October (a Friday)" begins and ends, and its weekday.

    That day of the week tells the year.
    """
    bracket = t.back(first, *_OPENING)
    at = t.back(t.back(bracket, "the"), ",")
    at = at - 1 if t.word(at - 1) == "." and t.word(at - 2) in SHORT_WEEKDAYS else at
    weekday = WEEKDAYS.get(t.word(at - 1)) or SHORT_WEEKDAYS.get(t.word(at - 1))
    if weekday:
        return at - 1, end + (bracket < first and t.word(end) in _CLOSING), weekday
    at = t.skip(end + 1, "a")
    weekday = WEEKDAYS.get(t.word(at)) if t.word(end) in {*_OPENING, ","} else None
    if not weekday or (t.word(end) == "," and (at == end + 1 or t.word(at + 1) != ",")):
        return first, end, None
    return first, at + 1 + (t.word(at + 1) in _CLOSING), weekday

"""Holidays that fall on one day of a year: "Christmas Eve", "Thanksgiving", "Election Day"."""

from __future__ import annotations

from collections.abc import Iterator

from tools.draft.dates.expression import Expression, Which
from tools.draft.dates.numbers import year_at
from tools.draft.dates.tokens import Tokens
from tools.draft.dates.words import EVERY

# By the words of the name; those of the United States are meant where others share the name, since
# that is how news in English uses it unless it says more.
FIXED = {
    ("christmas", "eve"): (12, 24),
    ("christmas", "day"): (12, 25),
    ("christmas",): (12, 25),
    ("boxing", "day"): (12, 26),
    ("new", "year", "'", "s", "eve"): (12, 31),
    ("new", "year", "'", "s", "day"): (1, 1),
    ("valentine", "'", "s", "day"): (2, 14),
    ("may", "day"): (5, 1),
    ("halloween",): (10, 31),
    ("veterans", "day"): (11, 11),
    ("armistice", "day"): (11, 11),
}
# Month, day of the week, and the earliest day of the month that it can be.
MOVING = {
    ("thanksgiving", "day"): (11, 4, 22),
    ("thanksgiving",): (11, 4, 22),
    ("election", "day"): (11, 2, 2),
    ("labor", "day"): (9, 1, 1),
    ("memorial", "day"): (5, 1, 25),
}
_WHICH: dict[str, Which] = {"last": "last", "next": "next", "this": "this"}
_NAMES = sorted([*FIXED, *MOVING], key=len, reverse=True)
HEADS = frozenset(name[0] for name in _NAMES)


def holidays(t: Tokens, i: int) -> Iterator[Expression]:
    """A holiday by its name, with "last", "next", "this" or a year where they stand beside it."""
    if not t.capital(i) or t.word(i - 1) in EVERY:
        return
    name = next((name for name in _NAMES if tuple(t.words[i : i + len(name)]) == name), None)
    if name is None:
        return
    end = i + len(name)
    if name == ("christmas",) and t.capital(end):
        return
    year = year_at(t, t.skip(t.skip(end, ","), "of", "in"))
    which = _WHICH.get(t.word(i - 1), "")
    month, weekday, day = MOVING.get(name) or (FIXED[name][0], None, FIXED[name][1])
    yield Expression(
        first=i - bool(which),
        last=year[1] if year else end,
        form="calendar",
        year=year[0] if year else None,
        month=month,
        day=day,
        weekday=weekday,
        moving=weekday is not None,
        which=which,
    )

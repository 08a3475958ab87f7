"""A date's text read: which year, month and day each of its ends states, or what is wrong in it.

The forms are a small part of EDTF (ISO 8601-2:2019), which `tools.model.dates` names.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from tools.model.months import MONTHS

DECADE_YEARS = 10
LEAP_YEAR = 2000  # 29 February is a day of some year, so it stands where the year is unknown

_SINGLE = re.compile(r"(?:(\d{4})|(\d{3})X|(XXXX)(?=-))(?:-(\d{2})(?:-(\d{2}))?)?([~?]?)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Point:
    """One end of a date: year, month and day as far as they are stated."""

    year: int | None
    month: int | None
    day: int | None
    decade: bool = False
    mark: str = ""

    @property
    def first(self) -> dt.date:
        """The first day that it may mean."""
        if self.year is None:
            return dt.date.min
        return dt.date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> dt.date:
        """The last day that it may mean."""
        if self.year is None:
            return dt.date.max
        if self.decade:
            return dt.date(self.year + DECADE_YEARS - 1, 12, 31)
        month = self.month or 12
        return dt.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def words(self, *, year: bool = True, month: bool = True) -> str:
        """As readers see it; without its year or month where another end has the same."""
        if self.decade:
            return f"the {self.year}s"
        parts = [
            str(self.day) if self.day else "",
            MONTHS[self.month] if self.month and month else "",
            str(self.year) if self.year and year else "",
        ]
        return " ".join(part for part in parts if part)

    def qualified(self, words: str | None = None) -> str:
        """Its words, or those given for it, with what must be said of how certain it is."""
        prefix = {"~": "around ", "?": "possibly "}.get(self.mark, "")
        return prefix + (self.words() if words is None else words)


@dataclass(frozen=True)
class Reading:
    """A legal date: one end twice, or a period, of which one end may be open.

    All dates of one text share it, so that each of its days is worked out once.
    """

    start: Point | None
    end: Point | None
    interval: bool = False

    @cached_property
    def year_known(self) -> bool:
        """Whether it states a year, or is a period, which has one."""
        return self.interval or (self.start is not None and self.start.year is not None)

    @cached_property
    def earliest(self) -> dt.date:
        """The first day it may mean; the calendar's first where the start is open or unknown."""
        return self.start.first if self.start else dt.date.min

    @cached_property
    def latest(self) -> dt.date:
        """The last day it may mean; the calendar's last where the end is open or unknown."""
        return self.end.last if self.end else dt.date.max

    @cached_property
    def order(self) -> tuple[bool, dt.date, dt.date]:
        """Sorts by earliest, then latest day; dates whose year is unknown come after all others."""
        if self.year_known:
            # an open start is known by its end alone, and belongs there on a timeline
            return (False, self.latest if self.start is None else self.earliest, self.latest)
        assert self.start is not None
        placed = replace(self.start, year=LEAP_YEAR)
        return (True, placed.first, placed.last)

    @cached_property
    def days(self) -> tuple[dt.date, dt.date]:
        """The first and the last day that are known of it; an open end counts as the other one."""
        known = [side for side in (self.start or self.end, self.end or self.start) if side]
        return known[0].first, known[-1].last

    @property
    def year(self) -> int | None:
        """The year under which a timeline lists it; None where it is not stated."""
        side = self.start or self.end
        return side.year if side else None

    @cached_property
    def words(self) -> str:
        """As readers see it, without what must be said of a year that is not stated."""
        start, end = self.start, self.end
        if not self.interval:
            assert start is not None
            return start.qualified()
        if start is None:
            assert end is not None
            possibly = "possibly " if end.mark == "?" else ""
            around = "around " if end.mark == "~" else ""
            return f"{possibly}on or before {around}{end.words()}"
        if end is None:
            return f"since {start.qualified()}"
        if start == end:
            return start.qualified()
        same_year = start.year == end.year and bool(start.month and end.month) and not start.mark
        same_month = same_year and start.month == end.month and bool(start.day and end.day)
        left = start.words(year=not same_year, month=not same_month)
        return f"{start.qualified(left)} to {end.qualified()}"


def _point(text: str) -> Point:
    match = _SINGLE.fullmatch(text)
    if not match:
        raise ValueError("be a date in one of the forms used here")
    digits, decade, _, month_text, day_text, mark = match.groups()
    if decade and month_text:
        raise ValueError("have no month where it names a decade")
    year = int(digits) if digits else int(decade) * DECADE_YEARS if decade else None
    if year == 0:
        raise ValueError("have a year from 0001 to 9999")
    month = int(month_text) if month_text else None
    day = int(day_text) if day_text else None
    if month is not None and not 1 <= month <= 12:
        raise ValueError("have a month from 01 to 12")
    if month is not None and day is not None:
        days = calendar.monthrange(year or LEAP_YEAR, month)[1]
        if not 1 <= day <= days:
            raise ValueError(f"have a day from 01 to {days} in {MONTHS[month]}")
    if year is None and mark:
        raise ValueError("have no ~ or ? where the year is not stated")
    return Point(year, month, day, bool(decade), mark)


def _interval(left: str, right: str) -> Reading:
    if left == ".." and right == "..":
        raise ValueError("have a start or an end")
    start = None if left == ".." else _point(left)
    end = None if right == ".." else _point(right)
    if any(side is not None and side.year is None for side in (start, end)):
        raise ValueError("state the year of both ends of a period")
    if start and end and (start.first > end.first or start.last > end.last):
        raise ValueError("start before it ends")
    return Reading(start, end, interval=True)


@lru_cache(maxsize=2**15)  # the days of ninety years
def read(text: str) -> Reading | str:
    """The ends of a date, or what its text must do to be one."""
    try:
        if text.count("/") == 1:
            return _interval(*text.split("/"))
        point = _point(text)
        return Reading(point, point)
    except ValueError as fault:
        return str(fault)

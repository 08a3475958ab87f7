"""Dates as an article supports them: never finer, never guessed.

The written form is a small part of EDTF (ISO 8601-2:2019, levels 0 to 2): `YYYY`, `YYYY-MM`,
`YYYY-MM-DD` and `198X`, each with an optional `~` (approximate) or `?` (uncertain); `XXXX-MM` and
`XXXX-MM-DD` where the year is not stated; and the intervals `A/B`, `A/..` and `../B`.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

FORMS = (
    "2020, 2020-07, 2020-07-06 or 198X, each with ~ (approximate) or ? (uncertain); "
    "XXXX-07-01 where the year is not stated; 2020-07/2020-12, 2020-07/.. or ../2020-12"
)
MONTHS = (  # not calendar.month_name, which speaks the machine's language
    *("", "January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
# by their names and the short forms of these, in small letters
MONTH_NUMBERS = {name.lower(): number for number, name in enumerate(MONTHS) if name}
MONTH_NUMBERS |= {name[:3]: number for name, number in MONTH_NUMBERS.items()} | {"sept": 9}
DECADE_YEARS = 10
LEAP_YEAR = 2000  # 29 February is a day of some year, so it stands where the year is unknown

Certainty = Literal["day", "month", "year", "approximate", "yearless", "period"]

_SINGLE = re.compile(r"(?:(\d{4})|(\d{3})X|(XXXX)(?=-))(?:-(\d{2})(?:-(\d{2}))?)?([~?]?)", re.ASCII)


@dataclass(frozen=True, slots=True)
class _Moment:
    """One end of a date: year, month and day as far as they are stated."""

    year: int | None
    month: int | None
    day: int | None
    decade: bool = False
    mark: str = ""

    @property
    def first(self) -> dt.date:
        if self.year is None:
            return dt.date.min
        return dt.date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> dt.date:
        if self.year is None:
            return dt.date.max
        if self.decade:
            return dt.date(self.year + DECADE_YEARS - 1, 12, 31)
        month = self.month or 12
        return dt.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def words(self, *, year: bool = True, month: bool = True) -> str:
        if self.decade:
            return f"the {self.year}s"
        parts = [
            str(self.day) if self.day else "",
            MONTHS[self.month] if self.month and month else "",
            str(self.year) if self.year and year else "",
        ]
        return " ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class _Reading:
    start: _Moment | None
    end: _Moment | None
    interval: bool = False


def _moment(text: str) -> _Moment:
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
    return _Moment(year, month, day, bool(decade), mark)


def _interval(left: str, right: str) -> _Reading:
    if left == ".." and right == "..":
        raise ValueError("have a start or an end")
    start = None if left == ".." else _moment(left)
    end = None if right == ".." else _moment(right)
    if any(side is not None and side.year is None for side in (start, end)):
        raise ValueError("state the year of both ends of a period")
    if start and end and (start.first > end.first or start.last > end.last):
        raise ValueError("start before it ends")
    return _Reading(start, end, interval=True)


@lru_cache(maxsize=4096)
def _read(text: str) -> _Reading | str:
    try:
        if text.count("/") == 1:
            return _interval(*text.split("/"))
        moment = _moment(text)
        return _Reading(moment, moment)
    except ValueError as fault:
        return str(fault)


@dataclass(frozen=True, slots=True)
class Date:
    """A date as a record writes it.

    Any text makes a `Date`; `fault` says what must be otherwise about one that is not legal.
    Every other property of an illegal date raises `ValueError`: records are checked before use.
    """

    text: str

    @property
    def fault(self) -> str | None:
        """What the text must do to be a date, or None where it is one."""
        reading = _read(self.text)
        return reading if isinstance(reading, str) else None

    @property
    def _reading(self) -> _Reading:
        reading = _read(self.text)
        if isinstance(reading, str):
            raise ValueError(f"date must {reading}: {self.text!r}")
        return reading

    @property
    def year_known(self) -> bool:
        reading = self._reading
        return reading.interval or (reading.start is not None and reading.start.year is not None)

    @property
    def earliest(self) -> dt.date:
        """The first day it may mean; the calendar's first where the start is open or unknown."""
        start = self._reading.start
        return start.first if start else dt.date.min

    @property
    def latest(self) -> dt.date:
        """The last day it may mean; the calendar's last where the end is open or unknown."""
        end = self._reading.end
        return end.last if end else dt.date.max

    @property
    def days(self) -> tuple[dt.date, dt.date]:
        """The first and the last day that are known of it.

        Of a period with an open start these are the days of its end, which is where it stands; of
        one with an open end those of its start.
        """
        start, end = self._reading.start, self._reading.end
        known = [side for side in (start or end, end or start) if side is not None]
        return known[0].first, known[-1].last

    @property
    def order(self) -> tuple[bool, dt.date, dt.date]:
        """Sorts by earliest, then latest day; dates whose year is unknown come after all others."""
        if self.year_known:
            # an open start is known by its end alone, and belongs there on a timeline
            earliest = self.latest if self._reading.start is None else self.earliest
            return (False, earliest, self.latest)
        start = self._reading.start
        assert start is not None
        placed = replace(start, year=LEAP_YEAR)
        return (True, placed.first, placed.last)

    @property
    def year(self) -> int | None:
        """The year under which a timeline lists it; None where it is not stated."""
        reading = self._reading
        side = reading.start or reading.end
        return side.year if side else None

    @property
    def years(self) -> tuple[str, ...]:
        """Every year its text states, as digits; of a decade, the first: an article has "1980s"."""
        years = re.findall(r"\d{3}[\dX](?=-|/|[~?]|$)", self.text, re.ASCII)
        return tuple(year.replace("X", "0") for year in years)

    @property
    def certainty(self) -> Certainty:
        """What a reader should know at a glance: how exact it is."""
        reading = self._reading
        start = reading.start
        if reading.interval or start is None:
            return "period"
        if start.year is None:
            return "yearless"
        if start.mark or start.decade:
            return "approximate"
        return "day" if start.day else "month" if start.month else "year"

    @property
    def html(self) -> str | None:
        """The value of HTML's `datetime` attribute, which knows plain dates only."""
        return self.text if re.fullmatch(r"\d{4}(-\d\d){0,2}", self.text) else None

    def parts(self, *, year_from_context: bool = False) -> tuple[str, str]:
        """The date in words, and what must be said of it (empty where nothing must be)."""
        if not self.year_known:
            return self._words(), "year not stated"
        return self._words(), "year inferred" if year_from_context else ""

    def display(self, *, year_from_context: bool = False) -> str:
        """As readers see it: "6 July 2020", "1 July (year not stated)"."""
        words, note = self.parts(year_from_context=year_from_context)
        if not note:
            return words
        return f"{words}, {note}" if self.year_known else f"{words} ({note})"

    def _words(self) -> str:
        start, end = self._reading.start, self._reading.end
        if not self._reading.interval:
            assert start is not None
            return _qualified(start, start.words())
        if start is None:
            assert end is not None
            possibly = "possibly " if end.mark == "?" else ""
            around = "around " if end.mark == "~" else ""
            return f"{possibly}on or before {around}{end.words()}"
        if end is None:
            return f"since {_qualified(start, start.words())}"
        if start == end:
            return _qualified(start, start.words())
        same_year = start.year == end.year and bool(start.month and end.month) and not start.mark
        same_month = same_year and start.month == end.month and bool(start.day and end.day)
        left = start.words(year=not same_year, month=not same_month)
        return f"{_qualified(start, left)} to {_qualified(end, end.words())}"


def _qualified(moment: _Moment, words: str) -> str:
    prefix = {"~": "around ", "?": "possibly "}.get(moment.mark, "")
    return prefix + words

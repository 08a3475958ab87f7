"""Dates as an article supports them: never finer, never guessed.

The written form is a small part of EDTF (ISO 8601-2:2019, levels 0 to 2): `YYYY`, `YYYY-MM`,
`YYYY-MM-DD` and `198X`, each with an optional `~` (approximate) or `?` (uncertain); `XXXX-MM` and
`XXXX-MM-DD` where the year is not stated; and the intervals `A/B`, `A/..` and `../B`.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Literal

from tools.model.edtf import Reading, read

FORMS = (
    "2020, 2020-07, 2020-07-06 or 198X, each with ~ (approximate) or ? (uncertain); "
    "XXXX-07-01 where the year is not stated; 2020-07/2020-12, 2020-07/.. or ../2020-12"
)
Certainty = Literal["day", "month", "year", "approximate", "yearless", "period"]
_PLAIN = re.compile(r"\d{4}(-\d\d){0,2}")
_YEAR = re.compile(r"\d{3}[\dX](?=-|/|[~?]|$)", re.ASCII)


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
        reading = read(self.text)
        return reading if isinstance(reading, str) else None

    @property
    def _reading(self) -> Reading:
        reading = read(self.text)
        if isinstance(reading, str):
            raise ValueError(f"date must {reading}: {self.text!r}")
        return reading

    @property
    def year_known(self) -> bool:
        """Whether it states a year, or is a period, which has one."""
        return self._reading.year_known

    @property
    def earliest(self) -> dt.date:
        """The first day it may mean; the calendar's first where the start is open or unknown."""
        return self._reading.earliest

    @property
    def latest(self) -> dt.date:
        """The last day it may mean; the calendar's last where the end is open or unknown."""
        return self._reading.latest

    @property
    def days(self) -> tuple[dt.date, dt.date]:
        """The first and the last day that are known of it.

        Of a period with an open start these are the days of its end, which is where it stands; of
        one with an open end those of its start.
        """
        return self._reading.days

    @property
    def order(self) -> tuple[bool, dt.date, dt.date]:
        """Sorts by earliest, then latest day; dates whose year is unknown come after all others."""
        return self._reading.order

    @property
    def year(self) -> int | None:
        """The year under which a timeline lists it; None where it is not stated."""
        return self._reading.year

    @property
    def years(self) -> tuple[str, ...]:
        """Every year its text states, as digits; of a decade, the first: an article has "1980s"."""
        years = _YEAR.findall(self.text)
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
        return self.text if _PLAIN.fullmatch(self.text) else None

    def parts(self, *, year_from_context: bool = False) -> tuple[str, str]:
        """The date in words, and what must be said of it (empty where nothing must be)."""
        reading = self._reading
        if not reading.year_known:
            return reading.words, "year not stated"
        return reading.words, "year inferred" if year_from_context else ""

    def display(self, *, year_from_context: bool = False) -> str:
        """As readers see it: "6 July 2020", "1 July (year not stated)"."""
        words, note = self.parts(year_from_context=year_from_context)
        if not note:
            return words
        return f"{words}, {note}" if self.year_known else f"{words} ({note})"

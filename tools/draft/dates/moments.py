"""Counting in days, weeks, months and years from a day that may be known only in part."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass

from tools.model.dates import Date


@dataclass(frozen=True, slots=True)
class Moment:
    """A year, with its month and day as far as they are known."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def text(self) -> str:
        month = f"-{self.month:02}" if self.month else ""
        return f"{self.year:04}{month}" + (f"-{self.day:02}" if self.day else "")

    @property
    def date(self) -> dt.date | None:
        """The day itself; None where it is not known, or not in the calendar."""
        if not self.month or not self.day or not 1 <= self.year <= dt.MAXYEAR:
            return None
        if self.day > calendar.monthrange(self.year, self.month)[1]:
            return None
        return dt.date(self.year, self.month, self.day)

    def years(self, amount: int) -> Moment:
        return Moment(self.year + amount)

    def months(self, amount: int) -> Moment | None:
        if not self.month:
            return None
        years, month = divmod(self.month - 1 + amount, 12)
        return Moment(self.year + years, month + 1)

    def days(self, amount: int) -> Moment | None:
        day = self.date
        return of_day(day, amount) if day else None

    def week(self, amount: int, *, weekend: bool = False) -> str | None:
        """The week, Monday to Sunday, or its Saturday and Sunday, as a period."""
        day = self.date
        if not day:
            return None
        monday = of_day(day, 7 * amount - day.weekday())
        first = monday.days(5) if monday and weekend else monday
        last = monday.days(6) if monday else None
        return f"{first.text}/{last.text}" if first and last else None


def of_day(day: dt.date, amount: int = 0) -> Moment | None:
    """So many days after a day; None beyond the ends of the calendar."""
    try:
        moved = day + dt.timedelta(days=amount)
    except OverflowError:
        return None
    return Moment(moved.year, moved.month, moved.day)


def of_date(date: Date | None) -> Moment | None:
    """What a date of ours says of year, month and day; None for periods and unknown years."""
    if date is None or date.fault or date.certainty in {"period", "yearless"}:
        return None
    digits = date.text.rstrip("~?")
    if "X" in digits:
        return None
    return Moment(*map(int, digits.split("-")))


def part_of_year(year: int, number: int, count: int) -> str:
    """The number-th of equal parts of a year, as a period of months."""
    months = 12 // count
    return f"{year:04}-{(number - 1) * months + 1:02}/{year:04}-{number * months:02}"

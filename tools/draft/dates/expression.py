"""What an expression of time says, before anybody asks which day that was."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Form = Literal[
    "calendar", "weekday", "shift", "part", "decade", "years", "season", "century", "ahead",
    "antique", "numbered",
]  # fmt: skip
Which = Literal["", "last", "next", "this", "following", "previous", "since"]
Unit = Literal["day", "week", "weekend", "month", "year", "decade"]
Origin = Literal["publication", "narrative"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """One expression, in tokens `first` to `last` (exclusive), and what it states.

    calendar  year, month and day as far as stated; `which` of a month or day without a year
    weekday   a day of the week, `which` one, from `origin`
    shift     `amount` units from `origin`: "today", "last year", "three days later"
    part      the `amount`-th of `parts` equal parts of a year: quarters, halves
    decade    the ten years from `year`
    years     `year` to `to_year`
    season    a season of a year: which months those are depends on where one is
    ahead     the `amount` days or weeks that begin with the publication
    century   the hundred years that end with `year`
    numbered  the `day` of the month of which the text speaks: "on the 15th"
    antique   a year before our era, which no form of a date can hold
    """

    first: int
    last: int
    form: Form
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    to_year: int | None = None
    unit: Unit = "day"
    amount: int = 0
    parts: int = 0
    which: Which = ""
    origin: Origin = "publication"
    years_off: int | None = None  # "June last year": the year counted from the publication's
    weeks_off: int | None = None  # "Friday of next week"
    mark: str = ""
    moving: bool = False  # a holiday: the first `weekday` from `day` on
    spoken_of: bool = False  # "the end of the month": of the one of which the text speaks
    unsure: bool = False  # a number that is a year only among its like: "1812"
    fiscal: bool = False  # its quarters begin when its company says

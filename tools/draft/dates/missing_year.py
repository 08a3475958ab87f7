"""In which year a day or month lies that is named without one."""

from __future__ import annotations

from tools.draft.dates.expression import Expression
from tools.draft.dates.moments import Moment, of_day
from tools.draft.dates.tense import Tense

# Without a verb to tell, a day or month is one past, unless it is as near ahead as this.
AHEAD_UNSAID = 60
# Even with one, nobody writes of a day as far away as this without its year.
FARTHEST = 300
YEAR = 360  # of months of thirty days, which is exact enough for the two above


def year_of(one: Expression, tense: Tense, published: Moment) -> int:
    """The year of a day or month that is named without one, for a text published on a day.

    A word such as "last" decides, then a day of the week named with it, then the tense, and
    without any of these how near it is.
    """
    month, day = published.month, published.day
    if month is None or one.month is None:
        return published.year
    # months alone are compared where either side names no day: "1 July" in a text of July is past
    exact = bool(one.day and day)
    here = (one.month, one.day if exact else 0)
    now = (month, day if exact else 0)
    if one.which == "last":
        # February is not "last February" in March: that would have been "last month"
        return published.year - (here >= now or one.month == month - 1)
    if one.which == "next":
        return published.year + (here <= now)
    if one.which == "since":
        return published.year - (here > now)  # "hasn't been seen since Oct. 7", in August
    if one.which == "this":
        return published.year
    if one.weekday and not one.moving:
        matching = _year_of_weekday(one, published)
        if matching:
            return matching
    days = 30 * (one.month - month) + (one.day - day if one.day and day else 0)  # ahead, roughly
    ahead, back = days % YEAR, -days % YEAR
    if tense == "future":
        return published.year + (here < now and ahead <= FARTHEST)
    if tense == "past":
        return published.year - (here > now and back <= FARTHEST)
    if here >= now:
        return published.year - (ahead > AHEAD_UNSAID)
    return published.year + (ahead <= AHEAD_UNSAID)


def _year_of_weekday(one: Expression, published: Moment) -> int | None:
    """The year near the publication in which "Saturday, April 25" is a Saturday."""
    for year in (published.year, published.year - 1, published.year + 1):
        day = Moment(year, one.month, one.day).date
        if day and day.isoweekday() == one.weekday:
            return year
    return None


def in_year(one: Expression, year: int) -> Moment | None:
    """A day or month in a year; of a holiday such as Thanksgiving, the day it fell on then."""
    earliest = Moment(year, one.month, one.day)
    if not one.moving:
        return earliest
    day = earliest.date
    return of_day(day, (one.weekday - day.isoweekday()) % 7) if day and one.weekday else None

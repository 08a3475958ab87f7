"""Which date an expression means in a text that tells the past: it counts from the last one told.

This follows the narrative mode of HeidelTime (Strötgen and Gertz, 2012): the tense says nothing,
since all of it is past, and neither does the publication.
What is added is that a story goes on: after November comes the January of the next year.
"""

from __future__ import annotations

from tools.draft.dates.context import Context, Resolved, of_moment
from tools.draft.dates.expression import Expression
from tools.draft.dates.missing_year import in_year
from tools.draft.dates.moments import Moment, of_day

# A story that steps back by more months than this within a year has gone on to the next.
STEPS_BACK = 8
WEEK = 7


def calendar(one: Expression, context: Context) -> Resolved | None:
    """A day or month without its year; one whose year nobody told stays without it."""
    told = context.told
    if told is None or one.month is None:
        return None
    year = told.year
    if told.month and told.month - one.month >= STEPS_BACK:
        year += 1
    return of_moment(in_year(one, year), "narrative", one.mark)


def weekday(one: Expression, context: Context) -> Resolved | None:
    """A day of the week: the first from the last day told."""
    day = context.day.date if context.day else None
    if not day or one.weekday is None:
        return None
    return of_moment(of_day(day, (one.weekday - day.isoweekday()) % WEEK), "narrative")


def origin(one: Expression, context: Context) -> Moment | None:
    """From where "the end of the year" or "two years ago" counts; None for the writer's own day."""
    if one.unit == "day" or (abs(one.amount) == 1 and not one.spoken_of):
        return None  # "today" and "last year" are the writer's, or a speaker's
    return context.month if one.unit == "month" else context.year

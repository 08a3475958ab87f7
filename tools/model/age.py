"""How old a thing is on the day of the publication, in three words.

That day is the latest on which any record was reviewed, withdrawn or changed: no clock is asked.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

from tools.model.dates import Date
from tools.model.once import once
from tools.model.record import Explainer
from tools.model.story import Story

Age = Literal["recent", "old", "history"]
OLD, HISTORY = 1, 2  # years after which a thing is shown as old, and as history


def day_of(stories: Iterable[Story]) -> str:
    """The publication's day, as YYYY-MM-DD; empty where no record gives any."""
    records = [story.record for story in stories if story.record]
    return max((day for record in records for day in days(record)), default="")


@once
def days(record: Explainer) -> tuple[str, ...]:
    """The days a record gives for its publication and changes, as YYYY-MM-DD, oldest first."""
    given = [record.reviewed, record.withdrawn and record.withdrawn.date]
    given += [change.date for change in record.changes]
    return tuple(sorted(date.text for date in given if date))


def age(date: Date, day: str) -> Age:
    """How old a date is on a day; one whose year is unknown is history."""
    return _age(date.text, day) if day else "recent"


@lru_cache(maxsize=2**14)
def _age(text: str, day: str) -> Age:
    date = Date(text)
    if not date.year_known:
        return "history"
    last, today = date.days[1], dt.date.fromisoformat(day)
    passed = today.year - last.year, (today.month, today.day), (last.month, last.day)
    if _older(*passed, HISTORY):
        return "history"
    return "old" if _older(*passed, OLD) else "recent"


def _older(years: int, today: tuple[int, int], then: tuple[int, int], limit: int) -> bool:
    """Whether more than `limit` years have passed; on the very day, they have not."""
    return years > limit or (years == limit and today > then)

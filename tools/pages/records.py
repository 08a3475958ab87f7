"""The record of a story that is published, and the newest of its articles."""

from __future__ import annotations

import datetime as dt

from tools.model.record import Explainer, Source
from tools.model.story import Story


def record_of(story: Story) -> Explainer:
    """The record of a story that is published."""
    if story.record is None:
        raise ValueError(f"story {story.name} has no record to publish")
    return story.record


def newest(story: Story) -> Source | None:
    """The story's newest article whose publication date is known."""
    dated = [source for source in record_of(story).sources if source.published]
    return max(dated, key=_age, default=None)


def _age(source: Source) -> tuple[bool, dt.date]:
    date = source.published
    known = date is not None and date.year_known
    return known, date.latest if date and known else dt.date.min


def by_newest(story: Story) -> tuple[bool, dt.date, str]:
    """Sorts stories by their newest article, which a reversed order has first."""
    source = newest(story)
    return (*(_age(source) if source else (False, dt.date.min)), story.name)

"""Rules about what comes first: no review before its article, no end before its beginning."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TypeGuard

from tools.check.dates import LOGGED, dates_of
from tools.check.demands import milestones
from tools.check.list_rule import ListRule
from tools.check.rule import Problems, Rule, record_of
from tools.model.age import day_of
from tools.model.dates import Date
from tools.model.once import once
from tools.model.problem import Path
from tools.model.record import Explainer
from tools.model.story import Lists, Seeds, Story
from tools.model.vocabulary import Company, Vocabulary

FIRST_YEAR = 1000  # before it, what an article of news tells is a slip of the pen
AHEAD = 30  # years; what is due later than that, likewise


def reviews_come_after_articles(story: Story, _: Vocabulary) -> Problems:
    """Nobody reviewed a record before its articles were there."""
    record = record_of(story)
    reviewed, last = record.reviewed, _before_article(record)
    if reviewed is not None and last is not None:
        yield story.problem(
            ("reviewed",),
            f"must not be before an article was published, {last.text}: {reviewed.text!r}",
            "Write the day of the review, or mend the article's date.",
        )


def _before_article(record: Explainer) -> Date | None:
    """The day of the last article, where the record was reviewed before it."""
    published = [date for source in record.sources if _placed(date := source.published)]
    last = max(published, key=lambda date: date.earliest, default=None)
    reviewed = record.reviewed
    if last is None or reviewed is None or reviewed.fault or reviewed.latest >= last.earliest:
        return None
    return last


def logs_come_after_articles(story: Story, _: Vocabulary) -> Problems:
    """No entry of the log is from before the first article, and no withdrawal."""
    record = record_of(story)
    if _before_article(record):
        return  # one wrong day of an article is one Problem
    published = [date for source in record.sources if _placed(date := source.published)]
    first = min(published, key=lambda date: date.earliest, default=None)
    for path, date in dates_of(story):
        logged = path[0] in LOGGED and path != ("reviewed",)
        if first is not None and logged and _placed(date) and date.latest < first.earliest:
            yield story.problem(
                path,
                f"must not be before the article was published, {first.text}: {date.text!r}",
                "Write the day of this entry, or mend the article's date.",
            )


def logs_are_in_order(story: Story, _: Vocabulary) -> Problems:
    """The log is told oldest first, and nobody reviewed a page before its first publication."""
    record = record_of(story)
    days = [change.date for change in record.changes]
    for index, (above, date) in enumerate(pairwise(days), start=1):
        if _placed(above) and _placed(date) and date.latest < above.earliest:
            yield story.problem(
                ("changes", index, "date"),
                f"must not be before the entry above it, {above.text}: {date.text!r}",
                "Mend the day that is wrong, or put the entries in order, the oldest first.",
            )
    reviewed, first = record.reviewed, days[0] if days else None
    if not (_placed(reviewed) and _placed(first)) or _before_article(record):
        return
    if reviewed.latest < first.earliest:
        yield story.problem(
            ("reviewed",),
            f"must not be before the first entry in changes, {first.text}: {reviewed.text!r}",
            "Write the day on which the page was last read as a whole, or mend that entry's.",
        )


def positions_end_after_they_begin(story: Story, _: Vocabulary) -> Problems:
    """A position did not end before it was taken."""
    for index, stance in enumerate(record_of(story).stances):
        until, date = stance.until.date if stance.until else None, stance.date
        if _placed(until) and _placed(date) and until.latest < date.earliest:
            yield story.problem(
                ("stances", index, "until", "date"),
                f"must not be before the position itself, {date.text}: {until.text!r}",
                "Mend the one of the two that is wrong.",
            )


def dates_are_of_our_time(story: Story, _: Vocabulary) -> Problems:
    """No date is before the year 1000, or more than 30 years after the article."""
    for path, message, way_out in strange_dates(story):
        yield story.problem(path, message, way_out)


@once
def strange_dates(story: Story) -> tuple[tuple[Path, str, str], ...]:
    """The fields whose dates no calendar of news holds, with what is wrong and the way out."""
    return tuple(_strange(story))


def _strange(story: Story) -> Iterator[tuple[Path, str, str]]:
    record = record_of(story)
    published = [date for source in record.sources if _placed(date := source.published)]
    articles = [date.latest.year for date in published if date.latest.year >= FIRST_YEAR]
    review = [record.reviewed.latest.year] if _placed(record.reviewed) else []
    last = max(articles or review, default=None)
    for path, date in dates_of(story):
        # what the article tells is measured by its own date; that one by the review
        measure = None if path[-1] == "published" or path[0] in LOGGED else last
        if date is not None and (fault := far_off(date, measure)):
            yield path, *fault


def list_dates_are_of_our_time(one: Lists, seeds: Seeds) -> Problems:
    """No date of a list is before the year 1000, or more than 30 years after the last review."""
    dates: list[tuple[Path, Date]] = [
        ((number, key, "date"), milestone.date) for number, key, milestone in milestones(one)
    ]
    dates += [
        ((number, "ended"), entry.ended)
        for number, entry in one.entries
        if isinstance(entry, Company) and entry.ended
    ]
    day = day_of(seeds.stories) if dates else ""
    for path, date in dates:
        if fault := far_off(date, int(day[:4]) if day[:4].isdigit() else None):
            yield one.problem(path, *fault)


def _placed(date: Date | None) -> TypeGuard[Date]:
    """Whether a date is given, legal, and of a known year."""
    return date is not None and date.fault is None and date.year_known


def far_off(date: Date, last: int | None) -> tuple[str, str] | None:
    """What is wrong about the years of a date, and the way out; `last` is the article's year."""
    if date.fault or not date.year_known:
        return None
    first_day, last_day = date.days
    if first_day.year < FIRST_YEAR:
        return f"must not be before the year {FIRST_YEAR}: {date.text!r}", _WAY_OUT
    if last is not None and last_day.year > last + AHEAD:
        return f"must not be more than {AHEAD} years after {last}: {date.text!r}", _WAY_OUT
    return None


_WAY_OUT = "Mend the year: write the one that the article has."

RULES: tuple[Rule, ...] = (
    reviews_come_after_articles,
    logs_come_after_articles,
    logs_are_in_order,
    positions_end_after_they_begin,
    dates_are_of_our_time,
)
LIST_RULES: tuple[ListRule, ...] = (list_dates_are_of_our_time,)

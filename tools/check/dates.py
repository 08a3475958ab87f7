"""Rules about dates."""

from __future__ import annotations

from collections.abc import Iterator

from tools.check.rule import Problems, Rule, record_of
from tools.model.dates import FORMS, Date
from tools.model.problem import Path
from tools.model.story import Story
from tools.model.vocabulary import Vocabulary


def dates_are_legal(story: Story, _: Vocabulary) -> Problems:
    """Every date has one of the forms that the publication can show and sort."""
    for path, date in dates_of(story):
        if date is not None and date.fault:
            yield story.problem(path, f"must {date.fault}: {date.text!r}", f"Legal are: {FORMS}.")


def dates_of(story: Story) -> Iterator[tuple[Path, Date | None]]:
    """Every date of a record with its path."""
    record = record_of(story)
    yield ("reviewed",), record.reviewed
    if record.withdrawn:
        yield ("withdrawn", "date"), record.withdrawn.date
    for i, source in enumerate(record.sources):
        yield ("sources", i, "published"), source.published
    for i, event in enumerate(record.timeline):
        yield ("timeline", i, "date"), event.date
    for i, stance in enumerate(record.stances):
        yield ("stances", i, "date"), stance.date
    for i, change in enumerate(record.changes):
        yield ("changes", i, "date"), change.date


def stances_are_dated(story: Story, _: Vocabulary) -> Problems:
    """On review every position says when it was stated or first disclosed."""
    record = record_of(story)
    for index, stance in enumerate(record.stances):
        if record.status == "reviewed" and stance.date is None and story.complete:
            yield story.problem(
                ("stances", index, "date"),
                "must be given on review",
                "Add the date of the statement; the article's own, where it gives no other.",
            )


RULES: tuple[Rule, ...] = (dates_are_legal, stances_are_dated)

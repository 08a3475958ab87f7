"""Rules about what a record tells twice."""

from __future__ import annotations

from collections.abc import Iterator

from tools.check.rule import Problems, Rule, record_of
from tools.model.problem import Path
from tools.model.record import Explainer
from tools.model.story import Story
from tools.model.text import fold_case
from tools.model.vocabulary import Vocabulary


def twins(record: Explainer) -> Iterator[tuple[Path, Path]]:
    """Each event and stance that the record has told before, with the path of the first one."""
    first: dict[tuple[str | None, ...], Path] = {}
    for index, event in enumerate(record.timeline):
        path: Path = ("timeline", index)
        key: tuple[str | None, ...] = ("event", event.date.text, fold_case(event.text))
        if (other := first.setdefault(key, path)) != path:
            yield path, other
    for index, stance in enumerate(record.stances):
        path = ("stances", index)
        topic, date = stance.topic or record.topic, stance.date.text if stance.date else None
        key = ("stance", stance.company, topic, stance.position, date)
        if (other := first.setdefault(key, path)) != path:
            yield path, other


def claims_are_told_once(story: Story, _: Vocabulary) -> Problems:
    """No event stands twice, and no position of a company on one topic and one date.

    In a draft of several articles an editor has still to join them.
    """
    record = record_of(story)
    for path, other in twins(record):
        line = story.places[other].line if other in story.places else 1
        what = "event" if path[0] == "timeline" else "position of the company on that date"
        yield story.problem(
            path,
            f"must be told once: it is the same {what} as that of line {line}",
            "Delete one of the two, and let the other have the quotations of both as a list.",
            notice=record.status == "draft",
        )


RULES: tuple[Rule, ...] = (claims_are_told_once,)

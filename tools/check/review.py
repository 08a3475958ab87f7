"""Rules about what a record needs before readers see it."""

from __future__ import annotations

from tools.check.rule import Problems, Rule, filled, record_of
from tools.model.problem import shorten
from tools.model.record import UNKNOWN_BASIS
from tools.model.story import Story
from tools.model.text import fold
from tools.model.vocabulary import Vocabulary

KEY_POINTS = range(3, 6)


def review_is_whole(story: Story, _: Vocabulary) -> Problems:
    """A reviewed record has a topic, an answer, and three to five key points."""
    record = record_of(story)
    if record.status != "reviewed" or not story.complete:
        return
    if record.topic is None:
        yield story.problem(
            ("topic",), "must be given on review", "Name one of seeds/vocabulary/topics.yml."
        )
    if record.answer is None:
        yield story.problem(
            ("answer",),
            "must be given on review",
            f"{'Write' if ('answer',) in story.places else 'Add'}: answer: {{text: the answer in a "
            "sentence, quote: what it rests on}",
        )
    if len(record.key_points) not in KEY_POINTS:
        yield story.problem(
            ("key_points",),
            f"must be three to five on review: '{len(record.key_points)}'",
            "Join points that belong together, or add the ones a reader would miss.",
        )


def review_is_logged(story: Story, _: Vocabulary) -> Problems:
    """A reviewed record tells of its first publication in `changes`."""
    record = record_of(story)
    if record.status == "reviewed" and story.complete and not record.changes:
        day = record.reviewed.text if record.reviewed else "…"
        yield story.problem(
            ("changes",),
            "must have its first entry on review",
            filled(story, "changes", f"{{date: {day}, kind: update, text: First published.}}"),
        )


def review_has_a_timeline(story: Story, _: Vocabulary) -> Problems:
    """A reviewed record tells of one event at least."""
    record = record_of(story)
    if record.status == "reviewed" and story.complete and not record.timeline:
        yield story.problem(
            ("timeline",),
            "must have an event on review",
            filled(story, "timeline", "{date: …, text: what happened, quote: what it rests on}"),
        )


def review_is_decided(story: Story, _: Vocabulary) -> Problems:
    """A reviewed record has no sentences left that may hold a position."""
    record = record_of(story)
    if record.status != "draft" and record.candidates:
        yield story.problem(
            ("candidates",),
            f"must be decided on review, and has {shorten(len(record.candidates))} left",
            "Make a stance of each that holds a position, and delete this list.",
        )


def review_knows_its_days(story: Story, _: Vocabulary) -> Problems:
    """What a draft left to its editor to say is said: how a day is known."""
    record = record_of(story)
    for index, source in enumerate(record.sources):
        basis = fold(source.published_basis or "")
        if record.status != "draft" and basis == fold(UNKNOWN_BASIS):
            yield story.problem(
                ("sources", index, "published_basis"),
                f"must say how the day is known, and still asks for it: {shorten(basis)}",
                "Write what the day rests on, such as the address or the archived copy where it "
                "stands; where nobody knows, write null here and as published.",
            )


RULES: tuple[Rule, ...] = (
    review_is_whole,
    review_is_logged,
    review_has_a_timeline,
    review_is_decided,
    review_knows_its_days,
)

"""What a rule is, and what rules share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from tools.model.article import Article
from tools.model.problem import Problem
from tools.model.record import Explainer
from tools.model.story import Story
from tools.model.text import Span, line_of
from tools.model.vocabulary import Vocabulary

MOST_PLACES = 3  # of a passage that a message names
QUOTATION_MARKS = "“”„‘’«»\"'"  # which a word processor or a habit puts around a value

Problems: TypeAlias = Iterator[Problem]
Rule: TypeAlias = Callable[[Story, Vocabulary], Problems]


def places_named(found: list[tuple[Article, Span]]) -> str:
    """Where a passage stands, as messages say it: file and line of the first places."""
    return " and ".join(f"{a.file}:{line_of(s.start, a.text)}" for a, s in found[:MOST_PLACES])


def record_of(story: Story) -> Explainer:
    """The record of a story that has one; rules run on no other."""
    if story.record is None:
        raise ValueError(f"rules run on stories with a record, and {story.name} has none")
    return story.record

"""What a rule is, and what rules share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from tools.model.problem import Problem
from tools.model.record import Explainer
from tools.model.story import Story
from tools.model.vocabulary import Vocabulary

Problems: TypeAlias = Iterator[Problem]
Rule: TypeAlias = Callable[[Story, Vocabulary], Problems]


def record_of(story: Story) -> Explainer:
    """The record of a story that has one; rules run on no other."""
    if story.record is None:
        raise ValueError(f"rules run on stories with a record, and {story.name} has none")
    return story.record

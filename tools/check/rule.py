"""What a rule is, and what rules share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from tools.model.article import Article
from tools.model.problem import Problem, did_you_mean
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


def one_of(wrong: str, known: Iterable[str]) -> str:
    """The way out where a message has named all that may be written: the nearest of them."""
    near = did_you_mean(wrong, known)
    return near if near.startswith("Did") else "Write the one that is meant."


def filled(story: Story, key: str, entry: str) -> str:
    """The way out where a list is empty: in the place of its key where that stands, else with it.

    A second key of one name would hide the first.
    """
    if (key,) in story.places:
        return f"Write in the place of the line that is there: {key}: [{entry}]"
    return f"Add: {key}: [{entry}]"


def record_of(story: Story) -> Explainer:
    """The record of a story that has one; rules run on no other."""
    if story.record is None:
        raise ValueError(f"rules run on stories with a record, and {story.name} has none")
    return story.record

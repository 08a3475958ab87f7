"""Rules about candidates: sentences of a draft that may hold a position."""

from __future__ import annotations

from tools.check.rule import Problems, Rule, record_of
from tools.model.problem import Path, did_you_mean, shorten
from tools.model.story import Story
from tools.model.vocabulary import Vocabulary


def candidates_are_offered_positions(story: Story, vocabulary: Vocabulary) -> Problems:
    """The positions that a candidate may hold are those of the list."""
    for index, candidate in enumerate(record_of(story).candidates):
        for number, position in enumerate(candidate.positions):
            if vocabulary.lacks("positions", position):
                yield story.problem(
                    ("candidates", index, "positions", number),
                    f"must be one of the positions: {shorten(position)}",
                    did_you_mean(position, vocabulary.positions),
                )


def candidates_are_quoted(story: Story, _: Vocabulary) -> Problems:
    """A candidate's sentence stands word for word in an article; a stance made of it, once."""
    for index, candidate in enumerate(record_of(story).candidates):
        for number, quotation in enumerate(candidate.quote):
            if not story.cited or any(article.find(quotation) for article in story.cited):
                continue
            path: Path = ("candidates", index, "quote")
            yield story.problem(
                (*path, number) if (*path, number) in story.places else path,
                f"must stand word for word in {' or '.join(a.file for a in story.cited)}: "
                f"{shorten(quotation)}",
                "Copy its words from the article, or delete the candidate.",
            )


RULES: tuple[Rule, ...] = (candidates_are_offered_positions, candidates_are_quoted)

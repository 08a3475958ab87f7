"""A text as every part of a draft gets it."""

from __future__ import annotations

from tests.model.build import vocabulary as invented
from tools.draft.reading import Reading, read
from tools.draft.sense import Understood, understand
from tools.model.dates import Date
from tools.model.vocabulary import Vocabulary


def understood(
    text: str | Reading, published: Date | None = None, vocabulary: Vocabulary | None = None
) -> Understood:
    """The article of a text, or of what was read of one; without a vocabulary that of the tests."""
    reading = read(text) if isinstance(text, str) else text
    return understand(reading, published, vocabulary or invented())

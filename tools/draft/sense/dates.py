"""The dates of an article in their places, each told once for every part of a draft."""

from __future__ import annotations

from tools.draft.dates.find import Found, find_dates
from tools.draft.parse import Parsed, passages
from tools.draft.sense.tense import hint_of
from tools.model.dates import Date


def dates_of(parsed: Parsed, published: Date | None) -> tuple[Found, ...]:
    """Every date of what is parsed of an article, in order; where one holds others, all of them."""
    return tuple(find_dates(_paragraphs(parsed), published, hint_of(parsed.doc)))


def _paragraphs(parsed: Parsed) -> str:
    """The text with nothing but what was parsed and its line ends, every offset kept."""
    text, last, pieces = parsed.reading.text, 0, []
    for span, _ in passages(parsed.reading):
        pieces.append("".join("\n" if char == "\n" else " " for char in text[last : span.start]))
        pieces.append(text[span.start : span.end])
        last = span.end
    return "".join(pieces)

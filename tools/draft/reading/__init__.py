"""Reading an article: what of a scraped text is its headline, its author, its paragraphs.

A careless scraper leaves menus, share buttons, captions, boxes and comment forms in the text.
They are told from the article line by line, by what a line says (furniture.yml), how it looks and
what stands around it; everything that is left out is listed with the reason.
Nothing is invented: what the text does not state stays unknown.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tools.model.text import Span

Kind = Literal["headline", "dek", "byline", "date", "heading", "paragraph"]


class NotAnArticleError(ValueError):
    """The bytes given hold no article that can be read; the text says why, without their name."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text that was kept, and what it is."""

    kind: Kind
    span: Span


@dataclass(frozen=True, slots=True)
class Removed:
    """A stretch of the text that was left out, and why."""

    span: Span
    why: str


@dataclass(frozen=True)
class Reading:
    """What was understood of an article; every span points into `text`, which is untouched."""

    text: str
    headline: str | None
    dek: str | None
    authors: tuple[str, ...]
    dateline: str | None  # the place that opens the first paragraph: "DUBLIN"
    published: str | None  # EDTF, a day or a month, where the text states it
    headings: tuple[Span, ...]
    paragraphs: tuple[Span, ...]
    pieces: tuple[Piece, ...]
    removed: tuple[Removed, ...]
    notes: tuple[str, ...] = ()  # what an editor should know of the text as a whole


def read(text: str) -> Reading:
    """What is understood of an article's text; never raises, whatever the text."""
    from tools.draft.reading.reader import reading_of

    return reading_of(text)

"""What the parts of the drafter find, each tied to the sentence that it rests on.

`span` is where a whole sentence stands in the article, or a sentence with those before it; `text`
is what the page would say, made of the article's own words.
"""

from __future__ import annotations

from dataclasses import dataclass

from tools.model.dates import Date
from tools.model.text import Span


@dataclass(frozen=True, slots=True)
class Point:
    """An answer, a key point or an unknown."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class FoundEvent:
    """Something that happened or is due, with its date as far as the article supports it."""

    date: Date
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class FoundStance:
    """A position of a company; `company` is its name as the article first gives it in full."""

    company: str
    company_id: str | None  # in companies.yml, where it is known there
    position: str
    date: Date | None
    text: str
    span: Span
    sureness: int  # of 100


@dataclass(frozen=True, slots=True)
class FoundCandidate:
    """A sentence that may hold a position of a company, for the editor to decide."""

    company: str
    company_id: str | None
    positions: tuple[str, ...]  # the likeliest first
    span: Span
    sureness: int  # of 100, that it holds any


@dataclass(frozen=True, slots=True)
class FoundName:
    """A person or an organisation with the article's own words for who or what they are."""

    name: str
    description: str
    span: Span


@dataclass(frozen=True, slots=True)
class FoundFigure:
    """A striking number; `value` as it is shown large, with its unit."""

    value: str
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class FoundShortForm:
    """A short form and its expansion."""

    short: str
    long: str
    span: Span


Found = Point | FoundEvent | FoundStance | FoundCandidate | FoundName | FoundFigure | FoundShortForm

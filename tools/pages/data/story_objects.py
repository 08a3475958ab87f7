"""A story as the open data has it: its sources, what editors add, and the whole record."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from tools.model.record import ChangeKind
from tools.pages.data.objects import (
    Address,
    Day,
    Event,
    Figure,
    Profile,
    Section,
    ShortForm,
    Stance,
    TextClaim,
    Thing,
    When,
)


class Reference(Thing):
    """A public page that a report of this publication was written from."""

    title: str
    publisher: str | None
    url: Address
    date: When | None = Field(description="Its day or month; null where unknown")


class Source(Thing):
    """An article that an explainer rests on."""

    file: str
    headline: str
    author: str | None
    publisher: str | None
    published: When | None
    published_basis: str | None = Field(description="How its date is known")
    url: Address | None
    archived: Address | None
    licence: str | None = Field(description="SPDX id or own; null: all rights reserved")
    sha256: str = Field(description="SHA-256 of the article's text")
    own: bool = Field(description="Whether this publication wrote it: no independent article")
    references: tuple[Reference, ...] = Field(description="What an own report was written from")


class Link(Thing):
    """A page that an editor's note points to."""

    title: str
    url: Address


class Note(Thing):
    """An editor's note: not from the article."""

    on: str | None = Field(description="Anchor of the claim it is about; null: the whole page")
    text: str
    links: tuple[Link, ...]


class Change(Thing):
    """An entry of an explainer's own log."""

    date: Day
    kind: ChangeKind
    text: str
    was: tuple[str, ...] = Field(
        description="Anchors of claims that it took away; the page has them"
    )


class Explainer(Thing):
    """A reviewed explainer, with every claim and its quotations."""

    id: str
    status: Literal["reviewed"]
    title: str
    page: Address
    topic: str | None
    reviewed: Day
    published: Day = Field(description="Oldest day of its review and changes")
    updated: Day = Field(description="Newest day of its review and changes")
    citation: str = Field(description="A line by which to cite it")
    sources: tuple[Source, ...]
    answer: TextClaim | None
    key_points: tuple[TextClaim, ...]
    timeline: tuple[Event, ...]
    stances: tuple[Stance, ...]
    who: tuple[Profile, ...]
    figures: tuple[Figure, ...]
    unknowns: tuple[TextClaim, ...]
    sections: tuple[Section, ...]
    glossary: tuple[str, ...]
    terms: tuple[ShortForm, ...]
    notes: tuple[Note, ...]
    changes: tuple[Change, ...]
    was: tuple[str, ...] = Field(description="Earlier ids; their addresses lead here")
    as_of: When | None = Field(
        description="When its newest article was published, where its account ends"
    )


class Withdrawn(Thing):
    """What stands in the place of an explainer that was withdrawn."""

    id: str
    status: Literal["withdrawn"]
    page: Address
    date: Day
    text: str = Field(description="Why it was withdrawn")

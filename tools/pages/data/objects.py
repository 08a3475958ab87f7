"""The objects of the open data: what each file of `/api/v1/` holds, and the source of its schema.

A field that is here is part of the contract that CHANGELOG-DATA.md keeps.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, WithJsonSchema

from tools.pages.voice import Voice

Day = Annotated[str, WithJsonSchema({"type": "string", "format": "date"})]
Address = Annotated[
    str,
    WithJsonSchema(
        {
            "type": "string",
            "format": "uri-reference",
            "description": "Absolute, or relative to the file that holds it: see index.json",
        }
    ),
]
Side = Literal["yields", "holds", "resists"]


class Thing(BaseModel):
    """A frozen object; programs should ignore a field that they do not know."""

    model_config = ConfigDict(frozen=True, json_schema_serialization_defaults_required=True)


class When(Thing):
    """A date, as exact as its source and no more."""

    edtf: str = Field(description="In EDTF (ISO 8601-2): 2020-07-06, 2020-07, 2020~, XXXX-07-01")
    words: str = Field(description="As readers see it")
    earliest: Day | None = Field(description="First day it may mean; null where open or unknown")
    latest: Day | None = Field(description="Last day it may mean; null where open or unknown")
    year_from_context: bool = Field(description="Whether the article does not state the year")


class Quotation(Thing):
    """A passage of an article, word for word; white space is folded."""

    text: str
    source: str = Field(description="File of the article among the explainer's sources")
    anchor: str = Field(description="Anchor of the receipt in the explainer's page")


class Claim(Thing):
    """Anything a page states as fact, with the passages it rests on."""

    anchor: str = Field(description="Anchor of the claim in the explainer's page")
    page: Address = Field(description="Address of the claim")
    quotations: tuple[Quotation, ...]


class TextClaim(Claim):
    """A claim in a sentence."""

    text: str


class Event(TextClaim):
    """Something that happened or is due."""

    date: When


class Stance(TextClaim):
    """The position of a company as one explainer records it."""

    company: str
    topic: str
    position: str
    date: When
    voice: Voice


class Profile(Claim):
    """A person or an organisation in the article's words."""

    name: str
    description: str


class Figure(TextClaim):
    """A number worth remembering."""

    value: str


class Section(TextClaim):
    """Background as question and answer; the text is Markdown without HTML."""

    heading: str


class ShortForm(Claim):
    """A short form and its expansion."""

    short: str
    long: str


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
    kind: Literal["correction", "update"]
    text: str


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


class Withdrawn(Thing):
    """What stands in the place of an explainer that was withdrawn."""

    id: str
    status: Literal["withdrawn"]
    page: Address
    date: Day
    text: str = Field(description="Why it was withdrawn")

"""The objects of the open data: what each file of `/api/v1/` holds, and the source of its schema.

A field that is here is part of the contract that CHANGELOG-DATA.md keeps.
"""

from __future__ import annotations

from typing import Annotated

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


class Cited(Thing):
    """An article that a quotation stands in."""

    file: str = Field(description="Its name in quotations, and among the explainer's sources")
    headline: str
    publisher: str | None = Field(description="Null where unknown")
    url: Address | None = Field(description="Null where unknown")


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


class Until(Claim):
    """The end of a position: a case that was decided, a pause that was over."""

    date: When


class Stance(TextClaim):
    """The position of a company as one explainer records it."""

    company: str
    topic: str
    position: str
    date: When
    voice: Voice
    until: Until | None = Field(description="When it ended by itself; null where that is not told")


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

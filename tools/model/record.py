"""The record of a story: what people write into `explainer.yml`.

Every field is text, a list or a mapping; whether a date is a date, an id known and a quotation true
is for the rules of `check` to say.
The JSON Schemas that help editors are generated from these types.
"""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal, get_args

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    PlainSerializer,
    PlainValidator,
    WithJsonSchema,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from tools.model.dates import FORMS, Date

Status = Literal["draft", "reviewed", "withdrawn"]
ChangeKind = Literal["correction", "update"]
MAKERS = ("machine",)
STATUSES: tuple[str, ...] = get_args(Status)
CHANGE_KINDS: tuple[str, ...] = get_args(ChangeKind)


def _date(value: Any) -> Date:
    if isinstance(value, Date):
        return value
    if isinstance(value, str):
        return Date(value)
    raise ValueError("be a date as text, such as 2020-07-06")


def _passages(value: Any) -> Any:
    return (
        (value,) if isinstance(value, str) else tuple(value) if isinstance(value, list) else value
    )


def as_items(value: Any) -> Any:
    """`null` where a list belongs is an empty list, so that an editor may empty a section."""
    return () if value is None else tuple(value) if isinstance(value, list) else value


DateText = Annotated[
    Date,
    PlainValidator(_date),
    PlainSerializer(lambda date: date.text, return_type=str),
    WithJsonSchema({"type": "string", "description": f"A date: {FORMS}"}),
]
Passages = Annotated[
    tuple[str, ...],
    BeforeValidator(_passages),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "minLength": 1},
                {"type": "array", "items": {"type": "string"}, "minItems": 1},
            ],
            "description": "One passage of the article, word for word, or a list of them",
        }
    ),
]
MakerText = Annotated[str, WithJsonSchema({"type": "string", "enum": list(MAKERS)})]
Names = Annotated[tuple[str, ...], BeforeValidator(as_items)]
StatusText = Annotated[str, WithJsonSchema({"type": "string", "enum": list(STATUSES)})]
KindText = Annotated[str, WithJsonSchema({"type": "string", "enum": list(CHANGE_KINDS)})]


class Part(BaseModel):
    """A frozen part of a record; an unknown key is a fault.

    `needed` names fields that a whole record must give although a broken one can do without, so
    that one fault at the top does not hide all others below.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)
    needed: ClassVar[tuple[str, ...]] = ()

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        schema = handler(core_schema)
        definition = handler.resolve_ref_schema(schema)
        if cls.needed:
            definition["required"] = sorted({*definition.get("required", ()), *cls.needed})
        return schema


class Claim(Part):
    """Anything the page states as fact: it rests on passages of the story's articles."""

    quote: Passages = Field(description="The passages of the article that the claim rests on")
    source: str | None = Field(None, description="File of the article, if it stands in several")
    id: str | None = Field(None, description="Anchor of the claim, where the derived one is taken")


class Answer(Claim):
    """The short answer, in one sentence."""

    text: str = Field(description="The short answer, in one sentence")


class KeyPoint(Claim):
    """One of the three to five things to know."""

    text: str = Field(description="One thing to know, in a sentence")


class Event(Claim):
    """Something that happened or is due, with its date as far as it is stated."""

    date: DateText
    text: str = Field(description="What happened, in a sentence that stands by itself")


class Stance(Claim):
    """Which position a company took, and when that was said or first disclosed."""

    company: str = Field(description="Id in companies.yml; in a draft, a name will do")
    position: str = Field(description="Id in positions.yml")
    date: DateText | None = Field(None, description="When the position was stated or disclosed")
    text: str = Field(description="The position in a sentence")
    topic: str | None = Field(None, description="Id in topics.yml, where not the explainer's own")


class Profile(Claim):
    """A person or an organisation, described in the article's words."""

    name: str
    description: str


class Figure(Claim):
    """A number worth remembering."""

    value: str = Field(description="The figure as it is shown large, with its unit")
    text: str = Field(description="What it counts, of whom and when")


class Unknown(Claim):
    """Something the article says, or shows, is not known."""

    text: str


class Section(Claim):
    """Background as question and answer; the answer may use plain Markdown."""

    heading: str = Field(description="A question a reader would ask")
    text: str = Field(description="The answer, in Markdown without HTML")


class ShortForm(Claim):
    """A short form and its expansion, as the article gives them."""

    short: str
    long: str


class Source(Part):
    """An article the story rests on, and what is known of where it comes from."""

    file: str = Field(description="Name of the text file beside the record")
    sha256: str = Field(description="SHA-256 of that file, in hexadecimal digits")
    headline: str
    author: str | None = None
    publisher: str | None = None
    published: DateText | None = Field(None, description="When it was published; null if unknown")
    published_basis: str | None = Field(None, description="How that is known, if not stated")
    url: str | None = Field(None, description="Address of the original")
    archived: str | None = Field(None, description="Address of an archived copy")
    licence: str | None = Field(
        None, description="An SPDX id, or own; null means all rights reserved"
    )


class Link(Part):
    """A page that an editor's note points to."""

    title: str
    url: str


class Note(Part):
    """An editor's note: not from the article, and visibly so."""

    on: str | None = Field(None, description="Anchor of the claim it is about")
    text: str
    links: Annotated[tuple[Link, ...], BeforeValidator(as_items)] = ()


class Change(Part):
    """An entry of the corrections log."""

    date: DateText
    kind: KindText
    text: str


class Withdrawal(Part):
    """Why and when an explainer was withdrawn."""

    date: DateText
    text: str


class Explainer(Part):
    """The record of one story, in the order in which it is written."""

    needed: ClassVar[tuple[str, ...]] = ("title", "status", "sources")

    title: str = Field("", description="The question the page answers")
    status: StatusText = ""
    drafted: MakerText | None = Field(None, description="machine, where a program wrote the draft")
    reviewed: DateText | None = Field(None, description="Day of the review, YYYY-MM-DD")
    withdrawn: Withdrawal | None = None
    topic: str | None = Field(None, description="Id in topics.yml")
    was: Names = Field((), description="Earlier names of the folder; they lead to this page")
    sources: Annotated[tuple[Source, ...], BeforeValidator(as_items)] = ()
    answer: Answer | None = None
    key_points: Annotated[tuple[KeyPoint, ...], BeforeValidator(as_items)] = ()
    timeline: Annotated[tuple[Event, ...], BeforeValidator(as_items)] = ()
    stances: Annotated[tuple[Stance, ...], BeforeValidator(as_items)] = ()
    who: Annotated[tuple[Profile, ...], BeforeValidator(as_items)] = ()
    figures: Annotated[tuple[Figure, ...], BeforeValidator(as_items)] = ()
    unknowns: Annotated[tuple[Unknown, ...], BeforeValidator(as_items)] = ()
    sections: Annotated[tuple[Section, ...], BeforeValidator(as_items)] = ()
    glossary: Names = ()
    terms: Annotated[tuple[ShortForm, ...], BeforeValidator(as_items)] = ()
    notes: Annotated[tuple[Note, ...], BeforeValidator(as_items)] = ()
    changes: Annotated[tuple[Change, ...], BeforeValidator(as_items)] = ()

"""The record of a story: what people write into `explainer.yml`.

Every field is text, a list or a mapping; whether a date is a date, an id known and a quotation true
is for the rules of `check` to say.
The JSON Schemas that help editors are generated from these types.
"""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, get_args

from pydantic import Field, WithJsonSchema

from tools.model.part import DateText, Items, Part, Passages

Status = Literal["draft", "reviewed", "withdrawn"]
ChangeKind = Literal["correction", "update"]
MAKERS = ("machine",)
# what a draft says of a day that somebody gave by hand: the editor has to say it instead
UNKNOWN_BASIS = "Given by hand when the draft was made; say here how it is known."
OWN = "own"  # the licence of a report that this publication wrote itself
STATUSES: tuple[str, ...] = get_args(Status)
CHANGE_KINDS: tuple[str, ...] = get_args(ChangeKind)


MakerText = Annotated[str, WithJsonSchema({"type": "string", "enum": list(MAKERS)})]
StatusText = Annotated[str, WithJsonSchema({"type": "string", "enum": list(STATUSES)})]
FigureText = Annotated[str, WithJsonSchema({"type": ["string", "number"]})]
KindText = Annotated[str, WithJsonSchema({"type": "string", "enum": list(CHANGE_KINDS)})]


class Claim(Part):
    """Anything the page states as fact: it rests on passages of the story's articles."""

    quote: Passages = Field(description="The passages of the article that the claim rests on")
    source: str | None = Field(None, description="File of the article, if it stands in several")
    id: str | None = Field(None, description="Anchor of the claim, where the derived one is taken")
    checked: Items[str] = Field((), description="Ids of notices that an editor has looked into")


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


class Until(Claim):
    """The end of a position: a case that was decided, a pause that was over."""

    date: DateText


class Stance(Claim):
    """Which position a company took, and when that was said or first disclosed."""

    company: str = Field(description="Id in companies.yml; in a draft, a name will do")
    position: str = Field(description="Id in positions.yml")
    date: DateText | None = Field(None, description="When the position was stated or disclosed")
    text: str = Field(description="The position in a sentence")
    topic: str | None = Field(None, description="Id in topics.yml, where not the explainer's own")
    until: Until | None = Field(None, description="When it ended by itself, and what shows that")


class Candidate(Part):
    """A sentence of a draft that may hold a position; an editor decides."""

    company: str = Field(description="Id in companies.yml, or the name as the article has it")
    quote: Passages = Field(description="The sentence, word for word")
    positions: Items[str] = Field((), description="Ids in positions.yml, the likeliest first")


class Profile(Claim):
    """A person or an organisation, described in the article's words."""

    name: str = Field(description="As the article first gives it in full")
    description: str = Field(description="Who that is, in the article's words")


class Figure(Claim):
    """A number worth remembering."""

    value: FigureText = Field(description="The figure as it is shown large, with its unit")
    text: str = Field(description="What it counts, of whom and when")


class Unknown(Claim):
    """Something the article says, or shows, is not known."""

    text: str = Field(description="What is not known, in a sentence")


class Section(Claim):
    """Background as question and answer; the answer may use plain Markdown."""

    heading: str = Field(description="A question a reader would ask")
    text: str = Field(description="The answer, in Markdown without HTML")


class ShortForm(Claim):
    """A short form and its expansion, as the article gives them."""

    short: str = Field(description="The short form, such as OCO")
    long: str = Field(description="What it stands for")


class Reference(Part):
    """A public page that a report of our own was written from."""

    title: str = Field(description="What the page is called")
    publisher: str | None = Field(None, description="Who published it; null if unknown")
    url: str = Field(description="Its address on the web")
    date: DateText | None = Field(None, description="Its day or month; null if unknown")


class Source(Part):
    """An article the story rests on, and what is known of where it comes from."""

    file: str = Field(description="Name of the text file beside the record")
    sha256: str = Field(description="SHA-256 of that file, in hexadecimal digits")
    headline: str = Field(description="As the article has it")
    author: str | None = Field(None, description="Who wrote it; null if unknown")
    publisher: str | None = Field(None, description="Where it appeared; null if unknown")
    published: DateText | None = Field(None, description="When it was published; null if unknown")
    published_basis: str | None = Field(None, description="How that is known, if not stated")
    url: str | None = Field(None, description="Address of the original")
    archived: str | None = Field(None, description="Address of an archived copy")
    licence: str | None = Field(
        None, description="An SPDX id, or own; null means all rights reserved"
    )
    references: Items[Reference] = Field((), description="What an own report was written from")

    @property
    def own(self) -> bool:
        """Whether this publication wrote it: no independent article."""
        return self.licence == OWN


class Link(Part):
    """A page that an editor's note points to."""

    title: str = Field(description="What the page is called")
    url: str = Field(description="Its address on the web")


class Note(Part):
    """An editor's note: not from the article, and visibly so."""

    on: str | None = Field(None, description="Anchor of the claim it is about")
    text: str = Field(description="What the article does not say, in a sentence or two")
    links: Items[Link] = Field((), description="Where readers can see it")


class Change(Part):
    """An entry of the corrections log."""

    date: DateText
    kind: KindText = Field(description="correction: the page was wrong; update: there is more")
    text: str = Field(description="What the page said, and what it says now")
    was: Items[str] = Field((), description="Anchors of claims that it took away")


class Withdrawal(Part):
    """Why and when an explainer was withdrawn."""

    date: DateText
    text: str = Field(description="Why it was withdrawn; its address shows that from now on")


class Explainer(Part):
    """The record of one story, in the order in which it is written."""

    needed: ClassVar[tuple[str, ...]] = ("title", "status", "sources")

    title: str = Field("", description="The question the page answers")
    status: StatusText = Field("", description="draft, reviewed or withdrawn")
    drafted: MakerText | None = Field(None, description="machine, where a program wrote the draft")
    reviewed: DateText | None = Field(None, description="Day of the review, YYYY-MM-DD")
    withdrawn: Withdrawal | None = Field(None, description="Why and when, where it was withdrawn")
    topic: str | None = Field(None, description="Id in topics.yml")
    was: Items[str] = Field((), description="Earlier names of the folder; they lead to this page")
    sources: Items[Source] = Field((), description="The articles of the folder, the main one first")
    answer: Answer | None = Field(None, description="The short answer to the title")
    key_points: Items[KeyPoint] = Field((), description="The three to five things to know")
    timeline: Items[Event] = Field((), description="What happened or is due")
    stances: Items[Stance] = Field((), description="Who takes which position")
    candidates: Items[Candidate] = Field(
        (), description="Of a draft: sentences that may hold a position, the likeliest first"
    )
    who: Items[Profile] = Field((), description="People and organisations of the story")
    figures: Items[Figure] = Field((), description="Numbers worth remembering")
    unknowns: Items[Unknown] = Field((), description="What is not known")
    sections: Items[Section] = Field((), description="Background, as questions and answers")
    glossary: Items[str] = Field((), description="Ids in glossary.yml of words to explain")
    terms: Items[ShortForm] = Field((), description="Short forms that the article spells out")
    notes: Items[Note] = Field((), description="What editors add, visibly not from the article")
    changes: Items[Change] = Field(
        (), description="Corrections and updates; nothing is ever deleted here"
    )
    checked: Items[str] = Field((), description="Ids of notices that an editor has looked into")

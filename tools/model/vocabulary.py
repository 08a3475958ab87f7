"""The closed lists every record refers to: companies, glossary, topics, positions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Annotated, Literal, get_args

from pydantic import Field, WithJsonSchema

from tools.model.part import Items, Part

Side = Literal["yields", "holds", "resists"]
SIDES: tuple[str, ...] = get_args(Side)
SideText = Annotated[str, WithJsonSchema({"type": "string", "enum": list(SIDES)})]


class Entry(Part):
    """One entry of a vocabulary; `id` is part of an address and never changes."""

    id: str = Field(description="Lower-case words joined by hyphens; part of an address")


class Company(Entry):
    """A company or a body of companies that takes positions."""

    name: str = Field(description="As readers know it")
    aliases: Items[str] = Field((), description="Other names; none belongs to two entries")
    kind: str = Field(description="What it is in a word or two: social network, trade group")
    parent: str | None = Field(None, description="Id of the company that owns it")
    wikidata: str | None = Field(None, description="Its Wikidata item: Q and digits")
    homepage: str | None = Field(None, description="Its address on the web")
    description: str = Field(description="One line for a reader who has never heard of it")

    @property
    def names(self) -> tuple[str, ...]:
        """Its name and its aliases."""
        return (self.name, *self.aliases)


class GlossaryTerm(Entry):
    """A word a general reader may need explained."""

    term: str = Field(description="The word as a page shows it")
    also: Items[str] = Field((), description="Aliases and plurals under which articles have it")
    definition: str = Field(description="Plain words, one sentence or two")
    see: Items[str] = Field((), description="Ids of related terms")


class Topic(Entry):
    """One question on which companies take positions."""

    name: str = Field(description="A few words for lists and tables")
    question: str = Field(description="What the positions answer")
    place: str = Field(description="Where it is asked: a country or a city")
    complies: str = Field(description='What "complies" means on this topic')


class Position(Entry):
    """One of the ten positions, from yielding to resisting."""

    label: str = Field(description="What readers see, in a word or three")
    meaning: str = Field(description="What it says of a company, in a sentence")
    icon: str = Field(description="Name of its symbol in the theme")
    side: SideText = Field(description="yields, holds or resists")


# every list by the name of its file
ENTRIES: dict[str, type[Entry]] = {
    "companies": Company,
    "glossary": GlossaryTerm,
    "topics": Topic,
    "positions": Position,
}


@dataclass(frozen=True)
class Vocabulary:
    """All four lists by id, each in the order in which it is written.

    `unread` names the lists of which a part could not be read.
    """

    companies: Mapping[str, Company] = field(default_factory=dict)
    glossary: Mapping[str, GlossaryTerm] = field(default_factory=dict)
    topics: Mapping[str, Topic] = field(default_factory=dict)
    positions: Mapping[str, Position] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()

    def lacks(self, name: str, entry: str) -> bool:
        """Whether a list has no entry of that id, as far as the list could be read."""
        return name not in self.unread and entry not in getattr(self, name)

    @cached_property
    def scale(self) -> Mapping[str, int]:
        """The place of each position on the scale, from 1, the most yielding."""
        return {name: place for place, name in enumerate(self.positions, start=1)}

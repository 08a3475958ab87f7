"""The closed lists every record refers to: companies, who asks, glossary, topics, positions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Annotated, Literal, get_args

from pydantic import BeforeValidator, Field, WithJsonSchema

from tools.model.part import DateText, Items, Part, Passages

DemandKind = Literal["law", "proposal", "order", "request", "ruling", "pressure"]
DEMANDS: tuple[str, ...] = get_args(DemandKind)
DemandText = Annotated[str, WithJsonSchema({"type": "string", "enum": list(DEMANDS)})]
AuthorityKind = Literal["government", "legislature", "court", "regulator", "police", "other"]
AUTHORITIES: tuple[str, ...] = get_args(AuthorityKind)
AuthorityText = Annotated[str, WithJsonSchema({"type": "string", "enum": list(AUTHORITIES)})]


def _whole(value: object) -> object:
    return int(value) if isinstance(value, str) and value.isascii() and value.isdigit() else value


Rank = Annotated[int, BeforeValidator(_whole)]
SOUGHT = "Other words by which readers look for it; no article is read for them"


class Entry(Part):
    """One entry of a vocabulary; `id` is part of an address and never changes."""

    id: str = Field(description="Lower-case words joined by hyphens; part of an address")
    was: Items[str] = Field((), description="Earlier ids; their addresses lead here")


class Company(Entry):
    """A company or a body of companies that takes positions."""

    name: str = Field(description="As readers know it")
    aliases: Items[str] = Field((), description="Other names; none belongs to two entries")
    sought: Items[str] = Field((), description=SOUGHT)
    kind: str = Field(description="What it is in a word or two: social network, trade group")
    parent: str | None = Field(None, description="Id of the company that owns it")
    wikidata: str | None = Field(None, description="Its Wikidata item: Q and digits")
    homepage: str | None = Field(None, description="Its address on the web")
    description: str = Field(description="One line for a reader who has never heard of it")
    ended: DateText | None = Field(None, description="When it closed; null where it has not")

    @property
    def names(self) -> tuple[str, ...]:
        """Its name and its aliases."""
        return (self.name, *self.aliases)


class Authority(Entry):
    """A body of a state that asks something of companies."""

    name: str = Field(description="As readers know it")
    aliases: Items[str] = Field((), description="Other names; none belongs to two entries")
    sought: Items[str] = Field((), description=SOUGHT)
    kind: AuthorityText = Field(
        description="government, legislature, court, regulator, police or other"
    )
    place: str = Field(description="The country or city that it is of")
    wikidata: str | None = Field(None, description="Its Wikidata item: Q and digits")
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
    sought: Items[str] = Field((), description=SOUGHT)


class Milestone(Part):
    """When a demand was made or ended, and the passage that says so."""

    date: DateText
    how: str = Field(description="What happened, in a few words")
    story: str | None = Field(None, description="The story whose article the passage stands in")
    quote: Passages = Field((), description="The passage, word for word, where an article has it")


class Topic(Entry):
    """One demand, on which companies take positions."""

    name: str = Field(description="A few words for lists and tables")
    question: str = Field(description="What the positions answer")
    place: str = Field(description="Where it is asked: a country or a city")
    by: Items[str] = Field((), description="Who asks: ids in authorities.yml")
    kind: DemandText | None = Field(
        None, description="law, proposal, order, request, ruling or pressure"
    )
    asked: Milestone | None = Field(None, description="Since when it is asked; null if unknown")
    ended: Milestone | None = Field(None, description="How it ended; null where it has not")
    complies: str = Field(description="What the first position of the list means on this topic")
    sought: Items[str] = Field((), description=SOUGHT)


class Position(Entry):
    """One of the positions, at its place on the scale."""

    label: str = Field(description="What readers see, in a word or three")
    meaning: str = Field(description="What it says of a company, in a sentence")
    past: str = Field("", description="What a company did when last seen: refused, had paused")
    icon: str = Field(description="Name of its symbol in overrides/partials/symbols.html")
    side: str = Field(description="Id of a side in publication.yml")
    axis: str | None = Field(
        None, description="One of the axes in publication.yml; null for what says nothing"
    )
    includes: Items[str] = Field((), description="Ids of positions that it says as well")
    ends: Items[str] = Field((), description="Ids of positions on other axes that it ends")
    sought: Items[str] = Field((), description=SOUGHT)
    # the rest is for drafts alone
    rank: Rank = Field(99, description="Of two as well shown in a draft, the lower number stands")
    not_beside: Items[str] = Field((), description="Ids not drafted beside it for one company")


# every list by the name of its file
ENTRIES: dict[str, type[Entry]] = {
    "companies": Company,
    "authorities": Authority,
    "glossary": GlossaryTerm,
    "topics": Topic,
    "positions": Position,
}


@dataclass(frozen=True)
class Vocabulary:
    """All lists by id, each in the order in which it is written.

    `unread` names the lists of which a part could not be read.
    """

    companies: Mapping[str, Company] = field(default_factory=dict)
    authorities: Mapping[str, Authority] = field(default_factory=dict)
    glossary: Mapping[str, GlossaryTerm] = field(default_factory=dict)
    topics: Mapping[str, Topic] = field(default_factory=dict)
    positions: Mapping[str, Position] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()
    axes: tuple[str, ...] = ()  # in the order of the publication

    def lacks(self, name: str, entry: str) -> bool:
        """Whether a list has no entry of that id, as far as the list could be read."""
        return name not in self.unread and entry not in getattr(self, name)

    @cached_property
    def scale(self) -> Mapping[str, int]:
        """The place of each position on the scale, from 1, the first of the list."""
        return {name: place for place, name in enumerate(self.positions, start=1)}

    @cached_property
    def sides(self) -> Mapping[str, int]:
        """How many positions each side has, in the order of the scale."""
        return Counter(position.side for position in self.positions.values())

    def axis_place(self, axis: str | None) -> int:
        """Where an axis stands among those of the publication; behind all where it is none."""
        return self._axis_places.get(axis or "", len(self._axis_places))

    @cached_property
    def _axis_places(self) -> Mapping[str, int]:
        """Without a publication, axes stand in the order in which the positions name them."""
        named = (position.axis for position in self.positions.values() if position.axis)
        return {axis: place for place, axis in enumerate(dict.fromkeys(self.axes or named))}

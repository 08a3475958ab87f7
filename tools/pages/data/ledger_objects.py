"""The objects made from the ledger and the vocabularies, and the index of them all."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from tools.pages.data.objects import Address, Claim, Day, Side, Thing, When
from tools.pages.voice import Voice


class Step(Claim):
    """One recorded position of a company on a topic; later steps never overwrite it."""

    company: str
    topic: str
    position: str
    side: Side
    date: When = Field(description="When the position was stated or first disclosed")
    move: Literal["new", "changed", "reaffirmed"] | None = Field(
        description="Against the step before it; null where the year is not known"
    )
    before: str | None = Field(description="Position of the step before it")
    voice: Voice
    articles: int = Field(
        description="How many independent articles tell the position since it was taken"
    )
    differs: bool = Field(description="Whether explainers disagree about the very same date")
    story: str = Field(description="Id of the explainer that records it")
    text: str = Field(description="The position in a sentence")


class Track(Thing):
    """Every recorded position of a company on a topic."""

    company: str
    topic: str
    current: tuple[str, ...] = Field(
        description="The last recorded position; several where the last date has several"
    )
    articles: int = Field(description="How many independent articles it rests on")
    steps: tuple[Step, ...] = Field(description="Oldest first")
    undated: tuple[Step, ...] = Field(description="Steps whose year is not known; never current")


class Feeds(Thing):
    """The addresses of a feed in both formats."""

    atom: Address
    json_feed: Address


class Company(Thing):
    """A company and its dossier."""

    id: str
    name: str
    aliases: tuple[str, ...]
    kind: str
    description: str
    parent: str | None = Field(description="Id of the company that owns it")
    owns: tuple[str, ...] = Field(description="Ids of companies it owns; positions stay their own")
    wikidata: str | None
    homepage: Address | None
    page: Address
    feeds: Feeds
    tracks: tuple[Track, ...] = Field(description="By topic")


class Topic(Thing):
    """A question, and where everyone stands on it."""

    id: str
    name: str
    question: str
    place: str
    complies: str = Field(description="What the position complies means on this topic")
    page: Address
    feeds: Feeds
    explainers: tuple[str, ...] = Field(description="Ids of its explainers")
    tracks: tuple[Track, ...] = Field(description="By company")


class Term(Thing):
    """A word of the glossary."""

    id: str
    term: str
    also: tuple[str, ...]
    definition: str
    see: tuple[str, ...]
    page: Address


class Glossary(Thing):
    """All words explained."""

    terms: tuple[Term, ...]


class Position(Thing):
    """One of the ten positions."""

    id: str
    label: str
    meaning: str
    side: Side
    place: int = Field(description="On the scale, from 1, the most yielding")


class Positions(Thing):
    """The closed list of positions, from yielding to resisting."""

    positions: tuple[Position, ...]


class StoryEvent(Claim):
    """An event with the explainer that tells it."""

    date: When
    text: str
    story: str


class Timeline(Thing):
    """Every event of every explainer, oldest first; those without a year come last."""

    events: tuple[StoryEvent, ...]


class StoryChange(Thing):
    """A correction or an update with the explainer it is of."""

    date: Day
    kind: Literal["correction", "update"]
    text: str
    story: str
    page: Address


class Corrections(Thing):
    """The corrections log, newest first."""

    changes: tuple[StoryChange, ...]


class Licence(Thing):
    """How the data may be used; quotations remain their owners'."""

    id: Literal["CC-BY-4.0"]
    url: Address
    credit: str = Field(description="Whom to name")


class Listed(Thing):
    """An entry of the index."""

    id: str
    title: str
    data: Address
    page: Address


class ListedExplainer(Listed):
    """An explainer in the index."""

    status: Literal["reviewed", "withdrawn"]
    updated: Day


class Index(Thing):
    """What there is."""

    name: str
    version: str = Field(description="Of this contract; a breaking change raises the first number")
    licence: Licence
    addresses: Literal["absolute", "relative"] = Field(
        description="Relative ones are so to the file that holds them"
    )
    updated: Day | None = Field(description="Newest day of any review or change")
    page: Address
    about: Address = Field(description="The page that explains the data")
    openapi: Address
    table: Address = Field(description="All positions as a spreadsheet (CSV)")
    glossary: Address
    positions: Address
    timeline: Address
    corrections: Address
    feeds: Feeds
    corrections_feeds: Feeds
    explainers: tuple[ListedExplainer, ...]
    companies: tuple[Listed, ...]
    topics: tuple[Listed, ...]

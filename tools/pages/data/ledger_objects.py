"""The objects made from the ledger and the vocabularies, and the index of them all."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from tools.model.age import Age
from tools.model.vocabulary import AuthorityKind, DemandKind
from tools.pages.data.objects import Address, Cited, Claim, Day, Thing, Until, When
from tools.pages.voice import Voice

SUCCESSORS = Field(
    description="Where this is an earlier id: the ids that it was split into or renamed to, of "
    "which the other fields then tell; else empty"
)
WAS = Field(description="Earlier ids; their files and addresses lead here")


class Step(Claim):
    """One recorded position of a company on a topic; later steps never overwrite it."""

    company: str
    topic: str
    position: str
    side: str
    date: When = Field(description="When the position was stated or first disclosed")
    move: Literal["new", "changed", "reaffirmed"] | None = Field(
        description="Against what stood on its own axis; null where the year is not known, where "
        "days overlap, where nothing moved, and of what was said before it was asked"
    )
    before: str | None = Field(description="Position of its own axis that it left or reaffirmed")
    voice: Voice
    articles: int = Field(
        description="How many independent articles tell the position since it was taken; reports "
        "of this publication are none"
    )
    differs: bool = Field(description="Whether explainers disagree about the very same date")
    story: str = Field(description="Id of the explainer that records it")
    text: str = Field(description="The position in a sentence")
    axis: str | None = Field(
        description="What it is about; positions on different axes stand beside each other. Null "
        "where it says nothing"
    )
    until: Until | None = Field(description="When it ended by itself; null where that is not told")
    ended: tuple[str, ...] = Field(description="Positions of other axes that it ended")
    own_report: bool = Field(description="Whether it rests on this publication's own reports alone")
    last_known: bool = Field(description="Whether it is among what is last known of the company")
    before_asked: bool = Field(description="Whether it is from before the demand was made")
    age: Age = Field(
        description="On the publication's day: old is more than a year before it, history more "
        "than two, or of an unknown year"
    )
    sources: tuple[Cited, ...] = Field(
        description="The articles that its quotations stand in, in the order of these"
    )


class Track(Thing):
    """Every recorded position of a company on a topic."""

    company: str
    topic: str
    current: tuple[str, ...] = Field(
        description="What is last known, a position an axis; several where several stand beside "
        "each other, or where explainers disagree"
    )
    articles: int = Field(
        description="How many independent articles it rests on; reports of this publication are "
        "none"
    )
    steps: tuple[Step, ...] = Field(description="Oldest first")
    undated: tuple[Step, ...] = Field(description="Steps whose year is not known; never last known")
    before_asked: tuple[Step, ...] = Field(
        description="Those of the steps that are from before the demand was made; never last known"
    )
    as_of: Day | None = Field(description="The publication's day, on which all of this was so")


class Milestone(Thing):
    """When a demand was made or ended."""

    date: When
    how: str = Field(description="What happened, in a few words")
    story: str | None = Field(description="Id of the explainer whose article says so")
    quotations: tuple[str, ...] = Field(description="The passages, word for word")
    receipt: Address | None = Field(description="Where the passage can be checked")


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
    was: tuple[str, ...] = WAS
    ended: When | None = Field(description="When it closed; null where it has not")
    successors: tuple[str, ...] = SUCCESSORS


class Topic(Thing):
    """One demand, and where everyone was last known to stand on it."""

    id: str
    name: str
    question: str
    place: str
    complies: str = Field(description="What the position complies means on this topic")
    page: Address
    feeds: Feeds
    explainers: tuple[str, ...] = Field(description="Ids of its explainers")
    tracks: tuple[Track, ...] = Field(description="By company")
    by: tuple[str, ...] = Field(description="Ids of the authorities that ask")
    kind: DemandKind | None = Field(description="Null where this is an earlier id of several kinds")
    asked: Milestone | None = Field(description="Since when it is asked; null where unknown")
    ended: Milestone | None = Field(description="How it ended; null where that is not told")
    was: tuple[str, ...] = WAS
    successors: tuple[str, ...] = SUCCESSORS


class Stood(Thing):
    """Where a company was last known to stand on a demand."""

    company: str
    positions: tuple[str, ...] = Field(description="What it chiefly did first")


class Demand(Thing):
    """A demand of an authority."""

    topic: str = Field(description="Id of the topic")
    question: str
    kind: DemandKind
    asked: Milestone | None = Field(description="Since when it is asked; null where unknown")
    ended: Milestone | None = Field(description="How it ended; null where that is not told")
    summary: str = Field(description="Who was last known to stand where; empty where nobody does")
    companies: tuple[Stood, ...] = Field(description="By company")
    page: Address
    data: Address


class Authority(Thing):
    """A body of a state that asks something of companies, and its demands."""

    id: str
    name: str
    aliases: tuple[str, ...]
    kind: AuthorityKind | None = Field(
        description="Null where this is an earlier id of several kinds"
    )
    place: str
    description: str
    wikidata: str | None
    page: Address
    as_of: Day | None = Field(description="The publication's day, on which all of this was so")
    demands: tuple[Demand, ...] = Field(description="The newest first")
    was: tuple[str, ...] = WAS
    successors: tuple[str, ...] = SUCCESSORS

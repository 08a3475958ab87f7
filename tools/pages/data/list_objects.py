"""The lists of the open data: words, positions, events, changes, and the index of it all."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from tools.model.record import ChangeKind
from tools.pages.data.ledger_objects import WAS, Feeds
from tools.pages.data.objects import Address, Claim, Day, Thing, When


class Term(Thing):
    """A word of the glossary."""

    id: str
    term: str
    also: tuple[str, ...]
    definition: str
    see: tuple[str, ...]
    page: Address
    was: tuple[str, ...] = WAS


class Glossary(Thing):
    """All words explained."""

    terms: tuple[Term, ...]


class Position(Thing):
    """One of the positions."""

    id: str
    label: str
    meaning: str
    side: str
    place: int = Field(description="On the scale, from 1, the first of the list")
    axis: str | None = Field(description="What it is about; null where it says nothing")
    includes: tuple[str, ...] = Field(description="Ids of positions that it says as well")
    ends: tuple[str, ...] = Field(
        description="Ids of positions on other axes that cannot stand beside it"
    )
    was: tuple[str, ...] = Field(description="Earlier ids")


class Positions(Thing):
    """The closed list of positions, in the order of the scale."""

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
    kind: ChangeKind
    text: str
    story: str
    page: Address
    was: tuple[str, ...] = Field(
        description="Anchors of claims that it took away; the page has them"
    )


class Corrections(Thing):
    """The corrections log, newest first."""

    changes: tuple[StoryChange, ...]


class Licence(Thing):
    """How the data may be used; quotations of articles by others remain their owners'."""

    id: Literal["CC-BY-4.0"]
    url: Address
    credit: str = Field(description="Whom to name")


class Listed(Thing):
    """An entry of the index."""

    id: str
    title: str
    data: Address
    page: Address


class Former(Listed):
    """An earlier id: its file and its address lead to what it was split into or renamed to."""

    kind: Literal["explainer", "company", "topic", "authority"]
    successors: tuple[str, ...] = Field(description="Ids of the same kind")


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
    updated: Day | None = Field(
        description="Newest day of any review, withdrawal or change: the publication's day"
    )
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
    authorities: tuple[Listed, ...]
    former: tuple[Former, ...] = Field(description="Earlier ids, by kind")

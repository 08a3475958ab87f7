"""A demand on one sheet of paper: who asks, who stands where, the last moves, the sources."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from tools.model.record import Source
from tools.model.story import Story
from tools.model.vocabulary import Position, Topic
from tools.pages import address
from tools.pages.asking import asking
from tools.pages.last_moves import all_moves
from tools.pages.phrases import headed
from tools.pages.records import record_of
from tools.pages.render import Page
from tools.pages.render import page as render
from tools.pages.site import Site
from tools.pages.stands import Stand, scale, stands
from tools.pages.summary import summary
from tools.pages.topic_parts import CRUMBS, EDIT, stories_on, tracks_on

MOVES = 3
NAMED = 10  # companies at a position
SOURCES = 6
FEW = 17  # positions and companies on them that leave room for a larger type


@dataclass(frozen=True)
class Row:
    """A position, some of those who stand there, the newest first, and how many others.

    Those of whom the same is to be said are together.
    """

    position: Position
    here: list[list[Stand]]
    more: int


def page(site: Site, topic: Topic) -> Page:
    """The sheet of a topic, which no search finds: all of it is on the topic's own page."""
    where, tracks = address.topic(topic.id), tracks_on(site, topic.id)
    standing = stands(tracks)
    sides = [(side, rows(site, columns)) for side, columns in scale(site, standing)]
    cited = sources(site, topic.id)
    title, lede = headed(site, "brief", question=topic.question)
    return render(
        site,
        "brief.md",
        address.brief(topic.id),
        title=title,
        description=lede,
        crumbs=(*CRUMBS, (where, topic.name)),
        meta={
            "kind": "Topic",
            "topic": topic.name,
            "edit": EDIT,
            "wide": True,
            "unsearched": True,
            "robots": "noindex",
            "canonical": where,
        },
        topic=topic,
        asking=asking(site, topic),
        answer=summary(site, standing),
        sides=sides,
        moves=[move for move in all_moves(site, tracks) if not move.first][:MOVES],
        count=len(standing),
        many=len(standing) + sum(len(found) for _, found in sides) > FEW,
        sources=cited[:SOURCES],
        more=len(cited) - SOURCES,
        at=where,
    )


def rows(site: Site, columns: list[tuple[Position, list[Stand]]]) -> list[Row]:
    """The positions of a side on which anybody stands."""
    return [
        Row(position, _together(site, here, named), len(here) - named)
        for position, here in columns
        # to say that there is one more takes the room of its name
        for named in (NAMED if len(here) > NAMED + 1 else len(here),)
        if here
    ]


def _together(site: Site, here: list[Stand], named: int) -> list[list[Stand]]:
    def said(one: Stand) -> tuple[object, ...]:
        return one.year, site.age(one.newest.date), one.positions, one.differs

    by_name = sorted(here, key=lambda one: site.company_name(one.company).casefold())
    newest = sorted(by_name, key=lambda one: one.newest.date.order, reverse=True)
    return [list(group) for _, group in groupby(newest[:named], key=said)]


def sources(site: Site, topic: str) -> list[tuple[Story, Source]]:
    """What the explainers on a topic rest on, the newest explainer first."""
    return [
        (story, source) for story in stories_on(site, topic) for source in record_of(story).sources
    ]

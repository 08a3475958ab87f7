"""The home page: the newest explainer, the last steps, where everyone was last known to stand."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from tools.model.ledger import ledger
from tools.model.story import Story
from tools.model.vocabulary import Authority, Topic
from tools.pages import address
from tools.pages.last_moves import last_moves
from tools.pages.records import record_of
from tools.pages.render import Page, handwritten
from tools.pages.render import page as render
from tools.pages.site import Site
from tools.pages.stands import Stand, scale, stands

LATEST = 6  # explainers beside the newest
LAST_MOVES = 5
DEMANDS = 12  # with where everyone was last known to stand
GROUPS = 6  # of a demand, each of companies that stand alike
NAMED = 12  # companies of a group


def page(site: Site, intro: str) -> Page:
    """The home page under a hand-written beginning."""
    stories = site.of_status("reviewed")
    lead = stories[0] if stories else None
    standing = _standing(site, lead) if lead else []
    demands, answered = everyone(site, DEMANDS)
    return render(
        site,
        "home.md",
        address.HOME,
        title=site.publication.name,
        description=site.publication.strapline,
        meta={"kind": "Home", "wide": True, "front": True},
        intro=handwritten(intro),
        lead=lead,
        lead_scale=scale(site, standing) if standing else [],
        last_moves=last_moves(site, site.all_tracks)[:LAST_MOVES],
        scale=scale(site, []),
        demands=demands,
        more=answered - len(demands),
        stories=stories[1 : LATEST + 1],
        # of all explainers, where the page has not all of them
        count=len(stories) if len(stories) > LATEST + 1 else 0,
    )


def _standing(site: Site, story: Story) -> list[Stand]:
    """Where a story alone has each company stand on its demand in the end."""
    topic = record_of(story).topic
    tracks = ledger([story], site.vocabulary).values()
    return stands(track for track in tracks if topic in (None, track.topic))


@dataclass(frozen=True)
class Group:
    """Companies with the same positions from the same year: some of them, and how many others."""

    stands: list[Stand]
    more: int


@dataclass(frozen=True)
class Demand:
    """A demand, who asks, and who was last known to stand where; how many stand elsewhere."""

    topic: Topic
    by: list[Authority]
    groups: list[Group]
    more: int


def everyone(site: Site, most: int | None = None) -> tuple[list[Demand], int]:
    """The demands on which somebody stands, the one with the newest position first.

    As many as are wanted, and how many there are.
    """
    topics = site.vocabulary.topics.values()
    found = [(stands(site.tracks(topic=topic.id)), topic) for topic in topics]
    answered = [(standing, topic) for standing, topic in found if standing]
    answered.sort(key=lambda pair: _newest(pair[0]), reverse=True)
    return [
        Demand(topic, site.askers(topic), *_grouped(site, standing))
        for standing, topic in answered[:most]
    ], len(answered)


def _newest(standing: list[Stand]) -> tuple[bool, dt.date, dt.date]:
    return max(step.date.order for one in standing for step in one.steps)


def _grouped(site: Site, standing: list[Stand]) -> tuple[list[Group], int]:
    """Who stands alike, along the scale, and how many companies are in no group that is shown.

    Of many groups the newest are shown, and of one year the largest: no side goes before another.
    """
    groups: dict[tuple[object, ...], list[Stand]] = {}
    for one in sorted(standing, key=lambda one: site.company_name(one.company).casefold()):
        groups.setdefault((one.positions, one.year, one.differs), []).append(one)
    newest = sorted(groups.values(), key=lambda group: (-group[0].year, -len(group)))
    place = site.vocabulary.scale
    shown = sorted(newest[:GROUPS], key=lambda g: (place[g[0].first.position], -g[0].year, -len(g)))
    return (
        [Group(group[:NAMED], len(group[NAMED:])) for group in shown],
        sum(map(len, newest[GROUPS:])),
    )

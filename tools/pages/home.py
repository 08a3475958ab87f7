"""The home page: the newest explainer, what moved last, and where everyone stands now."""

from __future__ import annotations

from dataclasses import dataclass, field

from tools.model.ledger import Moment, Step, Track, ledger
from tools.model.story import Story
from tools.model.vocabulary import Company, Topic
from tools.pages import address
from tools.pages.render import Page, handwritten
from tools.pages.render import page as render
from tools.pages.site import Site, record_of
from tools.pages.topic import scale

LATEST = 6  # explainers beside the newest
LAST_MOVES = 5
FULL = 12  # companies in the table, unless more of them have taken positions on several questions

Row = tuple[Company, list[tuple[Topic, tuple[Step, ...]]]]
Once = list[tuple[Topic, list[tuple[Moment, list[Company]]]]]


def page(site: Site, intro: str) -> Page:
    """The home page under a hand-written beginning."""
    stories = site.of_status("reviewed")
    lead = stories[0] if stories else None
    standing = _standing(lead) if lead else []
    rows, once = everyone(site)
    return render(
        site,
        "home.md",
        address.HOME,
        title=site.settings.name,
        description="Who gives way, who holds, who resists. Every claim shows its receipt.",
        meta={"kind": "Home", "wide": True, "front": True},
        intro=handwritten(intro),
        lead=lead,
        lead_scale=scale(site, standing) if standing else [],
        last_moves=_last_moves(site),
        scale=scale(site, []),
        topics=list(site.vocabulary.topics.values()),
        rows=rows,
        once=once,
        stories=stories[1 : LATEST + 1],
        count=len(stories),
    )


def _standing(story: Story) -> list[Step]:
    """Where a story alone has each company stand on its question in the end."""
    topic = record_of(story).topic
    tracks = ledger([story]).values()
    return [step for track in tracks if topic in (None, track.topic) for step in track.now]


def everyone(site: Site) -> tuple[list[Row], Once]:
    """Rows of a table of companies by topics, and those who stand on one question alone.

    Few companies all stand in the table; of many, it holds those that fill more than a cell.
    """
    topics = list(site.vocabulary.topics.values())
    tracks = {key: track for key, track in site.ledger.items() if track.now}
    rows: list[Row] = []
    for company in site.companies():
        own = [(topic, tracks.get((company.id, topic.id))) for topic in topics]
        if any(track for _, track in own):
            rows.append((company, [(topic, track.now if track else ()) for topic, track in own]))
    if len(rows) <= FULL:
        return rows, []
    several = [row for row in rows if sum(bool(steps) for _, steps in row[1]) > 1]
    shown = {company.id for company, _ in several}
    once = []
    for topic in topics:
        alone = [tracks.get((c.id, topic.id)) for c, _ in rows if c.id not in shown]
        if here := _alike([track for track in alone if track], site):
            once.append((topic, here))
    return several, once


def _alike(standing: list[Track], site: Site) -> list[tuple[Moment, list[Company]]]:
    """Companies with the same positions together, the largest group first."""
    groups: dict[tuple[object, ...], tuple[Moment, list[Company]]] = {}
    for track in standing:
        moment = track.moments[-1]
        _, companies = groups.setdefault((moment.positions, moment.differs), (moment, []))
        companies.append(site.vocabulary.companies[track.company])
    return sorted(groups.values(), key=lambda group: -len(group[1]))


@dataclass(frozen=True)
class LastMove:
    """What a company did last on a question, alone or with others that did the same."""

    moment: Moment
    left: Moment | None  # the date before, where nothing of it stayed
    first: bool  # nothing is known of the time before
    names: set[str] = field(default_factory=set)


def _last_moves(site: Site) -> list[LastMove]:
    """Each track's last move, newest first; companies that moved alike share one."""
    found: dict[tuple[object, ...], LastMove] = {}
    moves = [_last_move(track) for track in site.ledger.values() if track.moments]
    moves.sort(key=lambda move: (move.moment.date.order, move.moment.steps[0].topic), reverse=True)
    for move in moves:
        step = move.moment.steps[0]
        left = move.left and move.left.positions
        stories = tuple(step.story.name for step in move.moment.steps)
        key = (step.date, step.topic, move.moment.positions, left, stories, move.first)
        found.setdefault(key, move).names.add(site.company_name(step.company))
    return list(found.values())[:LAST_MOVES]


def _last_move(track: Track) -> LastMove:
    """At the last date with positions that the date before did not have."""
    pairs = list(zip((None, *track.moments), track.moments, strict=False))
    before, moment = next(
        (before, moment)
        for before, moment in reversed(pairs)
        if before is None or set(before.positions) != set(moment.positions)
    )
    left = before if before and set(before.positions).isdisjoint(moment.positions) else None
    return LastMove(moment, left, before is None)

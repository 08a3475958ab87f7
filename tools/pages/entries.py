"""What the pages show of a ledger: its entries in runs, and what has moved since a story."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import groupby

from tools.model.dates import Date
from tools.model.ledger import Moment, Step, Track, stance_steps
from tools.model.story import Story
from tools.pages.dated import Dated
from tools.pages.records import record_of
from tools.pages.site import Site


def runs(track: Track) -> list[tuple[bool, list[Step]]]:
    """The steps of a track, newest first, in runs; whether a run may be folded away.

    What only reaffirms an earlier position may be, save at the newest date.
    """
    newest = track.steps[-1].date.text if track.steps else ""
    shown = [
        (step.date.text != newest and step.move == "reaffirmed", step)
        for step in (*reversed(track.steps), *reversed(track.earlier), *reversed(track.apart))
    ]
    groups = groupby(shown, key=lambda pair: pair[0])
    return [(folded, [step for _, step in group]) for folded, group in groups]


def merged(events: Iterable[Dated]) -> list[list[Dated]]:
    """Events in their order; those of one date and wording that several stories tell, together."""
    groups: dict[tuple[str, str], list[Dated]] = {}
    for dated in events:
        groups.setdefault((dated.event.date.text, dated.event.text), []).append(dated)
    return list(groups.values())


def titles(told: Iterable[Dated]) -> list[str]:
    """The titles of the explainers that tell an event, each once, whatever its capitals."""
    found: dict[str, str] = {}
    for dated in told:
        title = record_of(dated.story).title
        found.setdefault(title.lower(), title)
    return list(found.values())


def again(told: list[Dated], before: list[Dated]) -> bool:
    """Whether an event is told by the very stories that told the event before it."""
    return {dated.story.name for dated in told} == {dated.story.name for dated in before}


def moved_since(site: Site, story: Story) -> list[tuple[str, list[str]]]:
    """Topics on which companies have since taken another position, and the companies' names.

    That is so where what was last known has, on an axis of which nothing here still stands, a
    position of a strictly later date; a draft, whose positions count nowhere, tells of none.
    """
    moved: dict[str, set[str]] = defaultdict(set)
    for (company, topic), steps in _told(story).items():
        last = _last(steps)
        here = {step.position for step in steps}
        track = site.track(company, topic)
        known = track.last_known if track else ()
        told_axes = {step.axis for step in known if step.position in here}
        if any(s.axis not in told_axes and s.date.order > last.order for s in known):
            moved[topic].add(site.company_name(company))
    return [(topic, sorted(names)) for topic, names in moved.items()]


def later(site: Site, story: Story, company: str, topic: str) -> list[Moment]:
    """The dates after the last that a story tells at which a company stood elsewhere than before.

    Oldest first; a draft, whose positions count nowhere, has none.
    """
    track = site.track(company, topic)
    told = _told(story).get((company, topic))
    if track is None or not told:
        return []
    last = _last(told)
    return [
        moment
        for before, moment in zip((None, *track.moments), track.moments, strict=False)
        if moment.date.order > last.order
        and (before is None or set(before.positions) != set(moment.positions))
    ]


def _told(story: Story) -> dict[tuple[str, str], list[Step]]:
    """What a reviewed story tells of each company on each demand, where its year is known."""
    told: dict[tuple[str, str], list[Step]] = defaultdict(list)
    for step in stance_steps(story) if record_of(story).status == "reviewed" else []:
        if step.date.year_known:
            told[step.company, step.topic].append(step)
    return told


def _last(steps: Iterable[Step]) -> Date:
    return max((step.date for step in steps), key=lambda date: date.order)

"""What the pages show of a ledger: its entries in runs, and who stands alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import groupby

from tools.model.dates import Date
from tools.model.ledger import Step, Track, stance_steps
from tools.model.story import Story
from tools.model.vocabulary import Position
from tools.pages.site import Dated, Site, record_of


def runs(track: Track) -> list[tuple[bool, list[Step]]]:
    """The steps of a track, newest first, in runs; whether a run may be folded away.

    What only reaffirms an earlier position may be, save at the newest date.
    """
    shown = [
        (moment is not track.moments[-1] and all(s.move == "reaffirmed" for s in moment.steps), s)
        for moment in reversed(track.moments)
        for s in reversed(moment.steps)
    ]
    shown += [(False, step) for step in reversed(track.apart)]
    groups = groupby(shown, key=lambda pair: pair[0])
    return [(folded, [step for _, step in group]) for folded, group in groups]


def merged(events: Iterable[Dated]) -> list[list[Dated]]:
    """Events in their order; those of one date and wording that several stories tell, together."""
    groups: dict[tuple[str, str], list[Dated]] = {}
    for dated in events:
        groups.setdefault((dated.event.date.text, dated.event.text), []).append(dated)
    return list(groups.values())


def again(told: list[Dated], before: list[Dated]) -> bool:
    """Whether an event is told by the very stories that told the event before it."""
    return {dated.story.name for dated in told} == {dated.story.name for dated in before}


def moved_since(site: Site, story: Story) -> list[tuple[str, list[str]]]:
    """Topics on which companies have since taken another position, and the companies' names.

    That is so where a strictly later date than any that this record gives has none of its
    positions; a draft, whose positions count nowhere, has no such sentence.
    """
    told: dict[tuple[str, str], dict[Date, set[str]]] = defaultdict(lambda: defaultdict(set))
    for step in stance_steps(story) if record_of(story).status == "reviewed" else []:
        if step.date.year_known:
            told[step.company, step.topic][step.date].add(step.position)
    moved: dict[str, set[str]] = defaultdict(set)
    for (company, topic), dates in told.items():
        last = max(dates, key=lambda date: date.order)
        now = site.ledger[company, topic].moments[-1]
        if now.date.order > last.order and dates[last].isdisjoint(now.positions):
            moved[topic].add(site.company_name(company))
    return [(topic, sorted(names)) for topic, names in moved.items()]


def alike(steps: Iterable[Step], site: Site) -> list[list[Step]]:
    """Steps with the same to be said of each, together; the newest date first."""

    def said(step: Step) -> tuple[object, ...]:
        note = step.year_from_context, step.differs, site.voice(step.stance), site.support(step)
        return *step.date.order, step.date.text, note

    ordered = sorted(steps, key=lambda step: site.company_name(step.company).casefold())
    ordered.sort(key=said, reverse=True)
    return [list(group) for _, group in groupby(ordered, key=said)]


def by_company(columns: Iterable[tuple[Position, list[Step]]]) -> list[tuple[str, list[Position]]]:
    """Ids of the companies on a side, each once, with all their positions there."""
    found: dict[str, list[Position]] = {}
    for position, here in columns:
        for step in here:
            found.setdefault(step.company, []).append(position)
    return list(found.items())

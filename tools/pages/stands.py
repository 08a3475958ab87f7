"""Where companies were last known to stand: each once, with its chief position and those beside it.

A company may refuse, have left and be in court at once.
Counts add up because it is counted once, at what it does, else at where it sues, else at where it
sells, else at what it says.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from tools.model.ledger import Step, Track
from tools.model.publication import Side
from tools.model.vocabulary import Position
from tools.pages.site import Site

Scale = list[tuple[Side, list[tuple[Position, "list[Stand]"]]]]


@dataclass(frozen=True)
class Stand:
    """A company's chief position on a topic, and the others that stand beside it."""

    first: Step
    beside: tuple[Step, ...] = ()

    @property
    def company(self) -> str:
        return self.first.company

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        return (self.first, *self.beside)

    @cached_property
    def positions(self) -> tuple[str, ...]:
        return tuple(step.position for step in self.steps)

    @cached_property
    def year(self) -> int:
        """The year in which the newest of it was known."""
        return self.newest.date.days[1].year

    @cached_property
    def newest(self) -> Step:
        """The newest of its positions."""
        return max(self.steps, key=lambda step: step.date.days[::-1])

    @cached_property
    def differs(self) -> bool:
        """Whether records disagree about any of it."""
        return any(step.differs for step in self.steps)


def stand(steps: Iterable[Step]) -> Stand | None:
    """What stands of a track, given by axis; of one axis, the newest is the chief position."""
    known = list(steps)
    if not known:
        return None
    first = [step for step in known if step.axis == known[0].axis][-1]
    return Stand(first, tuple(step for step in known if step is not first))


def stands(tracks: Iterable[Track]) -> list[Stand]:
    """Where each track has its company in the end; those of which nothing stands are left out."""
    return [one for track in tracks if (one := stand(track.last_known))]


def scale(site: Site, standing: Iterable[Stand]) -> Scale:
    """Each side with its positions, and who stands at each."""
    here: dict[str, list[Stand]] = defaultdict(list)
    for one in standing:
        here[one.first.position].append(one)
    return [
        (
            side,
            [
                (position, here.get(position.id, []))
                for position in site.vocabulary.positions.values()
                if position.side == side.id
            ],
        )
        for side in site.sides
    ]


def alike(standing: Iterable[Stand], site: Site) -> list[list[Stand]]:
    """Stands of which the same is to be said, together; the newest date first."""

    def said(one: Stand) -> tuple[object, ...]:
        step = one.first
        note = step.year_from_context, one.differs, site.voice(step.stance), step.own_report
        where = tuple(site.vocabulary.scale[step.position] for step in one.beside)
        return *one.first.date.order, one.first.date.text, note, where, site.support(one.first)

    ordered = sorted(standing, key=lambda one: site.company_name(one.company).casefold())
    ordered.sort(key=said, reverse=True)
    return [list(group) for _, group in groupby(ordered, key=said)]

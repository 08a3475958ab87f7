"""Which positions stand beside each other after each date, and what each step was: a move or none.

Positions on different axes (deed, court, market, word) stand beside each other: a company that
refuses, has left and is in court does all three.
A step is compared with what stands on its own axis; a position without an axis says nothing, and
stands only where nothing else does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import combinations
from typing import Any

from tools.model.dates import Date
from tools.model.steps import Move, Step, order
from tools.model.vocabulary import Vocabulary


@dataclass(frozen=True)
class Moment:
    """A date of a track: what was told of it, what ended on it, and what stands from then on."""

    date: Date
    steps: tuple[Step, ...]
    standing: tuple[Step, ...]
    closed: tuple[Step, ...] = ()  # positions whose end is told

    @cached_property
    def positions(self) -> tuple[str, ...]:
        """The positions that stand, each once, by axis."""
        return tuple(dict.fromkeys(step.position for step in self.standing))

    @cached_property
    def differs(self) -> bool:
        """Whether the records disagree about what was told of the date."""
        return any(step.differs for step in self.steps)

    @cached_property
    def by_position(self) -> tuple[Step, ...]:
        """The first step of each position that stands."""
        return tuple({step.position: step for step in reversed(self.standing)}.values())[::-1]


@dataclass
class Standing:
    """What stands of a track while its dates are gone through, oldest first."""

    vocabulary: Vocabulary
    steps: list[Step] = field(default_factory=list)

    def tell(self, told: list[Step]) -> list[Step]:
        """Takes in all steps of one date; returns them with what each one is."""
        before, differing = list(self.steps), self._differing(told)
        marked: list[Step] = []
        for step in told:
            axis = self._axis(step.position)
            here = [one.position for one in told if self._axis(one.position) == axis]
            told_so = self._move(step, axis, before, here, marked)
            marked.append(replace(step, axis=axis, differs=axis in differing, **told_so))
        for step in marked:
            self._stand(step, before)
        return marked

    def close(self, steps: Iterable[Step]) -> tuple[Step, ...]:
        """Takes away steps whose end has come; returns those that stood until then."""
        ended = {step.key for step in steps}
        gone = [step for step in self.steps if step.key in ended]
        self.steps = [step for step in self.steps if step.key not in ended]
        return tuple(gone)

    @property
    def known(self) -> tuple[Step, ...]:
        """What stands, by axis; on one axis in the order in which it was told."""
        return tuple(sorted(self.steps, key=lambda step: self.vocabulary.axis_place(step.axis)))

    def _axis(self, position: str) -> str | None:
        return self.vocabulary.positions[position].axis

    def _alike(self, one: str, other: str) -> bool:
        """Whether one of two positions says what the other says."""
        return (
            one == other
            or one in self.vocabulary.positions[other].includes
            or other in self.vocabulary.positions[one].includes
        )

    def _move(
        self, step: Step, axis: str | None, before: list[Step], here: list[str], told: list[Step]
    ) -> dict[str, Any]:
        """The move of a step on its axis, what it left and ended, as fields of the step.

        `here` are the positions of its date and axis, `told` its date's steps up to it.
        """
        own = [one for one in before if one.axis == axis]
        if axis is None and len(own) < len(before):
            return {"move": None}
        same = [one for one in own if self._alike(step.position, one.position)]
        same += [one for one in told if one.position == step.position]
        if same:
            return {"move": "reaffirmed", "before": same[0].position}
        outdone = [one for one in own if not step.overlaps(one)]
        move: Move | None = "new"
        if any(self._alike(position, one.position) for position in here for one in own):
            outdone = []  # a record tells that the company stays, and another that it does not
        elif outdone:
            move = "changed"
        elif own:
            move = None
        ends = self.vocabulary.positions[step.position].ends
        ended = [one.position for one in before if one.position in ends and not one.overlaps(step)]
        left = outdone[-1].position if outdone else None
        return {"move": move, "before": left, "ended": tuple(dict.fromkeys(ended))}

    def _stand(self, step: Step, before: list[Step]) -> None:
        """Lets a step stand, and takes away what it outdoes of what stood before its date."""
        if step.axis is None:
            if any(one.axis for one in self.steps):
                return
        elif any(self._covers(one, step) for one in self.steps):
            return
        self.steps = [
            one for one in self.steps if one not in before or not self._outdoes(step, one)
        ]
        silent = [one for one in self.steps if one.axis is None] if step.axis else []
        self.steps = [
            one for one in self.steps if one not in silent and not self._covers(step, one)
        ]
        self.steps.append(step)

    def _covers(self, wide: Step, narrow: Step) -> bool:
        """Whether a position that stands says all that another one says, and more."""
        return narrow.position in self.vocabulary.positions[wide.position].includes

    def _outdoes(self, step: Step, one: Step) -> bool:
        if one.position in self.vocabulary.positions[step.position].ends or one.axis == step.axis:
            return one.position == step.position or not step.overlaps(one)
        return False

    def _differing(self, told: list[Step]) -> set[str | None]:
        """The axes on which two records tell of one date what cannot both be the whole."""
        by_axis: dict[str | None, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for step in told:
            by_axis[self._axis(step.position)][step.story.name].add(step.position)
        return {
            axis
            for axis, stories in by_axis.items()
            if any(not (a <= b or b <= a) for a, b in combinations(stories.values(), 2))
        }


def moments(steps: list[Step], vocabulary: Vocabulary) -> tuple[Moment, ...]:
    """The dates of a track in their order, ends of positions among them."""
    standing, found = Standing(vocabulary), []
    groups: dict[str, list[Step]] = defaultdict(list)
    ends: dict[str, list[Step]] = defaultdict(list)
    for step in sorted(steps, key=order):
        groups[step.date.text].append(step)
        if step.until:
            ends[step.until.text].append(step)
    # of the same days, what ended comes before what began
    dates = sorted({*groups, *ends}, key=lambda text: (Date(text).order, text not in ends, text))
    for text in dates:
        closed = standing.close(ends[text])
        told = standing.tell(groups[text]) if text in groups else []
        if told or closed:
            found.append(Moment(Date(text), tuple(told), standing.known, closed))
    return tuple(found)

"""The ledger: where each company was last known to stand on each topic, and how that moved.

It is derived from reviewed records and never typed; no step is ever overwritten by a later one.
Positions of the very same date stand side by side, whether one record tells both or two disagree.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from tools.model.problem import Path
from tools.model.standing import Moment, moments
from tools.model.steps import Move, Step, distinct, order, stance_steps
from tools.model.story import Story
from tools.model.vocabulary import Topic, Vocabulary

__all__ = ["Ledger", "Moment", "Move", "Step", "Track", "ledger", "stance_steps"]


@dataclass(frozen=True)
class Track:
    """All recorded positions of a company on a topic."""

    company: str
    topic: str
    moments: tuple[Moment, ...] = ()  # oldest first
    earlier: tuple[Step, ...] = ()  # steps from before it was asked; none of them on it
    apart: tuple[Step, ...] = ()  # steps whose year is unknown; never last known

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """The steps that count, oldest first."""
        return tuple(step for moment in self.moments for step in moment.steps)

    @cached_property
    def all_steps(self) -> tuple[Step, ...]:
        """Every recorded step: from before it was asked, in their order, and without a year."""
        return (*self.earlier, *self.steps, *self.apart)

    @cached_property
    def last_known(self) -> tuple[Step, ...]:
        """What is last known, a step each position, by axis; none where nothing is left."""
        return self.moments[-1].by_position if self.moments else ()

    def is_earlier(self, step: Step) -> bool:
        """Whether one of its steps is from before it was asked."""
        return step.key in self._earlier

    @cached_property
    def _earlier(self) -> frozenset[tuple[str, Path]]:
        return frozenset(step.key for step in self.earlier)

    def stands(self, step: Step) -> bool:
        """Whether one of its steps is among what is last known."""
        return step.key in self._standing

    @cached_property
    def _standing(self) -> frozenset[tuple[str, Path]]:
        return frozenset(step.key for moment in self.moments[-1:] for step in moment.standing)

    @cached_property
    def moved(self) -> bool:
        """Whether the company ever answered otherwise than it had before."""
        return any(step.move == "changed" or step.ended for step in self.steps)

    @cached_property
    def articles(self) -> int:
        """How many independent articles the track rests on; own reports are none."""
        return distinct(self.all_steps)

    def support(self, step: Step) -> int:
        """How many independent articles tell a position, up to `step` and since it was taken."""
        return self._support[step.key]

    @cached_property
    def _support(self) -> Mapping[tuple[str, Path], int]:
        """The support of each step; one that does not count has what its position has in the end.

        Worked out on one way through the track, since a long one would take its square.
        """
        telling: dict[str | None, dict[str, set[str]]] = defaultdict(dict)
        found = {}
        for step in self.steps:
            here = telling[step.axis]
            if step.move == "changed":
                here = {step.position: here.get(step.position, set())}
                telling[step.axis] = here
            articles = here.setdefault(step.position, set())
            articles.update(article.sha256 for article in step.independent)
            found[step.key] = len(articles)
        for step in (*self.earlier, *self.apart):
            known = telling[step.axis].get(step.position)
            found[step.key] = distinct([step]) if known is None else len(known)
        return found


Ledger = Mapping[tuple[str, str], Track]


def ledger(stories: Iterable[Story], vocabulary: Vocabulary) -> Ledger:
    """All tracks by company and topic; only reviewed records count."""
    reviewed = [story for story in stories if story.record and story.record.status == "reviewed"]
    return tracks((step for story in reviewed for step in stance_steps(story)), vocabulary)


def tracks(steps: Iterable[Step], vocabulary: Vocabulary) -> Ledger:
    """The tracks of any steps by company and topic: of one story, for example, or of a draft."""
    found: dict[tuple[str, str], list[Step]] = defaultdict(list)
    for step in steps:
        found[step.company, step.topic].append(step)
    return {key: _track(*key, some, vocabulary) for key, some in sorted(found.items())}


def _track(company: str, topic: str, steps: list[Step], vocabulary: Vocabulary) -> Track:
    ordered, asked = sorted(steps, key=order), vocabulary.topics.get(topic)
    known = [step for step in ordered if step.date.year_known]
    return Track(
        company,
        topic,
        moments([s for s in known if not before_asked(s, asked)], vocabulary),
        earlier=tuple(step for step in known if before_asked(step, asked)),
        apart=tuple(step for step in ordered if not step.date.year_known),
    )


def before_asked(step: Step, topic: Topic | None) -> bool:
    """Whether a step began before its topic was asked, and ended then or before."""
    asked = topic.asked.date if topic and topic.asked else None
    if asked is None:
        return False
    return step.date.earliest < asked.earliest and step.date.latest <= asked.latest

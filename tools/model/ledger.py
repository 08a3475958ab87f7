"""The ledger: how each company's position on each topic moved.

It is derived from reviewed records and never typed; no step is ever overwritten by a later one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from tools.model.claims import Placed, claims
from tools.model.dates import Date
from tools.model.record import Stance
from tools.model.story import Story
from tools.model.text import words

Move = Literal["new", "changed", "reaffirmed"]
Voice = Literal["in its own words", "as reported"]
# what stands between a pair of quotation marks; a single one before a letter is an apostrophe
QUOTED = re.compile(r"""“[^”]*”|"[^"]*"|‘(?:[^‘’]|’(?=\w))*’""")
SPEECH_WORDS = 3  # fewer are a name or a term


@dataclass(frozen=True)
class Step:
    """One recorded position of one company on one topic."""

    story: Story
    placed: Placed
    stance: Stance
    topic: str
    date: Date
    move: Move = "new"
    before: str | None = None  # the position that the step before it recorded
    differs: bool = False  # another record has another position for the very same date

    @property
    def company(self) -> str:
        return self.stance.company

    @property
    def position(self) -> str:
        return self.stance.position

    @property
    def voice(self) -> Voice:
        return voice(self.stance)


@dataclass(frozen=True)
class Track:
    """All recorded positions of a company on a topic."""

    company: str
    topic: str
    steps: tuple[Step, ...]  # oldest first
    apart: tuple[Step, ...] = ()  # steps whose year is unknown; never current

    @property
    def current(self) -> Step | None:
        return self.steps[-1] if self.steps else None

    @property
    def articles(self) -> int:
        """How many independent articles the track rests on."""
        return len(
            {article.sha256 for s in (*self.steps, *self.apart) for article in s.story.cited}
        )


Ledger = Mapping[tuple[str, str], Track]


def voice(stance: Stance) -> Voice:
    """Whether the quotation holds quoted speech."""
    speeches = (m for passage in stance.quote for m in QUOTED.finditer(passage))
    quoted = any(len(words(speech.group())) >= SPEECH_WORDS for speech in speeches)
    return "in its own words" if quoted else "as reported"


def stance_steps(story: Story) -> list[Step]:
    """The stances of one story, each with its topic and date, in the order of the record."""
    record = story.record
    if record is None:
        return []
    published = record.sources[0].published if record.sources else None
    return [
        Step(story, placed, stance, stance.topic or record.topic or "", date)
        for placed in claims(record)
        if isinstance(stance := placed.claim, Stance) and (date := stance.date or published)
    ]


def ledger(stories: Iterable[Story]) -> Ledger:
    """All tracks by company and topic; only reviewed records count."""
    tracks: dict[tuple[str, str], list[Step]] = defaultdict(list)
    for story in stories:
        if story.record and story.record.status == "reviewed":
            for step in stance_steps(story):
                tracks[step.company, step.topic].append(step)
    return {key: _track(*key, steps) for key, steps in sorted(tracks.items())}


def _track(company: str, topic: str, steps: list[Step]) -> Track:
    ordered = sorted(steps, key=lambda step: (*step.date.order, step.story.name))
    known = _marked([step for step in ordered if step.date.year_known])
    apart = tuple(step for step in ordered if not step.date.year_known)
    return Track(company, topic, known, apart)


def _marked(steps: list[Step]) -> tuple[Step, ...]:
    """The steps with what each one is: new, changed or reaffirmed, and whether records differ."""
    told: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for step in steps:
        told[step.date.text][step.story.name].add(step.position)
    marked: list[Step] = []
    for step in steps:
        before = marked[-1].position if marked else None
        move: Move = (
            "new" if before is None else "reaffirmed" if before == step.position else "changed"
        )
        marked.append(
            replace(step, move=move, before=before, differs=_differ(told[step.date.text]))
        )
    return tuple(marked)


def _differ(told: Mapping[str, set[str]]) -> bool:
    """Whether two records tell different positions; one record may well tell two of one day."""
    return len({frozenset(positions) for positions in told.values()}) > 1

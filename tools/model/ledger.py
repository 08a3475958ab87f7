"""The ledger: how each company's position on each topic moved.

It is derived from reviewed records and never typed; no step is ever overwritten by a later one.
Positions of the very same date stand side by side, whether one record tells both or two disagree.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations, groupby
from typing import Literal

from tools.model.article import Article
from tools.model.claims import Placed, claims
from tools.model.dates import Date
from tools.model.receipts import articles_of, year_from_context
from tools.model.record import Stance
from tools.model.story import Story

Move = Literal["new", "changed", "reaffirmed"]


@dataclass(frozen=True)
class Step:
    """One recorded position of one company on one topic."""

    story: Story
    placed: Placed
    stance: Stance
    topic: str
    date: Date
    move: Move = "new"
    before: str | None = None  # a position that the company had at the date before
    differs: bool = False  # records disagree about the very same date

    @property
    def company(self) -> str:
        return self.stance.company

    @property
    def position(self) -> str:
        return self.stance.position

    @cached_property
    def articles(self) -> tuple[Article, ...]:
        """The articles that its quotation stands in."""
        return tuple(self.story.articles[f] for f in sorted(articles_of(self.story, self.stance)))

    @cached_property
    def year_from_context(self) -> bool:
        """Whether the year of its date is the editor's reading."""
        return year_from_context(self.story, self.stance, self.date)


@dataclass(frozen=True)
class Moment:
    """All that the records tell of one date: as a rule one position, else several side by side."""

    steps: tuple[Step, ...]

    @property
    def date(self) -> Date:
        return self.steps[0].date

    @property
    def positions(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(step.position for step in self.steps))

    @property
    def differs(self) -> bool:
        """Whether the records disagree; one that tells more than another does not."""
        return self.steps[0].differs

    @property
    def by_position(self) -> tuple[Step, ...]:
        """The first step of each position."""
        return tuple({step.position: step for step in reversed(self.steps)}.values())[::-1]


@dataclass(frozen=True)
class Track:
    """All recorded positions of a company on a topic."""

    company: str
    topic: str
    steps: tuple[Step, ...]  # oldest first
    apart: tuple[Step, ...] = ()  # steps whose year is unknown; never current

    @property
    def current(self) -> Step | None:
        """The last step; where that date has several positions, `now` has them all."""
        return self.steps[-1] if self.steps else None

    @cached_property
    def moments(self) -> tuple[Moment, ...]:
        """The steps by date, oldest first."""
        groups = groupby(self.steps, key=lambda step: step.date.text)
        return tuple(Moment(tuple(group)) for _, group in groups)

    @property
    def now(self) -> tuple[Step, ...]:
        """What is current: the last date's positions, a step each; none where no year is known."""
        return self.moments[-1].by_position if self.moments else ()

    def at(self, step: Step) -> tuple[Moment | None, Moment]:
        """The date of one of the track's known steps, after the date before it."""
        pairs = zip((None, *self.moments), self.moments, strict=False)
        return next(pair for pair in pairs if pair[1].date == step.date)

    @property
    def moved(self) -> bool:
        """Whether the company ever left its position: two dates have none in common."""
        sets = [set(moment.positions) for moment in self.moments]
        return any(one.isdisjoint(other) for one, other in combinations(sets, 2))

    @property
    def articles(self) -> int:
        """How many independent articles the track rests on."""
        return _distinct((*self.steps, *self.apart))

    def support(self, step: Step) -> int:
        """How many independent articles tell a position, up to `step` and since it was taken."""
        telling: list[Step] = []
        for moment in self.moments:
            same = [s for s in moment.steps if s.position == step.position]
            telling = [*telling, *same] if same else []
            if step in moment.steps:
                break
        return _distinct(telling or [step])


def _distinct(steps: Iterable[Step]) -> int:
    return len({article.sha256 for step in steps for article in step.articles})


Ledger = Mapping[tuple[str, str], Track]


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
    ordered = sorted(steps, key=_order)
    known = _marked(_by_date([step for step in ordered if step.date.year_known]))
    apart = tuple(step for step in ordered if not step.date.year_known)
    return Track(company, topic, known, apart)


def _by_date(steps: list[Step]) -> list[list[Step]]:
    """The steps of each date as it is written; `2020` and `2020~` mean the same days, apart."""
    groups: dict[str, list[Step]] = defaultdict(list)
    for step in steps:
        groups[step.date.text].append(step)
    return sorted(groups.values(), key=lambda group: _order(group[-1]))


def _order(step: Step) -> tuple[object, ...]:
    return *step.date.order, step.story.name


def _marked(dates: list[list[Step]]) -> tuple[Step, ...]:
    """The steps with what each one is: new, changed or reaffirmed, and whether records differ."""
    marked: list[Step] = []
    before: list[str] = []
    for steps in dates:
        here = [step.position for step in steps]
        differs = _differ(steps)
        for number, step in enumerate(steps):
            move = _move(step.position, before, here[:number], here)
            old = step.position if move == "reaffirmed" else before[-1] if before else None
            marked.append(replace(step, move=move, before=old, differs=differs))
        before = here
    return tuple(marked)


def _move(position: str, before: list[str], told: list[str], here: list[str]) -> Move:
    """What a position is, after those of the date before and those told of its own date."""
    if position in before or position in told:
        return "reaffirmed"
    # one that is taken beside another that stays is new
    return "changed" if before and set(here).isdisjoint(before) else "new"


def _differ(steps: list[Step]) -> bool:
    """Whether two records tell of one date what cannot both be the whole."""
    told: dict[str, set[str]] = defaultdict(set)
    for step in steps:
        told[step.story.name].add(step.position)
    return any(not (a <= b or b <= a) for a, b in combinations(told.values(), 2))

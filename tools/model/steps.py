"""Single steps of the ledger: one recorded position of one company on one topic."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from tools.model.article import Article
from tools.model.claims import Placed, claims
from tools.model.dates import Date
from tools.model.problem import Path
from tools.model.receipts import articles_of, independent_of, year_from_context
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
    axis: str | None = None
    move: Move | None = "new"  # None where it is neither: its days overlap, or nothing moved
    before: str | None = None  # the position of its own axis that it left or reaffirmed
    ended: tuple[str, ...] = ()  # positions of other axes that cannot stand beside it
    differs: bool = False  # records disagree about the very same date

    @property
    def key(self) -> tuple[str, Path]:
        """What tells it from all other steps: its story and its place in the record."""
        return self.story.name, self.placed.path

    @property
    def company(self) -> str:
        return self.stance.company

    @property
    def position(self) -> str:
        return self.stance.position

    @property
    def until(self) -> Date | None:
        """When the position ended by itself, where that is known."""
        return self.stance.until.date if self.stance.until else None

    def overlaps(self, other: Step) -> bool:
        """Whether nobody can tell which of the two came first."""
        (first, last), (begin, end) = self.date.days, other.date.days
        return first <= end and begin <= last

    @cached_property
    def articles(self) -> tuple[Article, ...]:
        """The articles that its quotation stands in."""
        return tuple(self.story.articles[f] for f in articles_of(self.story, self.stance))

    @cached_property
    def independent(self) -> tuple[Article, ...]:
        """Those of its articles that somebody else wrote."""
        return independent_of(self.story, [article.file for article in self.articles])

    @property
    def own_report(self) -> bool:
        """Whether it rests on what this publication reported itself, and on nothing else."""
        return bool(self.articles) and not self.independent

    @cached_property
    def year_from_context(self) -> bool:
        """Whether the year of its date is the editor's reading."""
        return year_from_context(self.story, self.stance, self.date)


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


def order(step: Step) -> tuple[object, ...]:
    """Sorts steps by earliest, then latest day, then story."""
    return *step.date.order, step.story.name


def distinct(steps: Iterable[Step]) -> int:
    """How many independent articles steps rest on; the same text counts once."""
    return len({article.sha256 for step in steps for article in step.independent})

"""What a text has said so far of when, and what an expression comes to in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from tools.draft.dates.expression import Expression
from tools.draft.dates.moments import Moment

Evidence = Literal["stated", "publication", "tense", "narrative"]


@dataclass(slots=True)
class Context:
    """What the text has said so far: the publication, and the last date of each fineness."""

    published: Moment | None
    history: bool = False  # whether it tells the past, so that its own last date is its present
    day: Moment | None = None
    month: Moment | None = None
    year: Moment | None = None
    part: Expression | None = None  # the last quarter or half whose year was stated
    antique: bool = False  # whether the story stands before our era
    told: Moment | None = None  # the last whose year was stated, or counted from such a one

    def remember(self, moment: Moment, *, told: bool) -> None:
        """Later words such as "the following month" count from this date."""
        if told and (moment.month or self.history):
            self.told = moment
        self.antique = False
        self.year = moment
        if moment.month:
            self.month = moment
        if moment.day:
            self.day = moment

    def wait(self, season: Moment) -> None:
        """Of a season nobody knows the month, but what comes next comes after it began."""
        self.antique = False
        self.told, self.year = season, Moment(season.year)
        self.month = self.day = None

    def forget(self) -> None:
        """Nothing counts from a year before our era, nor what follows from an earlier date."""
        self.antique = True
        self.day = self.month = self.year = self.told = None


@dataclass(frozen=True, slots=True)
class Resolved:
    """The date an expression means, as EDTF, and what decided it."""

    text: str
    evidence: Evidence
    moment: Moment | None = field(default=None, compare=False)


def of_moment(moment: Moment | None, evidence: Evidence, mark: str = "") -> Resolved | None:
    """A moment as what an expression means."""
    return Resolved(moment.text + mark, evidence, moment) if moment else None

"""How the events of the timeline are spread over pages of which none grows."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby

from tools.model.dates import Date
from tools.model.edtf import DECADE_YEARS
from tools.model.months import MONTHS
from tools.pages import address
from tools.pages.dated import Dated
from tools.pages.entries import merged
from tools.pages.phrases import phrase

WHOLE = 150  # events that all stand on one page
PART = 100  # events of a page where one does not hold all

_MONTH = re.compile(r"(?:\.\./)?\d{4}-(\d\d)")


@dataclass(frozen=True)
class Heading:
    """What events stand under: a year, a decade of which no year is known, or no year at all."""

    first: int
    last: int
    name: str
    id: str

    @classmethod
    def of(cls, date: Date) -> Heading:
        """A period stands where it begins, or where it ends if nobody knows its beginning."""
        return cls._of(date.text)

    @classmethod
    @lru_cache(maxsize=2**14)
    def _of(cls, text: str) -> Heading:
        date = Date(text)
        if date.year is None:
            return cls(dt.MAXYEAR + 1, dt.MAXYEAR + 1, phrase("timeline.no-year"), "unknown")
        if date.text.removeprefix("../")[3] == "X":
            name = phrase("timeline.decade", year=str(date.year))
            return cls(date.year, date.year + DECADE_YEARS - 1, name, f"{date.year}s")
        return cls(date.year, date.year, str(date.year), str(date.year))

    @property
    def words(self) -> str:
        """What its events are, after "events"."""
        if self.first > dt.MAXYEAR:
            return phrase("timeline.of-no-year")
        key = "timeline.of" if self.first == self.last else "timeline.of-decade"
        return phrase(key, name=self.name)


def month(date: Date) -> int:
    """The month of its year in which an event stands; 0 where none is stated."""
    match = _MONTH.match(date.text)
    return int(match[1]) if match else 0


def by_heading(events: Iterable[Dated]) -> list[tuple[Heading, list[list[Dated]]]]:
    """Events in their order under their headings; those whose year is not stated come last."""

    def under(told: list[Dated]) -> Heading:
        return Heading.of(told[0].event.date)

    # of two headings that begin alike, the decade comes before its first year
    ordered = sorted(merged(events), key=lambda t: (under(t).first, -under(t).last))
    return [(heading, list(group)) for heading, group in groupby(ordered, key=under)]


def by_month(events: Iterable[list[Dated]]) -> list[tuple[int, list[list[Dated]]]]:
    """The events of a year by month; first, as 0, those of which none is stated."""
    found: dict[int, list[list[Dated]]] = {}
    for told in events:
        found.setdefault(month(told[0].event.date), []).append(told)
    return sorted(found.items())


@dataclass(frozen=True)
class Span:
    """A heading, or a month of one, that has a page of its own; `count` is that of its events."""

    heading: Heading
    month: int  # 0 for the heading itself
    count: int

    @property
    def name(self) -> str:
        if not self.month:
            return self.heading.name
        return phrase("timeline.month", month=self.month_name, year=self.heading.name)

    @property
    def month_name(self) -> str:
        return MONTHS[self.month]

    @property
    def short(self) -> str:
        """The name of the month in three letters."""
        return self.month_name[:3]

    @property
    def address(self) -> str:
        ending = f"-{self.month:02}" if self.month else ""
        return f"{address.TIMELINE}{self.heading.id}{ending}/"

    @property
    def words(self) -> str:
        """What its events are, after "events"."""
        return phrase("timeline.of", name=self.name) if self.month else self.heading.words


@dataclass(frozen=True)
class Way:
    """Where a page beside another is, and what it holds."""

    address: str
    name: str


@dataclass(frozen=True)
class Leaf:
    """A page: events of a span, no more than a part of them where they are many.

    The page of a year with many events has the way to its months, and the events of no month.
    """

    span: Span
    months: tuple[Span, ...]  # of its year, where these have pages
    told: list[list[Dated]]
    number: int = 1  # which part it is, and of how many
    parts: int = 1
    before: Way | None = None
    after: Way | None = None

    @property
    def way(self) -> Way:
        if self.number == 1:
            return Way(self.span.address, self.name)
        return Way(f"{self.span.address}{self.number}/", self.name)

    @property
    def name(self) -> str:
        if self.parts == 1:
            return self.span.name
        number, parts = str(self.number), str(self.parts)
        return phrase("timeline.part", name=self.span.name, number=number, parts=parts)


def spread(groups: list[tuple[Heading, list[list[Dated]]]]) -> list[Leaf]:
    """The pages that hold all events, in their order; none where one page does."""
    if sum(len(told) for _, told in groups) <= WHOLE:
        return []
    leaves = [leaf for heading, told in groups for leaf in _leaves(heading, told)]
    ways = [None, *(leaf.way for leaf in leaves), None]
    beside = zip(leaves, ways, ways[2:], strict=False)
    return [replace(leaf, before=before, after=after) for leaf, before, after in beside]


def _leaves(heading: Heading, told: list[list[Dated]]) -> Iterator[Leaf]:
    groups = by_month(told) if heading.first == heading.last and len(told) > PART else []
    months = tuple(Span(heading, number, len(some)) for number, some in groups if number)
    if not months:
        yield from _parts(Span(heading, 0, len(told)), (), told)
        return
    yield from _parts(Span(heading, 0, len(told)), months, dict(groups).get(0, []))
    for span in months:
        yield from _parts(span, months, dict(groups)[span.month])


def _parts(span: Span, months: tuple[Span, ...], told: list[list[Dated]]) -> Iterator[Leaf]:
    starts = range(0, max(len(told), 1), PART)
    for number, start in enumerate(starts, start=1):
        yield Leaf(span, months, told[start : start + PART], number, len(starts))

"""The timeline of everything: each dated event of each reviewed explainer, by year."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby

from tools.model.dates import Date
from tools.model.edtf import DECADE_YEARS
from tools.model.text import straighten
from tools.model.vocabulary import Company
from tools.pages import address
from tools.pages.entries import merged
from tools.pages.listings import listing
from tools.pages.records import record_of
from tools.pages.render import Page
from tools.pages.site import Dated, Site
from tools.pages.wording import capital


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
            return cls(dt.MAXYEAR + 1, dt.MAXYEAR + 1, "Year not stated", "unknown")
        if date.text.removeprefix("../")[3] == "X":
            return cls(date.year, date.year + DECADE_YEARS - 1, f"{date.year}s", f"{date.year}s")
        return cls(date.year, date.year, str(date.year), str(date.year))


def met(headings: list[Heading], date: Date) -> tuple[str, ...]:
    """Ids of the headings where a date may lie; a period without an end is only known to begin."""
    own = Heading.of(date)
    ends = date.year is not None and date.latest != dt.date.max
    first, last = own.first, date.latest.year if ends else own.last
    return tuple(one.id for one in headings if first <= one.last and one.first <= last)


@dataclass(frozen=True)
class Entry:
    """An event, and what filters know of it: ids of companies, topic and headings."""

    told: list[Dated]
    company: tuple[str, ...]
    topic: tuple[str, ...]
    year: tuple[str, ...]


def named(text: str, companies: list[Company]) -> tuple[str, ...]:
    """Ids of the companies that a text names, each as a whole word as the list writes it."""
    plain = straighten(text)
    return tuple(
        company.id for company in companies if any(_in(plain, name) for name in company.names)
    )


def _in(text: str, name: str) -> bool:
    plain = straighten(name)
    return plain in text and bool(_pattern(plain).search(text))


@cache  # `re` forgets patterns where there are many
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")


def entry(site: Site, told: list[Dated], headings: list[Heading]) -> Entry:
    """An event is about the companies with a position in its stories that its own text names."""
    records, known = [record_of(dated.story) for dated in told], site.vocabulary.companies
    ids = dict.fromkeys(stance.company for record in records for stance in record.stances)
    return Entry(
        told,
        named(told[0].event.text, [known[name] for name in ids if name in known]),
        tuple(dict.fromkeys(record.topic for record in records if record.topic)),
        met(headings, told[0].event.date),
    )


def page(site: Site) -> Page:
    """All events by year; those whose year is not stated come last, and their heading says so."""

    def under(told: list[Dated]) -> Heading:
        return Heading.of(told[0].event.date)

    # of two headings that begin alike, the decade comes before its first year
    ordered = sorted(merged(site.events), key=lambda t: (under(t).first, -under(t).last))
    groups = [(heading, list(group)) for heading, group in groupby(ordered, key=under)]
    headings = [heading for heading, _ in groups]
    years = [(head, [entry(site, told, headings) for told in group]) for head, group in groups]
    entries = [one for _, group in years for one in group]
    companies = {name for one in entries for name in one.company}
    asked = {name for one in entries for name in one.topic}
    topics = [topic for topic in site.vocabulary.topics.values() if topic.id in asked]
    return listing(
        site,
        "timeline.html",
        address.TIMELINE,
        "Timeline",
        "Every dated event of every explainer, each as exact as its source and no more.",
        years=years,
        count=len(entries),
        filters=[
            (
                "company",
                capital(site.one),
                [(c.id, c.name) for c in site.companies() if c.id in companies],
            ),
            ("topic", "Topic", [(topic.id, topic.name) for topic in topics]),
            ("year", "Year", [(heading.id, heading.name) for heading in headings]),
        ],
        certainties=[dated.event.date.certainty for dated in site.events],
    )

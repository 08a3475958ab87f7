"""The timeline of everything: each dated event of each reviewed explainer, by year.

Where the events do not fit one page, it leads to pages by year, month and part.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from markupsafe import Markup

from tools.model.dates import Date
from tools.model.months import MONTHS
from tools.model.text import straighten
from tools.model.vocabulary import Company
from tools.pages import address, crumbs
from tools.pages.dated import Dated
from tools.pages.periods import Heading, Leaf, Span, by_heading, by_month, spread
from tools.pages.phrases import headed, phrase
from tools.pages.records import record_of
from tools.pages.render import Page, environment
from tools.pages.render import page as render
from tools.pages.site import Site
from tools.pages.wording import capital

NEWEST = 30  # events that stand below the way to the years
MONTHED = 20  # the newest years whose months the page of all years has, too


def met(headings: list[Heading], date: Date) -> tuple[str, ...]:
    """Ids of the headings where a date may lie; a period without an end is only known to begin."""
    own = Heading.of(date)
    ends = date.year is not None and date.latest != date.latest.max
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


def pages(site: Site) -> Iterator[tuple[str, Callable[[], Page]]]:
    """The address of every page of the timeline, and what makes it."""
    yield address.TIMELINE, partial(page, site)
    for leaf in spread(by_heading(site.events)):
        yield leaf.way.address, partial(_leaf, site, leaf)


def entries(site: Site) -> list[tuple[Heading, list[Entry]]]:
    """All events under their headings, with what filters know of each."""
    groups = by_heading(site.events)
    headings = [heading for heading, _ in groups]
    return [(head, [entry(site, told, headings) for told in group]) for head, group in groups]


def page(site: Site) -> Page:
    """All events by year, or, where these are too many for a page, the way to the years."""
    years = entries(site)
    found = [one for _, group in years for one in group]
    leaves = spread([(heading, [one.told for one in group]) for heading, group in years])
    return _page(
        site,
        "timeline_years.html" if leaves else "timeline.html",
        address.TIMELINE,
        *headed(site, "timeline"),
        years=years,
        count=len(found),
        filters=_filters(site, years),
        certainties=[dated.event.date.certainty for dated in site.events],
        spans=_spans(leaves),
        newest=[one.told for one in found if one.told[0].event.date.year_known][: -NEWEST - 1 : -1],
    )


def _filters(
    site: Site, years: list[tuple[Heading, list[Entry]]]
) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """What can be chosen: the name of each filter, its label, and ids and names of its values."""
    found = [one for _, group in years for one in group]
    companies = {name for one in found for name in one.company}
    topics = {name for one in found for name in one.topic}
    return [
        (
            "company",
            capital(site.one),
            [(one.id, one.name) for one in site.companies() if one.id in companies],
        ),
        (
            "topic",
            phrase("timeline.filter-topic"),
            [(one.id, one.name) for one in site.vocabulary.topics.values() if one.id in topics],
        ),
        (
            "year",
            phrase("timeline.filter-year"),
            [(heading.id, heading.name) for heading, _ in years],
        ),
    ]


def _spans(leaves: Iterable[Leaf]) -> list[tuple[Span, tuple[Span, ...]]]:
    """The headings, each with its months where these have pages and it is not long ago."""
    found = [leaf for leaf in leaves if not leaf.span.month and leaf.number == 1]
    monthed = [leaf.span for leaf in found if leaf.months][-MONTHED:]
    return [(leaf.span, leaf.months if leaf.span in monthed else ()) for leaf in found]


def _leaf(site: Site, leaf: Leaf) -> Page:
    """A page of a year, a month or a part of either."""
    site.notebook.note("leaf", leaf.way.address)
    span = leaf.span
    whole = not span.month and not leaf.months and span.heading.first == span.heading.last
    groups = by_month(leaf.told) if whole else [(0, leaf.told)]
    no_month = phrase("timeline.no-month")
    above = [crumbs.TIMELINE]
    if span.month:
        above.append((Span(span.heading, 0, 0).address, span.heading.name))
    return _page(
        site,
        "timeline_part.html",
        leaf.way.address,
        *headed(site, "timeline-part", name=leaf.name, span=span.words),
        above=above,
        meta={
            **({"prev": leaf.before.address} if leaf.before else {}),
            **({"next": leaf.after.address} if leaf.after else {}),
            "unsearched": True,  # the search finds each event in its explainer
        },
        leaf=leaf,
        groups=[(number, MONTHS[number] or no_month, told) for number, told in groups],
        certainties=[dated.event.date.certainty for told in leaf.told for dated in told],
    )


def _page(site: Site, template: str, where: str, title: str, lede: str, **values: Any) -> Page:
    """A page of the timeline; `above` and `meta` are what it has besides those of every one."""
    url = partial(address.relative, where)
    above = (crumbs.HOME, *values.pop("above", ()))
    meta = {"kind": "List", "wide": True, "script": "timeline.js", **values.pop("meta", {})}
    body = environment().get_template(template).render(site=site, url=url, **values)
    return render(
        site,
        "list.md",
        where,
        title=title,
        description=lede,
        crumbs=above,
        meta=meta,
        lede=lede,
        body=Markup(body),
    )

"""Feeds: what is new on the site, of a company, on a topic, and in the corrections log.

Every day in them is a record's; an id rests on the record alone, so it outlives a move of the site.
"""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any

from markupsafe import escape

from tools.model.age import days
from tools.model.ledger import Step, Track
from tools.pages import address
from tools.pages.data.followed import Followed, followed
from tools.pages.data.lists import LICENCE
from tools.pages.data.places import Here
from tools.pages.data.stories import published
from tools.pages.phrases import phrase
from tools.pages.records import record_of
from tools.pages.render import environment
from tools.pages.site import Site
from tools.pages.wording import capital, joined

LONGEST = 50  # entries; a reader that looks once a month misses none
NAMESPACE = uuid.UUID("6f0a1d5e-6a4b-5c1d-9a52-0f4d3a1c7b20")  # of all ids here; never changes
NO_DAY = "1970-01-01"  # of a feed on a site without a reviewed record; Atom asks for one
# what XML 1.0 cannot hold, even escaped
NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Item:
    """One entry: `key` makes its id, `address` is that of the page or claim."""

    key: str
    title: str
    address: str
    published: str  # YYYY-MM-DD, as is `updated`
    updated: str
    text: str
    quotations: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        return identity(self.key)

    @property
    def html(self) -> str:
        quoted = (f"<blockquote>{escape(one)}</blockquote>" for one in self.quotations)
        return f"<p>{escape(self.text)}</p>{''.join(quoted)}"


@dataclass(frozen=True)
class Feed:
    """A feed and the page that it stands beside, newest entry first."""

    address: str
    title: str
    entries: tuple[Item, ...]
    updated: str

    @property
    def id(self) -> str:
        return identity(f"feed:{self.address}")


@lru_cache(maxsize=2**15)  # a step stands in four files
def identity(key: str) -> str:
    """A stable id for a feed or an entry."""
    return uuid.uuid5(NAMESPACE, key).urn


def instant(day: str) -> str:
    """A day as feeds write it: its first moment, since a record knows no hour."""
    return f"{day}T00:00:00Z"


def titles(site: Site) -> dict[str, Callable[[], str]]:
    """What makes the title of every feed, by the address of the page that it stands beside."""
    return {
        address.HOME: lambda: site.publication.name,
        address.CORRECTIONS: partial(phrase, "feeds.corrections", site),
        **{where: partial(_title, site, one) for where, one in followed(site).items()},
    }


def _title(site: Site, followed: Followed) -> str:
    return phrase("feeds.followed", site, names=joined(followed.names(site)))


def files(site: Site) -> Iterator[tuple[str, Callable[[], str]]]:
    """Both formats of every feed by their paths, and what makes each."""
    entries: dict[str, Callable[[], Iterable[Item]]] = {
        address.HOME: partial(_explainers, site),
        address.CORRECTIONS: partial(_changes, site),
        **{where: partial(_steps, site, one) for where, one in followed(site).items()},
    }
    for where, title in titles(site).items():
        for name, make in ((address.ATOM, _atom), (address.JSON_FEED, _json)):
            yield where + name, partial(_made, site, where, title, entries[where], make)


def _made(
    site: Site,
    where: str,
    title: Callable[[], str],
    entries: Callable[[], Iterable[Item]],
    make: Callable[[Site, Feed], str],
) -> str:
    return make(site, _feed(site, where, title(), entries()))


def _feed(site: Site, where: str, title: str, entries: Iterable[Item]) -> Feed:
    newest = sorted(entries, key=lambda e: (e.updated, e.published, e.key), reverse=True)
    updated = newest[0].updated if newest else site.day or NO_DAY
    return Feed(where, title, tuple(newest[:LONGEST]), updated)


def _explainers(site: Site) -> Iterable[Item]:
    """Each explainer once; one that was withdrawn says so in its old entry's place."""
    for story in published(site):
        record, known = record_of(story), days(record_of(story))
        title, text = record.title, record.answer.text if record.answer else record.title
        if record.withdrawn:
            title, text = phrase("feeds.withdrawn", site, title=title), record.withdrawn.text
        where = address.explainer(story.name)
        yield Item(where, title, where, known[0], known[-1], text)


def _changes(site: Site) -> Iterable[Item]:
    """Each change by its place in its record's log, from which nothing is ever deleted."""
    for story in published(site):
        record, where = record_of(story), address.explainer(story.name)
        for number, change in enumerate(record.changes, start=1):
            kind = change.kind.capitalize()
            title = phrase("feeds.change", site, kind=kind, title=record.title)
            day = change.date.text
            yield Item(f"{where}change-{number}", title, where, day, day, change.text)


def _steps(site: Site, followed: Followed) -> Iterable[Item]:
    """The steps of some tracks, on the days of the records that hold them."""
    for track in followed.tracks(site):
        for step in track.all_steps:
            known = days(record_of(step.story))
            where = f"{address.explainer(step.story.name)}#{step.placed.anchor}"
            yield Item(
                where,
                _step_title(site, step),
                where,
                known[0],
                known[-1],
                _step_text(site, step, track),
                step.stance.quote,
            )


def _when(step: Step) -> str:
    return step.date.display(year_from_context=step.year_from_context)


def _step_text(site: Site, step: Step, track: Track) -> str:
    """A position under its date; it says where it is our report, or was not asked yet."""
    ours = "-ours" if step.own_report else ""
    before = "-before" if track.is_earlier(step) else ""
    date = capital(_when(step))
    return phrase(f"feeds.told{ours}{before}", site, date=date, text=step.stance.text)


def _step_title(site: Site, step: Step) -> str:
    """ "Lanternpost, 3 May 2031: Pauses (before: Refuses), Ostvale: message logs"."""
    before = site.position(step.before).label if step.move == "changed" and step.before else ""
    return phrase(
        "feeds.step-changed" if before else "feeds.step",
        site,
        company=site.company_name(step.company),
        date=_when(step),
        position=site.position(step.position).label,
        before=before,
        topic=site.vocabulary.topics[step.topic].name,
    )


def _atom(site: Site, feed: Feed) -> str:
    here, author = Here(site, feed.address + address.ATOM), phrase("contributors", site)
    text = (
        environment()
        .get_template("feed.xml")
        .render(feed=feed, to=here.to, instant=instant, author=author, licence=LICENCE)
    )
    return NOT_XML.sub("\ufffd", text) + "\n"


def _json(site: Site, feed: Feed) -> str:
    here = Here(site, feed.address + address.JSON_FEED)
    value: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": here.to(feed.address),
        "feed_url": here.to(here.path),
        "language": "en",
        "authors": [{"name": phrase("contributors", site)}],
        "items": [
            {
                "id": entry.id,
                "url": here.to(entry.address),
                "title": entry.title,
                "summary": entry.text,
                "content_html": entry.html,
                "date_published": instant(entry.published),
                "date_modified": instant(entry.updated),
            }
            for entry in feed.entries
        ],
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"

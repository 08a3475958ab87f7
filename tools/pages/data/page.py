"""The page that explains the data to people who do not program."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from pydantic.fields import FieldInfo

from tools.model.dates import Date
from tools.pages import address
from tools.pages.data import places, table
from tools.pages.data.lists import LICENCE, VERSION
from tools.pages.data.stories import Told
from tools.pages.listings import listing
from tools.pages.paging import ENTRIES
from tools.pages.render import Page
from tools.pages.site import Site
from tools.pages.wording import indefinite


class Feed(NamedTuple):
    """The page beside which a feed stands, and what it follows."""

    at: str
    words: str


@dataclass(frozen=True)
class Feeds:
    """Feeds of one kind, what one and many of what they follow are called, and their list."""

    every: list[Feed]
    one: str = ""
    many: str = ""
    listed: str = ""

    @property
    def named(self) -> list[Feed]:
        """Those that the page names: of a kind with more than a page of a list, an example."""
        return self.every if len(self.every) <= ENTRIES else self.every[:1]


def page(site: Site) -> Page:
    """What there is, how to open it, how it may be used, and every feed."""
    example = next(table.rows(Told(site)), None)
    newest = site.day
    return listing(
        site,
        "data.html",
        address.DATA,
        "Data",
        "Everything the reviewed explainers record, to download, to count and to build upon.",
        places=places,
        rows=sum(len(track.all_steps) for track in site.tracks()),
        example=example,
        anchor=example.page.partition("#")[2] if example else "",
        columns=[(name, _said(site, field)) for name, field in table.Row.model_fields.items()],
        explainers=len(site.reviewed),
        files=_files(site),
        feeds=_feeds(site),
        updated=Date(newest).display() if newest else "",
        licence=LICENCE,
        version=VERSION,
    )


def _said(site: Site, column: FieldInfo) -> str:
    """What a column holds; its key is the same everywhere, the word for it the publication's."""
    return re.sub(r"\bcompany\b", site.one, column.description or "")


def _files(site: Site) -> list[tuple[str, str]]:
    """The files for programs and what each holds; of a kind with many, the first."""
    vocabulary = site.vocabulary
    one = [(places.explainer(s), "an explainer, so for each one") for s in list(site.reviewed)[:1]]
    one += [
        (places.company(c), f"{indefinite(site.one)}, so for each one")
        for c in sorted(vocabulary.companies)[:1]
    ]
    one += [(places.topic(t), "a demand, so for each one") for t in sorted(vocabulary.topics)[:1]]
    one += [
        (places.authority(a), "who asks, so for each one")
        for a in sorted(vocabulary.authorities)[:1]
    ]
    return [
        (places.INDEX, "what there is, and the address of every other file"),
        *one,
        (places.TIMELINE, "every event"),
        (places.GLOSSARY, "all words explained"),
        (places.POSITIONS, "the positions and what they mean"),
        (places.CORRECTIONS, "every correction and update"),
        (places.OPENAPI, "the description for programs (OpenAPI 3.1)"),
    ]


def _feeds(site: Site) -> list[Feeds]:
    """Those of the whole site, of topics and of companies."""
    topics = [Feed(address.topic(t.id), t.name) for t in site.vocabulary.topics.values()]
    companies = [Feed(site.company_at(c.id), c.name) for c in site.companies()]
    whole = [
        Feed(address.HOME, "New and changed explainers"),
        Feed(address.CORRECTIONS, "Corrections and updates"),
    ]
    return [
        Feeds(whole),
        Feeds(topics, "demand", "demands", address.TOPICS),
        Feeds(companies, site.one, site.many, site.companies_at),
    ]

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
from tools.pages.phrases import headed, phrase
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
        *headed(site, "data"),
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
    company = phrase("files.company", company=indefinite(site.one))
    one = [(places.explainer(s), phrase("files.explainer")) for s in list(site.reviewed)[:1]]
    one += [(places.company(c), company) for c in sorted(vocabulary.companies)[:1]]
    one += [(places.topic(t), phrase("files.topic")) for t in sorted(vocabulary.topics)[:1]]
    some = sorted(vocabulary.authorities)[:1]
    one += [(places.authority(a), phrase("files.authority")) for a in some]
    return [
        (places.INDEX, phrase("files.index")),
        *one,
        (places.TIMELINE, phrase("files.timeline")),
        (places.GLOSSARY, phrase("files.glossary")),
        (places.POSITIONS, phrase("files.positions")),
        (places.CORRECTIONS, phrase("files.corrections")),
        (places.OPENAPI, phrase("files.openapi")),
    ]


def _feeds(site: Site) -> list[Feeds]:
    """Those of the whole site, of topics and of companies."""
    topics = [Feed(address.topic(t.id), t.name) for t in site.vocabulary.topics.values()]
    companies = [Feed(site.company_at(c.id), c.name) for c in site.companies()]
    whole = [
        Feed(address.HOME, phrase("files.feed-home")),
        Feed(address.CORRECTIONS, phrase("files.feed-corrections")),
    ]
    return [
        Feeds(whole),
        Feeds(topics, phrase("nouns.demand"), phrase("nouns.demands"), address.TOPICS),
        Feeds(companies, site.one, site.many, site.companies_at),
    ]

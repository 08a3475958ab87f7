"""From checked records to the text of every page: `{path: text}`, and nothing else.

A page is Markdown whose headings are Markdown and whose body is HTML, so that any engine that
reads Markdown can publish it.
No people's text reaches the engine's Markdown unescaped.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tools.model.story import Seeds
from tools.pages import (
    authority,
    company,
    data,
    explainer,
    glossary,
    listings,
    machine,
    moved,
    sources,
    theme,
    timeline,
    topic,
)
from tools.pages import home as home_page
from tools.pages.data import page as data_page
from tools.pages.settings import Settings
from tools.pages.site import Site

__all__ = ["Settings", "build", "waiting"]


def build(
    seeds: Seeds,
    settings: Settings,
    home: str = "",
    unwritten: frozenset[str] = frozenset(),
    accuracy: Mapping[str, Any] | None = None,
) -> dict[str, str]:
    """Every generated page by its path below docs/.

    `home` is the hand-written beginning of the home page, in Markdown, `unwritten` the stories
    whose drafts are in no file yet, and `accuracy` what was last measured of drafts.
    The records must be free of Problems.
    """
    site = Site(seeds, settings, unwritten, accuracy or {})
    pages = [
        home_page.page(site, home),
        listings.explainers(site),
        listings.topics(site),
        listings.authorities(site),
        listings.companies(site),
        timeline.page(site),
        glossary.page(site),
        listings.corrections(site),
        listings.search(site),
        data_page.page(site),
        sources.index(site),
        *(explainer.page(site, story) for story in site.stories),
        *(sources.page(site, story) for story in site.stories if site.has_receipts(story)),
        *(page for story in site.stories for page in moved.pages(site, story)),
        *(topic.page(site, one) for one in seeds.vocabulary.topics.values()),
        *(company.page(site, one) for one in seeds.vocabulary.companies.values()),
        *(authority.page(site, one) for one in seeds.vocabulary.authorities.values()),
        *moved.entries(site),
    ]
    texts = {page.path: page.text for page in data.furnished(site, pages)}
    texts[theme.STYLES] = theme.styles(site.publication, site.vocabulary)
    return texts | machine.files(site, pages) | data.files(site)


def waiting(names: list[str], settings: Settings) -> dict[str, str]:
    """A notice page for each story folder that has no record yet; only `serve` shows them."""
    site = Site(Seeds(), settings)
    pages = [listings.notice(site, name) for name in names]
    return {page.path: page.text for page in pages}

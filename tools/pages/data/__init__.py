"""The open data: JSON, a spreadsheet, feeds, schemas, and what pages tell machines in their heads.

Only reviewed records are in it; of a withdrawn one, that it was withdrawn, when and why.
Addresses are absolute where the site knows its own, else relative to the file that holds them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from tools.pages.data import api, feeds, linked, openapi, places, schemas, table
from tools.pages.data.stories import Told
from tools.pages.render import Page
from tools.pages.site import Site

__all__ = ["Furnisher", "files"]


def files(site: Site) -> Iterator[tuple[str, Callable[[], str]]]:
    """Every file of the open data below docs/, the data page aside, and what makes its text."""
    told = Told(site)
    yield from api.files(told)
    yield places.TABLE, lambda: table.text(table.rows(told))
    yield places.OPENAPI, partial(openapi.text, site)
    yield from schemas.files(site.publication)
    yield from feeds.files(site)


class Furnisher:
    """Gives pages what their heads say to machines, as front matter.

    `feed` is the title of the feed beside the page, `data` the path of its JSON, and `linked` its
    JSON-LD, ready to stand in a script element.
    """

    def __init__(self, site: Site) -> None:
        self._site = site
        self._titles: Mapping[str, Callable[[], str]] = feeds.titles(site)
        self._public = places.of_pages(site)

    def furnished(self, page: Page) -> Page:
        """The page with its front matter for machines."""
        titled = self._titles.get(page.address) if page.address else None
        # what no search engine should find, and what only goes on from another page, tells nothing
        silent = "robots" in page.meta or "continues" in page.meta
        facts = {
            "feed": titled() if titled else None,
            "data": self._public.get(page.address),
            "linked": None if silent else linked.text(self._site, page),
        }
        meta = {key: value for key, value in facts.items() if value}
        return replace(page, meta=page.meta | meta)

"""The open data: JSON, a spreadsheet, feeds, schemas, and what pages tell machines in their heads.

Only reviewed records are in it; of a withdrawn one, that it was withdrawn, when and why.
Addresses are absolute where the site knows its own, else relative to the file that holds them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tools.pages.data import api, feeds, linked, openapi, places, schemas, table
from tools.pages.data.stories import Told
from tools.pages.render import Page
from tools.pages.site import Site

__all__ = ["files", "furnished"]


def files(site: Site) -> dict[str, str]:
    """Every file of the open data by its path below docs/, the data page aside."""
    told = Told(site)
    return {
        **api.files(told),
        places.TABLE: table.text(table.rows(told)),
        places.OPENAPI: openapi.text(site),
        **schemas.files(),
        **feeds.files(site),
    }


def furnished(site: Site, pages: Iterable[Page]) -> list[Page]:
    """The pages with what their heads say to machines, as front matter.

    `feed` is the title of the feed beside the page, `data` the path of its JSON, and `linked` its
    JSON-LD, ready to stand in a script element.
    """
    titles = feeds.titles(site)
    public = places.of_pages(site)
    found = []
    for page in pages:
        feed = titles.get(page.address) if page.address else None
        facts = {
            "feed": feed,
            "data": public.get(page.address),
            "linked": None if "robots" in page.meta else linked.text(site, page, site.reviewed),
        }
        meta = {key: value for key, value in facts.items() if value}
        found.append(replace(page, meta=page.meta | meta))
    return found

"""Pages that list: what they share, and those of search and of a story without a record."""

from __future__ import annotations

from functools import partial
from typing import Any

from markupsafe import Markup

from tools.pages import address, crumbs
from tools.pages.paging import Leaf
from tools.pages.phrases import headed, phrase
from tools.pages.render import Page, environment
from tools.pages.render import page as render
from tools.pages.site import Site

PAGES = phrase("steps.previous"), phrase("steps.next")
AGES = phrase("steps.newer"), phrase("steps.older")


def listing(
    site: Site,
    template: str,
    where: str,
    title: str,
    lede: str,
    *,
    above: tuple[tuple[str, str], ...] = (),
    leaf: Leaf[Any] | None = None,
    steps: tuple[str, str] = PAGES,
    **values: Any,
) -> Page:
    """A page of one list under a title and a sentence that says what it holds.

    `above` are the pages above it, save the home page; `leaf` says which page of its list it is,
    and `steps` what the ways to the pages before and after are called.
    """

    if leaf and leaf.before:
        above = (*above, (leaf.addresses[0], title))
        title = phrase("numbered", title=title, number=str(leaf.number))
    url = partial(address.relative, where)
    body = environment().get_template(template).render(site=site, url=url, here=where, **values)
    return render(
        site,
        "list.md",
        where,
        title=title,
        description=lede,
        crumbs=(crumbs.HOME, *above),
        meta={
            "kind": "List",
            "wide": True,
            # the search page would be found for every word in it; of a list, its first page is
            "unsearched": where == address.SEARCH or bool(leaf and leaf.before),
            **(_beside(leaf) if leaf else {}),
        },
        lede=lede,
        body=Markup(body),
        leaf=leaf,
        steps=steps,
    )


def _beside(leaf: Leaf[Any]) -> dict[str, str]:
    """The pages before and after one of a list, as front matter."""
    beside = {"prev": leaf.before, "next": leaf.after}
    return {name: there for name, there in beside.items() if there}


def search(site: Site) -> Page:
    """Where searches are shown, and the lists that hold everything without a script."""
    return listing(
        site,
        "search.html",
        address.SEARCH,
        *headed(site, "search"),
    )


def notice(site: Site, name: str) -> Page:
    """What stands in the place of a story that has an article and no record."""
    return listing(
        site,
        "notice.html",
        address.explainer(name),
        *headed(site, "notice", name=name),
        name=name,
    )

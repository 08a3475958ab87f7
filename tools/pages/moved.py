"""Small pages that keep an address alive: of a renamed story, of receipts that were withdrawn."""

from __future__ import annotations

from tools.model.story import Story
from tools.pages import address
from tools.pages.render import Page
from tools.pages.render import page as render
from tools.pages.site import Site, record_of

MOVED = "This page has another address now"
WITHDRAWN = "This explainer was withdrawn"


def pages(site: Site, story: Story) -> list[Page]:
    """A page at each address that once led to an explainer or its receipts, with the way on."""
    explainer, receipts = address.explainer(story.name), address.sources(story.name)
    shown = site.has_receipts(story)
    found = []
    if site.receipts(story) and not shown:
        found.append(_page(site, story, WITHDRAWN, here=receipts, there=explainer))
    for name in record_of(story).was:
        there = {address.explainer(name): explainer}
        if site.receipts(story):
            there[address.sources(name)] = receipts if shown else explainer
        found += [_page(site, story, MOVED, here=old, there=new) for old, new in there.items()]
    return found


def _page(site: Site, story: Story, label: str, *, here: str, there: str) -> Page:
    return render(
        site,
        "moved.md",
        here,
        title=record_of(story).title,
        description=f"{label}.",
        crumbs=((address.HOME, "Home"), (address.EXPLAINERS, "Explainers")),
        # neither search engines nor our own search know this address; both know the other one
        meta={"kind": "Moved", "robots": "noindex", "canonical": there, "unsearched": True},
        label=label,
        there=there,
    )

"""Pages of sources: which articles the publication rests on, and what it quotes of each."""

from __future__ import annotations

from tools.model.receipts import share
from tools.model.story import Story
from tools.pages import address
from tools.pages.listings import listing
from tools.pages.render import Page
from tools.pages.render import page as render
from tools.pages.site import Site, record_of


def index(site: Site) -> Page:
    """All articles of reviewed explainers, newest first."""
    sources = [
        (story, source)
        for story in site.of_status("reviewed")
        for source in record_of(story).sources
    ]
    return listing(
        site,
        "sources.html",
        address.SOURCES,
        "Sources",
        "Every article the explainers rest on, with the passages that are quoted from it.",
        sources=sources,
    )


def page(site: Site, story: Story) -> Page:
    """The quoted passages of a story's articles in the order in which they stand there."""
    record = record_of(story)
    receipts = site.receipts(story)
    articles = [
        (
            source,
            sorted((r for r in receipts if r.source.file == source.file), key=lambda r: r.span),
            share(source, story.articles[source.file], receipts),
        )
        for source in record.sources
    ]
    meta = {"kind": "Source", "edit": story.path}
    if record.status != "reviewed":
        meta |= {"robots": "noindex", "kind": "Draft"}
    return render(
        site,
        "receipts.md",
        address.sources(story.name),
        title=f"Receipts: {record.title}",
        description=f"The passages that “{record.title}” quotes, in the article’s order.",
        crumbs=((address.HOME, "Home"), (address.SOURCES, "Sources")),
        meta=meta,
        record=record,
        story=story,
        articles=articles,
    )

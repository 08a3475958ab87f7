"""Pages of sources: which articles the publication rests on, and what it quotes of each."""

from __future__ import annotations

from dataclasses import dataclass

from tools.model.receipts import Receipt, Share, independent_of, share
from tools.model.record import Reference, Source
from tools.model.story import Story
from tools.pages import address
from tools.pages.citing import CLAIM
from tools.pages.listings import AGES, listing
from tools.pages.paging import leaves
from tools.pages.records import record_of
from tools.pages.render import Page
from tools.pages.render import page as render
from tools.pages.reports import Block, blocks, publishers
from tools.pages.site import Site
from tools.pages.wording import counted


@dataclass(frozen=True)
class Shown:
    """An article as its page shows it: the quotations of one of others, our own report whole."""

    source: Source
    quoted: list[Receipt]
    share: Share
    whole: list[Block]


@dataclass(frozen=True)
class Rests:
    """What a page rests on."""

    independent: int  # articles by others; the same text counts once
    own: int  # reports of our own
    public: int  # publishers of what those were written from
    report: str  # address where those stand whole, and what they were written from


def rests(site: Site, story: Story) -> Rests:
    """What the page of a story rests on."""
    record = record_of(story)
    files = [source.file for source in record.sources]
    others = {article.sha256 for article in independent_of(story, files)}
    public = publishers(references(story))
    report = address.sources(story.name) + ("#references" if public else "")
    if not site.has_receipts(story):
        report = f"{address.explainer(story.name)}#sources"
    return Rests(len(others), sum(s.own for s in record.sources), public, report)


def index(site: Site, number: int = 1) -> Page:
    """A page of all articles of reviewed explainers, newest first."""
    sources = listed(site)
    leaf = leaves(address.SOURCES, sources)[number - 1]
    return listing(
        site,
        "sources.html",
        leaf.address,
        "Sources",
        _summary([source for _, source in sources]),
        leaf=leaf,
        steps=AGES,
        sources=leaf.entries,
    )


def listed(site: Site) -> list[tuple[Story, Source]]:
    """All articles of reviewed explainers with their stories, newest first."""
    return [(s, source) for s in site.reviewed.values() for source in record_of(s).sources]


def _summary(sources: list[Source]) -> str:
    own = sum(source.own for source in sources)
    if not own:
        return "Every article the explainers rest on, with the passages that are quoted from it."
    reports = f"{counted(own, 'report')} of our own, printed whole"
    if own == len(sources):
        return f"What the explainers rest on: {reports}, with what each was written from."
    articles = counted(len(sources) - own, "article")
    return f"What the explainers rest on: {articles} by others, quoted in passages, and {reports}."


def page(site: Site, story: Story) -> Page:
    """What a story quotes of its articles, in their order; a report of our own is there whole."""
    record = record_of(story)
    own = [source for source in record.sources if source.own]
    whole = len(own) == len(record.sources)
    meta = {"kind": "Source", "edit": story.path, "script": CLAIM}
    if record.status != "reviewed":
        meta |= {"robots": "noindex", "kind": "Draft"}
    return render(
        site,
        "receipts.md",
        address.sources(story.name),
        title=f"{'Our own report' if whole else 'Receipts'}: {record.title}",
        description=(
            f"The report that “{record.title}” rests on, whole, and what it was written from."
            if whole
            else f"The passages that “{record.title}” quotes, in the article’s order."
        ),
        crumbs=((address.HOME, "Home"), (address.SOURCES, "Sources")),
        meta=meta,
        record=record,
        story=story,
        articles=[_shown(site, story, source) for source in record.sources],
        own=own,
        others=len(record.sources) - len(own),
        references=references(story),
    )


def _shown(site: Site, story: Story, source: Source) -> Shown:
    receipts = site.receipts(story)
    article = story.articles[source.file]
    quoted = sorted((r for r in receipts if r.source.file == source.file), key=lambda r: r.span)
    whole = blocks(source, article, receipts) if source.own else []
    return Shown(source, quoted, share(source, article, receipts), whole)


def references(story: Story) -> list[Reference]:
    """What the reports of our own in a story were written from, each page once."""
    own = [source for source in record_of(story).sources if source.own]
    found = {one.url: one for source in reversed(own) for one in reversed(source.references)}
    return list(found.values())[::-1]

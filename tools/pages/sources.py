"""Pages of sources: which articles the publication rests on, and what it quotes of each."""

from __future__ import annotations

from dataclasses import dataclass

from tools.model.receipts import Receipt, Share, independent_of, share
from tools.model.record import Reference, Source
from tools.model.story import Story
from tools.pages import address, crumbs
from tools.pages.citing import CLAIM
from tools.pages.listings import AGES, listing
from tools.pages.paging import leaves
from tools.pages.phrases import Headed, headed, phrase
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
        *_headed(site, [source for _, source in sources]),
        leaf=leaf,
        steps=AGES,
        sources=leaf.entries,
    )


def listed(site: Site) -> list[tuple[Story, Source]]:
    """All articles of reviewed explainers with their stories, newest first."""
    return [(s, source) for s in site.reviewed.values() for source in record_of(s).sources]


def _headed(site: Site, sources: list[Source]) -> Headed:
    """What the page of all articles is called: it says how many are ours, where any is."""
    own = sum(source.own for source in sources)
    key = "sources" if not own else "sources-own" if own == len(sources) else "sources-mixed"
    articles = counted(len(sources) - own, phrase("nouns.article"))
    return headed(site, key, reports=counted(own, phrase("nouns.report")), articles=articles)


def page(site: Site, story: Story) -> Page:
    """What a story quotes of its articles, in their order; a report of our own is there whole."""
    record = record_of(story)
    own = [source for source in record.sources if source.own]
    whole = len(own) == len(record.sources)
    title, lede = headed(site, "report" if whole else "receipts", name=record.title)
    meta = {"kind": "Source", "edit": story.path, "script": CLAIM}
    if record.status != "reviewed":
        meta |= {"robots": "noindex", "kind": "Draft"}
    return render(
        site,
        "receipts.md",
        address.sources(story.name),
        title=title,
        description=lede,
        crumbs=(crumbs.HOME, crumbs.SOURCES),
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

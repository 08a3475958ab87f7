"""Small pages that keep an address alive: of renamed stories and entries, of withdrawn receipts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from tools.model.ledger import Track
from tools.model.story import Story
from tools.model.vocabulary import Entry
from tools.pages import address, crumbs
from tools.pages.former import former, title
from tools.pages.phrases import phrase
from tools.pages.records import record_of
from tools.pages.render import Page
from tools.pages.render import page as render
from tools.pages.site import Site
from tools.pages.wording import number

MOVED, SPLIT, WITHDRAWN = map(phrase, ("moved.one", "moved.several", "moved.withdrawn"))

Lead = tuple[str, str]  # an address and what is there
Make = Callable[[], Page]


def pages(site: Site, story: Story) -> Iterator[tuple[str, Make]]:
    """Each address that once led to an explainer or its receipts, and what makes the page there."""
    explainer, receipts = address.explainer(story.name), address.sources(story.name)
    shown = site.has_receipts(story)
    quotes = site.quotes(story)
    if quotes and not shown:
        yield receipts, partial(_page, site, story, WITHDRAWN, receipts, explainer)
    for name in record_of(story).was:
        there = {address.explainer(name): explainer}
        if quotes:
            there[address.sources(name)] = receipts if shown else explainer
        for old, new in there.items():
            yield old, partial(_page, site, story, MOVED, old, new)


def _page(site: Site, story: Story, label: str, here: str, there: str) -> Page:
    name = record_of(story).title
    return _leading(site, here, label, name, [(there, name)], crumbs.EXPLAINERS)


@dataclass(frozen=True)
class Kind:
    """A list whose entries have pages: where they are, and what leads on from an earlier one."""

    list: str
    above: Lead
    page: Callable[[str], str]
    anchors: Callable[[Site, str], dict[str, Lead]]  # of the page of an entry, and where each leads


def _on_topic(site: Site, topic: str) -> dict[str, Lead]:
    return {
        f"company-{track.company}": _to_track(site, track, address.topic(topic), track.company)
        for track in site.tracks(topic=topic)
    }


def _to_track(site: Site, track: Track, page: str, company: str) -> Lead:
    words = f"{site.company_name(company)}: {site.vocabulary.topics[track.topic].name}"
    return f"{page}#company-{company}", words


def _of_company(site: Site, company: str) -> dict[str, Lead]:
    page = site.company_at(company)
    return {
        f"topic-{track.topic}": (
            f"{page}#topic-{track.topic}",
            site.vocabulary.topics[track.topic].name,
        )
        for track in site.tracks(company=company)
    }


def _kinds(site: Site) -> tuple[Kind, ...]:
    return (
        Kind("topics", crumbs.TOPICS, address.topic, _on_topic),
        Kind("topics", crumbs.TOPICS, address.brief, lambda *_: {}),
        Kind("companies", crumbs.companies(site), site.company_at, _of_company),
        Kind("authorities", crumbs.AUTHORITIES, address.authority, lambda *_: {}),
        Kind("glossary", crumbs.GLOSSARY, address.term, lambda *_: {}),
    )


def entries(site: Site) -> Iterator[tuple[str, Make]]:
    """Each address that once led to an entry of a list, and what makes the page there."""
    for kind in _kinds(site):
        listed: Mapping[str, Entry] = getattr(site.vocabulary, kind.list)
        for old in former(listed):
            yield kind.page(old), partial(_entry, site, kind, old)


def _entry(site: Site, kind: Kind, old: str) -> Page:
    """The page of an earlier id, with the way to its heirs."""
    heirs = former(getattr(site.vocabulary, kind.list))[old]
    anchors: dict[str, list[Lead]] = {}
    for heir in heirs:
        for anchor, lead in kind.anchors(site, heir.id).items():
            anchors.setdefault(anchor, []).append(lead)
    label = MOVED if len(heirs) == 1 else SPLIT
    words = phrase("moved.split", count=number(len(heirs)))
    name = title(heirs[0]) if len(heirs) == 1 else words
    leads = [(kind.page(heir.id), title(heir)) for heir in heirs]
    return _leading(site, kind.page(old), label, name, leads, kind.above, anchors)


def _leading(
    site: Site,
    here: str,
    label: str,
    name: str,
    leads: Sequence[Lead],
    above: Lead,
    anchors: dict[str, list[Lead]] | None = None,
) -> Page:
    meta = {"kind": "Moved", "robots": "noindex", "unsearched": True}
    if len(leads) == 1:
        # neither search engines nor our own search know this address; both know the other one
        meta["canonical"] = leads[0][0]
    return render(
        site,
        "moved.md",
        here,
        title=name,
        description=f"{label}.",
        crumbs=(crumbs.HOME, above),
        meta=meta,
        label=label,
        leads=leads,
        anchors=sorted((anchors or {}).items()),
    )

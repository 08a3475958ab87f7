"""Explainers and their articles as nodes of schema.org; an empty value is left out later."""

from __future__ import annotations

from collections.abc import Iterator

from tools.model.age import days
from tools.model.record import Event, Reference, Source
from tools.model.story import Story
from tools.pages import address
from tools.pages.data.lists import LICENCE
from tools.pages.data.nodes import Node, asker, named, publisher
from tools.pages.data.places import Here
from tools.pages.data.spans import coverage, ends, told
from tools.pages.phrases import phrase
from tools.pages.records import record_of


def article(here: Here, story: Story) -> Node:
    """An explainer for its own page: what it is about, tells of and rests on."""
    record, known = record_of(story), days(record_of(story))
    companies = dict.fromkeys(stance.company for stance in record.stances)
    return {
        "@type": "Article",
        "@id": here.to(here.path),
        "url": here.to(here.path),
        "headline": record.title,
        "description": record.answer and record.answer.text,
        # the days of the page; those of what it tells are the coverage
        "datePublished": known[0],
        "dateModified": known[-1],
        "temporalCoverage": coverage(told(record)),
        "inLanguage": "en",
        "isAccessibleForFree": True,
        "license": LICENCE,
        "author": {"@type": "Organization", "name": phrase("contributors", here.site)},
        "publisher": publisher(here),
        "about": _about(here, story),
        "mentions": [
            *(named(here, name) for name in companies),
            *filter(None, map(_event, record.timeline)),
        ],
        "citation": [node for nodes in _sources(here, story) for node in nodes],
    }


def _about(here: Here, story: Story) -> list[Node]:
    """The demand of a story, and who makes it."""
    topic = here.site.topic_of(story)
    if topic is None:
        return []
    asked = {"@type": "Thing", "name": topic.question, "url": here.to(address.topic(topic.id))}
    return [asked, *(asker(here, one) for one in here.site.askers(topic))]


def _event(event: Event) -> Node | None:
    """An event whose date is one for schema.org; an approximate one, or one without a year, not."""
    start, end = ends(event.date)
    if not (start or end):
        return None
    return {"@type": "Event", "name": event.text, "startDate": start, "endDate": end}


def _sources(here: Here, story: Story) -> list[list[Node]]:
    """Each article of a story, an own report with what it was written from behind it."""
    return [
        [_source(here, story, source), *map(_reference, source.references)]
        for source in record_of(story).sources
    ]


def _source(here: Here, story: Story, source: Source) -> Node:
    if source.own:
        return _report(here, story, source)
    return {
        "@type": "NewsArticle",
        "headline": source.headline,
        "author": source.author and {"@type": "Person", "name": source.author},
        "publisher": source.publisher and {"@type": "Organization", "name": source.publisher},
        "datePublished": source.published and source.published.html,
        "url": source.url,
    }


def _report(here: Here, story: Story, source: Source) -> Node:
    """A report of our own: published when its record was, about what was so on its day."""
    return {
        "@type": "Article",
        "headline": source.headline,
        "author": source.author and {"@type": "Organization", "name": source.author},
        "publisher": publisher(here),
        "license": LICENCE,
        "datePublished": next(iter(days(record_of(story))), None),
        "temporalCoverage": source.published and source.published.html,
        "url": source.url,
    }


def _reference(reference: Reference) -> Node:
    outlet = reference.publisher
    return {
        "@type": "WebPage",
        "name": reference.title,
        "publisher": outlet and {"@type": "Organization", "name": outlet},
        "datePublished": reference.date and reference.date.html,
        "url": reference.url,
    }


def quotations(here: Here, story: Story) -> Iterator[Node]:
    """The articles of a page of receipts, and the passages quoted from each."""
    ids = {}
    sources = zip(record_of(story).sources, _sources(here, story), strict=True)
    for number, (source, (node, *references)) in enumerate(sources, start=1):
        ids[source.file] = f"#article-{number}"
        yield {**node, "@id": ids[source.file], "citation": references}
    for receipt in here.site.receipts(story):
        yield {
            "@type": "Quotation",
            "@id": f"#{receipt.anchor}",
            "text": " ".join(receipt.text.split()),
            "isPartOf": {"@id": ids[receipt.source.file]},
        }

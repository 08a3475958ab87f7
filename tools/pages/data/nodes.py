"""The things that pages are about, as nodes of schema.org; an empty value is left out later."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tools.model.age import days
from tools.model.ledger import Step
from tools.model.story import Story
from tools.pages import address
from tools.pages.data import places
from tools.pages.data.lists import LICENCE, VERSION
from tools.pages.data.places import Here
from tools.pages.site import record_of
from tools.pages.voice import OWN

Node = dict[str, Any]


def site(here: Here) -> Node:
    return {
        "@type": "WebSite",
        "@id": here.to(address.HOME),
        "url": here.to(address.HOME),
        "name": here.site.settings.name,
        "license": LICENCE,
        "publisher": _publisher(here),
    }


def _publisher(here: Here) -> Node:
    name = here.site.settings.name
    return {"@type": "Organization", "name": name, "url": here.to(address.HOME)}


def article(here: Here, story: Story) -> Node:
    record, known, topic = record_of(story), days(record_of(story)), here.site.topic_of(story)
    companies = dict.fromkeys(stance.company for stance in record.stances)
    events = [
        {
            "@type": "Event",
            "name": event.text,
            "startDate": event.date.html,
        }
        for event in record.timeline
        if event.date.html
    ]
    return {
        "@type": "NewsArticle",
        "@id": here.to(here.path),
        "url": here.to(here.path),
        "headline": record.title,
        "description": record.answer and record.answer.text,
        "datePublished": known[0],
        "dateModified": known[-1],
        "inLanguage": "en",
        "isAccessibleForFree": True,
        "license": LICENCE,
        "author": {"@type": "Organization", "name": f"{here.site.settings.name} contributors"},
        "publisher": _publisher(here),
        "about": topic
        and {"@type": "Thing", "name": topic.question, "url": here.to(address.topic(topic.id))},
        "mentions": [*(_named(here, name) for name in companies), *events],
        "citation": _sources(story),
    }


def _named(here: Here, company: str) -> Node:
    return {
        "@type": "Organization",
        "@id": here.to(address.company(company)),
        "name": here.site.company_name(company),
    }


def _sources(story: Story) -> list[Node]:
    return [
        {
            "@type": "NewsArticle",
            "headline": source.headline,
            "author": source.author and {"@type": "Person", "name": source.author},
            "publisher": source.publisher and {"@type": "Organization", "name": source.publisher},
            "datePublished": source.published and source.published.html,
            "url": source.url,
        }
        for source in record_of(story).sources
    ]


def quotations(here: Here, story: Story) -> Iterator[Node]:
    """The articles of a page of receipts, and the passages quoted from each."""
    ids = {}
    sources = zip(record_of(story).sources, _sources(story), strict=True)
    for number, (source, node) in enumerate(sources, start=1):
        ids[source.file] = f"#article-{number}"
        yield {**node, "@id": ids[source.file]}
    for receipt in here.site.receipts(story):
        yield {
            "@type": "Quotation",
            "@id": f"#{receipt.anchor}",
            "text": " ".join(receipt.text.split()),
            "isPartOf": {"@id": ids[receipt.source.file]},
        }


def company(here: Here, name: str) -> Iterator[Node]:
    company = here.site.vocabulary.companies[name]
    yield {
        "@type": "Organization",
        "@id": here.to(here.path),
        "name": company.name,
        "alternateName": list(company.aliases),
        "description": company.description,
        "url": company.homepage,
        "sameAs": company.wikidata and f"https://www.wikidata.org/wiki/{company.wikidata}",
        "parentOrganization": company.parent and _named(here, company.parent),
        "mainEntityOfPage": here.to(here.path),
    }
    for track in here.site.tracks(company=name):
        for step in track.now:
            yield from _said(here, step)


def _said(here: Here, step: Step) -> Iterator[Node]:
    """What shows a company's present position, and that it said so itself where it did."""
    where = here.to(f"{address.explainer(step.story.name)}#{step.placed.anchor}")
    own = here.site.voice(step.stance) == OWN
    for passage in step.stance.quote:
        yield {
            "@type": "Quotation",
            "text": passage,
            "about": {"@id": here.to(here.path)},
            "spokenByCharacter": {"@id": here.to(here.path)} if own else None,
            "url": where,
        }


def glossary(here: Here) -> Node:
    terms = sorted(here.site.vocabulary.glossary.values(), key=lambda term: term.id)
    return {
        "@type": "DefinedTermSet",
        "@id": here.to(here.path),
        "name": f"Glossary of {here.site.settings.name}",
        "hasDefinedTerm": [
            {
                "@type": "DefinedTerm",
                "@id": f"#{term.id}",
                "name": term.term,
                "description": term.definition,
            }
            for term in terms
        ],
    }


def dataset(here: Here) -> Node:
    name = here.site.settings.name
    return {
        "@type": "Dataset",
        "@id": here.to(here.path),
        "name": f"Positions of companies as recorded by {name}",
        "description": "Which company took which position on which question, when, "
        "and the quotation that shows it.",
        "version": VERSION,
        "license": LICENCE,
        "isAccessibleForFree": True,
        "dateModified": here.site.day,
        "creator": _publisher(here),
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": media, "contentUrl": here.to(path)}
            for media, path in (("text/csv", places.TABLE), ("application/json", places.INDEX))
        ],
    }

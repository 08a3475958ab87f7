"""The things that pages are about, as nodes of schema.org; an empty value is left out later."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tools.model.ledger import Step
from tools.model.vocabulary import Authority, GlossaryTerm
from tools.pages import address
from tools.pages.company_parts import known_of
from tools.pages.data import places
from tools.pages.data.lists import LICENCE, VERSION
from tools.pages.data.places import Here
from tools.pages.data.spans import coverage, temporal
from tools.pages.glossary import EXPLAINED
from tools.pages.phrases import phrase
from tools.pages.voice import OWN

Node = dict[str, Any]


def site(here: Here) -> Node:
    """The site itself, for its home page."""
    return {
        "@type": "WebSite",
        "@id": here.to(address.HOME),
        "url": here.to(address.HOME),
        "name": here.site.publication.name,
        "license": LICENCE,
        "publisher": publisher(here),
    }


def publisher(here: Here) -> Node:
    """This publication."""
    name = here.site.publication.name
    return {"@type": "Organization", "name": name, "url": here.to(address.HOME)}


def named(here: Here, company: str) -> Node:
    """A company by its name and the address of its page."""
    return {
        "@type": "Organization",
        "@id": here.to(here.site.company_at(company)),
        "name": here.site.company_name(company),
    }


def asker(here: Here, authority: Authority) -> Node:
    """An authority by its name and the address of its page."""
    return {
        "@type": "Organization" if authority.kind == "other" else "GovernmentOrganization",
        "@id": here.to(address.authority(authority.id)),
        "name": authority.name,
    }


def company(here: Here, name: str) -> Iterator[Node]:
    """A company for its own page, and what shows where that says it was last known to stand."""
    company = here.site.vocabulary.companies[name]
    yield {
        "@type": "Organization",
        "@id": here.to(here.path),
        "name": company.name,
        "alternateName": list(company.aliases),
        "description": company.description,
        "url": company.homepage,
        "sameAs": company.wikidata and f"https://www.wikidata.org/wiki/{company.wikidata}",
        "parentOrganization": company.parent and named(here, company.parent),
        "dissolutionDate": company.ended and company.ended.html,
        "mainEntityOfPage": here.to(here.path),
    }
    shown = {track.topic for track in known_of(here.site, name).here}
    for track in here.site.tracks(company=name):
        for step in track.last_known if track.topic in shown else ():
            yield from _said(here, step)


def _said(here: Here, step: Step) -> Iterator[Node]:
    """What shows a position that is last known, when, and that the company said so where it did."""
    where = here.to(f"{address.explainer(step.story.name)}#{step.placed.anchor}")
    own = here.site.voice(step.stance) == OWN
    for passage in step.stance.quote:
        yield {
            "@type": "Quotation",
            "text": passage,
            "about": {"@id": here.to(here.path)},
            "spokenByCharacter": {"@id": here.to(here.path)} if own else None,
            "temporal": temporal(step.date),
            "url": where,
        }


def authority(here: Here, name: str) -> Node:
    """An authority for its own page."""
    authority = here.site.vocabulary.authorities[name]
    wikidata = authority.wikidata
    return {
        **asker(here, authority),
        "alternateName": list(authority.aliases),
        "description": authority.description,
        "areaServed": authority.place,
        "sameAs": wikidata and f"https://www.wikidata.org/wiki/{wikidata}",
        "mainEntityOfPage": here.to(here.path),
    }


def glossary(here: Here) -> Node:
    """All words explained, each of which has a page of its own; of too many, the set alone."""
    terms = sorted(here.site.vocabulary.glossary.values(), key=lambda term: term.id)
    few = terms if len(terms) <= EXPLAINED else []
    return {**_words(here), "hasDefinedTerm": [_term(here, term) for term in few]}


def word(here: Here, name: str) -> Node:
    """A word for its own page."""
    term = here.site.vocabulary.glossary[name]
    return {
        **_term(here, term),
        "alternateName": list(term.also),
        "description": term.definition,
        "inDefinedTermSet": _words(here),
        "mainEntityOfPage": here.to(here.path),
    }


def _words(here: Here) -> Node:
    return {
        "@type": "DefinedTermSet",
        "@id": here.to(address.GLOSSARY),
        "name": phrase("linked.glossary", here.site),
    }


def _term(here: Here, term: GlossaryTerm) -> Node:
    return {
        "@type": "DefinedTerm",
        "@id": here.to(address.term(term.id)),
        "name": term.term,
    }


def dataset(here: Here) -> Node:
    """The open data, for the page that explains it."""
    return {
        "@type": "Dataset",
        "@id": here.to(here.path),
        "name": phrase("linked.dataset", here.site),
        "description": phrase("linked.dataset-holds", here.site),
        "version": VERSION,
        "license": LICENCE,
        "isAccessibleForFree": True,
        "dateModified": here.site.day,
        "temporalCoverage": coverage(
            step.date for track in here.site.tracks() for step in track.all_steps
        ),
        "creator": publisher(here),
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": media, "contentUrl": here.to(path)}
            for media, path in (("text/csv", places.TABLE), ("application/json", places.INDEX))
        ],
    }

"""The lists of the open data: glossary, positions, timeline, corrections, and the index."""

from __future__ import annotations

from tools.model.age import days
from tools.model.story import Story
from tools.pages import address
from tools.pages.data import list_objects as objects
from tools.pages.data import places, successors
from tools.pages.data.dossiers import feeds
from tools.pages.data.places import Here
from tools.pages.data.stories import Told, published
from tools.pages.records import record_of
from tools.pages.site import Site

VERSION = "1.1.0"  # of the contract; the newest entry of CHANGELOG-DATA.md says what it holds
LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def glossary(site: Site) -> objects.Glossary:
    here = Here(site, places.GLOSSARY)
    terms = sorted(site.vocabulary.glossary.values(), key=lambda term: term.id)
    return objects.Glossary(
        terms=tuple(
            objects.Term.model_validate(
                {**term.model_dump(), "page": here.to(address.term(term.id))}
            )
            for term in terms
        )
    )


def positions(site: Site) -> objects.Positions:
    scale = site.vocabulary.scale
    return objects.Positions(
        positions=tuple(
            objects.Position.model_validate({**one.model_dump(), "place": scale[one.id]})
            for one in site.vocabulary.positions.values()
        )
    )


def timeline(told: Told) -> objects.Timeline:
    here = Here(told.site, places.TIMELINE)
    return objects.Timeline(
        events=tuple(
            objects.StoryEvent.model_validate(
                {
                    **told.common(here, dated.story, dated.placed),
                    "date": told.when(dated.story, dated.placed, dated.event.date),
                    "text": dated.event.text,
                    "story": dated.story.name,
                }
            )
            for dated in told.site.events
        )
    )


def corrections(site: Site) -> objects.Corrections:
    """Every change of every published explainer, newest first."""
    here = Here(site, places.CORRECTIONS)
    found = [(change, story) for story in published(site) for change in record_of(story).changes]
    found.sort(key=lambda pair: (pair[0].date.text, pair[1].name), reverse=True)
    return objects.Corrections(
        changes=tuple(
            objects.StoryChange.model_validate(
                {
                    **change.model_dump(),
                    "story": story.name,
                    "page": here.to(address.explainer(story.name)),
                }
            )
            for change, story in found
        )
    )


def index(site: Site) -> objects.Index:
    """What there is, and where."""
    here = Here(site, places.INDEX)
    name, vocabulary = site.settings.name, site.vocabulary
    return objects.Index(
        name=name,
        version=VERSION,
        licence=objects.Licence(id="CC-BY-4.0", url=LICENCE, credit=name),
        addresses="absolute" if site.settings.url else "relative",
        updated=site.day or None,
        page=here.to(address.HOME),
        about=here.to(address.DATA),
        openapi=here.to(places.OPENAPI),
        table=here.to(places.TABLE),
        glossary=here.to(places.GLOSSARY),
        positions=here.to(places.POSITIONS),
        timeline=here.to(places.TIMELINE),
        corrections=here.to(places.CORRECTIONS),
        feeds=feeds(here, address.HOME),
        corrections_feeds=feeds(here, address.CORRECTIONS),
        explainers=tuple(_listed(here, story) for story in published(site)),
        companies=tuple(
            objects.Listed(
                id=one.id,
                title=one.name,
                data=here.to(places.company(one.id)),
                page=here.to(address.company(one.id)),
            )
            for _, one in sorted(vocabulary.companies.items())
        ),
        topics=tuple(
            objects.Listed(
                id=one.id,
                title=one.question,
                data=here.to(places.topic(one.id)),
                page=here.to(address.topic(one.id)),
            )
            for _, one in sorted(vocabulary.topics.items())
        ),
        authorities=tuple(
            objects.Listed(
                id=one.id,
                title=one.name,
                data=here.to(places.authority(one.id)),
                page=here.to(address.authority(one.id)),
            )
            for _, one in sorted(vocabulary.authorities.items())
        ),
        former=tuple(successors.listed(site)),
        day=site.day or None,
    )


def _listed(here: Here, story: Story) -> objects.ListedExplainer:
    record = record_of(story)
    return objects.ListedExplainer(
        id=story.name,
        title=record.title,
        data=here.to(places.explainer(story.name)),
        page=here.to(address.explainer(story.name)),
        status="withdrawn" if record.status == "withdrawn" else "reviewed",
        updated=days(record)[-1],
    )

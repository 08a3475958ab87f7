"""The lists of the open data: glossary, positions, timeline, corrections, and the index."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tools.model.age import days
from tools.model.story import Story
from tools.model.vocabulary import Entry
from tools.pages import address
from tools.pages.data import list_objects as objects
from tools.pages.data import places, successors
from tools.pages.data.dossiers import feeds
from tools.pages.data.places import Here
from tools.pages.data.stories import Told, published
from tools.pages.former import title
from tools.pages.records import record_of
from tools.pages.site import Site

VERSION = "1.2.0"  # of the contract; the newest entry of CHANGELOG-DATA.md says what it holds
LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def glossary(site: Site) -> objects.Glossary:
    """Every word, by id."""
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
    """Every position with its place on the scale."""
    scale = site.vocabulary.scale
    return objects.Positions(
        positions=tuple(
            objects.Position.model_validate({**one.model_dump(), "place": scale[one.id]})
            for one in site.vocabulary.positions.values()
        )
    )


def timeline(told: Told) -> objects.Timeline:
    """Every event of every reviewed explainer, oldest first."""
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
    name, vocabulary = site.publication.name, site.vocabulary
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
        explainers=tuple(_explainer(here, story) for story in published(site)),
        companies=_entries(here, vocabulary.companies, places.company, site.company_at),
        topics=_entries(here, vocabulary.topics, places.topic, address.topic),
        authorities=_entries(here, vocabulary.authorities, places.authority, address.authority),
        former=tuple(successors.listed(site)),
    )


def _entries(
    here: Here,
    entries: Mapping[str, Entry],
    data: Callable[[str], str],
    page: Callable[[str], str],
) -> tuple[objects.Listed, ...]:
    """The entries of a list by id, each with its file and its page."""
    return tuple(
        objects.Listed(
            id=name, title=title(one), data=here.to(data(name)), page=here.to(page(name))
        )
        for name, one in sorted(entries.items())
    )


def _explainer(here: Here, story: Story) -> objects.ListedExplainer:
    record = record_of(story)
    return objects.ListedExplainer(
        id=story.name,
        title=record.title,
        data=here.to(places.explainer(story.name)),
        page=here.to(address.explainer(story.name)),
        status="withdrawn" if record.status == "withdrawn" else "reviewed",
        updated=days(record)[-1],
    )

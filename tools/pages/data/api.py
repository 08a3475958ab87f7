"""The JSON files: which there are, and their text."""

from __future__ import annotations

from tools.pages.data import dossiers, lists, places, stories, successors
from tools.pages.data.objects import Thing
from tools.pages.data.stories import Told


def files(told: Told) -> dict[str, str]:
    """Every JSON file that holds data, by its path."""
    return {path: text(thing) for path, thing in sorted(_things(told).items())}


def text(thing: Thing) -> str:
    """An object as the bytes that are published: its fields in the order of its schema."""
    return thing.model_dump_json(indent=2) + "\n"


def _things(told: Told) -> dict[str, Thing]:
    site = told.site
    things: dict[str, Thing] = {
        places.INDEX: lists.index(site),
        places.GLOSSARY: lists.glossary(site),
        places.POSITIONS: lists.positions(site),
        places.TIMELINE: lists.timeline(told),
        places.CORRECTIONS: lists.corrections(site),
    }
    for story in stories.published(site):
        path = places.explainer(story.name)
        things[path] = stories.explainer(told, story, path)
    for company in site.vocabulary.companies.values():
        path = places.company(company.id)
        things[path] = dossiers.company(told, company, path)
    for topic in site.vocabulary.topics.values():
        path = places.topic(topic.id)
        things[path] = dossiers.topic(told, topic, path)
    for authority in site.vocabulary.authorities.values():
        path = places.authority(authority.id)
        things[path] = dossiers.authority(told, authority, path)
    return things | successors.files(told)

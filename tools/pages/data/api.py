"""The JSON files: which there are, and their text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, TypeAlias

from tools.pages.data import dossiers, lists, places, stories, successors
from tools.pages.data.objects import Thing
from tools.pages.data.stories import Told

Make: TypeAlias = Callable[[], Thing]


def files(told: Told) -> Iterator[tuple[str, Callable[[], str]]]:
    """Every JSON file that holds data, by its path, and what makes its text."""
    for path, make in sorted(_things(told).items()):
        yield path, partial(_made, make)


def _made(make: Make) -> str:
    return text(make())


def text(thing: Thing) -> str:
    """An object as the bytes that are published: its fields in the order of its schema."""
    return thing.model_dump_json(indent=2) + "\n"


def _things(told: Told) -> dict[str, Make]:
    site, lists_ = told.site, told.site.vocabulary
    things: dict[str, Make] = {
        places.INDEX: partial(lists.index, site),
        places.GLOSSARY: partial(lists.glossary, site),
        places.POSITIONS: partial(lists.positions, site),
        places.TIMELINE: partial(lists.timeline, told),
        places.CORRECTIONS: partial(lists.corrections, site),
    }
    for story in stories.published(site):
        path = places.explainer(story.name)
        things[path] = partial(stories.explainer, told, story, path)
    for name in lists_.companies:
        path = places.company(name)
        things[path] = partial(_entry, dossiers.company, told, "companies", name, path)
    for name in lists_.topics:
        path = places.topic(name)
        things[path] = partial(_entry, dossiers.topic, told, "topics", name, path)
    for name in lists_.authorities:
        path = places.authority(name)
        things[path] = partial(_entry, dossiers.authority, told, "authorities", name, path)
    return things | successors.files(told)


def _entry(
    make: Callable[[Told, Any, str], Thing], told: Told, kind: str, name: str, path: str
) -> Thing:
    """What is made of an entry of a list, which is asked for by its id."""
    return make(told, getattr(told.site.vocabulary, kind)[name], path)

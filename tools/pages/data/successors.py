"""Files of earlier ids: each tells in the shape of its kind what the id was split into."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, TypeVar, get_origin

from tools.model.vocabulary import Entry
from tools.pages import address
from tools.pages.data import dossiers, places, stories
from tools.pages.data.ledger_objects import Authority, Company, Topic
from tools.pages.data.list_objects import Former
from tools.pages.data.objects import Thing
from tools.pages.data.places import Here
from tools.pages.data.stories import Told, published
from tools.pages.former import former, former_stories, title
from tools.pages.records import record_of
from tools.pages.site import Site

AnyThing = TypeVar("AnyThing", Authority, Company, Topic)
AnyEntry = TypeVar("AnyEntry", bound=Entry)


def files(told: Told) -> dict[str, Callable[[], Thing]]:
    """What makes the objects of earlier ids, by the paths of their files."""
    vocabulary = told.site.vocabulary
    found: dict[str, Callable[[], Thing]] = {}
    for old in former(vocabulary.topics):
        found[places.topic(old)] = partial(_topic, told, old)
    for old in former(vocabulary.companies):
        found[places.company(old)] = partial(_company, told, old)
    for old in former(vocabulary.authorities):
        found[places.authority(old)] = partial(_authority, told, old)
    for old, story in former_stories(published(told.site)).items():
        path = places.explainer(old)
        found[path] = partial(stories.explainer, told, story, path)
    return found


def _topic(told: Told, old: str) -> Topic:
    path, heirs = places.topic(old), former(told.site.vocabulary.topics)[old]
    topic = _merged(told, old, heirs, path, dossiers.topic)
    tracks = tuple(sorted(topic.tracks, key=lambda track: (track.company, track.topic)))
    own = {**_beside(told.site, path, address.topic(old)), "tracks": tracks}
    return topic.model_copy(update=own)


def _company(told: Told, old: str) -> Company:
    path, heirs = places.company(old), former(told.site.vocabulary.companies)[old]
    company = _merged(told, old, heirs, path, dossiers.company)
    return company.model_copy(update=_beside(told.site, path, told.site.company_at(old)))


def _authority(told: Told, old: str) -> Authority:
    path, heirs = places.authority(old), former(told.site.vocabulary.authorities)[old]
    authority = _merged(told, old, heirs, path, dossiers.authority)
    return authority.model_copy(update={"page": Here(told.site, path).to(address.authority(old))})


def _beside(site: Site, path: str, page: str) -> dict[str, Any]:
    """The page of an earlier id, and its feeds."""
    here = Here(site, path)
    return {"page": here.to(page), "feeds": dossiers.feeds(here, page)}


def _merged(
    told: Told,
    old: str,
    heirs: Sequence[AnyEntry],
    path: str,
    make: Callable[[Told, AnyEntry, str], AnyThing],
) -> AnyThing:
    """One object of several: lists in one, words beside each other, else what all agree on."""
    things = [make(told, heir, path) for heir in heirs]
    fields = type(things[0]).model_fields
    merged = {
        name: _one([getattr(thing, name) for thing in things], field.annotation)
        for name, field in fields.items()
    }
    own = {"id": old, "was": (), "successors": tuple(heir.id for heir in heirs)}
    return things[0].model_copy(update=merged | own)


def _one(values: list[Any], annotation: Any) -> Any:
    if all(value == values[0] for value in values):
        return values[0]
    if annotation is str:
        return " / ".join(dict.fromkeys(values))
    if get_origin(annotation) is tuple:
        items = [item for value in values for item in value]
        return tuple(item for n, item in enumerate(items) if item not in items[:n])
    return None


def listed(site: Site) -> list[Former]:
    """The entries of the index for earlier ids, by kind and id."""
    here, vocabulary = Here(site, places.INDEX), site.vocabulary
    found: list[tuple[str, str, tuple[str, ...], str]] = [
        ("explainer", old, (story.name,), record_of(story).title)
        for old, story in former_stories(published(site)).items()
    ]
    for kind, some in (
        ("company", former(vocabulary.companies)),
        ("topic", former(vocabulary.topics)),
        ("authority", former(vocabulary.authorities)),
    ):
        for old, heirs in some.items():
            ids = tuple(heir.id for heir in heirs)
            found.append((kind, old, ids, " / ".join(title(heir) for heir in heirs)))
    return [_former(here, *one) for one in found]


def _former(here: Here, kind: str, old: str, heirs: tuple[str, ...], title: str) -> Former:
    where: dict[str, tuple[Callable[[str], str], Callable[[str], str]]] = {
        "explainer": (places.explainer, address.explainer),
        "company": (places.company, here.site.company_at),
        "topic": (places.topic, address.topic),
        "authority": (places.authority, address.authority),
    }
    data, page = where[kind]
    return Former.model_validate(
        {
            "id": old,
            "title": title,
            "data": here.to(data(old)),
            "page": here.to(page(old)),
            "kind": kind,
            "successors": heirs,
        }
    )

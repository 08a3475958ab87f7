"""The lists by place: topics, and who asks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from tools.model.claims import slug
from tools.model.ledger import Track
from tools.model.vocabulary import Authority, Topic
from tools.pages import address
from tools.pages.asking import Asking, asking
from tools.pages.authority import newest_first
from tools.pages.listings import listing
from tools.pages.paging import Group, grouped, jumps, leaves
from tools.pages.phrases import headed
from tools.pages.render import Page
from tools.pages.site import Site
from tools.pages.stands import Scale, scale, stands

Placed = TypeVar("Placed", Authority, Topic)
DEMANDS = 8  # that the list of who asks names of each


def topics(site: Site, number: int = 1) -> Page:
    """A page of all demands by place, the newest of each first."""
    cut = leaves(address.TOPICS, _by_place(site.vocabulary.topics.values(), newest_first))
    leaf = cut[number - 1]
    return listing(
        site,
        "topics.html",
        leaf.address,
        *headed(site, "topics"),
        leaf=leaf,
        ways=jumps(cut),
        places=[
            (anchor, place, [_topic(site, topic) for topic in found])
            for anchor, place, found in grouped(leaf)
        ],
    )


def _topic(site: Site, topic: Topic) -> tuple[Topic, Asking, list[Track], Scale]:
    tracks = site.tracks(topic=topic.id)
    return topic, asking(site, topic), tracks, scale(site, stands(tracks))


def authorities(site: Site, number: int = 1) -> Page:
    """A page of all authorities by place, each with its demands, the newest first."""
    cut = leaves(address.AUTHORITIES, _by_place(site.vocabulary.authorities.values(), _by_name))
    leaf = cut[number - 1]
    return listing(
        site,
        "authorities.html",
        leaf.address,
        *headed(site, "authorities"),
        leaf=leaf,
        ways=jumps(cut),
        places=[
            (anchor, place, [(one, *_asked(site, one)) for one in found])
            for anchor, place, found in grouped(leaf)
        ],
    )


def _by_name(found: Iterable[Authority]) -> list[Authority]:
    return sorted(found, key=lambda one: one.name.casefold())


def _asked(site: Site, authority: Authority) -> tuple[list[tuple[Topic, Asking]], int]:
    """The newest demands of an authority, and how many older ones it has."""
    found = newest_first(site.asked_by(authority.id))
    return [(topic, asking(site, topic)) for topic in found[:DEMANDS]], len(found[DEMANDS:])


def _by_place(
    entries: Iterable[Placed], ordered: Callable[[Iterable[Placed]], list[Placed]]
) -> list[tuple[Group, Placed]]:
    """Entries by their place and in order there, with an anchor of each place no other has."""
    places: dict[str, list[Placed]] = {}
    for entry in entries:
        places.setdefault(entry.place, []).append(entry)
    found: list[tuple[Group, Placed]] = []
    taken: set[str] = set()
    for number, (place, some) in enumerate(sorted(places.items(), key=_alphabetical), start=1):
        anchor = f"place-{slug(place) or number}"
        anchor = f"{anchor}-{number}" if anchor in taken else anchor
        taken.add(anchor)
        found += [((anchor, place), entry) for entry in ordered(some)]
    return found


def _alphabetical(item: tuple[str, object]) -> tuple[str, str]:
    return item[0].casefold(), item[0]

"""What feeds of steps follow: each company and topic, and the addresses of earlier ids."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tools.model.ledger import Track
from tools.model.vocabulary import Entry
from tools.pages import address
from tools.pages.former import former
from tools.pages.site import Site


@dataclass(frozen=True)
class Followed:
    """What a feed of steps follows: companies or topics, by their ids."""

    kind: str  # of its list
    ids: tuple[str, ...]

    def names(self, site: Site) -> list[str]:
        return [getattr(site.vocabulary, self.kind)[one].name for one in self.ids]

    def tracks(self, site: Site) -> list[Track]:
        key = "company" if self.kind == "companies" else "topic"
        return [track for one in self.ids for track in site.tracks(**{key: one})]


def followed(site: Site) -> dict[str, Followed]:
    """What each feed of steps follows.

    The address of an earlier id follows all that the id was split into, with the same entries.
    """
    found: dict[str, Followed] = {}
    listed: tuple[tuple[str, Callable[[str], str]], ...] = (
        ("companies", site.company_at),
        ("topics", address.topic),
    )
    for kind, page in listed:
        entries: Mapping[str, Entry] = getattr(site.vocabulary, kind)
        for name in entries:
            found[page(name)] = Followed(kind, (name,))
        for old, heirs in former(entries).items():
            found[page(old)] = Followed(kind, tuple(heir.id for heir in heirs))
    return found

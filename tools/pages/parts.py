"""Pages of their own for parts of a page whose lists are long, and the way between them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from tools.pages.citing import CLAIM
from tools.pages.phrases import phrase
from tools.pages.render import Page
from tools.pages.render import page as render
from tools.pages.rolls import Roll
from tools.pages.site import Site


@dataclass(frozen=True)
class Part:
    """A part of a page: what it is called, its list, and what shows some of it.

    `name` is that of its phrases, `roll` gives the list of the part of the page of an entry, by its
    id, and `shown` what the template asks for to show some of it.
    """

    name: str
    roll: Callable[[Site, str], Roll[Any]]
    shown: Callable[[Site, str, Any], dict[str, Any]]
    searched: bool = False  # whether it holds claims that are nowhere else

    @property
    def words(self) -> str:
        """Its heading."""
        return phrase(f"parts.{self.name}.heading")

    @property
    def lede(self) -> str:
        """What it says of itself; empty where the heading says it all."""
        return phrase(f"parts.{self.name}.lede")


@dataclass(frozen=True)
class Above:
    """The page that parts belong to: where it is, what it is about, and what leads to it."""

    at: str
    title: str
    name: str  # what it is called in few words
    crumbs: tuple[tuple[str, str], ...]
    kind: str
    edit: str
    filters: tuple[tuple[str, str], ...]  # what the search tells its claims by


@dataclass(frozen=True)
class Parts:
    """The parts of the pages of one kind, by anchor, and what those pages are, by entry."""

    above: Callable[[Site, str], Above]
    parts: Mapping[str, Part]

    def rolls(self, site: Site, name: str) -> dict[str, Roll[Any]]:
        """The list of each part of the page of an entry."""
        return {anchor: part.roll(site, name) for anchor, part in self.parts.items()}

    def shown(self, site: Site, name: str, rolls: Mapping[str, Roll[Any]]) -> dict[str, Any]:
        """What the template of that page asks for to show of each what has room there."""
        return {
            key: value
            for anchor, part in self.parts.items()
            for key, value in part.shown(site, name, rolls[anchor].here).items()
        }


def pages(site: Site, parts: Parts, name: str) -> Iterator[tuple[str, Callable[[], Page]]]:
    """The address of every page of its own that a part of the page of an entry needs."""
    for anchor, found in parts.rolls(site, name).items():
        for number in range(1, len(found.pages) + 1):
            yield found.page(number), partial(_page, site, parts, name, anchor, number)


def _page(site: Site, parts: Parts, name: str, anchor: str, number: int) -> Page:
    whole, part = parts.above(site, name), parts.parts[anchor]
    found = part.roll(site, name)
    words = part.words
    if len(found.pages) > 1:
        words = phrase("numbered", title=words, number=str(number))
    title = f"{words}: {whole.title}"
    return render(
        site,
        "part.md",
        found.page(number),
        title=title,
        description=title,
        crumbs=(*whole.crumbs, (whole.at, whole.name)),
        meta={
            "kind": whole.kind,
            "wide": True,
            "edit": whole.edit,
            "unsearched": not part.searched,
            "continues": whole.at,
            **({"script": CLAIM} if part.searched else {}),
            **found.ways(number),
        },
        whole=whole,
        part=part,
        anchor=anchor,
        number=number,
        roll=found,
        edit_path=whole.edit,
        **part.shown(site, name, found.pages[number - 1]),
    )

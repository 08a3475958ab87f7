"""The page of one authority: who it is, what it asks, and how companies last answered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from tools.model.vocabulary import Authority, Topic
from tools.pages import address, crumbs
from tools.pages.asking import Asking, asking
from tools.pages.phrases import headed, phrase
from tools.pages.render import Page
from tools.pages.render import page as render
from tools.pages.rolls import cut, numbered, ways
from tools.pages.site import Site
from tools.pages.stands import Scale, Stand, scale, stands
from tools.pages.summary import summary
from tools.pages.topic import lastmod
from tools.pages.wording import counted

_EDIT = "seeds/vocabulary/authorities.yml"
CRUMBS = (crumbs.HOME, crumbs.AUTHORITIES)
FURTHER = "page/"
# a demand that few companies answered takes the room of this many: so twenty at most are on a page
FEW = 15
ROOM = 20 * FEW


@dataclass(frozen=True)
class Demand:
    """A demand, where everyone was last known to stand on it, and that in a sentence."""

    topic: Topic
    asking: Asking
    stands: tuple[Stand, ...]
    summary: str
    scale: Scale


def pages(site: Site, name: str) -> Iterator[tuple[str, Callable[[], Page]]]:
    """The address of each page of an authority, by its id, and what makes it."""
    for number in range(1, len(_paged(site, name)) + 1):
        there = numbered(address.authority(name), number, FURTHER)
        yield there, partial(_page, site, name, number)


def _page(site: Site, name: str, number: int) -> Page:
    return page(site, site.vocabulary.authorities[name], number)


def page(site: Site, authority: Authority, number: int = 1) -> Page:
    """A page of an authority; the first stands, and says so, where no topic names it yet."""
    at, paged = address.authority(authority.id), _paged(site, authority.id)
    found = [_demand(site, topic) for topic in paged[number - 1]]
    count = sum(map(len, paged))
    around = ways(at, number, len(paged), FURTHER)
    first = number == 1
    title, lede = headed(
        site,
        "authority",
        name=authority.name,
        description=authority.description,
        demands=counted(count, phrase("nouns.demand")),
    )
    return render(
        site,
        "authority.md",
        numbered(at, number, FURTHER),
        title=title if first else phrase("numbered", title=title, number=str(number)),
        description=lede,
        crumbs=CRUMBS if first else (*CRUMBS, (at, authority.name)),
        meta={"kind": "Authority", "wide": True, "edit": _EDIT}
        | around
        | (lastmod(site, _stories(site, found)) if first else {"continues": at}),
        authority=authority,
        count=count,
        demands=found,
        around=around,
        dates=[step.date for demand in found for one in demand.stands for step in one.steps],
        edit_path=_EDIT,
    )


def _paged(site: Site, authority: str) -> list[list[Topic]]:
    """The demands of an authority, the newest first, as many a page as it has room for."""

    def weight(topic: Topic) -> int:
        return max(len(site.tracks(topic=topic.id)), FEW)

    return list(cut(newest_first(site.asked_by(authority)), ROOM, weight)) or [[]]


def demands(site: Site, authority: Authority) -> list[Demand]:
    """The demands of an authority, the newest first."""
    return [_demand(site, topic) for topic in newest_first(site.asked_by(authority.id))]


def newest_first(topics: Iterable[Topic]) -> list[Topic]:
    """Topics by when they were asked; those of an unknown day last, by name."""
    ordered = sorted(topics, key=lambda topic: (topic.name.casefold(), topic.id))
    ordered.sort(key=_asked, reverse=True)
    return ordered


def _asked(topic: Topic) -> tuple[object, ...]:
    date = topic.asked.date if topic.asked else None
    return (True, *date.order[1:]) if date and date.year_known else (False,)


def _demand(site: Site, topic: Topic) -> Demand:
    tracks = site.tracks(topic=topic.id)
    found = stands(tracks)
    told = summary(site, found)
    return Demand(topic, asking(site, topic), tuple(found), told, scale(site, found))


def _stories(site: Site, found: list[Demand]) -> set[str]:
    """The names of the stories that tell of the demands."""
    return {
        step.story.name
        for demand in found
        for track in site.tracks(topic=demand.topic.id)
        for step in track.all_steps
    }

"""The page of one authority: who it is, what it asks, and how companies last answered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tools.model.vocabulary import Authority, Topic
from tools.pages import address
from tools.pages.asking import Asking, asking
from tools.pages.render import Page
from tools.pages.render import page as render
from tools.pages.site import Site
from tools.pages.stands import Scale, Stand, scale, stands
from tools.pages.summary import summary
from tools.pages.topic import lastmod
from tools.pages.wording import counted

_EDIT = "seeds/vocabulary/authorities.yml"


@dataclass(frozen=True)
class Demand:
    """A demand, where everyone was last known to stand on it, and that in a sentence."""

    topic: Topic
    asking: Asking
    stands: tuple[Stand, ...]
    summary: str
    scale: Scale


def page(site: Site, authority: Authority) -> Page:
    """The page of an authority; it stands, and says so, where no topic names it yet."""
    found = demands(site, authority)
    told = counted(len(found), "demand")
    return render(
        site,
        "authority.md",
        address.authority(authority.id),
        title=authority.name,
        description=f"{authority.description} {told}, with where {site.many} "
        "were last known to stand on each.",
        crumbs=((address.HOME, "Home"), (address.AUTHORITIES, "Who asks")),
        meta={"kind": "Authority", "wide": True, "edit": _EDIT}
        | lastmod(site, _stories(site, found)),
        authority=authority,
        demands=found,
        dates=[step.date for demand in found for one in demand.stands for step in one.steps],
        edit_path=_EDIT,
    )


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

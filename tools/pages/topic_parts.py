"""The parts of a topic's page, as far as it has room, and their pages of their own."""

from __future__ import annotations

from typing import Any

from tools.model.ledger import Track
from tools.model.story import Story
from tools.pages import address, crumbs
from tools.pages.dated import Dated
from tools.pages.earlier import Change, changes, earlier
from tools.pages.entries import merged
from tools.pages.ledgers import Stretch, ledger, together
from tools.pages.moves import ROWS, Drawing, drawings, rows
from tools.pages.parts import Above, Part, Parts
from tools.pages.rolls import Roll, Room, roll
from tools.pages.site import Site
from tools.pages.stands import stand

EDIT = "seeds/vocabulary/topics.yml"
CRUMBS = (crumbs.HOME, crumbs.TOPICS)
# a date of few companies takes the room of this many: so at most twelve dates are on the page
FEW = 15
DATES = Room(here=12 * FEW, page=15 * FEW, split=False)
STORIES = Room(here=20, page=50)
TOLD = Room(here=12, page=60)  # those who tell an event


def in_order(site: Site, tracks: list[Track]) -> list[Track]:
    """Tracks that moved first, the longest way on top; then along the scale, then by name."""

    def key(track: Track) -> tuple[int, int, str]:
        changed = sum(step.move == "changed" for step in track.steps) + track.moved
        here = stand(track.last_known)
        place = site.vocabulary.scale[here.first.position] if here else 0
        return -changed, place, site.company_name(track.company).casefold()

    return sorted(tracks, key=key)


def tracks_on(site: Site, topic: str) -> list[Track]:
    """The tracks of a topic, as its page has them."""
    return in_order(site, site.tracks(topic=topic))


def dated_on(site: Site, topic: str) -> list[Track]:
    """Those of which the year of anything is known."""
    return [track for track in tracks_on(site, topic) if track.moments]


def stories_on(site: Site, topic: str) -> list[Story]:
    """The explainers on a topic, and those that tell a position on it, newest first."""
    telling = {step.story.name for track in site.tracks(topic=topic) for step in track.all_steps}
    return site.newest_first(telling | {story.name for story in site.stories_on(topic)})


def _moves(site: Site, topic: str) -> Roll[Track]:
    return roll(f"{address.topic(topic)}moves/", dated_on(site, topic), ROWS, rows)


def _drawn(site: Site, _: str, tracks: list[Track]) -> dict[str, list[Drawing]]:
    named = ((site.company_at(one.company), site.company_name(one.company), one) for one in tracks)
    return drawings(site, named)


def _before(site: Site, topic: str) -> Roll[Change]:
    tracks = dated_on(site, topic)
    room = max(len(tracks), FEW)
    return roll(f"{address.topic(topic)}before/", changes(tracks), DATES, lambda _: room)


def _then(site: Site, topic: str, some: list[Change]) -> dict[str, Any]:
    return {"earlier": earlier(site, dated_on(site, topic), some)}


def _ledger(site: Site, topic: str) -> Roll[Stretch]:
    return ledger(f"{address.topic(topic)}ledger/", together(site, tracks_on(site, topic)))


def _stretches(site: Site, topic: str, some: list[Stretch]) -> dict[str, Any]:
    return {"stretches": some, "tracks": tracks_on(site, topic), "names": "company"}


def _explainers(site: Site, topic: str) -> Roll[Story]:
    return roll(f"{address.topic(topic)}explainers/", stories_on(site, topic), STORIES)


def _timeline(site: Site, topic: str) -> Roll[list[Dated]]:
    """The newest on the page, and on each page the older ones of those that are left."""
    told = merged(site.events_on(topic))[::-1]
    return roll(f"{address.topic(topic)}timeline/", told, TOLD, len)


def _events(site: Site, topic: str, some: list[list[Dated]]) -> dict[str, list[Dated]]:
    return {"events": [dated for told in some[::-1] for dated in told]}


def _above(site: Site, name: str) -> Above:
    topic = site.vocabulary.topics[name]
    at, filters = address.topic(name), (("topic", topic.name),)
    return Above(at, topic.question, topic.name, CRUMBS, "Topic", EDIT, filters)


PARTS = Parts(
    _above,
    {
        "moves": Part("topic-moves", _moves, _drawn),
        "earlier": Part("topic-earlier", _before, _then),
        "ledger": Part("topic-ledger", _ledger, _stretches, searched=True),
        "explainers": Part("topic-explainers", _explainers, lambda _, __, some: {"stories": some}),
        "timeline": Part("topic-timeline", _timeline, _events),
    },
)

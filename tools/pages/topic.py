"""The page of one demand: who asks, where everyone was last known to stand, and the ledger."""

from __future__ import annotations

from collections.abc import Sequence

from tools.model.age import days
from tools.model.ledger import Step, Track
from tools.model.story import Story
from tools.model.vocabulary import Topic
from tools.pages import address
from tools.pages.asking import asking
from tools.pages.earlier import earlier
from tools.pages.moves import Drawing, drawing
from tools.pages.records import record_of
from tools.pages.render import Page
from tools.pages.render import page as render
from tools.pages.site import Site
from tools.pages.stands import scale, stand, stands
from tools.pages.summary import summary
from tools.pages.wording import capital, number

PARTS = (
    ("now", "Last known"),
    ("moves", "Moves"),
    ("earlier", "Before"),
    ("ledger", "The ledger"),
    ("explainers", "Explainers"),
    ("timeline", "Timeline"),
)
_EDIT = "seeds/vocabulary/topics.yml"


def page(site: Site, topic: Topic) -> Page:
    """The page of a topic; it stands, and says so, where no position is recorded yet."""
    tracks = in_order(site, site.tracks(topic=topic.id))
    steps = [step for track in tracks for step in track.all_steps]
    names = {step.story.name for step in steps}
    stories = _stories(site, topic, names)
    standing = stands(tracks)
    dated = [track for track in tracks if track.moments]
    before = earlier(site, dated)
    events = site.events_on(topic.id)
    answer = summary(site, standing)
    return render(
        site,
        "topic.md",
        address.topic(topic.id),
        title=topic.question,
        description=answer or f"{topic.question} No position is recorded yet.",
        crumbs=((address.HOME, "Home"), (address.TOPICS, "Topics")),
        meta={"kind": "Topic", "topic": topic.name, "wide": True, "edit": _EDIT}
        | lastmod(site, names),
        topic=topic,
        asking=asking(site, topic),
        tracks=tracks,
        steps=len(steps),
        dates=[step.date for step in steps],
        stories=stories,
        answer=answer,
        latest=_latest(steps) or stories[:1],
        scale=scale(site, standing),
        held={name for one in standing for name in one.positions},
        silent=len(tracks) - len(standing),
        earlier=before,
        drawings=_drawings(site, dated),
        moved_words=_moved_words(sum(track.moved for track in dated), len(dated)),
        events=events,
        parts=_parts(now=standing, moves=dated, earlier=before, timeline=events),
        edit_path=_EDIT,
    )


def _parts(**shown: Sequence[object]) -> list[tuple[str, str]]:
    """The parts that the page has: those of which there is something to show, and two always."""
    return [(anchor, words) for anchor, words in PARTS if shown.get(anchor, True)]


def _stories(site: Site, topic: Topic, telling: set[str]) -> list[Story]:
    """The explainers on a topic, and those that tell a position on it, newest first."""
    names = telling | {story.name for story in site.stories_on(topic.id)}
    return site.newest_first(names)


def _latest(steps: list[Step]) -> list[Story]:
    """The explainer that tells the newest position, which need not be the newest explainer."""
    known = [step for step in steps if step.date.year_known]
    return [max(known, key=lambda step: (step.date.order, step.story.name)).story] if known else []


def _drawings(site: Site, tracks: list[Track]) -> list[Drawing]:
    """How each company moved: its address, its name and the drawing."""
    return [
        (site.company_at(track.company), site.company_name(track.company), drawing(site, track))
        for track in tracks
    ]


def lastmod(site: Site, names: set[str]) -> dict[str, str]:
    """The day of the newest review or change of the named stories, as front matter."""
    known = [
        day
        for name in sorted(names)
        if name in site.reviewed
        for day in days(record_of(site.reviewed[name]))
    ]
    return {"lastmod": max(known)} if known else {}


def in_order(site: Site, tracks: list[Track]) -> list[Track]:
    """Tracks that moved first, the longest way on top; then along the scale, then by name."""

    def key(track: Track) -> tuple[int, int, str]:
        changes = sum(step.move == "changed" for step in track.steps) + track.moved
        here = stand(track.last_known)
        place = site.vocabulary.scale[here.first.position] if here else 0
        return -changes, place, site.company_name(track.company).casefold()

    return sorted(tracks, key=key)


def _moved_words(moved: int, everyone: int) -> str:
    if not moved:
        return "None has changed its answer since it was first seen here."
    stay = everyone - moved
    have = f"{capital(number(moved))} {'has' if moved == 1 else 'have'} changed the answer"
    if not stay:
        return f"{have}."
    return f"{have}; {number(stay)} {'has' if stay == 1 else 'have'} not."

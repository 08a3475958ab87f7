"""The page of one topic: where everyone stands, how that moved, and the ledger behind it."""

from __future__ import annotations

from dataclasses import dataclass

from tools.model.ledger import Step, Track
from tools.model.vocabulary import SIDES, Position, Topic
from tools.pages import address
from tools.pages.moves import drawing
from tools.pages.render import Page
from tools.pages.render import page as render
from tools.pages.site import Site, record_of
from tools.pages.wording import capital, counted, number

Scale = list[tuple[str, list[tuple[Position, list[Step]]]]]


@dataclass(frozen=True)
class LatestAnswer:
    """The short answer of the newest explainer on a topic."""

    text: str
    story: str


def page(site: Site, topic: Topic) -> Page:
    """The page of a topic; it stands, and says so, where no position is recorded yet."""
    tracks = in_order(site, site.tracks(topic=topic.id))
    steps = [step for track in tracks for step in (*track.steps, *track.apart)]
    names = {step.story.name for step in steps}
    stories = [
        story
        for story in site.of_status("reviewed")
        if record_of(story).topic == topic.id or story.name in names
    ]
    own = [story for story in stories if record_of(story).topic == topic.id]
    answer = record_of(own[0]).answer if own else None
    moved = [track for track in tracks if any(step.move == "changed" for step in track.steps)]
    return render(
        site,
        "topic.md",
        address.topic(topic.id),
        title=topic.question,
        description=f"Where {counted(len(tracks), 'company', 'companies')} "
        f"{'stands' if len(tracks) == 1 else 'stand'}, and how each one moved.",
        crumbs=((address.HOME, "Home"), (address.TOPICS, "Topics")),
        meta={"kind": "Topic", "topic": topic.name, "wide": True, "edit": _EDIT}
        | lastmod(site, names),
        topic=topic,
        tracks=tracks,
        steps=len(steps),
        stories=stories,
        answer=LatestAnswer(answer.text, own[0].name) if answer else None,
        scale=scale(site, [track.current for track in tracks if track.current]),
        drawings=[(track, drawing(site, track)) for track in tracks if track.current],
        moved_words=_moved_words(len(moved), len(tracks)),
        events=[d for d in site.events if d.story in own],
        edit_path=_EDIT,
    )


_EDIT = "seeds/vocabulary/topics.yml"


def lastmod(site: Site, names: set[str]) -> dict[str, str]:
    """The day of the newest review or change of the named stories, as front matter."""
    days = [
        day.text
        for story in site.of_status("reviewed")
        if story.name in names
        for day in (record_of(story).reviewed, *(c.date for c in record_of(story).changes))
        if day
    ]
    return {"lastmod": max(days)} if days else {}


def scale(site: Site, current: list[Step]) -> Scale:
    """Each side with its positions, and the current steps at each, by company."""
    return [
        (
            side,
            [
                (position, [step for step in current if step.position == position.id])
                for position in site.vocabulary.positions.values()
                if position.side == side
            ],
        )
        for side in SIDES
    ]


def in_order(site: Site, tracks: list[Track]) -> list[Track]:
    """Tracks that moved first, the longest way on top; then along the scale, then by name."""

    def key(track: Track) -> tuple[int, int, str]:
        changes = sum(step.move == "changed" for step in track.steps)
        place = site.vocabulary.scale[track.current.position] if track.current else 0
        return -changes, place, site.company_name(track.company).casefold()

    return sorted(tracks, key=key)


def _moved_words(moved: int, everyone: int) -> str:
    if not moved:
        return "None has moved since it was first seen here."
    stay = everyone - moved
    have = f"{capital(number(moved))} {'has' if moved == 1 else 'have'} moved"
    if not stay:
        return f"{have}."
    return f"{have}; {number(stay)} {'stands' if stay == 1 else 'stand'} where first seen."

"""The page of one topic: where everyone stands, how that moved, and the ledger behind it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from markupsafe import Markup

from tools.model.dates import Date
from tools.model.ledger import Moment, Step, Track
from tools.model.story import Story
from tools.model.vocabulary import SIDES, Position, Topic
from tools.pages import address
from tools.pages.entries import moved_since
from tools.pages.moves import drawing
from tools.pages.render import Page, step_date, story_date
from tools.pages.render import page as render
from tools.pages.site import Site, record_of
from tools.pages.wording import capital, counted, joined, number

Scale = list[tuple[str, list[tuple[Position, list[Step]]]]]


@dataclass(frozen=True)
class LatestAnswer:
    """The short answer of the newest explainer on a topic, and who has moved since."""

    text: str
    story: str
    date: Markup
    moved: list[str]


PARTS = (
    ("now", "Now"),
    ("moves", "Moves"),
    ("earlier", "Before"),
    ("ledger", "The ledger"),
    ("explainers", "Explainers"),
    ("timeline", "Timeline"),
)


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
    dated = [track for track in tracks if track.now]
    before = earlier(site, dated)
    events = [dated for dated in site.events if dated.story in own]
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
        dates=[step.date for step in steps],
        stories=stories,
        answer=_answer(site, topic, own[0]) if own else None,
        scale=scale(site, [step for track in dated for step in track.now]),
        earlier=before,
        drawings=_drawings(site, dated),
        moved_words=_moved_words(sum(track.moved for track in dated), len(dated)),
        events=events,
        parts=[
            *(PARTS[:2] if dated else ()),
            *(PARTS[2:3] if before else ()),
            *PARTS[3:5],
            *(PARTS[5:] if events else ()),
        ],
        edit_path=_EDIT,
    )


def _drawings(site: Site, tracks: list[Track]) -> list[tuple[str, str, Markup]]:
    """How each company moved: its address, its name and the drawing."""
    return [
        (address.company(track.company), site.company_name(track.company), drawing(site, track))
        for track in tracks
    ]


_EDIT = "seeds/vocabulary/topics.yml"


def _answer(site: Site, topic: Topic, story: Story) -> LatestAnswer | None:
    answer = record_of(story).answer
    if answer is None:
        return None
    moved = dict(moved_since(site, story)).get(topic.id, [])
    return LatestAnswer(answer.text, story.name, story_date(story), moved)


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


@dataclass(frozen=True)
class Then:
    """Where everyone stood from an earlier date on."""

    date: Markup
    happened: str
    scale: Scale


def earlier(site: Site, tracks: list[Track]) -> list[Then]:
    """Each date before the last one at which somebody took another position, newest first."""
    dates: dict[Date, list[tuple[Track, Moment]]] = {}
    for track in tracks:
        for before, moment in zip((None, *track.moments), track.moments, strict=False):
            if before is None or set(before.positions) != set(moment.positions):
                dates.setdefault(moment.date, []).append((track, moment))
    ordered = sorted(dates.items(), key=lambda item: item[0].order, reverse=True)
    return [_then(site, tracks, moved) for _, moved in ordered[1:]]


def _then(site: Site, tracks: list[Track], moved: list[tuple[Track, Moment]]) -> Then:
    first = moved[0][1].steps[0]
    last = (
        max(
            (m for m in track.moments if m.date.order <= first.date.order), key=_order, default=None
        )
        for track in tracks
    )
    standing = [step for moment in last if moment for step in moment.by_position]
    disputed = [track for track, moment in moved if moment.differs]
    new = [track for track, moment in moved if moment == track.moments[0]]
    parts = (
        (disputed, "sources differ on {}"),
        ([track for track in new if track not in disputed], "{} first seen"),
        ([track for track, _ in moved if track not in new + disputed], "{} moved"),
    )
    happened = "; ".join(
        what.format(joined(sorted(site.company_name(track.company) for track in some)))
        for some, what in parts
        if some
    )
    date = step_date(first)
    return Then(date, capital(happened), scale(site, standing))


def _order(moment: Moment) -> tuple[bool, dt.date, dt.date]:
    return moment.date.order


def in_order(site: Site, tracks: list[Track]) -> list[Track]:
    """Tracks that moved first, the longest way on top; then along the scale, then by name."""

    def key(track: Track) -> tuple[int, int, str]:
        changes = sum(step.move == "changed" for step in track.steps) + track.moved
        place = site.vocabulary.scale[track.now[0].position] if track.now else 0
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

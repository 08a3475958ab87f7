"""The page of one demand: who asks, where everyone was last known to stand, and the ledger."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Sized

from tools.model.ledger import Step, Track
from tools.model.story import Story
from tools.model.vocabulary import Position, Topic
from tools.pages import address
from tools.pages.asking import asking
from tools.pages.citing import CLAIM, changed, of_topic
from tools.pages.ledgers import places
from tools.pages.phrases import headed
from tools.pages.render import Page
from tools.pages.render import page as render
from tools.pages.site import Site
from tools.pages.stands import Stand, scale, stands
from tools.pages.summary import summary
from tools.pages.topic_parts import CRUMBS, EDIT, PARTS, dated_on, stories_on, tracks_on


def page(site: Site, topic: Topic) -> Page:
    """The page of a topic; it stands, and says so, where no position is recorded yet.

    What has no room on it is on pages of its own, to which it leads.
    """
    where = address.topic(topic.id)
    tracks, dated = tracks_on(site, topic.id), dated_on(site, topic.id)
    steps = [step for track in tracks for step in track.all_steps]
    stories = stories_on(site, topic.id)
    standing = stands(tracks)
    rolls = PARTS.rolls(site, topic.id)
    answer = summary(site, standing)
    title, silent = headed(site, "topic", question=topic.question)
    return render(
        site,
        "topic.md",
        where,
        title=title,
        description=answer or silent,
        crumbs=CRUMBS,
        meta={"kind": "Topic", "topic": topic.name, "wide": True, "edit": EDIT, "script": CLAIM}
        | lastmod(site, {step.story.name for step in steps}),
        topic=topic,
        cited=of_topic(site, topic),
        asking=asking(site, topic),
        steps=len(steps),
        dates=[step.date for step in steps],
        count=len(stories),
        answer=answer,
        latest=_latest(steps) or stories[:1],
        scale=scale(site, standing),
        free=_free(site, standing),
        silent=len(tracks) - len(standing),
        dated=dated,
        **_moved(site, dated),
        rolls=rolls,
        places=places(where, rolls["ledger"]),
        links=_links({"now": standing, **rolls}),
        edit_path=EDIT,
        **PARTS.shown(site, topic.id, rolls),
    )


def _links(found: Mapping[str, Sized]) -> list[str]:
    """The parts that the page has: those of which there is something to show, and two always."""
    return [name for name, some in found.items() if name in ("ledger", "explainers") or len(some)]


def _moved(site: Site, dated: Sequence[Track]) -> dict[str, int]:
    """How many changed their answer, gave their first after silence, or did neither."""
    moved = sum(track.moved for track in dated)
    spoke = sum(not track.moved and _spoke(site, track) for track in dated)
    return {"moved": moved, "spoke": spoke, "stay": len(dated) - moved - spoke}


def _spoke(site: Site, track: Track) -> bool:
    """Whether a company that was first seen to say nothing gave an answer later.

    That is no changed answer; but the drawing under the sentence shows the way.
    """
    said = [any(site.position(name).axis for name in one.positions) for one in track.moments]
    return not said[0] and any(said)


def _free(site: Site, standing: list[Stand]) -> list[Position]:
    """The positions that nobody holds, along the scale."""
    held = {name for one in standing for name in one.positions}
    return [one for one in site.vocabulary.positions.values() if one.id not in held]


def _latest(steps: list[Step]) -> list[Story]:
    """The explainer that tells the newest position, which need not be the newest explainer."""
    known = [step for step in steps if step.date.year_known]
    return [max(known, key=lambda step: (step.date.order, step.story.name)).story] if known else []


def lastmod(site: Site, names: set[str]) -> dict[str, str]:
    """The day of the newest review or change of the named stories, as front matter."""
    day = changed(site, names)
    return {"lastmod": day} if day else {}

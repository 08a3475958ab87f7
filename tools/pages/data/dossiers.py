"""Companies and topics as data: every step of the ledger, seen from either side."""

from __future__ import annotations

from collections.abc import Callable

from tools.model.ledger import Step, Track
from tools.model.vocabulary import Company, Topic
from tools.pages import address
from tools.pages.data import ledger_objects as objects
from tools.pages.data.places import ATOM, JSON_FEED, Here
from tools.pages.data.stories import Told
from tools.pages.site import record_of

Tell = Callable[[Step], objects.Step]


def teller(told: Told, here: Here) -> Tell:
    """A function that tells a step as data, seen from one file."""

    def tell(step: Step) -> objects.Step:
        return objects.Step.model_validate(
            {
                **told.common(here, step.story, step.placed),
                "company": step.company,
                "topic": step.topic,
                "position": step.position,
                "side": here.site.position(step.position).side,
                "date": told.when(step.story, step.placed, step.date),
                "move": step.move if step.date.year_known else None,
                "before": step.before,
                "voice": here.site.voice(step.stance),
                "articles": here.site.support(step),
                "differs": step.differs,
                "story": step.story.name,
                "text": step.stance.text,
            }
        )

    return tell


def company(told: Told, one: Company, path: str) -> objects.Company:
    """A company with its dossier, as the file at `path` holds it."""
    site = told.site
    here = Here(site, path)
    tell = teller(told, here)
    return objects.Company(
        id=one.id,
        name=one.name,
        aliases=one.aliases,
        kind=one.kind,
        description=one.description,
        parent=one.parent,
        owns=tuple(sorted(c.id for c in site.companies() if c.parent == one.id)),
        wikidata=one.wikidata,
        homepage=one.homepage,
        page=here.to(address.company(one.id)),
        feeds=feeds(here, address.company(one.id)),
        tracks=tuple(_track(track, tell) for track in site.tracks(company=one.id)),
    )


def topic(told: Told, one: Topic, path: str) -> objects.Topic:
    """A topic with every company's track on it, as the file at `path` holds it."""
    site = told.site
    here = Here(site, path)
    tell = teller(told, here)
    stories = [s.name for s in site.of_status("reviewed") if record_of(s).topic == one.id]
    return objects.Topic(
        id=one.id,
        name=one.name,
        question=one.question,
        place=one.place,
        complies=one.complies,
        page=here.to(address.topic(one.id)),
        feeds=feeds(here, address.topic(one.id)),
        explainers=tuple(sorted(stories)),
        tracks=tuple(_track(track, tell) for track in site.tracks(topic=one.id)),
    )


def feeds(here: Here, page: str) -> objects.Feeds:
    """The feeds beside a page."""
    return objects.Feeds(atom=here.to(page + ATOM), json_feed=here.to(page + JSON_FEED))


def _track(track: Track, tell: Tell) -> objects.Track:
    return objects.Track(
        company=track.company,
        topic=track.topic,
        current=tuple(step.position for step in track.now),
        articles=track.articles,
        steps=tuple(map(tell, track.steps)),
        undated=tuple(map(tell, track.apart)),
    )

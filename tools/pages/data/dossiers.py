"""Companies, topics and authorities as data: the ledger seen from each side."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tools.model import vocabulary as lists
from tools.model.ledger import Step, Track
from tools.model.steps import order
from tools.pages import address
from tools.pages.asking import Mark, asking
from tools.pages.authority import demands
from tools.pages.data import ledger_objects as objects
from tools.pages.data import places
from tools.pages.data.places import Here
from tools.pages.data.stories import Told, cited, until, when
from tools.pages.site import Site

Tell = Callable[[Step, Track], objects.Step]


def teller(told: Told, here: Here) -> Tell:
    """A function that tells a step of a track as data, seen from one file."""
    site = here.site

    def tell(step: Step, track: Track) -> objects.Step:
        before, position = track.is_earlier(step), site.position(step.position)
        counts = step.date.year_known and not before
        common = told.common(here, step.story, step.placed)
        return objects.Step.model_validate(
            {
                **common,
                "company": step.company,
                "topic": step.topic,
                "position": step.position,
                "side": position.side,
                "date": told.when(step.story, step.placed, step.date),
                "move": step.move if counts else None,
                "before": step.before,
                "voice": site.voice(step.stance),
                "articles": site.support(step),
                "differs": step.differs,
                "story": step.story.name,
                "text": step.stance.text,
                "axis": position.axis,
                "until": until(told, here, step.story, step.placed),
                "ended": step.ended,
                "own_report": step.own_report,
                "last_known": track.stands(step),
                "before_asked": before,
                "age": site.age(step.date),
                "sources": cited(step.story, common["quotations"]),
            }
        )

    return tell


def company(told: Told, one: lists.Company, path: str) -> objects.Company:
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
        owns=tuple(sorted(c.id for c in site.owned_by(one.id))),
        wikidata=one.wikidata,
        homepage=one.homepage,
        page=here.to(told.site.company_at(one.id)),
        feeds=feeds(here, told.site.company_at(one.id)),
        tracks=tuple(_track(site, track, tell) for track in site.tracks(company=one.id)),
        was=one.was,
        ended=when(one.ended) if one.ended else None,
        successors=(),
    )


def topic(told: Told, one: lists.Topic, path: str) -> objects.Topic:
    """A topic with every company's track on it, as the file at `path` holds it."""
    site = told.site
    here = Here(site, path)
    tell = teller(told, here)
    stories = [story.name for story in site.stories_on(one.id)]
    return objects.Topic.model_validate(
        {
            "id": one.id,
            "name": one.name,
            "question": one.question,
            "place": one.place,
            "complies": one.complies,
            "page": here.to(address.topic(one.id)),
            "feeds": feeds(here, address.topic(one.id)),
            "explainers": tuple(sorted(stories)),
            "tracks": tuple(_track(site, track, tell) for track in site.tracks(topic=one.id)),
            "by": one.by,
            "was": one.was,
            "successors": (),
            **_asking(here, one),
        }
    )


def authority(told: Told, one: lists.Authority, path: str) -> objects.Authority:
    """An authority with its demands, as the file at `path` holds it."""
    site = told.site
    here = Here(site, path)
    return objects.Authority.model_validate(
        {
            **{name: getattr(one, name) for name in ("id", "name", "aliases", "kind", "place")},
            **{name: getattr(one, name) for name in ("description", "wikidata", "was")},
            "page": here.to(address.authority(one.id)),
            "as_of": site.day or None,
            "successors": (),
            "demands": tuple(
                {
                    "topic": demand.topic.id,
                    "question": demand.topic.question,
                    "summary": demand.summary,
                    "companies": tuple(
                        {"company": stand.company, "positions": stand.positions}
                        for stand in demand.stands
                    ),
                    "page": here.to(address.topic(demand.topic.id)),
                    "data": here.to(places.topic(demand.topic.id)),
                    **_asking(here, demand.topic),
                }
                for demand in demands(site, one)
            ),
        }
    )


def _asking(here: Here, one: lists.Topic) -> dict[str, Any]:
    """What kind of demand a topic is, since when it is asked, and how it ended."""
    marks = asking(here.site, one)
    return {
        "kind": one.kind,
        "asked": _milestone(here, one.asked, marks.asked),
        "ended": _milestone(here, one.ended, marks.ended),
    }


def _milestone(here: Here, one: lists.Milestone | None, mark: Mark | None) -> Any:
    if one is None or mark is None:
        return None
    return objects.Milestone(
        date=when(one.date),
        how=one.how,
        story=one.story,
        quotations=tuple(" ".join(passage.split()) for passage in one.quote),
        receipt=here.to(mark.there) if mark.there else None,
    )


def feeds(here: Here, page: str) -> objects.Feeds:
    """The feeds beside a page."""
    return objects.Feeds(
        atom=here.to(page + address.ATOM), json_feed=here.to(page + address.JSON_FEED)
    )


def _track(site: Site, track: Track, tell: Tell) -> objects.Track:
    dated = (*track.earlier, *track.steps)
    return objects.Track(
        company=track.company,
        topic=track.topic,
        current=tuple(step.position for step in track.last_known),
        articles=track.articles,
        steps=tuple(tell(step, track) for step in sorted(dated, key=order)),
        undated=tuple(tell(step, track) for step in track.apart),
        before_asked=tuple(tell(step, track) for step in track.earlier),
        as_of=site.day or None,
    )

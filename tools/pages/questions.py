"""What search answers from where somebody asks who changed, what is still unknown, or of a year.

Each file holds the newest of one company, topic or year, or of all, and is fetched only where a
query asks so.
Which years have one stands in a small file of its own, so that none is asked for in vain.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any, NamedTuple

from tools.model.claims import claims
from tools.model.ledger import Step, Track
from tools.model.record import Unknown
from tools.model.story import Story
from tools.pages import address
from tools.pages.answer_rows import as_json, bounded, newest_first, stated, told
from tools.pages.dating import as_of
from tools.pages.phrases import phrase
from tools.pages.records import newest, record_of
from tools.pages.site import Site

FOLDER = f"{address.SEARCH}asked/"
TOPICS = 100  # of a year

Made = tuple[str, Callable[[], str]]


class Question(NamedTuple):
    """A question about everything: what its answer is called, and the words that ask it."""

    id: str
    name: str
    sought: tuple[str, ...]


ASKED = tuple(
    Question(
        one,
        phrase(f"questions.{one}.name"),
        tuple(phrase(f"questions.{one}.sought").split(", ")),
    )
    for one in ("changed", "unknown")
)


def files(site: Site) -> Iterator[Made]:
    """The path of each file below docs/, and what makes its text."""
    yield f"{FOLDER}all.json", partial(_of_all, site)
    for name in site.vocabulary.companies:
        yield f"{FOLDER}companies/{name}.json", partial(_of_tracks, site, company=name)
    for name in site.vocabulary.topics:
        yield f"{FOLDER}topics/{name}.json", partial(_of_tracks, site, topic=name)
    yield f"{FOLDER}years.json", partial(_listed, site)
    for year in sorted({year for years in _years(site).values() for year in years}):
        yield f"{FOLDER}years/{year}.json", partial(_of_year, site, year)


def _of_all(site: Site) -> str:
    steps = (step for track in site.all_tracks for step in track.steps)
    return as_json(_told(site, steps, site.of_status("reviewed")))


def _of_tracks(site: Site, **whose: str) -> str:
    """Of a company or a topic, and of the stories that tell of it."""
    tracks = site.tracks(**whose)
    names = {step.story.name for track in tracks for step in track.all_steps}
    names |= {story.name for story in site.stories_on(whose.get("topic", ""))}
    for name in sorted(names):
        site.notebook.note("story", name)  # what is unknown is no part of what others tell of it
    steps = (step for track in tracks for step in track.steps)
    return as_json(_told(site, steps, site.newest_first(names)))


def _listed(site: Site) -> str:
    return as_json({name: " ".join(map(str, years)) for name, years in _years(site).items()})


def _of_year(site: Site, year: int) -> str:
    tracks = list(site.all_tracks)
    steps = [step for track in tracks for step in track.steps if _year(step) == year]
    stories = [story for story in site.of_status("reviewed") if _ended(story) == year]
    return as_json(_told(site, steps, stories) | {"topics": _topics(tracks, year)})


def _topics(tracks: Iterable[Track], year: int) -> list[str]:
    """The topics on which something is recorded of a year, those with the most first."""
    found = Counter(track.topic for track in tracks for step in track.steps if _year(step) == year)
    return sorted(found, key=lambda topic: (-found[topic], topic))[:TOPICS]


def _years(site: Site) -> dict[str, list[int]]:
    """The years of which a file has something, oldest first: on topics, and on each question."""
    steps = [step for track in site.all_tracks for step in track.steps]
    stories = [story for story in site.of_status("reviewed") if record_of(story).unknowns]
    found = {
        "topics": {_year(step) for step in steps},
        "changed": {_year(step) for step in steps if step.move == "changed"},
        "unknown": {year for story in stories if (year := _ended(story))},
    }
    return {name: sorted(years) for name, years in found.items()}


def _year(step: Step) -> int:
    return step.date.days[1].year


def _ended(story: Story) -> int | None:
    """The year in which a story's account ends, where that is known."""
    source = newest(story)
    known = source and source.published and source.published.year_known
    return source.published.days[1].year if source and source.published and known else None


def _told(site: Site, steps: Iterable[Step], stories: Iterable[Story]) -> dict[str, Any]:
    changed = sorted((step for step in steps if step.move == "changed"), key=newest_first)
    rows = (told(site, step) | {"before": step.before} for step in changed)
    return {
        "changed": bounded(rows),
        "unknown": bounded(row for story in stories for row in _unknowns(story)),
    }


def _unknowns(story: Story) -> Iterator[dict[str, Any]]:
    """What a story says is not known, with the day on which its account ends."""
    record = record_of(story)
    topics = dict.fromkeys([record.topic, *(stance.topic for stance in record.stances)])
    source = newest(story)
    for placed in claims(record):
        if isinstance(placed.claim, Unknown):
            yield stated(
                text=placed.claim.text,
                title=record.title,
                topics=[topic for topic in topics if topic],
                date=as_of(story, first=False).striptags(),
                day=source.published.days[1].isoformat() if source and source.published else "",
                at=f"{address.explainer(story.name)}#{placed.anchor}",
            )

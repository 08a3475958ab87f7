"""What search answers from where somebody asks who changed, what is still unknown, or of a year.

Each file holds the newest of one company, topic or year, or of all, and is fetched only where a
query asks so.
Which years have one stands in a small file of its own, so that none is asked for in vain.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, NamedTuple

from tools.model.claims import claims
from tools.model.ledger import Step
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


@dataclass
class _Year:
    """What is recorded of a year: positions, and stories that say what is unknown, newest first."""

    steps: list[Step] = field(default_factory=list)
    stories: list[Story] = field(default_factory=list)


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
    years = _years(site)
    yield f"{FOLDER}years.json", partial(_listed, site, years)
    for year, told_of in years.items():
        yield f"{FOLDER}years/{year}.json", partial(_of_year, site, told_of)


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


def _listed(site: Site, years: Mapping[int, _Year]) -> str:
    """The years of which a file has something: on topics, and on each question."""
    _rest_on_all(site)
    found = {
        "topics": [year for year, told_of in years.items() if told_of.steps],
        "changed": [year for year, told_of in years.items() if any(map(_changed, told_of.steps))],
        "unknown": [year for year, told_of in years.items() if told_of.stories],
    }
    return as_json({name: " ".join(map(str, listed)) for name, listed in found.items()})


def _of_year(site: Site, year: _Year) -> str:
    """Of a year, with the topics on which it has something, those with the most first."""
    _rest_on_all(site)
    found = Counter(step.topic for step in year.steps)
    topics = sorted(found, key=lambda topic: (-found[topic], topic))[:TOPICS]
    return as_json(_told(site, year.steps, year.stories) | {"topics": topics})


def _rest_on_all(site: Site) -> None:
    """Notes what the years are told of by: they are parted once, outside of any file."""
    site.of_status("reviewed")
    iter(site.all_tracks)


def _years(site: Site) -> dict[int, _Year]:
    """What is recorded of each year, oldest first."""
    found: dict[int, _Year] = defaultdict(_Year)
    for track in site.all_tracks:
        for step in track.steps:
            found[step.date.days[1].year].steps.append(step)
    for story in site.of_status("reviewed"):
        if record_of(story).unknowns and (year := _ended(story)):
            found[year].stories.append(story)
    return dict(sorted(found.items()))


def _changed(step: Step) -> bool:
    return step.move == "changed"


def _ended(story: Story) -> int | None:
    """The year in which a story's account ends, where that is known."""
    source = newest(story)
    known = source and source.published and source.published.year_known
    return source.published.days[1].year if source and source.published and known else None


def _told(site: Site, steps: Iterable[Step], stories: Iterable[Story]) -> dict[str, Any]:
    changed = sorted(filter(_changed, steps), key=newest_first)
    rows = (told(site, step) | {"before": step.before} for step in changed)
    telling = [story for story in stories if record_of(story).unknowns]
    unknown = (row for story in telling for row in _unknowns(story))
    count = sum(len(record_of(story).unknowns) for story in telling)
    return {"changed": bounded(rows, len(changed)), "unknown": bounded(unknown, count)}


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

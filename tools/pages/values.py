"""What a fact is worth: a digest that changes where the answer to the question does.

A page whose facts are worth what they were is the page that it was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cached_property
from hashlib import blake2b
from typing import Any

from tools.model.dates import Date
from tools.model.ledger import Step, Track
from tools.model.once import once
from tools.model.part import Part
from tools.model.story import Story
from tools.pages.asked import Fact
from tools.pages.dated import Dated
from tools.pages.periods import Leaf, by_heading, spread
from tools.pages.records import record_of
from tools.pages.site import Site

# the parts of a record that only its own pages show; of the answer, lists and feeds tell
CLAIMS = {
    "key_points",
    "timeline",
    "stances",
    "candidates",
    "who",
    "figures",
    "unknowns",
    "sections",
    "glossary",
    "terms",
    "notes",
}


def digest(*parts: str) -> str:
    """A digest of some texts, each apart from the next."""
    made = blake2b(digest_size=16)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        made.update(len(data).to_bytes(8, "big"))
        made.update(data)
    return made.hexdigest()


@once
def of_story(story: Story) -> str:
    """Of a whole story: its record and its articles."""
    texts = [f"{name} {article.sha256}" for name, article in sorted(story.articles.items())]
    return digest(story.name, story.path, record_of(story).model_dump_json(), *texts)


@once
def of_head(story: Story) -> str:
    """Of what other pages tell of a story: all but the claims that only its own pages show."""
    record = record_of(story).model_dump_json(exclude=CLAIMS)
    return digest(story.name, story.path, record)


@once
def _of_part(part: Part) -> str:
    return digest(part.model_dump_json())


class Values:
    """What the facts of a site are worth, each worked out once."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._known: dict[Fact, str] = {}
        self._kinds: dict[str, Callable[..., str]] = {
            "stories": self._stories,
            "story": self._story,
            "reviewed": self._reviewed,
            "stories_on": self._stories_on,
            "using": self._using,
            "receipts": self._receipts,
            "day": lambda: site.day,
            "age": self._age,
            "track": self._track,
            "tracks": self._tracks,
            "asked_by": self._asked_by,
            "owned_by": self._owned_by,
            "events_on": self._events_on,
            "leaf": lambda where: self._leaves.get(where, ""),
        }
        self._named = {story.name: story for story in site.stories}

    def together(self, facts: Iterable[Fact]) -> str:
        """What some facts are worth together, in their order."""
        return digest("\n".join(map(self.of, facts)))

    def of(self, fact: Fact) -> str:
        """What one fact is worth."""
        if fact not in self._known:
            kind, *keys = fact
            known = self._kinds.get(kind)
            self._known[fact] = known(*keys) if known else self._entry(kind, *keys)
        return self._known[fact]

    def _entry(self, kind: str, name: str | None = None) -> str:
        """Of an entry of a list, or of the whole list."""
        entries = getattr(self._site.seeds.vocabulary, kind)
        if name is not None:
            return _of_part(entries[name]) if name in entries else ""
        return digest(*map(_of_part, entries.values()))

    def _story(self, name: str) -> str:
        """Of a story; one that is gone is worth nothing, so what told of it is made anew."""
        return of_story(self._named[name]) if name in self._named else ""

    def _stories(self) -> str:
        return digest(*map(of_story, self._site.stories))

    def _reviewed(self, name: str | None = None) -> str:
        if name is None:
            return digest(*map(of_story, self._site.reviewed.values()))
        story = self._site.reviewed.get(name)
        return of_head(story) if story else ""

    def _stories_on(self, topic: str) -> str:
        return digest(*map(of_head, self._site.stories_on(topic)))

    def _using(self, term: str) -> str:
        return digest(*map(of_head, self._site.using(term)))

    def _receipts(self, name: str) -> str:
        # their numbers rest on all claims of the story, and to find them takes longer
        return of_story(self._named[name]) if name in self._named else ""

    def _age(self, text: str) -> str:
        return self._site.age(Date(text))

    def _track(self, company: str, topic: str) -> str:
        track = self._site.track(company, topic)
        return _of_track(track) if track else ""

    def _tracks(self, company: str, topic: str) -> str:
        tracks = self._site.tracks(company=company, topic=topic)
        return digest(*(self.of(("track", one.company, one.topic)) for one in tracks))

    def _asked_by(self, authority: str) -> str:
        return digest(*map(_of_part, self._site.asked_by(authority)))

    def _owned_by(self, company: str) -> str:
        return digest(*map(_of_part, self._site.owned_by(company)))

    def _events_on(self, topic: str) -> str:
        return digest(*map(_of_event, self._site.events_on(topic)))

    @cached_property
    def _leaves(self) -> dict[str, str]:
        leaves = spread(by_heading(self._site.events))
        return {leaf.way.address: _of_leaf(leaf) for leaf in leaves}


def _of_leaf(leaf: Leaf) -> str:
    around = replace(leaf, told=[])
    return digest(repr(around), *(_of_event(dated) for told in leaf.told for dated in told))


def _of_event(dated: Dated) -> str:
    return digest(of_head(dated.story), dated.anchor, _of_part(dated.event))


def _of_track(track: Track) -> str:
    steps = {id(step): str(number) for number, step in enumerate(track.all_steps)}
    moments = [
        " ".join(
            [moment.date.text]
            + [f"t{_named(step, steps)}" for step in moment.steps]
            + [f"s{_named(step, steps)}" for step in moment.standing]
            + [f"c{_named(step, steps)}" for step in moment.closed]
        )
        for moment in track.moments
    ]
    return digest(track.company, track.topic, *moments, *map(_of_step, track.all_steps))


def _named(step: Step, steps: dict[int, str]) -> str:
    """A step by its number in its track; one that stands there in another form, by its own."""
    return steps.get(id(step)) or _of_step(step)


def _of_step(step: Step) -> str:
    told: list[Any] = [
        step.position,
        step.date.text,
        step.move,
        step.before,
        step.ended,
        step.differs,
        step.axis,
        step.year_from_context,
        step.own_report,
        step.placed.anchor,
        [article.sha256 for article in step.independent],
    ]
    return digest(of_head(step.story), _of_part(step.stance), repr(told))

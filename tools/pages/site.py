"""What every page needs to know of the whole: stories, ledger, settings, and the words for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from tools.model.age import Age, age, day_of
from tools.model.claims import Placed, claims
from tools.model.dates import Date
from tools.model.ledger import Ledger, Step, Track, ledger
from tools.model.publication import Publication, Side
from tools.model.receipts import Receipt, receipts
from tools.model.record import Event, Stance
from tools.model.story import Seeds, Story
from tools.model.vocabulary import Authority, Company, Position, Topic, Vocabulary
from tools.pages.records import by_newest, record_of
from tools.pages.settings import Settings
from tools.pages.voice import Voice, voice

Key = TypeVar("Key")
Value = TypeVar("Value")


@dataclass(frozen=True)
class Dated:
    """An event with the story whose record tells it."""

    event: Event
    placed: Placed
    story: Story

    @property
    def anchor(self) -> str:
        return self.placed.anchor


@dataclass(frozen=True)
class Site:
    """All checked records, with what is derived from them once for all pages."""

    seeds: Seeds
    settings: Settings
    unwritten: frozenset[str] = frozenset()  # stories whose drafts are in no file yet
    accuracy: Mapping[str, Any] = field(default_factory=dict)  # what was last measured of drafts

    @property
    def vocabulary(self) -> Vocabulary:
        return self.seeds.vocabulary

    @property
    def publication(self) -> Publication:
        return self.seeds.publication

    @property
    def contact(self) -> str:
        """Where readers reach the editors: as the build is told, else as the publication says."""
        return self.settings.contact or self.publication.contact or ""

    @property
    def one(self) -> str:
        """The word for one of those who answer: company."""
        return self.publication.who.one

    @property
    def many(self) -> str:
        """The word for several of those who answer: companies."""
        return self.publication.who.many

    @property
    def companies_at(self) -> str:
        """The address of the list of all who answer."""
        return f"{self.publication.who.address}/"

    def company_at(self, name: str) -> str:
        """The address of the page of one who answers, by its id."""
        return f"{self.companies_at}{name}/"

    @cached_property
    def sides(self) -> tuple[Side, ...]:
        """The sides of the scale that have positions, in its order."""
        return tuple(self.publication.side(name) for name in self.vocabulary.sides)

    def axis(self, name: str) -> str:
        """What pages call an axis, by its id."""
        return {axis.id: axis.name for axis in self.publication.axes}[name]

    @property
    def ends(self) -> tuple[str, str]:
        """The words for both ends of the scale: yielding, resisting."""
        return self.sides[0].name.lower(), self.sides[-1].name.lower()

    @property
    def from_to(self) -> str:
        """The scale in words: from yielding to resisting."""
        return "from {} to {}".format(*self.ends)

    @cached_property
    def stories(self) -> tuple[Story, ...]:
        """Stories that have a record, newest article first."""
        with_record = [story for story in self.seeds.stories if story.record]
        return tuple(sorted(with_record, key=by_newest, reverse=True))

    @cached_property
    def _by_status(self) -> Mapping[str, list[Story]]:
        return _by_key((record_of(story).status, story) for story in self.stories)

    def of_status(self, status: str) -> list[Story]:
        """The stories whose records are drafts, reviewed or withdrawn, newest article first."""
        return list(self._by_status.get(status, ()))

    @cached_property
    def reviewed(self) -> Mapping[str, Story]:
        """The reviewed stories by name, newest article first."""
        return {story.name: story for story in self.of_status("reviewed")}

    @property
    def public(self) -> list[Story]:
        """The stories that the data and the corrections log tell of: no drafts."""
        return [*self.reviewed.values(), *self.of_status("withdrawn")]

    def stories_on(self, topic: str) -> list[Story]:
        """The reviewed stories about a demand, newest article first."""
        return list(self._by_topic.get(topic, ()))

    @cached_property
    def _by_topic(self) -> Mapping[str, list[Story]]:
        stories = self.reviewed.values()
        return _by_key((topic, s) for s in stories if (topic := record_of(s).topic) is not None)

    @cached_property
    def ledger(self) -> Ledger:
        return ledger(self.stories, self.vocabulary)

    @cached_property
    def day(self) -> str:
        """The publication's day, as YYYY-MM-DD, from published records; empty without one."""
        return day_of(self.public)

    def age(self, date: Date) -> Age:
        """How old a date is on the publication's day."""
        return age(date, self.day)

    @cached_property
    def _receipts(self) -> dict[str, tuple[Receipt, ...]]:
        return {story.name: receipts(story) for story in self.stories}

    def receipts(self, story: Story) -> tuple[Receipt, ...]:
        return self._receipts[story.name]

    def has_receipts(self, story: Story) -> bool:
        return bool(self.receipts(story)) and record_of(story).status != "withdrawn"

    def position(self, name: str) -> Position:
        return self.vocabulary.positions[name]

    def company_name(self, name: str) -> str:
        """The name of a company by its id; in a draft, the name may stand in the id's place."""
        company = self.vocabulary.companies.get(name)
        return company.name if company else name

    def tracks(self, *, topic: str = "", company: str = "") -> list[Track]:
        """The tracks of a topic, of a company, or of both."""
        return list(self._tracks.get((company, topic), ()))

    @cached_property
    def _tracks(self) -> Mapping[tuple[str, str], list[Track]]:
        """Every track under its company, its topic, both, and neither, which is the empty text."""
        return _by_key(
            (key, track)
            for (company, topic), track in self.ledger.items()
            for key in dict.fromkeys(((company, topic), (company, ""), ("", topic), ("", "")))
        )

    def voice(self, stance: Stance) -> Voice:
        """Whether a position's quotation holds the company's own words."""
        company = self.vocabulary.companies.get(stance.company)
        names = company.names if company else (stance.company,)
        return voice(stance.quote, names)

    def age_word(self, date: Date) -> str:
        """The word that stands beside a date which is old or history; none beside a recent one."""
        found = self.age(date)
        return "" if found == "recent" else found

    def asked_by(self, authority: str) -> list[Topic]:
        """The demands of an authority, by name."""
        return list(self._asked_by.get(authority, ()))

    @cached_property
    def _asked_by(self) -> Mapping[str, list[Topic]]:
        topics = sorted(self.vocabulary.topics.values(), key=lambda topic: topic.name.casefold())
        return _by_key((name, topic) for topic in topics for name in dict.fromkeys(topic.by))

    def askers(self, topic: Topic) -> list[Authority]:
        """Who asks, in the order in which the topic names them."""
        return [self.vocabulary.authorities[name] for name in topic.by]

    def support(self, step: Step) -> int:
        """How many independent articles tell a position, up to a step and since it was taken."""
        return self.ledger[step.company, step.topic].support(step)

    @cached_property
    def events(self) -> list[Dated]:
        """The events of all reviewed records, oldest first."""
        dated = [
            Dated(placed.claim, placed, story)
            for story in self.reviewed.values()
            for placed in claims(record_of(story))
            if isinstance(placed.claim, Event)
        ]
        return sorted(dated, key=lambda d: (*d.event.date.order, d.story.name))

    def events_on(self, topic: str) -> list[Dated]:
        """The events of the reviewed records about a demand, oldest first."""
        return list(self._events_on.get(topic, ()))

    @cached_property
    def _events_on(self) -> Mapping[str, list[Dated]]:
        return _by_key((record_of(dated.story).topic or "", dated) for dated in self.events)

    def companies(self) -> Iterator[Company]:
        """All companies by name."""
        return iter(sorted(self.vocabulary.companies.values(), key=lambda c: c.name.casefold()))

    def owned_by(self, company: str) -> list[Company]:
        """The companies that name one as their owner, by name."""
        return list(self._owned.get(company, ()))

    @cached_property
    def _owned(self) -> Mapping[str, list[Company]]:
        return _by_key((one.parent, one) for one in self.companies() if one.parent)

    def topic_of(self, story: Story) -> Topic | None:
        return self.vocabulary.topics.get(record_of(story).topic or "")


def _by_key(pairs: Iterable[tuple[Key, Value]]) -> dict[Key, list[Value]]:
    """Values under their keys, both in the order in which they come."""
    found: dict[Key, list[Value]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found

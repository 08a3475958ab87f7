"""What every page needs to know of the whole: stories, ledger, settings, and the words for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from tools.model.age import Age, age, day_of
from tools.model.claims import LISTS as CLAIMS
from tools.model.claims import claims
from tools.model.dates import Date
from tools.model.ledger import Ledger, Step, Track, ledger
from tools.model.receipts import Receipt, receipts
from tools.model.record import Event, Stance
from tools.model.story import Story
from tools.model.vocabulary import Authority, Company, Position, Topic, Vocabulary
from tools.pages.asked import Notebook, Noted
from tools.pages.dated import Dated, by_key
from tools.pages.phrases import phrase
from tools.pages.records import by_newest, record_of
from tools.pages.said import Said
from tools.pages.voice import Voice, voice

LISTS = ("companies", "authorities", "glossary", "topics")


@dataclass(frozen=True)
class Site(Said):
    """All checked records, with what is derived from them once for all pages.

    Whatever depends on a story, a list or the ledger is noted in the notebook where it is asked
    for; positions, publication, settings and accuracy are not, since every page rests on them.
    """

    unwritten: frozenset[str] = frozenset()  # stories whose drafts are in no file yet
    accuracy: Mapping[str, Any] = field(default_factory=dict)  # what was last measured of drafts
    notebook: Notebook = field(default_factory=Notebook, compare=False)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The lists, which note what is asked of them."""
        lists = self.seeds.vocabulary
        noted: dict[str, Any] = {
            name: Noted(name, getattr(lists, name), self.notebook) for name in LISTS
        }
        return replace(lists, **noted)

    @property
    def stories(self) -> tuple[Story, ...]:
        """Stories that have a record, newest article first."""
        self.notebook.note("stories")
        return self._stories

    @cached_property
    def _stories(self) -> tuple[Story, ...]:
        with_record = [story for story in self.seeds.stories if story.record]
        return tuple(sorted(with_record, key=by_newest, reverse=True))

    @cached_property
    def _by_status(self) -> Mapping[str, list[Story]]:
        return by_key((record_of(story).status, story) for story in self._stories)

    def of_status(self, status: str) -> list[Story]:
        """The stories whose records are drafts, reviewed or withdrawn, newest article first."""
        self.notebook.note("stories")
        return list(self._by_status.get(status, ()))

    @cached_property
    def reviewed(self) -> Mapping[str, Story]:
        """The reviewed stories by name, newest article first."""
        return Noted("reviewed", self._reviewed, self.notebook)

    @cached_property
    def _reviewed(self) -> Mapping[str, Story]:
        return {story.name: story for story in self._by_status.get("reviewed", ())}

    def newest_first(self, names: Set[str]) -> list[Story]:
        """The reviewed stories of some names, newest article first."""
        return sorted((self.reviewed[name] for name in names), key=by_newest, reverse=True)

    @property
    def public(self) -> list[Story]:
        """The stories that the data and the corrections log tell of: no drafts."""
        return [*self.reviewed.values(), *self.of_status("withdrawn")]

    def stories_on(self, topic: str) -> list[Story]:
        """The reviewed stories about a demand, newest article first."""
        self.notebook.note("stories_on", topic)
        return list(self._by_topic.get(topic, ()))

    @cached_property
    def _by_topic(self) -> Mapping[str, list[Story]]:
        stories = self._reviewed.values()
        return by_key((topic, s) for s in stories if (topic := record_of(s).topic) is not None)

    def using(self, term: str) -> list[Story]:
        """The reviewed stories that use a word, by its id, newest article first."""
        self.notebook.note("using", term)
        return list(self._using.get(term, ()))

    @cached_property
    def _using(self) -> Mapping[str, list[Story]]:
        stories = self._reviewed.values()
        return by_key((term, s) for s in stories for term in dict.fromkeys(record_of(s).glossary))

    def track(self, company: str, topic: str) -> Track | None:
        """The track of a company on a topic, where there is one."""
        self.notebook.note("track", company, topic)
        return self._ledger.get((company, topic))

    @cached_property
    def _ledger(self) -> Ledger:
        return ledger(self._stories, self.seeds.vocabulary)

    @property
    def day(self) -> str:
        """The publication's day, as YYYY-MM-DD, from published records; empty without one."""
        self.notebook.note("day")
        return self._day

    @cached_property
    def _day(self) -> str:
        return day_of([*self._reviewed.values(), *self._by_status.get("withdrawn", ())])

    def age(self, date: Date) -> Age:
        """How old a date is on the publication's day."""
        self.notebook.note("age", date.text)
        return age(date, self._day)

    def receipts(self, story: Story) -> tuple[Receipt, ...]:
        """The quotations of a story, with the claims that rest on each."""
        self.notebook.note("receipts", story.name)
        return receipts(story)

    @property
    def all_tracks(self) -> Iterable[Track]:
        """Every track, by company and topic."""
        self.notebook.note("tracks", "", "")
        return self._ledger.values()

    def has_receipts(self, story: Story) -> bool:
        return record_of(story).status != "withdrawn" and self.quotes(story)

    def quotes(self, story: Story) -> bool:
        """Whether a checked story has receipts: every claim of its record has a quotation."""
        record = record_of(story)
        return record.answer is not None or any(getattr(record, kind) for kind in CLAIMS)

    def position(self, name: str) -> Position:
        return self.vocabulary.positions[name]

    def company_name(self, name: str) -> str:
        """The name of a company by its id; in a draft, the name may stand in the id's place."""
        company = self.vocabulary.companies.get(name)
        return company.name if company else name

    def tracks(self, *, topic: str = "", company: str = "") -> list[Track]:
        """The tracks of a topic, of a company, or of both."""
        self.notebook.note("tracks", company, topic)
        return list(self._tracks.get((company, topic), ()))

    @cached_property
    def _tracks(self) -> Mapping[tuple[str, str], list[Track]]:
        """Every track under its company, its topic, both, and neither, which is the empty text."""
        return by_key(
            (key, track)
            for (company, topic), track in self._ledger.items()
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
        return "" if found == "recent" else phrase(f"ages.{found}")

    def asked_by(self, authority: str) -> list[Topic]:
        """The demands of an authority, by name."""
        self.notebook.note("asked_by", authority)
        return list(self._asked_by.get(authority, ()))

    @cached_property
    def _asked_by(self) -> Mapping[str, list[Topic]]:
        listed = self.seeds.vocabulary.topics.values()
        topics = sorted(listed, key=lambda topic: topic.name.casefold())
        return by_key((name, topic) for topic in topics for name in dict.fromkeys(topic.by))

    def askers(self, topic: Topic) -> list[Authority]:
        """Who asks, in the order in which the topic names them."""
        return [self.vocabulary.authorities[name] for name in topic.by]

    def support(self, step: Step) -> int:
        """How many independent articles tell a position, up to a step and since it was taken."""
        track = self.track(step.company, step.topic)
        if track is None:
            raise KeyError(f"{step.company} has no track on {step.topic}")
        return track.support(step)

    @property
    def events(self) -> list[Dated]:
        """The events of all reviewed records, oldest first."""
        self.notebook.note("stories")
        return self._events

    @cached_property
    def _events(self) -> list[Dated]:
        dated = [
            Dated(placed.claim, placed, story)
            for story in self._reviewed.values()
            for placed in claims(record_of(story))
            if isinstance(placed.claim, Event)
        ]
        return sorted(dated, key=lambda d: (*d.event.date.order, d.story.name))

    def events_on(self, topic: str) -> list[Dated]:
        """The events of the reviewed records about a demand, oldest first."""
        self.notebook.note("events_on", topic)
        return list(self._events_on.get(topic, ()))

    @cached_property
    def _events_on(self) -> Mapping[str, list[Dated]]:
        return by_key((record_of(dated.story).topic or "", dated) for dated in self._events)

    def companies(self) -> Iterator[Company]:
        """All companies by name."""
        self.notebook.note("companies")
        return iter(self._companies)

    @cached_property
    def _companies(self) -> list[Company]:
        return sorted(self.seeds.vocabulary.companies.values(), key=lambda c: c.name.casefold())

    def owned_by(self, company: str) -> list[Company]:
        """The companies that name one as their owner, by name."""
        self.notebook.note("owned_by", company)
        return list(self._owned.get(company, ()))

    @cached_property
    def _owned(self) -> Mapping[str, list[Company]]:
        return by_key((one.parent, one) for one in self._companies if one.parent)

    def topic_of(self, story: Story) -> Topic | None:
        return self.vocabulary.topics.get(record_of(story).topic or "")

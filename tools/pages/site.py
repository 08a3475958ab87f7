"""What every page needs to know of the whole: stories, ledger, settings, and the words for them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from urllib.parse import quote, urlencode

from tools.model.age import Age, age, day_of
from tools.model.claims import Placed, claims
from tools.model.dates import Date
from tools.model.ledger import Ledger, Step, Track, ledger
from tools.model.receipts import Receipt, receipts
from tools.model.record import Event, Explainer, Source, Stance
from tools.model.story import Seeds, Story
from tools.model.vocabulary import Authority, Company, Position, Topic, Vocabulary
from tools.pages.voice import Voice, voice


@dataclass(frozen=True)
class Settings:
    """What mkdocs.yml says: name and address of the site, and where its source is kept."""

    name: str = "Where They Stand"
    url: str = ""  # ends in a slash; empty where the site does not know its address
    repository: str = ""  # address of the source on the web; empty where there is none
    branch: str = "main"
    bundle: str = ""  # name of the whole site as a zip; empty where none is made
    contact: str = ""  # mailto: or https: address of the editors; empty where there is none


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

    @cached_property
    def stories(self) -> tuple[Story, ...]:
        """Stories that have a record, newest article first."""
        with_record = [story for story in self.seeds.stories if story.record]
        return tuple(sorted(with_record, key=_newest_first, reverse=True))

    def of_status(self, status: str) -> list[Story]:
        return [s for s in self.stories if s.record and s.record.status == status]

    @cached_property
    def ledger(self) -> Ledger:
        return ledger(self.stories, self.vocabulary)

    @cached_property
    def day(self) -> str:
        """The publication's day, as YYYY-MM-DD, from published records; empty without one."""
        return day_of((*self.of_status("reviewed"), *self.of_status("withdrawn")))

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
        return [
            track
            for (of_company, of_topic), track in self.ledger.items()
            if topic in ("", of_topic) and company in ("", of_company)
        ]

    @cached_property
    def moves(self) -> list[Step]:
        """Every step of the ledger whose year is known, newest first."""
        steps = [step for track in self.ledger.values() for step in track.steps]
        return sorted(steps, key=lambda s: (s.date.order, s.topic, s.story.name), reverse=True)

    def voice(self, stance: Stance) -> Voice:
        """Whether a position's quotation holds the company's own words."""
        company = self.vocabulary.companies.get(stance.company)
        names = company.names if company else (stance.company,)
        return voice(stance.quote, names)

    def age_word(self, date: Date) -> str:
        """ "old" or "history" where a date is; nothing of a recent one."""
        return {"recent": "", "old": "old", "history": "history"}[self.age(date)]

    def asked_by(self, authority: str) -> list[Topic]:
        """The demands of an authority, by name."""
        topics = [t for t in self.vocabulary.topics.values() if authority in t.by]
        return sorted(topics, key=lambda topic: topic.name.casefold())

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
            for story in self.of_status("reviewed")
            for placed in claims(record_of(story))
            if isinstance(placed.claim, Event)
        ]
        return sorted(dated, key=lambda d: (*d.event.date.order, d.story.name))

    def companies(self) -> Iterator[Company]:
        """All companies by name."""
        return iter(sorted(self.vocabulary.companies.values(), key=lambda c: c.name.casefold()))

    def topic_of(self, story: Story) -> Topic | None:
        return self.vocabulary.topics.get(record_of(story).topic or "")

    def edit(self, path: str) -> str:
        """The address at which a file of the project is edited in a browser, or nothing."""
        repository = self.settings.repository
        return f"{repository}/edit/{self.settings.branch}/{path}" if repository else ""

    def report(self, here: str, anchor: str = "", title: str = "") -> str:
        """The address of the form by which a mistake is reported, with the place filled in.

        The names are the ids of the fields of .github/ISSUE_TEMPLATE/correction.yml.
        """
        page = f"{self.settings.url}{here}{'#' if anchor else ''}{anchor}"
        fields = {"template": "correction.yml", "page": page}
        if title:
            fields["title"] = f"Correction: {title}"
        return f"{self.settings.repository}/issues/new?{urlencode(fields, quote_via=quote)}"

    def history(self, path: str) -> str:
        repository = self.settings.repository
        return f"{repository}/commits/{self.settings.branch}/{path}" if repository else ""


def record_of(story: Story) -> Explainer:
    """The record of a story that is published."""
    if story.record is None:
        raise ValueError(f"story {story.name} has no record to publish")
    return story.record


def newest(story: Story) -> Source | None:
    """The story's newest article whose publication date is known."""
    dated = [source for source in record_of(story).sources if source.published]
    return max(dated, key=_age, default=None)


def _age(source: Source) -> tuple[bool, dt.date]:
    date = source.published
    known = date is not None and date.year_known
    return known, date.latest if date and known else dt.date.min


def _newest_first(story: Story) -> tuple[bool, dt.date, str]:
    source = newest(story)
    return (*(_age(source) if source else (False, dt.date.min)), story.name)

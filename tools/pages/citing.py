"""What is cited of a page, and the line that cites it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tools.model.age import days
from tools.model.dates import Date
from tools.model.ledger import Track
from tools.model.story import Story
from tools.model.vocabulary import Company, Topic
from tools.pages import address
from tools.pages.phrases import phrase
from tools.pages.records import record_of
from tools.pages.site import Site

CLAIM = "claim.js"  # the script that copies addresses and citations


@dataclass(frozen=True)
class Cited:
    """A page as others cite it."""

    title: str
    publisher: str
    day: str  # on which what it tells last changed, as YYYY-MM-DD; empty where it tells nothing
    where: str  # its address below the site's root
    root: str  # the site's own address; empty where it is not known

    @property
    def author(self) -> str:
        return phrase("contributors", publication=self.publisher)

    @property
    def url(self) -> str:
        """The address in full; empty where the site does not know its own."""
        return self.root and self.root + self.where

    @property
    def name(self) -> str:
        """What files that cite it are called."""
        return self.where.strip("/").rpartition("/")[2]

    @property
    def words(self) -> str:
        """What the line that cites it says before the address."""
        parts = [f"{self.author}, “{self.title}”", self.publisher]
        return ", ".join([*parts, Date(self.day).display()] if self.day else parts)

    @property
    def line(self) -> str:
        """The line that cites it."""
        return f"{self.words}, {self.url}." if self.url else f"{self.words}."


def of_story(site: Site, story: Story) -> Cited:
    """An explainer that is published: reviewed, or withdrawn."""
    record = record_of(story)
    last = days(record)[-1:]
    return _cited(site, record.title, "".join(last), address.explainer(story.name))


def of_topic(site: Site, topic: Topic) -> Cited:
    """A demand, with the ledger on it."""
    day = changed(site, telling(site.tracks(topic=topic.id)))
    return _cited(site, topic.question, day, address.topic(topic.id))


def of_company(site: Site, company: Company) -> Cited:
    """A dossier."""
    day = changed(site, telling(site.tracks(company=company.id)))
    title = phrase("cited.company", name=company.name)
    return _cited(site, title, day, site.company_at(company.id))


def _cited(site: Site, title: str, day: str, where: str) -> Cited:
    return Cited(title, site.publication.name, day, where, site.settings.url)


def telling(tracks: Iterable[Track]) -> set[str]:
    """The names of the stories that tell the steps of tracks."""
    return {step.story.name for track in tracks for step in track.all_steps}


def changed(site: Site, names: Iterable[str]) -> str:
    """The day of the newest review or change of the named stories; empty where none is reviewed."""
    known = (
        day
        for name in sorted(names)
        if name in site.reviewed
        for day in days(record_of(site.reviewed[name]))
    )
    return max(known, default="")

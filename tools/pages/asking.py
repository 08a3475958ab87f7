"""What a topic's page says of its demand: who asks, since when, how it ended, and the receipts."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from tools.model.text import fold
from tools.model.vocabulary import Milestone, Topic
from tools.pages import address
from tools.pages.dating import date_html
from tools.pages.phrases import phrase
from tools.pages.site import Site

UNKNOWN = "unknown"  # of a demand whose kind the list does not give


@dataclass(frozen=True)
class Mark:
    """The beginning or the end of a demand, with the way to the passage that shows it."""

    date: Markup
    how: str
    quote: tuple[str, ...]
    there: str  # empty where no article has it


@dataclass(frozen=True)
class Asking:
    """A demand as its page tells it."""

    kind: str
    asked: Mark | None
    ended: Mark | None


def asking(site: Site, topic: Topic) -> Asking:
    """The demand of a topic."""
    kind = phrase(f"demands.{topic.kind or UNKNOWN}")
    return Asking(kind, _mark(site, topic.asked), _mark(site, topic.ended))


def _mark(site: Site, told: Milestone | None) -> Mark | None:
    if told is None:
        return None
    return Mark(date_html(told.date, first=False), told.how, told.quote, _there(site, told))


def _there(site: Site, told: Milestone) -> str:
    """The receipt of the story that quotes the same passage, else the story's page of sources."""
    story = site.reviewed.get(told.story or "")
    if story is None or not told.quote:
        return ""
    quoted = fold(told.quote[0])
    for receipt in site.receipts(story):
        if quoted in fold(receipt.text) or fold(receipt.text) in quoted:
            return f"{address.sources(story.name)}#{receipt.anchor}"
    return address.sources(story.name)

"""Dates as pages show them: each says how certain it is, and where its year is inferred."""

from __future__ import annotations

from functools import lru_cache

from markupsafe import Markup, escape

from tools.model.age import days
from tools.model.claims import Placed
from tools.model.dates import Date
from tools.model.ledger import Step
from tools.model.receipts import publication_from_context, year_from_context
from tools.model.record import Source
from tools.model.story import Story
from tools.pages.phrases import phrase
from tools.pages.records import newest, record_of
from tools.pages.wording import capital


def date_html(date: Date, *, from_context: bool = False, first: bool = True) -> Markup:
    """A date with its certainty in words, in HTML's `time` element where that knows such dates."""
    return _date_html(date.text, from_context, first)


@lru_cache(maxsize=2**14)
def _date_html(text: str, from_context: bool, first: bool) -> Markup:
    date = Date(text)
    words, said = date_words(date, from_context)
    shown = escape(capital(words) if first else words)
    if date.html:
        shown = Markup('<time datetime="{}">{}</time>').format(date.html, shown)
    return shown + Markup("<small>{}</small>").format(said) if said else shown


def date_words(date: Date, from_context: bool) -> tuple[str, str]:
    """A date in words, and what must be said after them; empty where nothing must be."""
    words, note = date.parts(year_from_context=from_context)
    if not note:
        return words, ""
    return words, f", {note}" if date.year_known else f" ({note})"


def claim_date(story: Story, placed: Placed, date: Date) -> Markup:
    """A claim's date, which says so where its year is the editor's reading of the context."""
    return date_html(date, from_context=year_from_context(story, placed.claim, date))


def step_date(step: Step, first: bool = True) -> Markup:
    """A step's date, with the same; `first` tells that it begins a line."""
    return date_html(step.date, from_context=step.year_from_context, first=first)


def story_date(story: Story, first: bool = True) -> Markup:
    """When the story's newest article was published, as far as it is known."""
    source = newest(story)
    if source is None:
        words = phrase("dates.unknown")
        return escape(capital(words) if first else words)
    return _published(source, story, first)


def as_of(story: Story, first: bool = True) -> Markup:
    """The day on which a story's account ends, in words; `first` tells that it begins a line."""
    if not newest(story):
        return story_date(story, first)
    words = phrase("dates.as-of", date=story_date(story, first=False))
    return Markup(capital(words) if first else words)


def source_date(source: Source, story: Story) -> Markup:
    """When an article was published; an own report, the day on which its account ends.

    What we wrote long after its day does not pass for an article of that day.
    """
    if not source.own or source.published is None:
        return _published(source, story)
    date = _published(source, story, first=False)
    known = days(record_of(story))
    if not known:
        return Markup(phrase("dates.as-of", date=date))
    return Markup(phrase("dates.as-of-first", date=date, day=Date(known[0]).display()))


def _published(source: Source, story: Story, first: bool = True) -> Markup:
    """The day of an article; it says so where the year stands elsewhere."""
    if source.published is None:
        return escape(phrase("dates.not-stated"))
    from_context = publication_from_context(story, source)
    return date_html(source.published, from_context=from_context, first=first)

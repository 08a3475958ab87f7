"""Templates to page texts: Markdown headings, HTML bodies, and front matter for any engine."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from shlex import quote
from typing import Any

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from tools.model.age import days
from tools.model.claims import Placed
from tools.model.dates import Date
from tools.model.ledger import Step
from tools.model.receipts import publication_from_context, year_from_context
from tools.model.record import Source, Stance
from tools.model.story import Story
from tools.pages import address
from tools.pages.citing import citation
from tools.pages.entries import again, merged, runs
from tools.pages.former import former_anchors, former_words
from tools.pages.records import newest, record_of
from tools.pages.reports import publishers
from tools.pages.site import Site
from tools.pages.stands import alike, stand
from tools.pages.wording import capital, counted, joined, number

HEADING = "\x00"  # begins a line that is a heading; no text of a record can hold it
TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True)
class Page:
    """A page of the site: where it is, what engines and search need to know, and its body."""

    address: str
    title: str
    description: str
    body: str
    meta: dict[str, Any] = field(default_factory=dict)
    crumbs: tuple[tuple[str, str], ...] = ()  # address and name of the pages above it

    @property
    def path(self) -> str:
        return address.markdown_file(self.address)

    @property
    def text(self) -> str:
        """The Markdown file: front matter and body."""
        section = self.address.partition("/")[0]
        meta = {"title": self.title, "description": self.description, **self.meta}
        if section:
            meta["section"] = f"{section}/"
        # the C emitter: JSON-LD makes long values, over which the other one takes milliseconds
        front = yaml.dump(
            meta, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10_000
        )
        return f"---\n{front}---\n\n{self.body}"


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The templates, with escaping everywhere and an error for every name that is not given."""
    env = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters.update(
        joined=joined,
        capital=capital,
        number=number,
        claim_label=claim_label,
        in_shell=quote,
        site_name=lambda name, site: site.company_name(name),
        again=again,
        alike=alike,
        as_of=as_of,
        day=lambda text: Date(text).display() if text else "today",
        merged=merged,
        runs=runs,
        stand=stand,
        position=lambda name, site: site.position(name),
        headlines=headlines,
        former_words=former_words,
        former_anchors=former_anchors,
        years=lambda dates: sorted({d.year for d in dates if d and d.year_known}),
        companies=lambda columns: sum(len(here) for _, here in columns),
        step_date=step_date,
        event_date=lambda dated: claim_date(dated.story, dated.placed, dated.event.date),
        story_date=story_date,
        citation=citation,
        source_date=source_date,
        date_words=date_html,
        publishers=publishers,
    )
    env.globals.update(heading=heading, counted=counted, address=address)
    return env


def page(
    site: Site,
    template: str,
    where: str,
    *,
    title: str,
    description: str,
    crumbs: tuple[tuple[str, str], ...] = (),
    meta: dict[str, Any] | None = None,
    **values: Any,
) -> Page:
    """A page made from a template; `crumbs` are address and name of the pages above it."""

    def url(there: str) -> str:
        return address.relative(where, there)

    body = (
        environment()
        .get_template(template)
        .render(site=site, url=url, title=title, crumbs=crumbs, here=where, **values)
    )
    return Page(where, title, description, _block(body), meta or {}, crumbs)


def _block(body: str) -> str:
    """The body as Markdown takes it: no indented line, and blank lines around headings only.

    A line of people's text that begins like a heading is none.
    """
    lines = [line.strip() for line in body.splitlines()]
    return "\n".join(_line(line) for line in lines if line).strip() + "\n"


def _line(line: str) -> str:
    if line.startswith(HEADING):
        return f"\n{line.removeprefix(HEADING)}\n"
    return f"&#35;{line[1:]}" if line.startswith("#") else line


def handwritten(text: str) -> Markup:
    """Markdown of our own, whose headings are meant."""
    return Markup(re.sub(r"^#", f"{HEADING}#", text, flags=re.MULTILINE))


def heading(level: int, anchor: str, text: str) -> Markup:
    """A Markdown heading with a fixed id whose text no Markdown extension can read anything into.

    Every character that is neither a letter, a digit nor a space becomes a numeric entity:
    attr_list once turned `{onclick=…}` in a heading into an event handler.
    """
    inert = re.sub(r"[^\w ]|_", lambda match: f"&#{ord(match.group())};", " ".join(text.split()))
    direction = " dir=auto" if leftward(text) else ""
    return Markup(f"{HEADING}{'#' * level} {inert} {{ #{anchor}{direction} }}")


def leftward(text: str) -> bool:
    """Whether any of a text is written from right to left."""
    return any(unicodedata.bidirectional(character) in ("R", "AL") for character in text)


def date_html(date: Date, *, from_context: bool = False, first: bool = True) -> Markup:
    """A date with its certainty in words, in HTML's `time` element where that knows such dates."""
    words, note = date.parts(year_from_context=from_context)
    shown = escape(capital(words) if first else words)
    if date.html:
        shown = Markup('<time datetime="{}">{}</time>').format(date.html, shown)
    if not note:
        return shown
    text = f", {note}" if date.year_known else f" ({note})"
    return shown + Markup("<small>{}</small>").format(text)


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
        return Markup("Date not known") if first else Markup("date not known")
    return _published(source, story, first)


def as_of(story: Story, first: bool = True) -> Markup:
    """The day on which a story's account ends, in words; `first` tells that it begins a line."""
    words = "as of {}" if newest(story) else "{}"
    begun = capital(words) if first else words
    return Markup(begun).format(story_date(story, first=first and not newest(story)))


def source_date(source: Source, story: Story) -> Markup:
    """When an article was published; an own report, the day on which its account ends.

    What we wrote long after its day does not pass for an article of that day.
    """
    if not source.own or source.published is None:
        return _published(source, story)
    told = days(record_of(story))[:1]
    first = f", first published here on {Date(told[0]).display()}" if told else ""
    return Markup("as of {}{}").format(_published(source, story, first=False), first)


def _published(source: Source, story: Story, first: bool = True) -> Markup:
    """The day of an article; it says so where the year stands elsewhere."""
    if source.published is None:
        return Markup("date not stated")
    from_context = publication_from_context(story, source)
    return date_html(source.published, from_context=from_context, first=first)


def headlines(step: Step) -> list[str]:
    """The headlines of the articles that a position's quotation stands in."""
    files = {article.file for article in step.articles}
    return [source.headline for source in record_of(step.story).sources if source.file in files]


def claim_label(placed: Placed, site: Site) -> str:
    """What a link back from a receipt calls a claim."""
    if isinstance(placed.claim, Stance):
        return site.company_name(placed.claim.company)
    return placed.label

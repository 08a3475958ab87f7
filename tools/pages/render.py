"""Templates to page texts: Markdown headings, HTML bodies, and front matter for any engine."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from tools.model.claims import Placed
from tools.model.dates import Date
from tools.model.receipts import year_from_context
from tools.model.record import Stance
from tools.model.story import Story
from tools.pages import address
from tools.pages.site import Site, newest
from tools.pages.wording import capital, counted, joined, number

TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True)
class Page:
    """A page of the site: where it is, what engines and search need to know, and its body."""

    address: str
    title: str
    description: str
    body: str
    meta: dict[str, Any] = field(default_factory=dict)

    @property
    def path(self) -> str:
        return address.markdown_file(self.address)

    @property
    def text(self) -> str:
        """The Markdown file: front matter and body."""
        meta = {"title": self.title, "description": self.description, **self.meta}
        front = yaml.safe_dump(meta, allow_unicode=True, sort_keys=False, width=10_000)
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
        site_name=lambda name, site: site.company_name(name),
        step_date=lambda step, first=True: claim_date(
            step.story, step.placed, step.date, first=first
        ),
        event_date=lambda dated: claim_date(dated.story, dated.placed, dated.event.date),
        story_date=story_date,
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
    return Page(where, title, description, _block(body), meta or {})


def _block(body: str) -> str:
    """The body as Markdown takes it: no indented line, and blank lines around headings only."""
    lines = [line.strip() for line in body.splitlines()]
    kept = [f"\n{line}\n" if line.startswith("#") else line for line in lines if line]
    return "\n".join(kept).strip() + "\n"


def heading(level: int, anchor: str, text: str) -> Markup:
    """A Markdown heading with a fixed id whose text no Markdown extension can read anything into.

    Every character that is neither a letter, a digit nor a space becomes a numeric entity:
    attr_list once turned `{onclick=…}` in a heading into an event handler.
    """
    inert = re.sub(r"[^\w ]|_", lambda match: f"&#{ord(match.group())};", " ".join(text.split()))
    return Markup(f"{'#' * level} {inert} {{ #{anchor} }}")


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


def claim_date(story: Story, placed: Placed, date: Date, *, first: bool = True) -> Markup:
    """A claim's date, which says so where its year is the editor's reading of the context.

    `first` tells that it begins a line.
    """
    from_context = year_from_context(story, placed.claim, date)
    return date_html(date, from_context=from_context, first=first)


def story_date(story: Story) -> Markup:
    """When the story's newest article was published, as far as it is known."""
    source = newest(story)
    if source is None or source.published is None:
        return Markup("date not known")
    return date_html(source.published, from_context=bool(source.published_basis))


def claim_label(placed: Placed, site: Site) -> str:
    """What a link back from a receipt calls a claim."""
    if isinstance(placed.claim, Stance):
        return site.company_name(placed.claim.company)
    return placed.label

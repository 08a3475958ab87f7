"""Templates to page texts: Markdown headings, HTML bodies, and front matter for any engine."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache, partial
from pathlib import Path
from shlex import quote
from typing import Any

import yaml
from markupsafe import Markup

from tools.model.claims import Placed
from tools.model.dates import Date
from tools.model.ledger import Step
from tools.model.record import Stance
from tools.pages import address
from tools.pages.dating import as_of, claim_date, date_html, source_date, step_date, story_date
from tools.pages.engine import Engine
from tools.pages.entries import again, merged, runs, titles
from tools.pages.former import former_anchors, former_words
from tools.pages.fragments import originals
from tools.pages.phrases import phrase
from tools.pages.records import record_of
from tools.pages.reports import publishers
from tools.pages.site import Site
from tools.pages.stands import alike, stand
from tools.pages.symbols import age, known, symbols
from tools.pages.wording import capital, counted, indefinite, joined, number

HEADING = "\x00"  # begins a line that is a heading; no text of a record can hold it
_HEADING = re.compile(f"{HEADING}(.*)")
TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True)
class Page:
    """A page of the site: where it is, what engines and search need to know, and its body.

    The `kind` of its `meta` is a key: by it the search weighs pages, and filters them.
    """

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
    def front(self) -> dict[str, Any]:
        """What its front matter says."""
        section = self.address.partition("/")[0]
        meta = {"title": self.title, "description": self.description, **self.meta}
        return meta | ({"section": f"{section}/"} if section else {})

    @property
    def listed(self) -> dict[str, str]:
        """What lists of all pages tell of it: where it is, and who may know that."""
        told = {"address": self.address}
        for key in ("robots", "lastmod"):
            if key in self.meta:
                told[key] = str(self.meta[key])
        return told

    @property
    def text(self) -> str:
        """The Markdown file: front matter and body."""
        # the C emitter: JSON-LD makes long values, over which the other one takes milliseconds
        front = yaml.dump(
            self.front, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10_000
        )
        return f"---\n{front}---\n\n{self.body}"


@lru_cache(maxsize=1)
def environment() -> Engine:
    """The templates, and what they can call."""
    env = Engine(TEMPLATES)
    env.filters.update(
        joined=joined,
        capital=capital,
        indefinite=indefinite,
        claim_label=claim_label,
        in_shell=quote,
        site_name=lambda name, site: site.company_name(name),
        age=age,
        again=again,
        alike=alike,
        as_of=as_of,
        day=lambda text: Date(text).display() if text else phrase("dates.today"),
        known=known,
        merged=merged,
        runs=runs,
        stand=stand,
        position=lambda name, site: site.position(name),
        headlines=headlines,
        former_words=former_words,
        former_anchors=former_anchors,
        years=lambda dates: sorted({d.year for d in dates if d and d.year_known}),
        companies=lambda columns: sum(len(here) for _, here in columns),
        members=lambda cards: sum(len(card.companies) for card in cards),
        tens=lambda share: round(share * 10),
        step_date=step_date,
        event_date=lambda dated: claim_date(dated.story, dated.placed, dated.event.date),
        story_date=story_date,
        titles=titles,
        originals=originals,
        source_date=source_date,
        date_words=date_html,
        publishers=publishers,
    )
    env.globals.update(heading=heading, counted=counted, number=number, address=address)
    env.globals.update(symbols(env))
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

    url = partial(address.relative, where)
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
    lines = [line for untrimmed in body.splitlines() if (line := untrimmed.strip())]
    text = "\n".join(["", *lines]).replace("\n#", "\n&#35;")
    return _HEADING.sub(r"\n\1\n", text).strip() + "\n"


def handwritten(text: str) -> Markup:
    """Markdown of our own, whose headings are meant."""
    return Markup(re.sub(r"^#", f"{HEADING}#", text, flags=re.MULTILINE))


@lru_cache(maxsize=2**12)
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
    return not text.isascii() and any(
        unicodedata.bidirectional(character) in ("R", "AL") for character in text
    )


def headlines(step: Step) -> list[str]:
    """The headlines of the articles that a position's quotation stands in."""
    files = {article.file for article in step.articles}
    return [source.headline for source in record_of(step.story).sources if source.file in files]


def claim_label(placed: Placed, site: Site) -> str:
    """What a link back from a receipt calls a claim."""
    if isinstance(placed.claim, Stance):
        return site.company_name(placed.claim.company)
    return placed.label

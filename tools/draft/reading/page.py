"""A saved HTML page: what it says of itself, and what it shows.

The only module that needs the extra `draft`; nothing imports it before a page is to be read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

import trafilatura
from lxml import etree
from lxml import html as lxml_html

from tools.draft.reading import NotAnArticleError, Reading
from tools.draft.reading.decoded import html_of
from tools.draft.reading.page_data import PageData, page_data
from tools.draft.reading.page_lines import lines_of
from tools.draft.reading.reader import reading_of
from tools.draft.reading.refusals import refusal
from tools.model.months import MONTHS
from tools.model.text import fold

# The second opinion counts where our own reading has less than this share of its words.
TOO_LITTLE = 0.34
SAME_HEADLINE = 0.7  # of the words: the headline for links is a form of the one that is shown

_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_DIVIDER = re.compile(r"\s+[|–—·»:-]\s+|\s*\|\s*")


def read_html(data: bytes) -> Reading:
    """What is understood of a saved page; the spans point into the lines that it shows.

    Raises `NotAnArticleError` where it is no page, or too long, or a page in an article's place.
    """
    source = html_of(data)
    tree = _tree(source)
    reading = _with_second_opinion(reading_of(lines_of(tree)), source)
    if fault := refusal(reading, _unseen(tree)):
        raise NotAnArticleError(fault)
    stated = page_data(tree)
    authors = stated.authors or reading.authors
    if not authors and stated.organisation:
        authors = (stated.organisation,)
    return replace(
        reading,
        headline=_headline(stated, reading, tree),
        authors=authors,
        published=stated.published or reading.published,
    )


def as_text(reading: Reading) -> str:
    """An article as plain text: headline, summary, author, day, then what it says."""
    parts = [reading.headline or ""]
    if reading.dek and reading.dek != reading.headline:
        parts.append(reading.dek)
    if reading.authors:
        parts.append("By " + _listed(reading.authors))
    if reading.published:
        parts.append("Published " + _in_words(reading.published))
    parts += [
        piece.span.of(reading.text)
        for piece in reading.pieces
        if piece.kind in ("heading", "paragraph")
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _unseen(tree: Any) -> list[str]:
    """What a page says beside its text: its title, and what it shows without JavaScript."""
    parts = [*tree.iter("title"), *tree.iter("noscript")]
    return [" ".join(part.text_content().split()) for part in parts]


def _listed(authors: tuple[str, ...]) -> str:
    *first, last = authors
    return f"{', '.join(first)} and {last}" if first else last


def _in_words(published: str) -> str:
    try:
        day = date.fromisoformat(published)
    except ValueError:
        year, month = published.split("-")
        return f"{MONTHS[int(month)]} {year}"
    return f"{day.day} {MONTHS[day.month]} {day.year}"


def _tree(source: str) -> Any:
    try:
        parser = lxml_html.HTMLParser(huge_tree=True)
        tree = lxml_html.document_fromstring(_XML_DECLARATION.sub("", source), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise NotAnArticleError("it holds no HTML that can be read") from error
    return tree


def _with_second_opinion(reading: Reading, source: str) -> Reading:
    """Our own reading, or trafilatura's where ours has much less."""
    try:
        other = trafilatura.extract(
            source, output_format="txt", include_comments=False, include_tables=False, fast=True
        )
    except RecursionError:  # a page nested deeper than the stack
        return reading
    if not other:
        return reading
    own = sum(len(span.of(reading.text).split()) for span in reading.paragraphs)
    if own >= TOO_LITTLE * len(other.split()):
        return reading
    # Its lines are read as a text is, for it lets captions and boxes pass.
    again = reading_of(other)
    if sum(len(span.of(other).split()) for span in again.paragraphs) <= own:
        return reading
    return replace(
        again, headline=reading.headline, authors=reading.authors, published=reading.published
    )


def _headline(stated: PageData, reading: Reading, tree: Any) -> str | None:
    """The headline, strongest evidence first; one that the page does not show is none.

    JSON-LD, where the page shows it; else the title for links, where it is a form of the headline
    shown; else the page's main heading; else what the text alone tells.
    """
    shown = [text for tag in tree.iter("h1") if (text := " ".join(tag.text_content().split()))]
    tab = " ".join((tree.findtext(".//title") or "").split())
    title = _without_site(stated.title, stated.site) if stated.title else None
    lines = {fold(line).casefold() for line in [*shown, *reading.text.split("\n")]}
    if stated.headline:
        headline = _without_site(stated.headline, stated.site)
        folded = fold(headline).casefold()
        if folded in lines:
            return headline
        main = title and fold(title).casefold() in {fold(text).casefold() for text in shown}
        if not main and fold(tab).casefold().startswith(folded):
            return headline
    for heading in shown:
        if title and _alike(title, heading):
            return title
    if title and (not shown or fold(title).casefold() in lines):
        return title
    return reading.headline or (shown[0] if shown else _without_site(tab, stated.site) or None)


def _alike(one: str, other: str) -> bool:
    """Whether two headlines share most words of the shorter."""
    left, right = _words(one), _words(other)
    return len(left & right) >= SAME_HEADLINE * max(1, min(len(left), len(right)))


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", fold(text).casefold()))


def _without_site(title: str, site: Iterable[str]) -> str:
    """A title without the name of the site, which many pages add at its end."""
    names = {fold(name).casefold() for name in site}
    parts = list(_DIVIDER.finditer(title))
    while parts:
        last = fold(title[parts[-1].end() :]).casefold()
        bar = "|" in parts[-1].group() and last.count(" ") < 3
        if last not in names and not bar:
            break
        title = title[: parts.pop().start()]
    return title.strip()

"""Reports of our own, printed whole: their blocks, with every quotation marked where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

from markupsafe import Markup

from tools.model.article import Article
from tools.model.receipts import Receipt
from tools.model.record import Reference, Source
from tools.model.text import SHORT_LINE, Span, fold, fold_case
from tools.pages.marking import Line, marked

Kind = Literal["p", "h3", "ul", "ol"]
DAY = len("2020-07-06")

_BLOCK = re.compile(r"(?:[^\n]*\S[^\n]*(?:\n|\Z))+")
_LINE = re.compile(r"[^\n]+")
_ITEM = re.compile(r"\s*(?:(?P<bullet>[-*•–])|(?P<number>\d{1,2})[.)])\s+(?=\S)")
_CLOSED = re.compile(r"[.!…,;:][\"'”’)\]]*$")  # a line that ends like this is no heading


@dataclass(frozen=True)
class Block:
    """A paragraph, a heading or a list of a report, and the quotations that end in it."""

    kind: Kind
    lines: tuple[Markup, ...]
    ending: tuple[Receipt, ...]
    first: int = 1  # number of a list's first item
    byline: bool = False


@dataclass(frozen=True)
class _Part:
    kind: Kind
    lines: tuple[Line, ...]
    first: int = 1
    byline: bool = False


def blocks(source: Source, article: Article, receipts: Iterable[Receipt]) -> list[Block]:
    """A report from its first word to its last; its headline only where that is quoted.

    `receipts` are those of its record; where they overlap, marks stand in each other.
    """
    quoted = sorted(
        (r for r in receipts if r.source.file == article.file),
        key=lambda r: (r.span.start, -r.span.end, r.number),
    )
    found: list[Block] = []
    title = fold(source.headline)
    for part in _parts(source, article.text):
        begin, end = part.lines[0][0], part.lines[-1][1].end
        inside = [r for r in quoted if r.span.start < end and begin < r.span.end]
        headline = fold(article.text[begin:end]) == title
        if headline and not found and not inside:
            continue
        lines = tuple(marked(article.text, line, inside) for line in part.lines)
        ending = tuple(sorted((r for r in inside if r.span.end <= end), key=_end))
        found.append(Block(part.kind, lines, ending, part.first, part.byline))
    return found


def publishers(references: Iterable[Reference]) -> int:
    """How many publishers references are of; one that names none is its host's."""
    named: set[str] = set()
    known, hosts = set(), set()
    for reference in references:
        host = (urlsplit(reference.url).hostname or reference.url).removeprefix("www.")
        if reference.publisher:
            named.add(fold_case(reference.publisher))
            known.add(host)
        else:
            hosts.add(host)
    return len(named) + len(hosts - known)


def _end(receipt: Receipt) -> tuple[int, int]:
    return receipt.span.end, receipt.number


def _parts(source: Source, text: str) -> list[_Part]:
    """The text by blank lines, and within those by lists and what is none."""
    parts: list[_Part] = []
    for match in _BLOCK.finditer(text):
        lines = [Span(*line.span()) for line in _LINE.finditer(text, *match.span())]
        parts += _runs(text, lines)
    return [
        _titled(source, text, part, parts[n - 1] if n else None, parts[n + 1 : n + 2])
        for n, part in enumerate(parts)
    ]


def _runs(text: str, lines: Sequence[Span]) -> list[_Part]:
    """Lists with an item a line, and paragraphs, of lines without a blank one between them."""
    runs: list[tuple[Kind, int, list[Line]]] = []
    for line in lines:
        item = _ITEM.match(text, line.start, line.end)
        kind: Kind = "p" if not item else "ul" if item["bullet"] else "ol"
        last = runs[-1] if runs else None
        begin = line.start
        span = Span(item.end() if item else begin, line.end)
        if last and kind == "p" and _goes_on(text, last[0], last[2][-1][1], line):
            last[2][-1] = (last[2][-1][0], Span(last[2][-1][1].start, line.end))
        elif last and last[0] == kind:
            last[2].append((begin, span))
        else:
            first = int(item["number"]) if item and item["number"] else 1
            runs.append((kind, first, [(begin, span)]))
    return [_Part(kind, tuple(some), first) for kind, first, some in runs]


def _goes_on(text: str, kind: Kind, before: Span, line: Span) -> bool:
    """Whether a line is the rest of the one before, which was broken at a margin."""
    if kind != "p":
        return text[line.start].isspace()
    start = max(text.rfind("\n", 0, before.end) + 1, before.start)
    return text[line.start].islower() or before.end - start >= SHORT_LINE


def _titled(
    source: Source, text: str, part: _Part, before: _Part | None, after: list[_Part]
) -> _Part:
    """A part that is a heading, or names author or day, told as that."""
    if part.kind != "p":
        return part
    words = [span.of(text) for _, span in part.lines]
    if all(len(line) < SHORT_LINE for line in words) and any(_by(source, w) for w in words):
        return _Part("p", part.lines, byline=True)
    alone = len(words) == 1 and len(words[0]) < SHORT_LINE and not _CLOSED.search(words[0])
    if alone and before and after and fold(words[0]) != fold(source.headline):
        return _Part("h3", part.lines)
    return part


def _by(source: Source, line: str) -> bool:
    """Whether a short line names who wrote the report, or its day."""
    day = source.published
    dates = (day.text, day.display()) if day and len(day.text) == DAY else ()
    names = (source.author, source.publisher)
    return any(line.endswith(end) for end in (*dates, *names) if end)

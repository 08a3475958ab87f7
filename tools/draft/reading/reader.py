"""From a text to a `Reading`: the steps, in order."""

from __future__ import annotations

import re

from tools.draft.reading import Kind, Piece, Reading, Removed
from tools.draft.reading.body import Body
from tools.draft.reading.context import in_context
from tools.draft.reading.feet import biography, closing_biography, names_below
from tools.draft.reading.header import body_start, is_date_line, is_meta, with_heading
from tools.draft.reading.names import (
    agency,
    byline,
    in_line_of_date,
    is_label,
    is_person,
    names,
    signature,
    signed,
    stands_alone,
)
from tools.draft.reading.notes import notes
from tools.draft.reading.published import published
from tools.draft.reading.segment import article_in
from tools.draft.reading.stamps import day_first
from tools.draft.reading.titles import headline, leads, summary
from tools.draft.reading.units import Unit, units
from tools.model.text import Span

NO_PARAGRAPH = "no paragraph of an article"
NEAR_DATE = 2  # lines between a date and a name that stands alone

_DATELINE = re.compile(
    r"(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ .'’/&-]{2,40}(?:, [A-Z][\w. ]{2,30})?)(?: ?\([\w /.]{2,40}\))?"
    r"\s?(?:—|–|--?|:)\s?(?=[\"“'‘A-ZÀ-Þ\d])"
)


def reading_of(text: str) -> Reading:
    """Units, then the stretch that is the article, then its head, its body and its foot."""
    found = in_context(units(text))
    start, end = article_in(found)
    if start == end:
        return _nothing(text, found)
    first = body_start(found, start, end)
    start = with_heading(found, first)
    end, foot, named_below = biography(found, start, end)
    title = headline(found, start, found[start:end])
    if title is None:
        title, start = _title_inside(found, start, end)
    dek = summary(found, title, start) if title is not None else None
    headed = start != first
    if title is not None and dek is None and not headed and leads(found, start, end):
        dek, start = start, start + 1
    head = found[title + 1 if title is not None else max(0, start - 4) : start]
    authors = _authors(head) or named_below or names_below(found, end)
    stretch = end
    end, authors = closing_biography(found, start, end, authors)
    kinds, reasons = _sorted_out(found, start, end, title, dek)
    for index in range(end, max(foot, stretch)):
        if not found[index].known:
            reasons[index] = "byline" if is_person(found[index].text) else "biography"
    pieces = tuple(Piece(kind, found[index].span) for index, kind in sorted(kinds.items()))
    paragraphs = tuple(piece.span for piece in pieces if piece.kind == "paragraph")
    return Reading(
        text=text,
        headline=found[title].text if title is not None else None,
        dek=found[dek].text if dek is not None else None,
        authors=authors,
        dateline=_dateline(paragraphs[0].of(text)) if paragraphs else None,
        published=published(found, title, start, end, day_first(text)),
        headings=tuple(piece.span for piece in pieces if piece.kind == "heading"),
        paragraphs=paragraphs,
        pieces=pieces,
        removed=_removed(found, reasons),
        notes=notes(found, [index for index, kind in sorted(kinds.items()) if kind == "paragraph"]),
    )


def _nothing(text: str, found: list[Unit]) -> Reading:
    """A text without a paragraph: nothing is said of it but that."""
    reasons = {
        index: unit.known.why if unit.known else NO_PARAGRAPH for index, unit in enumerate(found)
    }
    return Reading(text, None, None, (), None, None, (), (), (), _removed(found, reasons))


def _title_inside(found: list[Unit], start: int, end: int) -> tuple[int | None, int]:
    """A headline that reads as a sentence is the first unit of the stretch itself."""
    first = found[start]
    titled = not first.ended or first.text[-1] in "?!"
    if titled and headline(found, start + 1, found[start + 1 : end]) == start:
        return start, start + 1
    return None, start


def _authors(head: list[Unit]) -> tuple[str, ...]:
    """The authors that the head names, strongest evidence first."""
    for index, unit in enumerate(head):
        if unit.prose:
            continue
        if named := byline(unit.text):
            return named
        if is_label(unit.text) and index + 1 < len(head):
            after = head[index + 1].text
            return byline(after) or names(after)
    for unit in head:
        if named := in_line_of_date(unit.text):
            return named
    dates = [i for i, unit in enumerate(head) if is_date_line(unit) or unit.timed]
    near = [
        unit.text
        for index, unit in enumerate(head)
        if not unit.prose and any(abs(index - at) <= NEAR_DATE for at in dates)
    ]
    for text in near:
        if named := signature(text):
            return named
    for text in near:
        if named_agency := agency(text):
            return (named_agency,)
    for unit in head:
        if not unit.prose and (named := signed(unit.text)):
            return named
    return ()


def _sorted_out(
    found: list[Unit], start: int, end: int, title: int | None, dek: int | None
) -> tuple[dict[int, Kind], dict[int, str]]:
    """What every unit is that is kept, and why every other one is not, by index."""
    kinds: dict[int, Kind] = {}
    reasons: dict[int, str] = {}
    for index, (kind, why) in enumerate(Body(found, start, end).verdicts(), start):
        if kind:
            kinds[index] = kind
        elif why:
            reasons[index] = why
    for index, unit in enumerate(found):
        if index == title:
            kinds[index] = "headline"
        elif index == dek:
            kinds[index] = "dek"
        elif not start <= index < end:
            reasons[index] = _outside(unit, index < start, title is not None and index > title)
    if title is not None:
        for index in range(title + 1, start):
            unit = found[index]
            if index != dek and (is_meta(unit) or stands_alone(unit) or signed(unit.text)):
                kinds[index] = "date" if is_date_line(found[index]) else "byline"
                reasons.pop(index, None)
    return kinds, reasons


def _outside(unit: Unit, before: bool, in_head: bool) -> str:
    """Why a unit outside the body is not kept."""
    if unit.known:
        return unit.known.why
    if unit.timed:
        return "time or date"
    if unit.row:
        return "table"
    if (in_head or not before) and (stands_alone(unit) or byline(unit.text)):
        return "byline"
    if in_head and before:
        return "head of the page"
    return "before the article" if before else "after the article"


def _removed(found: list[Unit], reasons: dict[int, str]) -> tuple[Removed, ...]:
    """Units left out, neighbours with the same reason as one."""
    runs: list[Removed] = []
    last = -2
    for index, why in sorted(reasons.items()):
        span = found[index].span
        if runs and last == index - 1 and runs[-1].why == why:
            runs[-1] = Removed(Span(runs[-1].span.start, span.end), why)
        else:
            runs.append(Removed(span, why))
        last = index
    return tuple(runs)


def _dateline(paragraph: str) -> str | None:
    """The place in capitals that opens the first paragraph."""
    match = _DATELINE.match(paragraph)
    return match["place"].strip(" -") if match else None

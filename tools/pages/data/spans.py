"""Dates as schema.org takes them: plain days, months and years, and intervals of ISO 8601."""

from __future__ import annotations

from collections.abc import Iterable

from tools.model.dates import Date
from tools.model.record import Explainer


def ends(date: Date) -> tuple[str | None, str | None]:
    """Start and end of a date; None where it is open, approximate or of no known year.

    A date that is no period is its own start, and has no end.
    """
    if "/" not in date.text:
        return date.html, None
    start, _, end = date.text.partition("/")
    return _plain(start), _plain(end)


def temporal(date: Date) -> str | None:
    """A date as one text: itself, or a period whose open end is `..`; None where it is no date."""
    start, end = ends(date)
    if "/" not in date.text:
        return start
    return f"{start or '..'}/{end or '..'}" if start or end else None


def _plain(text: str) -> str | None:
    date = Date(text)
    return date.html if date.fault is None else None


def coverage(dates: Iterable[Date]) -> str | None:
    """From the first to the last day that dates may mean; None where no year is known."""
    known = [date.days for date in dates if date.year_known]
    if not known:
        return None
    first, last = min(start for start, _ in known), max(end for _, end in known)
    return f"{first}/{last}" if first != last else f"{first}"


def told(record: Explainer) -> list[Date]:
    """Every date of what a record tells: its events, its positions and its articles."""
    found = [event.date for event in record.timeline]
    found += [stance.date for stance in record.stances if stance.date]
    found += [stance.until.date for stance in record.stances if stance.until]
    return found + [source.published for source in record.sources if source.published]

"""Notices about dates: that of a claim and its quotation's, a stance's and its article's."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from tools.check.around import Around
from tools.check.chronology import FIRST_YEAR, strange_dates
from tools.check.dates import logged
from tools.check.notices.finding import Claims, Findings, finding
from tools.check.notices.stated import SHIFTS, stated
from tools.check.rule import record_of
from tools.model.dates import Date
from tools.model.receipts import articles_of
from tools.model.record import Event, Stance, Until
from tools.model.story import Story
from tools.model.text import fold
from tools.model.vocabulary import Vocabulary

YEAR = dt.timedelta(days=366)
YEARLESS = "XXXX-"
DAY = re.compile(r"[\dX]{4}-\d\d-\d\d")


def dates_agree(story: Story, _: Vocabulary, claims: Claims) -> Findings:
    """The date of a claim is the one that its quotation states."""
    strange = {path for path, *_ in strange_dates(story)}  # each is a Problem
    for placed in claims:
        claim = placed.claim
        if not isinstance(claim, (Event, Stance, Until)) or claim.date is None or claim.date.fault:
            continue
        if (*placed.path, "date") in strange:
            continue
        quoted = one_stated(claim.quote)
        # what a company did in a month or a year may be disclosed after it
        disclosed = isinstance(claim, Stance) and quoted is not None and not is_day(quoted)
        if quoted is not None and differ(claim.date, quoted, disclosed=disclosed):
            yield finding(
                story,
                placed.path,
                ("date",),
                f"differs from what its quotation states, {quoted.parts()[0]}: {claim.date.text!r}",
                f"Write date: {proposed(quoted, claim.date)}, or quote what gives this one.",
            )


def one_stated(quotes: Iterable[str]) -> Date | None:
    """The date that quotations state as when something happened, where they state one alone."""
    texts = [fold(quote) for quote in quotes]
    found = {(date.text, when) for text in texts for date, when in stated(text)}
    if len(found) != 1:
        return None
    text, when = found.pop()
    return Date(text) if when and not any(map(SHIFTS.search, texts)) else None


def differ(date: Date, quoted: Date, *, disclosed: bool = False) -> bool:
    """Whether two dates have no day in common; `disclosed` says that the first may be later.

    One with an open beginning says no more than "by".
    """
    if date.text.startswith("../"):
        return False
    if not quoted.year_known:
        return not disclosed and not _falls_in(quoted, date)
    if not date.year_known:
        return True
    return date.latest < quoted.earliest or (quoted.latest < date.earliest and not disclosed)


def proposed(quoted: Date, date: Date) -> str:
    """The date that the quotation states, in the year of the claim where it has none."""
    dated = quoted.text.replace(YEARLESS, f"{date.year}-")
    return quoted.text if date.year is None or Date(dated).fault else dated


def is_day(date: Date) -> bool:
    return bool(DAY.fullmatch(date.text))


def _falls_in(quoted: Date, date: Date) -> bool:
    """Whether a day or a month without its year is in another date."""
    rest = quoted.text.removeprefix(YEARLESS)
    if not date.year_known:
        other = date.text.removeprefix(YEARLESS)
        return rest.startswith(other) or other.startswith(rest)
    if date.latest.year - date.earliest.year > 1:
        return True
    years = {date.earliest.year, date.latest.year}
    days = [day for year in sorted(years) if not (day := Date(f"{year}-{rest}")).fault]
    return any(day.earliest <= date.latest and date.earliest <= day.latest for day in days)


def stances_are_told_before(story: Story, _: Vocabulary, claims: Claims) -> Findings:
    """No position is later than the articles that tell it."""
    record = record_of(story)
    published = {source.file: source.published for source in record.sources}
    strange = {path for path, *_ in strange_dates(story)}
    for placed in claims:
        date = placed.claim.date if isinstance(placed.claim, Stance) else None
        if date is None or date.fault or not date.year_known:
            continue
        if (*placed.path, "date") in strange:
            continue
        days = [published[file] for file in articles_of(story, placed.claim)]
        known = [day for day in days if day and not day.fault and _is_of_our_time(day)]
        last = max(known, key=lambda day: day.latest, default=None)
        if last is not None and len(known) == len(days) and date.days[0] > last.latest:
            yield finding(
                story,
                placed.path,
                ("date",),
                f"is later than the article, which was published {last.text}: {date.text!r}",
                "Write when the position was stated or disclosed; what a company announced it "
                "announced on the day of the article, or before.",
            )


def references_come_before(story: Story, _: Vocabulary, __: Claims) -> Findings:
    """No page that a report was written from is later than the report."""
    for index, source in enumerate(record_of(story).sources):
        written = source.published
        if written is None or written.fault or not _is_of_our_time(written):
            continue
        for number, reference in enumerate(source.references):
            date = reference.date
            if date and not date.fault and date.year_known and date.days[0] > written.latest:
                yield finding(
                    story,
                    (),
                    ("sources", index, "references", number, "date"),
                    f"is later than the report that was written from it, {written.text}: "
                    f"{date.text!r}",
                    "Mend the day of the page, or take it away.",
                )


def _is_of_our_time(date: Date) -> bool:
    """Whether a date can be that of an article; else it is a Problem, and measures nothing."""
    return date.year_known and date.latest.year >= FIRST_YEAR


def reviews_are_not_ahead(story: Story, around: Around) -> Findings:
    """No day of review or log is more than a year after all others: everything would count as old.

    An entry is compared with the record's own review as well: that of another year is one notice.
    """
    others = [day for day, name in around.days if name != story.name][:1]
    own = [date.text for path, date in logged(story) if path == ("reviewed",)]
    for path, date in logged(story):
        known = others if path == ("reviewed",) else [*others, *own]
        last = max(known, default=None)
        if last is not None and date.earliest - Date(last).latest > YEAR:
            yield finding(
                story,
                (),
                path,
                f"is more than a year after every other day of the publication, the last of {last}:"
                f" {date.text!r}",
                "Mend the year; every page tells how old it is by the latest of these days.",
            )

"""Which day, month or year an expression means: from the publication, the tense, the narrative."""

from __future__ import annotations

from tools.draft.dates import narrative, seasons
from tools.draft.dates.context import Context, Evidence, Resolved, of_moment
from tools.draft.dates.expression import Expression
from tools.draft.dates.missing_year import in_year, year_of
from tools.draft.dates.moments import Moment, of_day, part_of_year
from tools.draft.dates.tense import Tense

# Within so many days before the publication, a day without a year is of those days.
NEWS = 60
SATURDAY = 6
# Parts of a year that are compared stand within so many words.
COMPARED = 15
# A story goes on within so many months of its last date that had a year.
FOLLOWS = 2


def resolve(one: Expression, tense: Tense, context: Context) -> Resolved | None:
    """The date an expression means; None where the text does not tell."""
    return _FORMS[one.form](one, tense, context)


def _calendar(one: Expression, tense: Tense, context: Context) -> Resolved | None:
    published = context.published
    if one.year:
        return of_moment(in_year(one, one.year), "stated", one.mark)
    if one.origin == "narrative" and one.years_off is not None:
        return of_moment(in_year(one, context.year.year), "narrative") if context.year else None
    if one.origin == "narrative":
        return _narrative_month(one, context)
    if context.history and one.years_off is None and (one_told := narrative.calendar(one, context)):
        return one_told
    if published is None or context.antique:
        day = f"-{one.day:02}" if one.day and not one.moving else ""
        return Resolved(f"XXXX-{one.month:02}{day}", "stated") if one.month else None
    if one.years_off is not None:
        year = published.year + one.years_off
        return of_moment(in_year(one, year), "publication", one.mark)
    year = year_of(one, tense, published)
    if told := _told_year(one, Moment(year, one.month, one.day), tense, context):
        return of_moment(in_year(one, told), "narrative", one.mark)
    return of_moment(in_year(one, year), "tense" if tense else "publication", one.mark)


def _told_year(one: Expression, near: Moment, tense: Tense, context: Context) -> int | None:
    """The year of a story of old: after "in April 2027", "9 April" in a text of 2031.

    A day just before the publication is news, whatever the story told before it.
    """
    told, day = context.told, near.date
    today = context.published.date if context.published else None
    if not (told and told.month and one.month and day and today) or one.which or one.weekday:
        return None
    ahead = (day - today).days
    old = ahead < -NEWS or (ahead > 0 and tense == "past")
    follows = -1 <= one.month - told.month <= FOLLOWS
    return told.year if old and follows and told.year < near.year else None


def _narrative_month(one: Expression, context: Context) -> Resolved | None:
    """ "the following March": the first after the last month of which the text spoke."""
    last = context.month or context.year
    if not last or not one.month:
        return None
    later = one.month > (last.month or 12)
    step = (0 if later else 1) if one.which == "following" else (-1 if later else 0)
    return of_moment(Moment(last.year + step, one.month, one.day), "narrative", one.mark)


def _weekday(one: Expression, tense: Tense, context: Context) -> Resolved | None:
    counts_on = one.origin == "narrative"
    if context.history and not counts_on:
        return narrative.weekday(one, context)
    origin = context.day if counts_on else context.published
    day = origin.date if origin else None
    if not day or one.weekday is None:
        return None
    ahead = (one.weekday - day.isoweekday()) % 7
    back = ahead - 7 if ahead else 0
    if one.weeks_off is not None:
        amount = one.weekday - day.isoweekday() + 7 * one.weeks_off
    elif one.which in {"last", "previous"}:
        amount = back or -7
    elif one.which in {"next", "following"}:
        amount = ahead or 7
    elif one.which == "this" and tense != "past":
        amount = ahead
    else:
        amount = ahead if tense == "future" else back
    evidence: Evidence = "narrative" if counts_on else "tense" if tense else "publication"
    return of_moment(of_day(day, amount), evidence)


def _shift(one: Expression, tense: Tense, context: Context) -> Resolved | None:
    counts_on = one.origin == "narrative"
    evidence: Evidence = "narrative" if counts_on or context.history else "publication"
    finest = {"day": context.day, "week": context.day, "weekend": context.day}.get(
        one.unit, context.month if one.unit == "month" else context.year
    )
    if counts_on and one.unit == "year" and one.amount < 0 and not context.history:
        finest = finest or context.published  # "up from a year earlier", with no date before it
    origin = finest if counts_on else context.published
    if context.history and not counts_on:
        origin = narrative.origin(one, context)
    if not origin:
        return None
    if one.unit in {"week", "weekend"}:
        amount = one.amount
        if one.which == "this" and tense != "future":
            amount -= bool(origin.date and origin.date.isoweekday() < SATURDAY)
        week = origin.week(amount, weekend=one.unit == "weekend")
        return Resolved(week, evidence) if week else None
    if one.unit == "decade":
        return None
    if counts_on and tense == "past" and _is_ahead(origin, context.published):
        return None  # "named the same day" is not that of which it was said last
    moved = {"day": origin.days, "month": origin.months, "year": origin.years}[one.unit](one.amount)
    return of_moment(moved, evidence, one.mark)


def _is_ahead(moment: Moment, published: Moment | None) -> bool:
    day, today = moment.date, published.date if published else None
    return bool(day and today and day > today)


def _ahead(one: Expression, tense: Tense, context: Context) -> Resolved | None:
    first = context.published
    last = first.days(one.amount * (7 if one.unit == "week" else 1)) if first else None
    return Resolved(f"{first.text}/{last.text}", "publication") if first and last else None


def _part(one: Expression, tense: Tense, context: Context) -> Resolved | None:
    published = context.published
    year = one.year
    near = context.part
    if not year and one.years_off is None and near and one.first - near.last <= COMPARED:
        year = near.year  # "after twelve in the first half"
    evidence: Evidence = "stated" if year else "publication"
    if year is None and published:
        year = published.year + (one.years_off or 0)
        if one.years_off is None and published.month and tense != "future":
            # in its first month there is nothing yet to report of a quarter
            begun = (one.amount - 1) * (12 // one.parts) + 1 < published.month
            year -= not begun
    if year is None or one.fiscal:
        return None  # a fiscal year's quarters begin when its company says
    return Resolved(part_of_year(year, one.amount, one.parts), evidence)


def _decade(one: Expression, tense: Tense, context: Context) -> Resolved | None:
    return Resolved(f"{(one.year or 0) // 10:03}X{one.mark}", "stated")


def _years(one: Expression, tense: Tense, context: Context) -> Resolved | None:
    return Resolved(f"{one.year:04}/{one.to_year:04}", "stated")


def _antique(one: Expression, tense: Tense, context: Context) -> Resolved | None:
    return None


def _season(one: Expression, tense: Tense, context: Context) -> Resolved | None:
    return seasons.season(one, context)


def _numbered(one: Expression, tense: Tense, context: Context) -> Resolved | None:
    month = context.month if context.history else None
    return of_moment(Moment(month.year, month.month, one.day), "narrative") if month else None


def _century(one: Expression, tense: Tense, context: Context) -> Resolved | None:
    last = one.year or 0
    return Resolved(f"{last - 99:04}/{last:04}", "stated")


_FORMS = {
    "calendar": _calendar,
    "weekday": _weekday,
    "shift": _shift,
    "part": _part,
    "decade": _decade,
    "years": _years,
    "season": _season,
    "century": _century,
    "ahead": _ahead,
    "numbered": _numbered,
    "antique": _antique,
}

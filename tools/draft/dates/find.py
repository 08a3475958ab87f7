"""Finding and resolving the dates of a text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from tools.draft.dates.asides import is_aside
from tools.draft.dates.context import Context, Evidence, Resolved
from tools.draft.dates.expression import Expression
from tools.draft.dates.history import tells_the_past, years_told
from tools.draft.dates.moments import Moment, of_date
from tools.draft.dates.periods import Placed, ends_of_range, periods, share_years
from tools.draft.dates.resolve import resolve
from tools.draft.dates.scan import expressions
from tools.draft.dates.tense import Tense, tense_at
from tools.draft.dates.tokens import Tokens
from tools.model.dates import Date

# Of two ways to read figures, one within so many days of the publication is meant.
NEAR = 31
# A dateline begins with a place, and ends, within so many words of the text.
DATELINE = 8

TenseHint = Callable[[int, int], Tense | None]


@dataclass(frozen=True, slots=True)
class Found:
    """A date that a text speaks of: `text[start:end]` says it, `evidence` says how it was read."""

    start: int
    end: int
    date: Date
    evidence: Evidence


def find_dates(text: str, published: Date | None, hint: TenseHint | None = None) -> list[Found]:
    """Every date of a text, in order, as far as the text and its publication day support it.

    `hint` may say the tense at an expression's offsets better than the lexicon, as a parser can;
    None from it leaves the question to the lexicon.
    Nothing is raised: what cannot be said is left out.
    """
    t = Tokens(text)
    said = expressions(t)
    issued = of_date(published) if published else _dateline(t, said)
    context = Context(issued, tells_the_past(t, said, issued))
    share_years(t, said)
    found: list[tuple[Placed, Evidence]] = []
    inside: list[Placed] = []  # the years at the ends of "1988-1992"
    for one in _meant(t, said, context):
        start, end = t.starts[one.first], t.ends[one.last - 1]
        tense = (hint(start, end) if hint else None) or tense_at(t, one.first, one.last)
        resolved = resolve(one, tense, context)
        if resolved and (date := _valid(resolved)):
            found.append((Placed(one.first, one.last, date), resolved.evidence))
            inside.extend(ends_of_range(t, one))
        _follow(t, one, resolved, context)
    evidence = {one.first: basis for one, basis in found}
    ends = [one for one, _ in found]
    wholes = [one for one in periods(t, ends) if one.date.fault is None]
    evidence |= {one.first: "stated" for one in inside}
    return sorted(
        (
            Found(t.starts[one.first], t.ends[one.last - 1], one.date, _basis(one, evidence))
            for one in (*ends, *inside, *wholes)
        ),
        key=lambda one: (one.start, -one.end),
    )


def _meant(t: Tokens, said: list[list[Expression]], context: Context) -> Iterator[Expression]:
    """The expressions that mean a date, each in the reading that is meant."""
    years = years_told(said) if context.history else range(0)
    # a history comes by the same day in one year after the other
    stated = {} if context.history else _days_with_year(said)
    for readings in said:
        one = _chosen(readings, context.published)
        if one and (not one.unsure or one.year in years):
            past = t.word(one.first - 1) == "since" and one.form == "calendar" and not one.which
            one = replace(one, which="since") if past else one
            bare = one.form == "calendar" and not (one.year or one.which or one.weekday)
            bare = bare and one.years_off is None and one.origin == "publication"
            year = stated.get((one.month or 0, one.day or 0)) if bare else None
            yield replace(one, year=year) if year else one


def _days_with_year(said: list[list[Expression]]) -> dict[tuple[int, int], int]:
    """The days that a text names with one year and no other: "Oct. 7, 2030" and then "Oct. 7"."""
    found: dict[tuple[int, int], set[int]] = {}
    for readings in said:
        one = readings[0]
        if len(readings) == 1 and one.form == "calendar" and one.year and one.month and one.day:
            found.setdefault((one.month, one.day), set()).add(one.year)
    return {day: min(years) for day, years in found.items() if len(years) == 1}


def _follow(t: Tokens, one: Expression, resolved: Resolved | None, context: Context) -> None:
    """Takes note of an expression from which later words may count."""
    if one.form == "antique":
        context.forget()
    if one.form == "part" and one.year:
        context.part = one
    if not resolved or not resolved.moment:
        return
    if not context.history:
        # what a figure is compared with is not where the story stands: it never counts on
        if one.form != "season" and not (one.form == "shift" and one.unit == "year"):
            context.remember(resolved.moment, told=resolved.evidence in {"stated", "narrative"})
    elif not is_aside(t, one, resolved.moment, context):
        if one.form == "season":
            context.wait(resolved.moment)
        else:
            context.remember(resolved.moment, told=True)


def _dateline(t: Tokens, said: list[list[Expression]]) -> Moment | None:
    """The day of "OSTVALE, 5 July 2020 (Agency)" at the head of a text, which states its own."""
    one = said[0][0] if said else None
    if not one or one.first > DATELINE or not (one.year and one.day and one.form == "calendar"):
        return None
    if t.word(one.first - 1) != "," or t.word(one.last) not in {"(", "-", "–", "—"}:
        return None
    return Moment(one.year, one.month, one.day)


def _basis(one: Placed, evidence: dict[int, Evidence]) -> Evidence:
    """What decided a date; of a period, what decided the first of its ends."""
    return next(evidence[i] for i in range(one.first, one.last) if i in evidence)


def _chosen(readings: list[Expression], published: Moment | None) -> Expression | None:
    """The reading that is meant; of "01/07/98" one that the publication day singles out."""
    if len(readings) == 1:
        return readings[0]
    today = published.date if published else None
    if not today:
        return None
    far = sorted((_distance(one, today), i) for i, one in enumerate(readings))
    orders = {(one.month, one.day) for one in readings}
    if len(orders) > 1 and not far[0][0] <= NEAR < far[1][0]:
        return None
    return readings[far[0][1]]


def _distance(one: Expression, today: dt.date) -> int:
    """How many days an expression with year, month and day lies from a day."""
    day = Moment(one.year or 1, one.month, one.day).date
    return abs((day - today).days) if day else dt.date.max.toordinal()


def _valid(resolved: Resolved) -> Date | None:
    """The one gate to the outside: nothing but a legal date passes."""
    date = Date(resolved.text)
    return None if date.fault else date

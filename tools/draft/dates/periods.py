"""Dates that belong together: "from May to July 2019", "between 1 and 3 June", "since 1997".

A period is given beside the dates at its ends, since some who ask want the whole and some the day.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tools.draft.dates.expression import Expression
from tools.draft.dates.moments import of_day
from tools.draft.dates.numbers import count_before
from tools.draft.dates.tokens import Tokens
from tools.draft.dates.within import months_up_to, part_of_month
from tools.draft.dates.words import WEEKDAYS
from tools.model.dates import Date

_TO = frozenset({"to", "-", "–", "—", "through", "until", "till"})
YEAR = 4  # digits
MONTHS_A_YEAR = 12
WEEK = 7  # days
_LENGTHS = {"months": 1, "quarters": 3}
_JOINED = _TO | {"and", "or", "&", ","}


# "The 1988-89 season" is one thing, and neither of its years is spoken of.
_SEASONAL = frozenset("season seasons academic school fiscal financial budget term".split())


@dataclass(frozen=True, slots=True)
class Placed:
    """A date and its place in tokens."""

    first: int
    last: int
    date: Date


def share_years(t: Tokens, found: list[list[Expression]]) -> None:
    """Gives "May" of "from May to July 2019" the year of its neighbour, in place."""
    for i in range(len(found) - 2, -1, -1):
        one, other = found[i][0], found[i + 1][0]
        if not (one.form == other.form == "calendar") or one.which or one.moving:
            continue
        stated = one.year or one.years_off is not None or one.month is None
        if stated or other.month is None or bool(one.day) != bool(other.day):
            continue
        if other.first - one.last != 1 or t.word(one.last) not in _JOINED or not other.year:
            continue
        found[i] = [replace(one, year=other.year - ((one.month or 0) > other.month))]


def ends_of_range(t: Tokens, one: Expression) -> Iterator[Placed]:
    """The two years of "1988-1992", each by itself; "1988/89" is one season."""
    mark = one.last - 2
    if (
        one.form != "years"
        or one.year == one.to_year
        or t.word(mark) == "/"
        or t.word(one.last) in _SEASONAL
    ):
        return
    yield Placed(one.first, mark, Date(f"{one.year:04}"))
    yield Placed(mark + 1, one.last, Date(f"{one.to_year:04}"))


def periods(t: Tokens, found: list[Placed]) -> Iterator[Placed]:
    """The periods that dates and the words between or before them make."""
    taken: set[int] = set()
    for i in range(len(found) - 1):
        joined = _joined(t, found[i], found[i + 1]) if i not in taken else None
        if joined:
            taken.update((i, i + 1))
            yield joined
    for i, one in enumerate(found):
        if i not in taken:
            yield from _open(t, one)


def _plain(one: Placed) -> bool:
    """Whether a date can be the end of a period."""
    return one.date.certainty in {"day", "month", "year", "approximate"}


def _joined(t: Tokens, left: Placed, right: Placed) -> Placed | None:
    """ "between A and B", "from A to B", "A to B"."""
    at = t.skip(left.last, ",")
    if right.first - at != 1 or not (_plain(left) and _plain(right)):
        return None
    before, word = t.word(left.first - 1), t.word(at)
    alone = before != "," and at == left.last  # of "2, 3 and 4 May" each stays by itself
    running = alone and word in {"and", "&"} and _next_day(left.date, right.date)
    if word not in _TO and not running and not (word == "and" and before == "between"):
        return None
    if left.date.certainty != right.date.certainty and "approximate" not in (
        left.date.certainty,
        right.date.certainty,
    ):
        return None
    date = Date(f"{left.date.text}/{right.date.text}")
    if date.fault and (later := _later(t, right)):
        date = Date(f"{left.date.text}/{later}")
    first = left.first - (before in {"between", "from"})
    return None if date.fault else Placed(first, right.last, date)


def _later(t: Tokens, one: Placed) -> str | None:
    """The end of "from 3 November to 5 March" or "Friday to Monday", where it lies a turn later."""
    words = t.words[one.first : one.last]
    if len(words) == 1 and words[0] in WEEKDAYS:
        day = of_day(one.date.earliest, WEEK)
        return day.text if day else None
    if any(len(word) == YEAR and word.isdigit() for word in words):
        return None
    return (
        f"{one.date.earliest.year + 1:04}{one.date.text[YEAR:]}" if "-" in one.date.text else None
    )


def _next_day(left: Date, right: Date) -> bool:
    """Whether two days follow one another, as those of "3 and 4 May" do."""
    if left.certainty != "day" or right.certainty != "day":
        return False
    return right.earliest - left.earliest == dt.timedelta(days=1)


def _open(t: Tokens, one: Placed) -> Iterator[Placed]:
    """ "since A", "by A", "until A", "from A onwards"."""
    if not _plain(one):
        return
    before, after = t.word(one.first - 1), t.word(one.last)
    if before == "of" and t.word(one.first - 2) in _LENGTHS:
        yield from _months(t, one)
    if part := part_of_month(t, one.first, one.date):
        yield Placed(part[0], one.last, part[1])
    if span := months_up_to(t, one.first, one.date):
        yield Placed(span[0], one.last, span[1])
    if before == "since":
        yield Placed(one.first - 1, one.last, Date(f"{one.date.text}/.."))
    elif before in {"by", "until", "till"} and after != "'":  # not "by Friday's ruling"
        yield Placed(one.first - 1, one.last, Date(f"../{one.date.text}"))
    elif before == "from" and after in {"on", "onward", "onwards"}:
        yield Placed(one.first - 1, one.last + 1, Date(f"{one.date.text}/.."))


def _months(t: Tokens, one: Placed) -> Iterator[Placed]:
    """ "the first nine months of 2019", "the last three months", "the first three quarters"."""
    length = _LENGTHS[t.word(one.first - 2)]
    counted = count_before(t, one.first - 2)
    if one.date.certainty != "year" or not counted or not 0 < length * counted[0] < MONTHS_A_YEAR:
        return
    months, first = length * counted[0], t.back(counted[1] - 1, "the")
    year, word = one.date.text, t.word(counted[1] - 1)
    if word == "first":
        yield Placed(first, one.last, Date(f"{year}-01/{year}-{months:02}"))
    elif word in {"last", "final"}:
        begin = MONTHS_A_YEAR + 1 - months
        yield Placed(first, one.last, Date(f"{year}-{begin:02}/{year}-12"))

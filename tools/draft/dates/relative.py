"""Expressions that count from another day in units: "last year", "three days later"."""

from __future__ import annotations

from collections.abc import Iterator

from tools.draft.dates.days import DAYS
from tools.draft.dates.expression import Expression, Origin, Unit
from tools.draft.dates.numbers import count_before
from tools.draft.dates.tokens import BREAK, Tokens
from tools.draft.dates.widen import widen
from tools.draft.dates.words import (
    EDGES,
    FROM_NARRATIVE,
    FROM_PUBLICATION,
    NEAR_ENDS,
    WEEKDAYS,
)

UNITS: dict[str, Unit] = {
    "day": "day",
    "days": "day",
    "week": "week",
    "weeks": "week",
    "weekend": "weekend",
    "month": "month",
    "months": "month",
    "year": "year",
    "years": "year",
    "decade": "decade",
    "decades": "decade",
}
# How many tokens back a report on a quarter may have named it.
REPORTED = 150
_PLURAL = frozenset({"days", "weeks", "months", "years", "decades"})
# "over the last year" is twelve months long, and is no calendar year.
_SPANNING = frozenset("over for during within throughout in".split())
_ENDING = frozenset({"ended", "ending", "to", "through", "that", "when"})
_AFTER_COUNT = {"ago": -1, "earlier": -1, "later": 1, "before": -1, "after": 1, "afterwards": 1}
_ENDS_CLAUSE = frozenset({"", ".", ",", ";", ":", ")", BREAK, "!", "?", "-", "—", "when"})


def units(t: Tokens, i: int) -> Iterator[Expression]:
    """What stands around day, week, month, year: "last year", "a month ago", "year-end"."""
    unit = UNITS[t.word(i)]
    counted = _counted(t, i, unit)
    if counted:
        yield counted
    elif ahead := _ahead(t, i, unit):
        yield ahead
    elif t.word(i) not in _PLURAL:
        yield from _determined(t, i, unit)
        yield from _ends(t, i, unit)


def _counted(t: Tokens, i: int, unit: Unit) -> Expression | None:
    """ "three days later", "a year ago", "year-earlier"."""
    direction = _direction(t, i)
    if not direction:
        return None
    sign, at, origin = direction
    found = count_before(t, i)
    if not found and t.word(i + 1) == "-" and t.word(i - 1) != "-":
        found = (1, i)  # "year-ago results", "the year-earlier quarter"
    if not found and t.word(i - 1) == "the" and t.word(at) in {"before", "after", "earlier"}:
        found = (1, i - 1)
    if not found:
        return None
    first, mark = widen(t, found[1])
    amount = sign * found[0]
    year_before = unit == "year" and amount == -1
    if year_before and (t.word(at + 1) in {"period", "quarter"} or _reports_quarter(t, first)):
        return None  # a quarter of that year, and which is unsaid
    return Expression(
        first=first, last=at + 1, form="shift", unit=unit, amount=amount, origin=origin, mark=mark
    )


def _ahead(t: Tokens, i: int, unit: Unit) -> Expression | None:
    """ "in the next two weeks", "over the coming three days": from the publication on."""
    found = count_before(t, i) if unit in {"day", "week"} else None
    if not found or t.word(found[1] - 1) not in {"next", "coming"}:
        return None
    first = t.back(found[1] - 1, "the")
    if t.word(first - 1) not in {"in", "within", "during", "over", "of"}:
        return None
    return Expression(first=first, last=i + 1, form="ahead", unit=unit, amount=found[0])


def _direction(t: Tokens, i: int) -> tuple[int, int, Origin] | None:
    """Back or ahead, the place of the word that says so, and from where: "ago", "later"."""
    at = t.skip(i + 1, "-")
    hyphen = at > i + 1
    if t.word(at) == "or" and t.word(at + 1) == "so":
        at += 2
    word = t.word(at)
    if (word, t.word(at + 1)) == ("from", "now"):
        return 1, at + 1, "publication"
    if word not in _AFTER_COUNT or (hyphen and word not in {"ago", "earlier"}):
        return None
    if word in {"before", "after"} and t.word(at + 1) not in _ENDS_CLAUSE:
        if word == "after" and t.word(at + 1) == "that" and t.word(at + 2) in {",", "."}:
            return 1, at + 1, "narrative"
        if _is_told(t, i):
            return -_AFTER_COUNT[word], at, "narrative"
        return None  # "two days before the vote" counts from something that has no date
    return _AFTER_COUNT[word], at, "publication" if word == "ago" else "narrative"


def _is_told(t: Tokens, i: int) -> bool:
    """Whether "a day after" counts from a day that is told, back to what it came after.

    "It comes a day after the vote", "on Tuesday, a day after the vote".
    """
    found = count_before(t, i)
    if not found:
        return False
    before = t.word(found[1] - 1)
    day = t.word(found[1] - 2) if before == "," else before
    return before in {"comes", "come"} or day in WEEKDAYS or day in DAYS


def _reports_quarter(t: Tokens, first: int) -> bool:
    """Whether "a year earlier" means the same quarter of that year, as in reports on earnings."""
    for i in range(first - 1, max(-1, first - 1 - REPORTED), -1):
        word = t.words[i]
        if word in {"quarter", "quarters", "quarterly"}:
            return True
        if word == "annual" or (word == "year" and t.word(i - 1) in {"fiscal", "full", "the"}):
            return False
    return False


def _determined(t: Tokens, i: int, unit: Unit) -> Iterator[Expression]:
    """ "this year", "last week", "the following month", "that day", "the current fiscal year"."""
    fiscal = t.word(i - 1) in {"fiscal", "financial", "calendar"}
    at = i - 1 - fiscal
    word = t.word(at)
    definite = t.word(at - 1) == "the"
    origin: Origin = "publication"
    if word == "next" and (definite or unit == "day"):
        amount, origin = 1, "narrative"
    elif word in FROM_NARRATIVE or (word == "that" and not t.opens(at)):
        amount, origin = FROM_NARRATIVE.get(word, 0), "narrative"
    elif word in FROM_PUBLICATION and unit != "day":
        amount = FROM_PUBLICATION[word]
    elif word in {"full", "whole", "entire"} and definite and unit == "year":
        amount = 0
    elif unit == "weekend" and word == "the" and t.word(at - 1) in {"over", "at", "during", "on"}:
        yield Expression(first=at, last=i + 1, form="shift", unit=unit, which="this")
        return
    else:
        return
    spanning = {"for"} if word == "next" else _SPANNING if word in {"last", "coming"} else ()
    if definite and t.word(at - 2) in spanning:
        return
    first, mark = widen(t, t.back(at, "the"))
    yield Expression(
        first=first,
        last=i + 1,
        form="shift",
        unit=unit,
        amount=amount,
        origin=origin,
        mark=mark,
    )


def _ends(t: Tokens, i: int, unit: Unit) -> Iterator[Expression]:
    """ "year-end", "the year's end", "the end of the month", "later in the year"."""
    if unit not in {"week", "month", "year"}:
        return
    if t.word(i - 1) == "the" and t.word(i - 2) == "in" and t.word(i - 3) in EDGES:
        yield Expression(first=i - 3, last=i + 1, form="shift", unit=unit, spoken_of=True)
    end = i + 1
    if t.word(end) == "'" and t.word(end + 1) == "s":
        end += 2
    end = t.skip(end, "-")
    if t.word(end) == "end" and t.word(i - 1) not in {"last", "next", "this", "-"}:
        first = t.back(i, "the")
        amount = -1 if t.word(first - 1) == "since" else 0
        yield Expression(
            first=first, last=end + 1, form="shift", unit=unit, amount=amount, spoken_of=True
        )
    elif t.word(i - 1) == "the" and t.word(i - 2) == "of" and t.word(i - 3) in NEAR_ENDS:
        to_do = t.word(i + 1) == "to" and not t.capital(i + 2) and not t.word(i + 2).isdigit()
        if t.word(i + 1) not in _ENDING or to_do:
            first = t.back(i - 3, "the")
            yield Expression(first=first, last=i + 1, form="shift", unit=unit, spoken_of=True)
    elif unit == "year" and _spans_year(t, i):
        yield Expression(first=i - 1, last=i + 1, form="shift", unit=unit, spoken_of=True)


def _spans_year(t: Tokens, i: int) -> bool:
    """Whether "the year" is ours: "for the year", "the first nine months of the year"."""
    if t.word(i - 1) != "the" or t.word(i + 1) in _ENDING:
        return False
    before = t.word(i - 2)
    return before == "for" or (before == "of" and t.word(i - 3) in {"months", "quarters"})

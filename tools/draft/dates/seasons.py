"""Seasons: "summer 1998", "the following spring", "that winter"."""

from __future__ import annotations

from collections.abc import Iterator

from tools.draft.dates.context import Context, Evidence, Resolved
from tools.draft.dates.expression import Expression, Which
from tools.draft.dates.moments import Moment
from tools.draft.dates.numbers import year_at
from tools.draft.dates.tokens import Tokens

# The month with which a season begins where most English is written; it serves to count on.
BEGINS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_WHICH: dict[str, Which] = {
    "following": "following",
    "next": "following",
    "previous": "previous",
    "preceding": "previous",
    "that": "this",
    "same": "this",
}
_BARE = frozenset({"in", "by", "during", "throughout", "until", "over"})


def seasons(t: Tokens, i: int) -> Iterator[Expression]:
    """A season with its year, or with a word that says which one it was."""
    season = BEGINS[t.word(i)]
    at = t.skip(t.skip(i + 1, "of"), ",")
    year = year_at(t, at)
    if year:
        first = t.back(i, "the")
        yield Expression(first=first, last=year[1], form="season", year=year[0], month=season)
        return
    which = _WHICH.get(t.word(i - 1), "")
    definite = t.word(i - 1) == "the" or (which and t.word(i - 2) == "the")
    first = i - bool(which)
    if t.word(i - 1) in {"that", "same"} or (which and definite):
        first = t.back(first, "the")
    elif not (definite and t.word(i - 2) in _BARE and t.word(i) != "fall" and t.word(at) != "of"):
        return
    else:
        which, first = "this", i - 1
    yield Expression(
        first=first, last=i + 1, form="season", month=season, which=which, origin="narrative"
    )


def season(one: Expression, context: Context) -> Resolved | None:
    """The year of a season: of the season itself nothing is certain, so that it is a period."""
    if one.year:
        return _in(one, one.year)
    told = context.told if context.history else context.month or context.year
    if not told or not one.month or not (context.history or one.which in {"following", "previous"}):
        return None
    year = told.year
    if one.which == "following":
        year += one.month <= (told.month or 12)
    elif one.which == "previous":
        year -= one.month >= (told.month or 1)
    return _in(one, year)


def _in(one: Expression, year: int) -> Resolved:
    evidence: Evidence = "stated" if one.year else "narrative"
    return Resolved(f"{year:04}/{year:04}", evidence, Moment(year, one.month))

"""Dates that a history names in passing, and from which its story does not go on."""

from __future__ import annotations

from tools.draft.dates.context import Context
from tools.draft.dates.expression import Expression
from tools.draft.dates.moments import Moment
from tools.draft.dates.tokens import Tokens

# Who tells of a year so much later, within a sentence, tells what became known of it.
AFTERWARDS = 10
# How many words back "had" makes of a clause what went before.
REACH = 20
# How many words a sentence may take to come to the date with which it begins.
OPENING = 2
_BORDERS = frozenset({"before", "since"})
# ahead of where the story stands lies what was planned, and what something lasted until
_AHEAD = frozenset("until till would planned scheduled plan plans expected will should".split())


def is_aside(t: Tokens, one: Expression, moment: Moment, context: Context) -> bool:
    """Whether a date that a history names leaves its story where it was."""
    told = context.told
    if one.form == "shift" and one.amount < 0:
        return True  # "since the siege of the year before"
    if told is None or _opens(t, one.first):
        return False
    if moment.year == told.year:
        return moment.month is None
    if moment.month is None and (t.word(one.first - 1) == "(" or t.word(one.first - 2) == "as"):
        return True  # "as in 1797"
    if t.word(one.first - 1) in _BORDERS or moment.year - told.year > AFTERWARDS:
        return True
    before = _clause(t, one.first)
    if moment.year > told.year:
        return not _AHEAD.isdisjoint(before)
    return "had" in before


def _opens(t: Tokens, first: int) -> bool:
    """Whether a sentence begins with a date, as in "In early 1917"."""
    return any(t.opens(i) for i in range(first, first - OPENING, -1))


def _clause(t: Tokens, first: int) -> list[str]:
    """The words of the sentence before a place, as far as they may govern it."""
    at = first
    while at > max(0, first - REACH) and not t.breaks(at - 1):
        at -= 1
    return t.words[at:first]

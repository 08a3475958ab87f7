"""Days whose year has two figures and no mark: "12 Feb 24", "12-Feb-24"."""

from __future__ import annotations

from collections.abc import Iterator

from tools.draft.dates.expression import Expression
from tools.draft.dates.months import month_at
from tools.draft.dates.numbers import day_before
from tools.draft.dates.tokens import BREAK, Tokens
from tools.draft.dates.words import MONTHS, SHORT_MONTHS

_JOINED = MONTHS | SHORT_MONTHS
CENTURIES = (1900, 2000)
DIGITS = 2
# After "12 March 24" a noun would be counted; one of these begins something else.
_ENDS = frozenset({"", BREAK, ".", ",", ";", ":", ")", "!", "?", "-", "–", "—", "'", '"', "/"})
_GOES_ON = frozenset(
    "to at in on by for from with that which when as and but or after before until it he she they "
    "who was were is are has had".split()
)


def short_years(t: Tokens, i: int) -> Iterator[Expression]:
    """A day and month before two figures, in every century that can be meant."""
    joined = t.word(i + 1) == t.word(i - 1) == "-"
    found = (_JOINED[t.word(i)], i + 1) if joined and t.capital(i) else month_at(t, i)
    if not found:
        return
    month, end = found
    day = day_before(t, i - joined)
    year = t.number(end + joined, DIGITS)
    last = end + joined + 1
    if not day or year is None or len(t.word(last - 1)) != DIGITS or not _stands_alone(t, last):
        return
    for century in CENTURIES:
        yield Expression(
            first=day[1],
            last=last,
            form="calendar",
            year=century + year,
            month=month,
            day=day[0],
        )


def _stands_alone(t: Tokens, last: int) -> bool:
    """Whether the figures before a place count nothing that follows."""
    after = t.word(last)
    if t.glued(last) and after in {"-", "/", "'", ":", ",", "."}:
        return not (t.glued(last + 1) and t.word(last + 1).isalnum())
    return after in _ENDS or after in _GOES_ON

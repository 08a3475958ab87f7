"""Dates that belong together: "from May to July 2019", "between 1 and 3 June", "since 1997".

A period is given beside the dates at its ends, since some who ask want the whole and some the day.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tools.draft.dates.expression import Expression
from tools.draft.dates.tokens import Tokens
from tools.model.dates import Date

_TO = frozenset({"to", "-", "–", "—", "through", "until", "till"})
_JOINED = _TO | {"and", "or", "&", ","}


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
    if word not in _TO and not (word == "and" and before == "between"):
        return None
    if left.date.certainty != right.date.certainty and "approximate" not in (
        left.date.certainty,
        right.date.certainty,
    ):
        return None
    date = Date(f"{left.date.text}/{right.date.text}")
    first = left.first - (before in {"between", "from"})
    return None if date.fault else Placed(first, right.last, date)


def _open(t: Tokens, one: Placed) -> Iterator[Placed]:
    """ "since A", "by A", "until A", "from A onwards"."""
    if not _plain(one):
        return
    before, after = t.word(one.first - 1), t.word(one.last)
    if before == "since":
        yield Placed(one.first - 1, one.last, Date(f"{one.date.text}/.."))
    elif before in {"by", "until", "till"}:
        yield Placed(one.first - 1, one.last, Date(f"../{one.date.text}"))
    elif before == "from" and after in {"on", "onward", "onwards"}:
        yield Placed(one.first - 1, one.last + 1, Date(f"{one.date.text}/.."))

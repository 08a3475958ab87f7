"""Finding the expressions of a text: words that can head one, and the rule for each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from tools.draft.dates import (
    days,
    holidays,
    months,
    numbered,
    numeric,
    parts,
    relative,
    seasons,
    short_years,
    weekdays,
    within,
    words,
    years,
)
from tools.draft.dates.expression import Expression
from tools.draft.dates.tokens import Tokens

Rule = Callable[[Tokens, int], Iterator[Expression]]

RULES: tuple[tuple[Iterable[str], Rule], ...] = (
    (words.MONTHS, months.month_dates),
    (words.SHORT_MONTHS, months.month_dates),
    (words.MONTHS, short_years.short_years),
    (words.SHORT_MONTHS, short_years.short_years),
    (words.WEEKDAYS, weekdays.weekdays),
    (words.WEEKDAYS, within.weekday_of_month),
    (words.SHORT_WEEKDAYS, weekdays.weekdays),
    (days.DAYS, days.named_days),
    (words.PARTS_OF_DAY, days.parts_of_day),
    (relative.UNITS, relative.units),
    (parts.PARTS, parts.parts),
    (("q", "h"), parts.short_quarters),
    (seasons.BEGINS, seasons.seasons),
    (("nineteen", "eighteen", "two"), years.spoken_years),
    (words.DECADES, years.spoken_decades),
    (("century",), years.centuries),
    (words.ORDINAL_ENDINGS, numbered.numbered_days),
    (("'",), years.years),
    (("bc", "bce", "b"), years.antique_years),
    (holidays.HEADS, holidays.holidays),
    (("-", "/", "."), numeric.numeric_dates),
)


def _by_head() -> dict[str, list[Rule]]:
    heads: dict[str, list[Rule]] = {}
    for names, rule in RULES:
        for name in names:
            heads.setdefault(name, []).append(rule)
    return heads


HEADS = _by_head()
YEAR_DIGITS = 4


def expressions(t: Tokens) -> list[list[Expression]]:
    """The expressions of a text in order, none overlapping; each with its other readings, if any.

    The longest wins where two overlap, since what it takes in narrows what it says.
    """
    found = [
        one
        for i, word in enumerate(t.words)
        if word in HEADS or len(word) == YEAR_DIGITS  # most words end here
        for one in _at(t, i, word)
    ]
    found.sort(key=lambda one: (one.first - one.last, one.first))
    taken: dict[int, tuple[int, int]] = {}
    chosen: dict[tuple[int, int], list[Expression]] = {}
    for one in found:
        place = (one.first, one.last)
        if place in chosen:
            chosen[place].append(one)
        elif not any(i in taken for i in range(*place)):
            taken.update(dict.fromkeys(range(*place), place))
            chosen[place] = [one]
    return [chosen[place] for place in sorted(chosen)]


def _at(t: Tokens, i: int, word: str) -> Iterator[Expression]:
    rules = HEADS.get(word)
    if rules:
        for rule in rules:
            yield from rule(t, i)
    elif len(word) == YEAR_DIGITS and word.isdigit():
        yield from years.years(t, i)

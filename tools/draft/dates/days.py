"""Days named by where they lie from another: "yesterday", "this morning", "that evening"."""

from __future__ import annotations

from collections.abc import Iterator

from tools.draft.dates.expression import Expression
from tools.draft.dates.tokens import Tokens
from tools.draft.dates.words import EDGES, PARTS_OF_DAY

DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_HOPED = frozenset("better brighter safer greener cleaner new".split())


def named_days(t: Tokens, i: int) -> Iterator[Expression]:
    """Yesterday, today, tonight, tomorrow, and the days beyond: "the day after tomorrow"."""
    amount, first, end = DAYS[t.word(i)], i, i + 1
    if t.capital(i) and not t.opens(i) and t.capital(i - 1):
        return  # the name of a newspaper or a programme
    if t.word(i - 1) == "of" and t.word(i - 2) != "as":
        return  # "the people of tomorrow"
    if t.word(i) == "tomorrow" and t.word(i - 1) in _HOPED:
        return  # "a better tomorrow"
    if t.word(i - 2) == "day" and t.word(i - 3) == "the":
        step = {"before": -1, "after": 1}.get(t.word(i - 1), 0)
        if step:
            first, amount = i - 3, amount + step
    elif t.word(i - 1) in EDGES:
        first -= 1
    if t.word(end) in PARTS_OF_DAY:
        end += 1
    yield Expression(first=first, last=end, form="shift", amount=amount)


def parts_of_day(t: Tokens, i: int) -> Iterator[Expression]:
    """ "this morning", "last night", "that evening": the day they belong to."""
    before = t.word(i - 1)
    if before == "this" and t.word(i) != "night":
        yield Expression(first=t.back(i - 1, *EDGES), last=i + 1, form="shift")
    elif before == "last" and t.word(i) == "night":
        yield Expression(first=t.back(i - 1, *EDGES), last=i + 1, form="shift", amount=-1)
    elif before in {"that", "same"} and t.word(i) != "noon":
        yield Expression(first=i - 1, last=i + 1, form="shift", origin="narrative")
    elif before in {"following", "next", "previous"} and t.word(i - 2) == "the":
        amount = -1 if before == "previous" else 1
        yield Expression(first=i - 2, last=i + 1, form="shift", amount=amount, origin="narrative")

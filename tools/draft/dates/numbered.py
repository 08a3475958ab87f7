"""Days named by their number alone: "on the 15th"."""

from __future__ import annotations

from collections.abc import Iterator

from tools.draft.dates.expression import Expression
from tools.draft.dates.numbers import LAST_DAY
from tools.draft.dates.tokens import Tokens


def numbered_days(t: Tokens, i: int) -> Iterator[Expression]:
    """ "on the 15th", "by the 3rd": of a month named before."""
    day = t.number(i - 1, 2)
    shown = t.word(i - 2) == "the" and t.word(i - 3) in {"on", "by", "until"}
    alone = not t.capital(i + 1) and t.word(i + 1) not in {"of", "-", "century", "day"}
    if day and day <= LAST_DAY and t.glued(i) and shown and alone:
        yield Expression(first=i - 2, last=i + 1, form="numbered", day=day)

"""Whether a text tells the past, rather than the news of its day."""

from __future__ import annotations

from tools.draft.dates.expression import Expression
from tools.draft.dates.moments import Moment

# So many years before the publication are past to it; what lies nearer is still news.
PAST = 2
# A history states so many years of old, and so many of them for each date of its own day.
LEAST, SHARE = 3, 5


def tells_the_past(said: list[list[Expression]], published: Moment | None) -> bool:
    """Whether nearly all dates of a text are of old, and next to none counts from its own day."""
    firsts = [readings[0] for readings in said]
    old = sum(_is_old(one, published) for one in firsts)
    return old >= LEAST and old >= SHARE * sum(_is_near(one, published) for one in firsts)


def _is_old(one: Expression, published: Moment | None) -> bool:
    if one.form == "antique":
        return True
    stated = one.year if one.form in {"calendar", "years"} else None
    return bool(stated and (published is None or stated <= published.year - PAST))


def _is_near(one: Expression, published: Moment | None) -> bool:
    if one.form in {"weekday", "ahead"}:
        return True
    if one.origin == "narrative":
        return False
    if one.form != "calendar":
        return one.form == "shift" and not one.spoken_of
    if one.year:
        return bool(published and one.year > published.year - PAST)
    return bool(one.which) or one.years_off is not None

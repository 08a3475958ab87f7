"""Whether a text tells the past, rather than the news of its day."""

from __future__ import annotations

from collections import Counter
from typing import Literal

from tools.draft.dates.expression import Expression
from tools.draft.dates.moments import Moment
from tools.draft.dates.tokens import Tokens

# So many years before the publication are past to it; what lies nearer may be news.
PAST = 2
# A history states so many years of old, and so many of them for each date of its own day.
LEAST, SHARE = 3, 3
# So many years stated are a history even where they come up to the day of its writing.
MANY = 12

# Years of which a history may speak besides those that are surely years.
AROUND = 30

# A history has one of these in so many words at most.
SPEAKS = 400
_SPEECH = ("said", "says")

Kind = Literal["old", "recent", "today", ""]


def tells_the_past(t: Tokens, said: list[list[Expression]], published: Moment | None) -> bool:
    """Whether nearly all dates of a text are of old, and next to none counts from its own day.

    News also has somebody say something in every other sentence; a history seldom quotes.
    """
    if SPEAKS * sum(map(t.words.count, _SPEECH)) > len(t):
        return False
    count = Counter(_kind(readings[0], published) for readings in said)
    old, recent, today = count["old"], count["recent"], count["today"]
    if old + recent >= MANY and old + recent >= SHARE * today:
        return True
    return old >= max(LEAST, recent, SHARE * today)


def _kind(one: Expression, published: Moment | None) -> Kind:
    """To which time an expression belongs; none where the text around it decides."""
    if one.form == "antique":
        return "old"
    if one.form in {"calendar", "years"} and one.year and not one.unsure:
        return "old" if published is None or one.year <= published.year - PAST else "recent"
    if one.form in {"weekday", "ahead"}:
        return "today"
    if one.form == "shift":
        return "" if one.origin == "narrative" or one.spoken_of else "today"
    deictic = one.form == "calendar" and one.origin != "narrative"
    return "today" if deictic and (one.which or one.years_off is not None) else ""


def years_told(said: list[list[Expression]]) -> range:
    """The years that a history is about: those around the ones that it states surely."""
    years = [one.year for one, *_ in said if one.year and not one.unsure and one.form == "calendar"]
    return range(min(years) - AROUND, max(years) + AROUND + 1) if years else range(0)

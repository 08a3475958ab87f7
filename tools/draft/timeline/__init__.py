"""The timeline of an article: what happened or is due, and when, as far as its sentences tell.

`dated` finds the dates and their sentences, `report` leaves out those that place nothing on a
calendar, `carried` adds sentences that plainly go on within the date before them, and `wording`
makes a text that reads as an event.
"""

from __future__ import annotations

from tools.draft.found import FoundEvent
from tools.draft.sense.parse import Parsed
from tools.draft.timeline.carried import carried
from tools.draft.timeline.dated import Dated, dated
from tools.draft.timeline.report import reports
from tools.draft.timeline.wording import event_text
from tools.model.dates import Date
from tools.model.text import Span


def events(parsed: Parsed, published: Date | None) -> list[FoundEvent]:
    """The events of an article, in order of their dates, then of their texts."""
    found = dated(parsed, published)
    told = [one for one in found if reports(one, published)]
    told += carried(parsed.sentences, told, found)
    by_sentence: dict[Span, dict[Date, Dated]] = {}
    for one in told:
        by_sentence.setdefault(one.sentence.span, {}).setdefault(one.date, one)
    made = [
        FoundEvent(one.date, text, one.sentence.quote)
        for same in by_sentence.values()
        for text in [event_text(list(same.values()), published)]
        for one in same.values()
    ]
    return sorted(made, key=lambda one: (one.date.order, one.text))

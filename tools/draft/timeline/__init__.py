"""The timeline of an article: what happened or is due, and when, as far as its sentences tell.

`dated` finds the dates and their sentences, `report` leaves out those that place nothing on a
calendar, `carried` adds sentences that plainly go on within the date before them, and `wording`
makes a text that reads as an event.
"""

from __future__ import annotations

from collections.abc import Iterator

from tools.draft.findings import FoundEvent
from tools.draft.sense import Understood
from tools.draft.timeline.carried import carried
from tools.draft.timeline.dated import Dated, dated
from tools.draft.timeline.report import reports
from tools.draft.timeline.wording import event_texts, headed, told_whole
from tools.model.dates import Date
from tools.model.text import Span


def events(article: Understood) -> list[FoundEvent]:
    """The events of an article, in order of their dates, then of their texts."""
    published, found = article.published, dated(article)
    told = [one for one in found if reports(one, published)]
    told += carried(article.parsed.sentences, told, found)
    by_sentence: dict[Span, dict[Date, Dated]] = {}
    for one in told:
        by_sentence.setdefault(one.sentence.span, {}).setdefault(one.date, one)
    made = [
        (one, text)
        for same in by_sentence.values()
        for one, text in zip(
            same.values(), event_texts(list(same.values()), published), strict=True
        )
    ]
    found_events = [
        FoundEvent(one.date, text, one.sentence.span) for one, text in _told_apart(made)
    ]
    return sorted(found_events, key=lambda one: (one.date.order, one.text))


def _told_apart(made: list[tuple[Dated, str]]) -> Iterator[tuple[Dated, str]]:
    """No two that say the same: what is told twice comes once, and what happened twice is told so.

    A lead that is repeated as the summary above it tells nothing new; "The council met." on two
    days is one text for two events until each keeps its day.
    """
    taken: dict[str, set[Date]] = {}
    for one, text in made:
        if one.date in taken.get(text, ()):
            continue
        for told in (text, told_whole(one), headed(one, told_whole(one))):
            if not taken.get(told):
                taken.setdefault(text, set()).add(one.date)
                taken.setdefault(told, set()).add(one.date)
                yield one, told
                break

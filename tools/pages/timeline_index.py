"""The file from which the filters of the timeline find events that stand on many pages.

It is made only where the timeline has such pages, and fetched only when somebody chooses.
It is as small as can be: what it leaves out, `docs/javascripts/timeline.js` puts in.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import partial

from tools.model.months import MONTHS
from tools.model.receipts import year_from_context
from tools.pages import address
from tools.pages.dated import Dated
from tools.pages.dating import date_words
from tools.pages.periods import WHOLE, by_heading, spread
from tools.pages.records import record_of
from tools.pages.site import Site
from tools.pages.timeline import Entry, entries
from tools.pages.wording import capital

NAME = "index.json"  # beside the timeline


def files(site: Site) -> Iterator[tuple[str, Callable[[], str]]]:
    """The path of the file, where there is one, and what makes its text."""
    if len(site.events) > WHOLE and spread(by_heading(site.events)):
        yield f"{address.TIMELINE}{NAME}", partial(text, site)


def text(site: Site) -> str:
    """All events in their order, as JSON.

    `company`, `topic` and `year` are ids, `stories` name, title and the place of the topic.
    `events` has a list each of: the date as the record writes it, the text, who tells it, the
    companies and the years, these three by their places; like beside like is smaller, packed.
    `words` has, by the place of an event whose date is not plain, the words for it, what must be
    said after them and how certain it is.
    """
    found = [one for _, group in entries(site) for one in group]
    stories = list({id(d.story): d.story for one in found for d in one.told}.values())
    ids = {
        kind: list(dict.fromkeys(name for one in found for name in getattr(one, kind)))
        for kind in ("company", "topic", "year")
    }
    places = {
        kind: {name: place for place, name in enumerate(names)} for kind, names in ids.items()
    }
    places["story"] = {story.name: place for place, story in enumerate(stories)}
    told = [
        [story.name, record.title, places["topic"].get(record.topic or "", -1)]
        for story in stories
        for record in [record_of(story)]
    ]
    whole = {
        "explainers": address.relative(address.TIMELINE, address.EXPLAINERS),
        "months": MONTHS,
        **ids,
        "stories": told,
        "events": [
            [one.told[0].event.date.text for one in found],
            [one.told[0].event.text for one in found],
            [[m for each in one.told for m in _teller(each, places["story"])] for one in found],
            [[places["company"][name] for name in one.company] for one in found],
            [[places["year"][name] for name in one.year] for one in found],
        ],
        "words": {place: said for place, one in enumerate(found) if (said := _words(one))},
    }
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":"))


def _words(one: Entry) -> tuple[str, str, str] | None:
    """What a script cannot tell from the text of a date."""
    first = one.told[0]
    date = first.event.date
    words, said = date_words(date, year_from_context(first.story, first.placed.claim, date))
    return None if date.html and not said else (capital(words), said, date.certainty)


def _teller(dated: Dated, stories: dict[str, int]) -> list[int | str]:
    """The place of a story, and the end of the event's anchor unless it is the usual one.

    An anchor of its own is whole, with its "#".
    """
    usual = f"event-{dated.event.date.text}"
    end = dated.anchor.removeprefix(usual) if dated.anchor.startswith(usual) else f"#{dated.anchor}"
    return [stories[dated.story.name], *([end] if end else [])]

"""When an article was published, where its text says so; never guessed, never completed."""

from __future__ import annotations

import re

from tools.draft.reading.header import is_date_line
from tools.draft.reading.stamps import Label, Stamp, settled
from tools.draft.reading.units import Unit

ABOVE = 6  # lines above the headline in which the date of the page may stand
HEADLINE_WORDS = 4  # fewer may be the title of a section as well
FIRST = 2  # units of the body that may begin with it: a summary may stand before it
PLACE = 40  # characters of the place that may stand before a date run into the first sentence
_DASH = re.compile(r"(?:\s?\([^()]{1,30}\))?\s?(?:[–—]|--?)\s")
_SENTENCE = re.compile(r"[.!?:;]\s")
BELOW = 10  # lines after the body in which it may be repeated


def published(
    found: list[Unit], title: int | None, start: int, end: int, day_first: bool | None
) -> str | None:
    """The day (or month) of publication as EDTF, strongest evidence first.

    A date that the text calls one of an update is never it; one without a year is none.
    """
    top = title if title is not None else max(0, start - ABOVE)
    head, foot = found[top:start], found[end : end + BELOW]
    above = found[max(0, top - ABOVE) : top]
    return (
        _labelled(head, "published", day_first)
        or _labelled(head, "bare", day_first)
        or _labelled(foot, "published", day_first)
        or _labelled(above, "published", day_first)
        or _run_in(found[start:end][:FIRST], day_first)
        or _labelled(above[::-1], "bare", day_first)
        or _labelled(foot[:2], "bare", day_first)
        or _beside_itself(found, title, day_first)
    )


def _labelled(zone: list[Unit], label: Label, day_first: bool | None) -> str | None:
    """The first date of these lines that is called so."""
    dates = (settled(s, day_first) for s in _stamps(zone) if s.label == label)
    return next(filter(None, dates), None)


def _run_in(first: list[Unit], day_first: bool | None) -> str | None:
    """The date with which one of the first paragraphs begins: "21 August 2020 – The ministry …"."""
    for unit in first:
        for stamp in unit.stamps[:1]:
            before, after = unit.text[: stamp.start], unit.text[stamp.end :]
            if len(before) <= PLACE and _DASH.match(after) and not _SENTENCE.search(before):
                return settled(stamp, day_first)
    return None


def _beside_itself(found: list[Unit], title: int | None, day_first: bool | None) -> str | None:
    """The date that a list of the latest stories states right under this very headline."""
    if title is None or found[title].count < HEADLINE_WORDS:
        return None
    for index in range(len(found) - 1):
        if index != title and found[index].text == found[title].text:
            for stamp in _stamps(found[index + 1 : index + 2]):
                if stamp.label != "updated" and (date := settled(stamp, day_first)):
                    return date
    return None


def _stamps(zone: list[Unit]) -> list[Stamp]:
    return [stamp for unit in zone if is_date_line(unit) for stamp in unit.stamps]

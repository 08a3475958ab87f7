"""A live blog: entries under their times, a list of the key ones above them."""

from __future__ import annotations

import re
from dataclasses import replace

from tools.draft.reading.furniture import Furniture
from tools.draft.reading.units import LOOK, Unit

HEAD = 15  # units in which a page says that it is live
ENTRIES = 2  # times that stand alone, at least

_LIVE = re.compile(
    r"\w\W+live[.!]?$|\blive(?: ?blog| updates?| coverage| feed| report(?:ing|s)?)[.!]?$|"
    r"^live: ?\w|\blive ?blog\b|"
    r"\blive updates?\b|\bas it happened\b|^key (?:events|moments|updates|developments|points)\b|"
    r"\b(?:minute[ -]by[ -]minute|rolling coverage)\b|[:–—-] live\b|\blive [:–—|-]",
    re.IGNORECASE,
)
_CLOCKED = re.compile(
    r"\d{1,2}[.:h]\d{2}(?: ?[ap]\.?m\.?)?(?: [A-Z]{3,4})?[\s:–—-]+\S|"
    r"\d{1,2} ?[ap]\.?m\.?[\s:–—-]+\S"
)
_CLOCK = re.compile(r"\d[.:h]\d{2}\b|\d ?[ap]\.?m\b", re.IGNORECASE)
_BARE = re.compile(r"\d{1,2}[.:h]\d{2}")
_TIME = Furniture("time of an entry")
_KEY_EVENT = Furniture("list of entries")


def entries_marked(found: list[Unit]) -> list[Unit]:
    """The units of a live blog, its times and its list of key events marked; others as they are."""
    times = [index for index in range(len(found)) if _opens_entry(found, index)]
    head = [unit.text[:LOOK] for unit in found[:HEAD] if not unit.prose]
    if len(times) < ENTRIES or not any(_LIVE.search(text) for text in head):
        return found
    marked = list(found)
    for index, unit in enumerate(found):
        if _is_clock(unit):
            marked[index] = replace(unit, known=_TIME)
        elif _clocked(found, index) and (_clocked(found, index - 1) or _clocked(found, index + 1)):
            marked[index] = replace(unit, known=_KEY_EVENT)
    return marked


def is_entry_time(unit: Unit) -> bool:
    """Whether a unit was marked as the time of an entry."""
    return unit.known == _TIME


def _opens_entry(found: list[Unit], index: int) -> bool:
    """Whether a time stands above the text of an entry, which may have a title."""
    unit = found[index]
    if not _is_clock(unit):
        return False
    return any(other.prose for other in found[index + 1 : index + 3])


def opens_after_time(found: list[Unit], index: int) -> bool:
    """Whether a title stands between the time of an entry and its text."""
    before = found[index - 1].known if index > 0 else None
    return before == _TIME and not found[index].known and not found[index].prose


def _is_clock(unit: Unit) -> bool:
    """Whether it is a time of day and nothing else: "17.32 GMT", "9 a.m.", "18:02"."""
    if _BARE.fullmatch(unit.text):
        return True
    return unit.timed and not unit.stamps and bool(_CLOCK.search(unit.text))


def _clocked(found: list[Unit], index: int) -> bool:
    """Whether a line is a time and a title: an entry of the list above."""
    if not 0 <= index < len(found):
        return False
    unit = found[index]
    return not unit.prose and not unit.known and bool(_CLOCKED.match(unit.text))

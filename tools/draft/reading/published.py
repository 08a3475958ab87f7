"""When an article was published, where its text says so; never guessed, never completed."""

from __future__ import annotations

from tools.draft.reading.header import is_date_line
from tools.draft.reading.stamps import Stamp, settled
from tools.draft.reading.units import Unit

ABOVE = 6  # lines above the headline in which the date of the page may stand
HEADLINE_WORDS = 4  # fewer may be the title of a section as well
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
    for zone, label in (
        (head, "published"),
        (head, "bare"),
        (foot, "published"),
        (above, "published"),
        (above[::-1], "bare"),
        (foot[:2], "bare"),
    ):
        for stamp in _stamps(zone):
            if stamp.label == label and (date := settled(stamp, day_first)):
                return date
    return _beside_itself(found, title, day_first)


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

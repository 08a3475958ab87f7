"""Where everyone on a topic stood from each earlier date on."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from markupsafe import Markup

from tools.model.dates import Date
from tools.model.ledger import Moment, Track
from tools.pages.dating import date_html
from tools.pages.site import Site
from tools.pages.stands import Scale, Stand, scale, stand

Order: TypeAlias = tuple[bool, dt.date, dt.date]
Change: TypeAlias = tuple[Date, list[tuple[Track, Moment]]]  # a date, and who moved on it


@dataclass(frozen=True)
class Then:
    """Where everyone stood from an earlier date on."""

    date: Markup
    happened: list[tuple[str, list[str]]]  # what, and the names of those of whom that is told
    scale: Scale


def changes(tracks: Iterable[Track]) -> list[Change]:
    """Each date before the last one at which somebody's positions became others, newest first."""
    dates: dict[Date, list[tuple[Track, Moment]]] = {}
    for track in tracks:
        for before, moment in zip((None, *track.moments), track.moments, strict=False):
            if before is None or set(before.positions) != set(moment.positions):
                dates.setdefault(moment.date, []).append((track, moment))
    return sorted(dates.items(), key=lambda item: item[0].order, reverse=True)[1:]


def earlier(site: Site, tracks: Iterable[Track], some: Iterable[Change]) -> list[Then]:
    """Where everyone stood from some of the `changes` of these tracks on, newest first."""
    ways = [_Way(track) for track in tracks]
    return [
        Then(_date(date, moved), _happened(site, moved), scale(site, _standing(ways, date)))
        for date, moved in some
    ]


class _Way:
    """A track, with where it has its company stand from each of its dates on."""

    def __init__(self, track: Track) -> None:
        self._orders: list[Order] = [moment.date.order for moment in track.moments]
        self._stands = [stand(moment.by_position) for moment in track.moments]

    def on(self, order: Order) -> Stand | None:
        """Where the company stood on a day."""
        passed = bisect_right(self._orders, order)
        return self._stands[passed - 1] if passed else None


def _standing(ways: Iterable[_Way], date: Date) -> list[Stand]:
    """Where everyone stood from a date on."""
    order = date.order
    return [one for way in ways if (one := way.on(order))]


def _date(date: Date, moved: list[tuple[Track, Moment]]) -> Markup:
    steps = [step for _, moment in moved for step in moment.steps]
    return date_html(date, from_context=any(step.year_from_context for step in steps))


def _happened(site: Site, moved: list[tuple[Track, Moment]]) -> list[tuple[str, list[str]]]:
    """Who was first seen, who moved, of whom a position ended, and where sources differ."""
    found: dict[str, list[str]] = {}
    for track, moment in moved:
        found.setdefault(_what(track, moment), []).append(site.company_name(track.company))
    return [(what, sorted(found[what], key=str.casefold)) for what in WHATS if what in found]


# in the order in which they are told
WHATS = DIFFER, FIRST, ANSWERED, MOVED, BESIDE, ENDED = (
    "differ",
    "first",
    "answered",
    "moved",
    "beside",
    "ended",
)


def _what(track: Track, moment: Moment) -> str:
    """What a date was for a company."""
    if moment.differs:
        return DIFFER
    if moment is track.moments[0]:
        return FIRST
    if any(step.move == "changed" or step.ended for step in moment.steps):
        return MOVED
    if not any(
        step.axis
        for earlier in track.moments[: track.moments.index(moment)]
        for step in earlier.steps
    ):
        return ANSWERED
    return BESIDE if moment.steps else ENDED

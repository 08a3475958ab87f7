"""Where everyone on a topic stood from each earlier date on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from tools.model.dates import Date
from tools.model.ledger import Moment, Track
from tools.pages.dating import date_html
from tools.pages.site import Site
from tools.pages.stands import Scale, scale, stand
from tools.pages.wording import capital, joined


@dataclass(frozen=True)
class Then:
    """Where everyone stood from an earlier date on."""

    date: Markup
    happened: str
    scale: Scale


def earlier(site: Site, tracks: list[Track]) -> list[Then]:
    """Each date before the last one at which somebody's positions became others, newest first."""
    dates: dict[Date, list[tuple[Track, Moment]]] = {}
    for track in tracks:
        for before, moment in zip((None, *track.moments), track.moments, strict=False):
            if before is None or set(before.positions) != set(moment.positions):
                dates.setdefault(moment.date, []).append((track, moment))
    ordered = sorted(dates.items(), key=lambda item: item[0].order, reverse=True)
    return [_then(site, tracks, date, moved) for date, moved in ordered[1:]]


def _then(site: Site, tracks: list[Track], date: Date, moved: list[tuple[Track, Moment]]) -> Then:
    last = (_last(track, date) for track in tracks)
    standing = [one for moment in last if moment and (one := stand(moment.by_position))]
    return Then(_date(date, moved), _happened(site, moved), scale(site, standing))


def _last(track: Track, date: Date) -> Moment | None:
    """The last moment of a track up to a date."""
    order = date.order
    return next((one for one in reversed(track.moments) if one.date.order <= order), None)


def _date(date: Date, moved: list[tuple[Track, Moment]]) -> Markup:
    steps = [step for _, moment in moved for step in moment.steps]
    return date_html(date, from_context=any(step.year_from_context for step in steps))


def _happened(site: Site, moved: list[tuple[Track, Moment]]) -> str:
    """Who was first seen, who moved, of whom a position ended, and where sources differ."""
    found: dict[str, list[str]] = {}
    for track, moment in moved:
        found.setdefault(_what(track, moment), []).append(site.company_name(track.company))
    parts = (
        what.format(joined(sorted(names, key=str.casefold))) for what, names in _ordered(found)
    )
    return capital("; ".join(parts))


DIFFER = "sources differ on {}"
FIRST = "{} first seen"
ANSWERED = "{} gave a first answer"
MOVED = "{} moved"
BESIDES = "{} took a position besides"
ENDED = "a position of {} ended"
WHATS = (DIFFER, FIRST, ANSWERED, MOVED, BESIDES, ENDED)  # in the order in which they are told


def _what(track: Track, moment: Moment) -> str:
    """What a date was for a company, with `{}` where its name belongs."""
    if moment.differs:
        return DIFFER
    if moment == track.moments[0]:
        return FIRST
    if any(step.move == "changed" or step.ended for step in moment.steps):
        return MOVED
    if not any(
        step.axis
        for earlier in track.moments[: track.moments.index(moment)]
        for step in earlier.steps
    ):
        return ANSWERED
    return BESIDES if moment.steps else ENDED


def _ordered(found: dict[str, list[str]]) -> Iterable[tuple[str, list[str]]]:
    return sorted(found.items(), key=lambda item: WHATS.index(item[0]))

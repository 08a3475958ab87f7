"""How a company moved, as a drawing: position runs across, time runs down.

A position that stands beside others has a line of its own: only what left another comes from it.
What only some records tell is dashed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import TypeAlias

from markupsafe import Markup

from tools.model.dates import Date
from tools.model.ledger import Moment, Track
from tools.model.months import MONTHS
from tools.pages.phrases import phrase
from tools.pages.rolls import Room
from tools.pages.site import Site
from tools.pages.svg import Row, svg
from tools.pages.wording import joined, uncapital

Drawing: TypeAlias = tuple[str, str, Markup]  # an address, a name and the drawing
SMALL, LARGE = 16, 22  # marks: on the way, and the last known ones
DIFFER, THEN = phrase("moves.differ"), phrase("moves.then")
ROWS = Room(here=120, page=240)  # so a page shows forty drawings at most; one of its own, eighty
_MONTH = re.compile("|".join(filter(None, MONTHS)))


def drawing(site: Site, track: Track, name: str = "") -> Markup:
    """The drawing of a track; its words for a screen reader begin with `name`, or the company's."""
    moments = _runs(track)
    found = [_row(site, moment, number) for number, moment in enumerate(moments)]
    found[-1] = _last(site, found[-1], moments[-1])
    if len(found) == 1:
        found[0] = replace(found[0], when=_since(moments[0].date))
    spoken = THEN.join(f"{row.words}, {row.when}{row.note}" for row in found)
    return svg(site, found, f"{name or site.company_name(track.company)}: {spoken}")


def drawings(site: Site, found: Iterable[tuple[str, str, Track]]) -> dict[str, list[Drawing]]:
    """Drawings of tracks with an address and a name: of those with several dates, and of others."""
    made: dict[str, list[Drawing]] = {"moving": [], "still": []}
    for there, name, track in found:
        kind = "moving" if len(_runs(track)) > 1 else "still"
        made[kind].append((there, name, drawing(site, track, name)))
    return made


def rows(track: Track) -> int:
    """How many dates a drawing shows; of few, three, which its name and its frame take as well."""
    return max(len(_runs(track)), 3)


def _row(site: Site, moment: Moment, number: int) -> Row:
    told = dict.fromkeys(s.position for s in moment.steps if s.position in moment.positions)
    return Row(
        places=_places(site, moment.positions),
        told=frozenset(told),
        closed=_places(site, (step.position for step in moment.closed)),
        number=number,
        words=words(site, tuple(told), moment),
        first=DIFFER if moment.differs else "",
        when=short(moment.date),
        note=_note(moment),
        size=SMALL,
        differs=moment.differs,
    )


def _last(site: Site, row: Row, moment: Moment) -> Row:
    """The last row shows all that is last known, with large marks; its words, what is new there."""
    known = moment.positions
    said = words(site, known if moment.steps else (), moment)
    return replace(row, told=frozenset(known), size=LARGE, words=said)


def _places(site: Site, positions: Iterable[str]) -> dict[str, float]:
    scale = site.vocabulary.scale
    return {name: round(100 * (scale[name] - 0.5) / len(scale), 2) for name in positions}


def words(site: Site, positions: tuple[str, ...], moment: Moment) -> str:
    """Positions of a date in words: "Refuses and goes to court", and what of them ended."""
    labels = [site.position(name).label for name in positions]
    said = [labels[0], *map(uncapital, labels[1:])] if labels else []
    if moment.differs:
        return f"{DIFFER}: {uncapital(joined(said, 'or'))}"
    closed = [site.position(step.position).label for step in moment.closed]
    ended = [phrase("moves.ended", position=label) for label in closed]
    if said and ended:
        ended = [uncapital(one) for one in ended]
    return "; ".join([*([joined(said)] if said else []), *ended])


def short(date: Date) -> str:
    """A date in few letters: "6 Jul 2020"."""
    return _MONTH.sub(lambda match: match.group()[:3], date.display())


def _runs(track: Track) -> list[Moment]:
    """The dates that changed something; what only reaffirms is left out."""
    runs: list[Moment] = []
    for moment in track.moments:
        if not runs or set(runs[-1].positions) != set(moment.positions) or moment.closed:
            runs.append(moment)
    return runs


def _since(date: Date) -> str:
    words = short(date)
    return phrase("moves.since", date=words) if date.certainty != "period" else words


def _note(moment: Moment) -> str:
    if not moment.steps:
        return ""
    step = moment.steps[0]
    note = step.date.parts(year_from_context=step.year_from_context)[1]
    return f", {note}" if note else ""

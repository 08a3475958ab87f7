"""How a company moved, as a drawing: position runs across, time runs down.

The drawing is an SVG whose x is a percentage, so that one serves a phone and a desk.
A line goes sideways first and then down, so that the words under a mark stay clear of it.
Positions of one date stand in one row; a line that only some records tell is dashed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup, escape

from tools.model.dates import MONTHS, Date
from tools.model.ledger import Moment, Step, Track
from tools.pages.site import Site
from tools.pages.wording import joined, uncapital

ROW = 46  # height of a date that is not the last, in CSS pixels
TOP = 22  # of the first mark's middle
LONE = 40  # height of a drawing with one mark
SMALL, LARGE = 16, 22  # marks: on the way, and the current ones
DIFFER = "Sources differ"
_MONTH = re.compile("|".join(filter(None, MONTHS)))
CLEAR = 8  # pixels between a line and the words beside it
NEAR = 15  # a line as near to a mark, in per cent, would cross words in the middle under it
EDGE, WIDE_EDGE = 20, 35  # words nearer than this to a side, in per cent, are aligned to it


@dataclass(frozen=True)
class _Row:
    """A date of the drawing: where its marks are, and what it says."""

    places: dict[str, float]  # x of each position, in per cent
    y: int
    words: str
    first: str  # as much of the words as a phone shows
    when: str
    note: str  # what must be said of the date
    size: int
    differs: bool


def drawing(site: Site, track: Track, name: str = "") -> Markup:
    """The drawing of a track; its words for a screen reader begin with `name`, or the company's."""
    moments = _runs(track)
    rows = [
        _Row(
            places={p: site.vocabulary.scale[p] * 10 - 5 for p in moment.positions},
            y=TOP + ROW * number,
            words=told(site, moment),
            first=DIFFER if moment.differs else "",
            when=_when(moment.date, alone=len(moments) == 1),
            note=_note(moment.steps[0]),
            size=LARGE if number == len(moments) - 1 else SMALL,
            differs=moment.differs,
        )
        for number, moment in enumerate(moments)
    ]
    alone = len(rows) == 1 and len(rows[0].places) == 1
    height = LONE if alone else TOP + ROW * len(rows) - 4
    parts = [_guides(height)]
    parts += [_lines(first, second) for first, second in pairwise(rows)]
    parts += [_marks(site, row, LONE // 2 if alone else row.y) for row in rows]
    parts += [_beside(rows[0])] if alone else map(_below, rows, [*rows[1:], None])
    spoken = ", then ".join(f"{row.words}, {row.when}{row.note}" for row in rows)
    label = escape(f"{name or site.company_name(track.company)}: {spoken}")
    body = "".join(parts)
    return Markup(
        f'<svg class="track" height="{height}" role="img" aria-label="{label}">{body}</svg>'
    )


def told(site: Site, moment: Moment) -> str:
    """The positions of one date in words: "Refuses and goes to court"."""
    first, *others = (site.position(name).label for name in moment.positions)
    labels = [first, *map(uncapital, others)]
    if moment.differs:
        return f"{DIFFER}: {uncapital(joined(labels, last=' or '))}"
    return joined(labels)


def short(date: Date) -> str:
    """A date in few letters: "6 Jul 2020"."""
    return _MONTH.sub(lambda match: match.group()[:3], date.display())


def _runs(track: Track) -> list[Moment]:
    """The dates that changed something; what only reaffirms is left out."""
    runs: list[Moment] = []
    for moment in track.moments:
        if not runs or set(runs[-1].positions) != set(moment.positions):
            runs.append(moment)
    return runs


def _when(date: Date, *, alone: bool) -> str:
    return f"since {short(date)}" if alone and date.certainty != "period" else short(date)


def _note(step: Step) -> str:
    note = step.date.parts(year_from_context=step.year_from_context)[1]
    return f", {note}" if note else ""


def _guides(height: int) -> str:
    return "".join(
        f'<line class="guide" x1="{x}%" x2="{x}%" y1="0" y2="{height}"/>' for x in (30, 50)
    )


def _lines(first: _Row, second: _Row) -> str:
    """From each mark of a date to the nearest one before it, which may be the same position."""
    drawn = []
    end = second.y - second.size // 2
    for position, x in second.places.items():
        start = min(first.places.values(), key=lambda other: abs(other - x))
        maybe = ' class="maybe"' if second.differs and position not in first.places else ""
        drawn.append(
            f'<line{maybe} x1="{start}%" x2="{x}%" y1="{first.y}" y2="{first.y}"/>'
            f'<line{maybe} x1="{x}%" x2="{x}%" y1="{first.y}" y2="{end}"/>'
        )
    return "".join(drawn)


def _marks(site: Site, row: _Row, y: int) -> str:
    half = row.size // 2
    return "".join(
        f'<use class="{site.position(name).side}" href="#{escape(site.position(name).icon)}" '
        f'x="{x}%" y="{y - half}" width="{row.size}" height="{row.size}" '
        f'transform="translate(-{half})"/>'
        for name, x in row.places.items()
    )


def _beside(row: _Row) -> str:
    """The words beside the only mark of a drawing."""
    (x,) = row.places.values()
    side = 'dx="-18" text-anchor="end"' if x > 50 else 'dx="18"'
    return f'<text x="{x}%" y="{LONE // 2 + 4}" {side}>{_date(row)}</text>'


def _below(row: _Row, following: _Row | None) -> str:
    """The words of a date below its marks: within the drawing, and beside a line that goes on."""
    xs = list(row.places.values())
    ahead = list(following.places.values()) if following else []
    near = [x for x in ahead if min(xs) - NEAR <= x <= max(xs) + NEAR]
    edge = WIDE_EDGE if len(xs) > 1 else EDGE
    x, anchor, shift = (min(xs) + max(xs)) / 2, "middle", 0
    if near and left_of(near, x):
        x, anchor, shift = min(near), "end", -CLEAR
    elif near:
        x, anchor, shift = max(near), "start", CLEAR
    elif x < edge:
        x, anchor, shift = min(xs), "start", -row.size // 2
    elif x > 100 - edge:
        x, anchor, shift = max(xs), "end", row.size // 2
    kind = "" if following else ' class="last"'
    rest = row.words.removeprefix(row.first)
    # where several marks stand, their words are too long for a phone, and the axis names them
    hidden = "w many" if len(xs) > 1 else "w"
    after, comma = ("", ", ") if row.first else (", ", "")
    return (
        f'<text{kind} x="{x:g}%" y="{row.y + row.size // 2 + 15}" dx="{shift}" '
        f'text-anchor="{anchor}">{row.first}<tspan class="{hidden}">{escape(rest)}{after}</tspan>'
        f"{comma}{_date(row)}</text>"
    )


def left_of(lines: list[float], x: float) -> bool:
    """Whether words go to the left of the lines that leave their row: on their own mark's side,
    unless there is no room.
    """
    own_side = min(lines) > x or (max(lines) >= x and x > 50)
    return min(lines) > EDGE + NEAR if own_side else max(lines) > 100 - EDGE - NEAR


def _date(row: _Row) -> str:
    """A row's date; what must be said of it is too long for a phone, and stands in the ledger."""
    note = f'<tspan class="many">{row.note}</tspan>' if row.note else ""
    return f"<tspan>{escape(row.when)}</tspan>{note}"

"""A company's way as an SVG: lines, marks and words of its dates, one row each.

x is a percentage, so that one drawing serves a phone and a desk; y is in CSS pixels.
A line goes sideways first and then down, so that the words under a mark stay clear of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, pairwise

from markupsafe import Markup, escape

from tools.pages.site import Site

ROW = 46  # height of a date that is not the last
TOP = 22  # of the first mark's middle
LONE = 40  # height of a drawing with one mark
CLEAR = 8  # between a line and the words beside it
NEAR = 15  # a line as near to a mark, in per cent, would cross words in the middle under it
EDGE, WIDE_EDGE = 20, 35  # words nearer than this to a side, in per cent, are aligned to it


@dataclass(frozen=True)
class Row:
    """A date of the drawing: what stands from then on and where, and what it says."""

    places: dict[str, float]  # x of each position that stands, in per cent
    told: frozenset[str]  # those that have a mark
    closed: dict[str, float]  # those whose end is told
    number: int  # of the row, from 0
    words: str
    first: str  # as much of the words as a phone shows
    when: str
    note: str  # what must be said of the date
    size: int
    differs: bool

    @property
    def y(self) -> int:
        """The middle of its marks."""
        return TOP + ROW * self.number

    @property
    def marks(self) -> list[float]:
        """Where its words belong: at its marks, else at what ended."""
        return [x for name, x in self.places.items() if name in self.told] or [
            *self.closed.values(),
            *self.places.values(),
        ]


def svg(site: Site, rows: list[Row], label: str) -> Markup:
    """The drawing of some dates; `label` is what a screen reader says of it."""
    alone = len(rows) == 1 and len(rows[0].places) == 1
    height = LONE if alone else TOP + ROW * len(rows) - 4
    parts = [_guides(site, height)]
    parts += [_lines(first, second) for first, second in pairwise(rows)]
    parts += [_marks(site, row, LONE // 2 if alone else row.y) for row in rows]
    parts += [_beside(rows[0])] if alone else map(_below, rows, [*rows[1:], None])
    body = "".join(parts)
    return Markup(
        f'<svg class="track" height="{height}" role="img" aria-label="{escape(label)}">{body}</svg>'
    )


def _guides(site: Site, height: int) -> str:
    """A line between two sides."""
    *inner, count = accumulate(site.vocabulary.sides.values())
    xs = [round(100 * end / count, 2) for end in inner]
    return "".join(
        f'<line class="guide" x1="{x:g}%" x2="{x:g}%" y1="0" y2="{height}"/>' for x in xs
    )


def _lines(first: Row, second: Row) -> str:
    """What stays goes down; what left goes to what came of it; what ended stops at its date."""
    left = {name: x for name, x in first.places.items() if name not in second.places}
    came = {name: x for name, x in second.places.items() if name not in first.places}
    drawn = []
    for name, x in second.places.items():
        if name in first.places:
            short_of = second.size // 2 if name in second.told else 0
            drawn.append(_down(x, first.y, second.y - short_of))
    for name, x in second.closed.items():
        if left.pop(name, None) is not None:
            stop = f'<circle class="stop" cx="{x:g}%" cy="{second.y}" r="4"/>'
            drawn += [_down(x, first.y, second.y), stop]
    # what records differ about is drawn as if it came of what stands
    source = left or (first.places if second.differs else {})
    pairs = {(_nearest(source, x), x) for x in came.values() if source}
    pairs |= {(x, _nearest(came, x)) for x in left.values() if came}
    for start, x in sorted(pairs):
        drawn.append(_across(start, x, first.y, second.y - second.size // 2, second.differs))
    return "".join(drawn)


def _nearest(places: dict[str, float], x: float) -> float:
    return min(places.values(), key=lambda other: (abs(other - x), other))


def _down(x: float, top: int, end: int) -> str:
    return f'<line x1="{x:g}%" x2="{x:g}%" y1="{top}" y2="{end}"/>'


def _across(start: float, x: float, top: int, end: int, maybe: bool) -> str:
    kind = ' class="maybe"' if maybe else ""
    return (
        f'<line{kind} x1="{start:g}%" x2="{x:g}%" y1="{top}" y2="{top}"/>'
        f'<line{kind} x1="{x:g}%" x2="{x:g}%" y1="{top}" y2="{end}"/>'
    )


def _marks(site: Site, row: Row, y: int) -> str:
    half = row.size // 2
    shown = {name: site.position(name) for name in row.places if name in row.told}
    return "".join(
        f'<use class="at-{position.side}" href="#icon-{escape(position.icon)}" '
        f'x="{row.places[name]:g}%" y="{y - half}" width="{row.size}" height="{row.size}" '
        f'transform="translate(-{half})"/>'
        for name, position in shown.items()
    )


def _beside(row: Row) -> str:
    """The words beside the only mark of a drawing."""
    (x,) = row.places.values()
    side = 'dx="-18" text-anchor="end"' if x > 50 else 'dx="18"'
    return f'<text x="{x:g}%" y="{LONE // 2 + 4}" {side}>{_date(row)}</text>'


def _below(row: Row, following: Row | None) -> str:
    """The words of a date below its marks: within the drawing, and beside a line that goes on."""
    xs = row.marks or [50.0]
    ahead = [*following.places.values(), *following.closed.values()] if following else []
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


def _date(row: Row) -> str:
    """A row's date; what must be said of it is too long for a phone, and stands in the ledger."""
    note = f'<tspan class="many">{row.note}</tspan>' if row.note else ""
    return f"<tspan>{escape(row.when)}</tspan>{note}"

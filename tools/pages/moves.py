"""How a company moved, as a drawing: position runs across, time runs down.

The drawing is an SVG whose x is a percentage, so that one serves a phone and a desk.
A line goes sideways first and then down, so that the words under a mark stay clear of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup, escape

from tools.model.dates import MONTHS, Date
from tools.model.ledger import Step, Track
from tools.pages.site import Site

ROW = 46  # height of a step that is not the last, in CSS pixels
TOP = 22  # of the first mark's middle
LONE = 40  # height of a drawing with one step
SMALL, LARGE = 16, 22  # marks: on the way, and the current one
_MONTH = re.compile("|".join(filter(None, MONTHS)))
EDGE = 20  # a label nearer than this to a side, in per cent, is aligned to it


@dataclass(frozen=True)
class _Mark:
    """A step of the drawing: where it is, and what it says."""

    x: float
    y: int
    step: Step
    words: str
    size: int


def drawing(site: Site, track: Track) -> Markup:
    """The drawing of a track; its words for a screen reader are the label of the image."""
    steps = _runs(track)
    marks = [
        _Mark(
            x=site.vocabulary.scale[step.position] * 10 - 5,
            y=TOP + ROW * number,
            step=step,
            words=words,
            size=LARGE if number == len(steps) - 1 else SMALL,
        )
        for number, (step, words) in enumerate(steps)
    ]
    height = LONE if len(marks) == 1 else TOP + ROW * len(marks) - 4
    spoken = ", then ".join(f"{site.position(m.step.position).label}, {m.words}" for m in marks)
    parts = [_guides(height)]
    parts += [_line(first, second) for first, second in pairwise(marks)]
    parts += [_mark(site, mark, alone=len(marks) == 1) for mark in marks]
    label = escape(f"{site.company_name(track.company)}: {spoken}")
    body = "".join(parts)
    return Markup(
        f'<svg class="track" height="{height}" role="img" aria-label="{label}">{body}</svg>'
    )


def short(date: Date) -> str:
    """A date in few letters: "6 Jul 2020"."""
    return _MONTH.sub(lambda match: match.group()[:3], date.display())


def _runs(track: Track) -> list[tuple[Step, str]]:
    """The steps that changed something, each with its date; what only reaffirms is left out."""
    runs: list[tuple[Step, str]] = []
    for step in track.steps:
        if not runs or runs[-1][0].position != step.position:
            runs.append((step, short(step.date)))
    if len(runs) == 1:
        step, words = runs[0]
        return [(step, words if step.date.certainty == "period" else f"since {words}")]
    return runs


def _guides(height: int) -> str:
    return "".join(
        f'<line class="guide" x1="{x}%" x2="{x}%" y1="0" y2="{height}"/>' for x in (30, 50)
    )


def _line(first: _Mark, second: _Mark) -> str:
    end = second.y - second.size // 2
    return (
        f'<line x1="{first.x}%" x2="{second.x}%" y1="{first.y}" y2="{first.y}"/>'
        f'<line x1="{second.x}%" x2="{second.x}%" y1="{first.y}" y2="{end}"/>'
    )


def _mark(site: Site, mark: _Mark, *, alone: bool) -> str:
    position = site.position(mark.step.position)
    half = mark.size // 2
    y = LONE // 2 if alone else mark.y
    use = (
        f'<use class="{position.side}" href="#{escape(position.icon)}" x="{mark.x}%" '
        f'y="{y - half}" width="{mark.size}" height="{mark.size}" transform="translate(-{half})"/>'
    )
    return use + _words(mark, position.label, y, alone=alone)


def _words(mark: _Mark, label: str, y: int, *, alone: bool) -> str:
    """The words of a mark: beside it where it is alone, else below it, within the drawing."""
    if alone:
        left = mark.x > 50
        side = 'dx="-18" text-anchor="end"' if left else 'dx="18"'
        return f'<text x="{mark.x}%" y="{y + 4}" {side}>{escape(mark.words)}</text>'
    anchor, shift = "middle", 0
    if mark.x < EDGE:
        anchor, shift = "start", -mark.size // 2
    elif mark.x > 100 - EDGE:
        anchor, shift = "end", mark.size // 2
    last = ' class="last"' if mark.size == LARGE else ""
    return (
        f'<text{last} x="{mark.x}%" y="{y + mark.size // 2 + 15}" dx="{shift}" '
        f'text-anchor="{anchor}"><tspan class="w">{escape(label)}, </tspan>'
        f"<tspan>{escape(mark.words)}</tspan></text>"
    )

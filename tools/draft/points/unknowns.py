"""What an article says is not known, not decided, not disclosed or not named."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tools.draft.findings import FoundStance, Point
from tools.draft.points.lines import Line
from tools.draft.points.shorter import shortened
from tools.draft.points.summary import covers
from tools.draft.points.tidy import raised
from tools.draft.points.told import Told
from tools.draft.points.words import words
from tools.model.text import straighten

MOST = 4
LONGEST = 40
# "…, but it is not clear whether" stands alone from "it" on.
_CLAUSE = re.compile(r"(?:,|;| –| -)\s(?:but|although|though|and|while)?\s?$", re.IGNORECASE)


def unknowns(told: Told, silent: Sequence[FoundStance]) -> list[Point]:
    """Up to four, in the order of the article; each of the stances that say nothing is one."""
    every = told.lines
    said = [line for line in every if line.whole and _cue(line.text)]
    said += [
        line
        for line in every
        if line.whole
        and line not in said
        and any(covers(one.span, line.sentence.span) for one in silent)
    ]
    # what needs its neighbour to be understood, only where there is too little else
    chosen = sorted(said[: 2 * MOST], key=lambda line: not line.clear)[:MOST]
    chosen = [line for line in chosen if line.clear]
    chosen.sort(key=lambda line: line.sentence.span)
    return [Point(_statement(line), line.span) for line in chosen]


def _cue(text: str) -> re.Match[str] | None:
    """Where a text says so itself, not in the words of somebody it quotes."""
    plain = straighten(text)
    for match in words().unknown.finditer(plain):
        if plain[: match.start()].count('"') % 2 == 0:
            return match
    return None


def _statement(line: Line) -> str:
    text = line.text
    cue = _cue(text)
    if cue and straighten(text)[cue.start() : cue.start() + 2].lower() == "it":
        before = _CLAUSE.search(text[: cue.start()])
        if before:
            return shortened(raised(text[cue.start() :]), line.sentence, LONGEST)
    return shortened(text, line.sentence, LONGEST)

"""A text in the place of another: as it was written where that will do, else as drafts are.

Of a folded text, the lines that hold no changed word stay as they are.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from tools.files.canonical import FOLDED, WIDTH, block, quoted, scalar

MARKS = ("'", '"')
_FOLDS = re.compile(r">[-+]?(?=\s|\Z)")
_UNEVEN = re.compile(r"^[ \t]|[ \t]$|[ \t]{2}|\t", re.MULTILINE)  # lines would not give it back


class Form(NamedTuple):
    """What stands behind a colon or hyphen, and the lines below it with their margin."""

    head: str
    body: list[str]


class Spot(NamedTuple):
    """Where a text stands: the column of its key or hyphen, its own, and how it was written."""

    margin: int
    column: int
    written: str = ""


def form_of(value: str | None, spot: Spot, *, escaped: bool = False) -> Form:
    """How a text or nothing is written at a spot; `escaped` gives back whatever it holds."""
    if value is None:
        return Form("", [])
    if escaped:
        return Form(quoted(value, '"'), [])
    mark = spot.written[:1]
    line = quoted(value, mark) if mark in MARKS else scalar(value, in_flow=False)
    if line is not None and _fits(value, line, spot):
        return Form(line, [])
    own = _margin(spot)
    if not value.strip() or _UNEVEN.search(value) or ("\n" in value and not _folds(spot)):
        head, *body = block([value], WIDTH - own + 2)
        head = head.removeprefix("- ")
        if not head.startswith(("|", ">")):
            return Form(quoted(value, '"' if mark not in MARKS else mark), [])
        own = own if not re.search(r"\d", head) else spot.margin + 2
        lines = [line[2:] for line in body]
    else:
        head = ">" if value.endswith("\n") else ">-"
        lines = _folded(value.removesuffix("\n"), _old(spot), WIDTH - own)
    return Form(head, [" " * own + line if line else "" for line in lines])


def _fits(value: str, line: str, spot: Spot) -> bool:
    """Whether a text belongs on one line: it stood on one, or is short."""
    end = spot.column + len(line)
    if spot.written and "\n" not in spot.written and spot.written[0] not in "|>":
        return end <= WIDTH or spot.column + len(spot.written) > WIDTH
    return "\n" not in value and len(value) < FOLDED and end <= WIDTH


def _folds(spot: Spot) -> bool:
    return bool(_FOLDS.match(spot.written))


def _margin(spot: Spot) -> int:
    """How far the lines of a text stand in: as far as they did, or two beyond the key."""
    if spot.written[:1] in ("|", ">") and not re.match(r"..?\d|.\d", spot.written):
        for line in spot.written.splitlines()[1:]:
            if line.strip():
                return len(line) - len(line.lstrip(" "))
    return spot.margin + 2


def _old(spot: Spot) -> list[str]:
    """The lines of a folded text without their margin, blank ones empty."""
    if not _folds(spot):
        return []
    return [line.strip() for line in spot.written.splitlines()[1:]]


def _folded(value: str, old: list[str], width: int) -> list[str]:
    """The lines of a folded text; paragraphs of it have a blank line between them."""
    before = _paragraphs(old)
    paragraphs = value.split("\n")
    known = {" ".join(lines): lines for lines in before}
    lines: list[str] = []
    for number, paragraph in enumerate(paragraphs):
        like = before[number] if len(before) == len(paragraphs) else []
        lines += [""] if number else []
        lines += known.get(paragraph) or _rewrapped(paragraph.split(" "), like, width)
    return lines


def _paragraphs(lines: list[str]) -> list[list[str]]:
    found: list[list[str]] = [[]]
    for line in lines:
        if line:
            found[-1].append(line)
        else:
            found.append([])
    return found


def _rewrapped(words: list[str], old: list[str], width: int) -> list[str]:
    """Words on lines: the old lines as far as they hold the same, those between them anew."""
    rows = [line.split(" ") for line in old]
    first = _same(words, rows)
    start = sum(map(len, rows[:first]))
    last = _same(words[start:][::-1], [row[::-1] for row in rows[first:][::-1]])
    kept = len(rows) - last
    between = words[start : len(words) - sum(map(len, rows[kept:]))]
    return [*old[:first], *_wrapped(between, width), *old[kept:]]


def _same(words: list[str], rows: list[list[str]]) -> int:
    """How many of the first rows the words are those of."""
    at = 0
    for number, row in enumerate(rows):
        if words[at : at + len(row)] != row:
            return number
        at += len(row)
    return len(rows)


def _wrapped(words: list[str], width: int) -> list[str]:
    lines: list[str] = []
    for word in words:
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        elif word or lines:
            lines.append(word)
    return lines

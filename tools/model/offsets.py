"""Where the characters of a folded text came from, kept as runs: folding moves few of them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

_SPACES = re.compile(r"\s\s+")


@dataclass(frozen=True, slots=True)
class Offsets:
    """The offset of each character in the untouched text, by its offset in the folded one.

    A run is a stretch whose characters are all shifted by the same number.
    """

    firsts: tuple[int, ...]  # where each run begins in the folded text
    shifts: tuple[int, ...]  # how much further on it stands in the untouched one

    def __getitem__(self, at: int) -> int:
        return at + self.shifts[bisect_right(self.firsts, at) - 1]


def runs(offsets: Iterable[int]) -> Offsets:
    """The offsets of all characters, one after the other, as runs."""
    firsts: list[int] = []
    shifts: list[int] = []
    for at, offset in enumerate(offsets):
        if not shifts or shifts[-1] != offset - at:
            firsts.append(at)
            shifts.append(offset - at)
    return Offsets(tuple(firsts), tuple(shifts))


def of_spaces(text: str) -> Offsets:
    """The offsets where folding changes nothing but white space: the last of several stays."""
    begins = len(text) - len(text.lstrip())  # before the first word nothing is left of it
    firsts, shifts = [0], [begins]
    for space in _SPACES.finditer(text, begins):
        firsts.append(space.start() - shifts[-1])
        shifts.append(shifts[-1] + space.end() - space.start() - 1)
    return Offsets(tuple(firsts), tuple(shifts))

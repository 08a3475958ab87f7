"""A fault in what people wrote, with its place and the way out."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

Path = tuple[str | int, ...]


class Place(NamedTuple):
    """A position in a text file; lines and columns count from 1."""

    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault: where it is, what must be otherwise, and how to get there.

    `message` reads `field must ...: 'value'`; `way_out` is a sentence a first-time contributor can
    act on.
    A notice is worth reading and stops nothing; by its `id` an editor who has looked into it names
    it in `checked`.
    """

    path: str
    line: int
    column: int
    message: str
    way_out: str
    notice: bool = field(default=False, compare=False)
    id: str = field(default="", compare=False)

    def __str__(self) -> str:
        mark = "note: " if self.notice else ""
        return f"{self.path}:{self.line}:{self.column}: {mark}{self.message}\n    {self.way_out}"


def field_name(path: Path) -> str:
    """`("stances", 2, "quote")` as people write it: `stances[3].quote`, counted from 1."""
    name = ""
    for step in path:
        if isinstance(step, int):
            name += f"[{step + 1}]"
        else:
            name += f".{step}" if name else step
    return name or "record"


def shorten(value: object, width: int = 80) -> str:
    """A value as it appears in a message: quoted, on one line, never longer than `width`."""
    text = " ".join(str(value).split())
    return repr(text if len(text) <= width else text[: width - 1] + "…")


def did_you_mean(wrong: str, known: Iterable[str]) -> str:
    """The nearest known words as a sentence; where none is near, all of them or the first dozen."""
    names = sorted(known)
    near = difflib.get_close_matches(wrong.lower(), names, n=2, cutoff=0.6)
    if near:
        return f"Did you mean {' or '.join(near)}?"
    shown = ", ".join(names[:12]) + (", …" if len(names) > 12 else "")
    return f"Known: {shown}." if names else "None is known yet."

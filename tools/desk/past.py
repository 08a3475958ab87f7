"""The way back over what was done, and forth again: texts and acts alone, no file."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from pathlib import PurePosixPath
from typing import NamedTuple

from tools.desk.log import Act
from tools.files.read import STORIES


class Stacks(NamedTuple):
    """The edits that stand, and those that can be made anew; of both the next one comes last."""

    active: list[Act]
    undone: list[Act]


def stacks(acts: Iterable[Act]) -> Stacks:
    """What all acts that came off, in their order, leave; an edit forgets what was undone."""
    active: list[Act] = []
    undone: list[Act] = []
    for act in acts:
        if act.kind == "edit":
            active.append(act)
            undone.clear()
            continue
        origin, target = (active, undone) if act.kind == "undo" else (undone, active)
        for one in [one for one in origin if one.number == act.of]:
            origin.remove(one)
            target.append(one)
    return Stacks(active, undone)


def last_group(acts: list[Act]) -> list[Act]:
    """The last of some acts, and before it those of its group, in the order to go over them."""
    last = acts[::-1]
    group = last[0].group if last else None
    if group is None:
        return last[:1]
    count = next((n for n, one in enumerate(last) if one.group != group), len(last))
    return last[:count]


def moved(text: str, act: Act, *, forth: bool) -> str | None:
    """A text after the way back over an edit, or forth; None where it is not what it left."""
    here, there = (act.before, act.after) if forth else (act.after, act.before)
    if here == there:  # a decision alone
        return text
    old, new = (act.old, act.new) if forth else (act.new, act.old)
    now = text[: act.start] + new + text[act.start + len(old) :]
    return now if digest(text) == here and digest(now) == there else None


def splice(text: str, now: str) -> tuple[int, str, str]:
    """The one span in which two texts differ: where it begins, what stood there and what does."""
    start = _shared(text, now)
    rest, new = text[start:], now[start:]
    same = _shared(rest[::-1], new[::-1])
    return start, rest[: len(rest) - same], new[: len(new) - same]


def _shared(one: str, other: str) -> int:
    """How many characters two texts begin with alike, found by halves."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def digest(text: str) -> str:
    """The SHA-256 of a text as a file has it; raises `ValueError` for what UTF-8 cannot hold."""
    return sha256(text.encode("utf-8")).hexdigest()


def story_of(file: str) -> str:
    """The story in whose folder a file is; empty where it is in none."""
    inside = PurePosixPath(file).parts[:-1]
    return inside[-1] if inside[:-1] == PurePosixPath(STORIES).parts else ""

"""What an edit of plain values consists of: a few steps, each at the path of one value."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple, TypeAlias

from tools.files.edit_layout import NotEditedError
from tools.model.problem import Path, field_name

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain] | None"


class Step(NamedTuple):
    """One change: a value that is put, an entry that is inserted before a number, or removed."""

    kind: str  # put, insert, remove
    path: Path
    value: Plain = None


def has(at: Any, step: str | int) -> bool:
    if isinstance(step, int):
        return isinstance(at, list) and 0 <= step < len(at)
    return isinstance(at, dict) and step in at


def nested(path: Path, value: Plain) -> Plain:
    for step in reversed(path):
        if isinstance(step, int):
            raise NotEditedError(f"there is no list for {field_name(path)}")
        value = {step: value}
    return value


def changes(old: Any, new: Any, path: Path) -> Iterator[Step]:
    """What leads from one value to another; an entry that is in both is not touched."""
    if old == new:
        return
    if isinstance(old, dict) and isinstance(new, dict) and old and new:
        for key in new:
            if key in old:
                yield from changes(old[key], new[key], (*path, key))
            else:
                yield Step("put", (*path, key), new[key])
        for key in old:
            if key not in new:
                yield Step("remove", (*path, key))
    elif isinstance(old, list) and isinstance(new, list) and old and new:
        yield from _in_list(old, new, path)
    else:
        yield Step("put", path, new)


def _in_list(old: list[Any], new: list[Any], path: Path) -> Iterator[Step]:
    first, short = 0, min(len(old), len(new))
    while first < short and old[first] == new[first]:
        first += 1
    last = 0
    while last < short - first and old[-1 - last] == new[-1 - last]:
        last += 1
    pairs = short - last
    for number in range(first, pairs):
        yield from changes(old[number], new[number], (*path, number))
    for number in reversed(range(pairs, len(old) - last)):
        yield Step("remove", (*path, number))
    for number in range(pairs, len(new) - last):
        yield Step("insert", (*path, number), new[number])


def carried_out(value: Any, step: Step) -> Any:
    """What is wanted: plain values after a step."""
    if not step.path:
        return step.value
    at = value
    for key in step.path[:-1]:
        at = at[key]
    key = step.path[-1]
    if step.kind == "remove":
        del at[key]
    elif step.kind == "insert":
        at.insert(key, step.value)
    else:
        at[key] = step.value
    return value

"""The tree of a file: every value with its place, and the same as plain values."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, field
from typing import Any

from tools.model.problem import Path, Place


@dataclass(slots=True)
class Node:
    """A value of the file: text, null, a list or a mapping of nodes; `place` is where it stands.

    `start` and `end` slice it out of the text, save for a list or a mapping that stands in lines of
    its own: its end is that of what comes before the next value.
    """

    place: Place
    value: str | list[Node] | dict[str, Node] | None
    keys: dict[str, Place] = field(default_factory=dict)
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Plain:
    """A node as text, lists and mappings; `places` and `origins` are by path in `value`.

    Where something was left out, `origins` leads from a path in `value` to the one in the file.
    """

    value: Any
    places: dict[Path, Place]
    origins: dict[Path, Path]


def plain(node: Node, skip: Set[Path] = frozenset(), base: Path = ()) -> Plain:
    """A node as plain values, without those whose path in the file is in `skip`.

    `base` is the path of the node itself.
    """
    result = Plain(None, {}, {})

    def walk(node: Node, origin: Path, path: Path) -> Any:
        result.places[path] = node.place
        result.origins[path] = origin
        if isinstance(node.value, list):
            kept = [(i, item) for i, item in enumerate(node.value) if (*origin, i) not in skip]
            return [walk(item, (*origin, i), (*path, n)) for n, (i, item) in enumerate(kept)]
        if isinstance(node.value, dict):
            return {
                key: walk(item, (*origin, key), (*path, key))
                for key, item in node.value.items()
                if (*origin, key) not in skip
            }
        return node.value

    value = walk(node, base, base)
    return Plain(value, result.places, result.origins)

"""The tree of a file: every value with its place, and the same as plain values."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Set
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, NamedTuple

from tools.model.places import LEAF, Places, Shape, shape
from tools.model.problem import Path, Place

NO_KEYS: Mapping[str, Place] = MappingProxyType({})  # one for all values that are no mapping


@dataclass(slots=True)
class Node:
    """A value of the file: text, null, a list or a mapping of nodes; `place` is where it stands.

    `start` and `end` slice it out of the text, save for a list or a mapping that stands in lines of
    its own: its end is that of what comes before the next value.
    """

    place: Place
    value: str | list[Node] | dict[str, Node] | None
    keys: Mapping[str, Place] = field(default_factory=lambda: NO_KEYS)
    start: int = 0
    end: int = 0


def child(node: Node, step: str | int) -> Node | None:
    """The node of a key or an item; None where there is none."""
    value = node.value
    if isinstance(value, dict) and isinstance(step, str):
        return value.get(step)
    if isinstance(value, list) and isinstance(step, int) and 0 <= step < len(value):
        return value[step]
    return None


class Plain(NamedTuple):
    """A node as text, lists and mappings; `places` and `origins` are by path in `value`.

    Where something was left out, `origins` has the path in the file of what moved up.
    """

    value: Any
    places: Places
    origins: Mapping[Path, Path]


def plain(node: Node, skip: Set[Path] = frozenset(), base: Path = ()) -> Plain:
    """A node as plain values, without those whose path in the file is in `skip`.

    `base` is the path of the node itself.
    """
    node, origins = _without(node, skip, base) if skip else (node, {})
    numbers = array("I")

    def walk(node: Node) -> tuple[Any, Shape]:
        numbers.extend(node.place)
        value = node.value
        if isinstance(value, dict):
            parts = [walk(item) for item in value.values()]
            keys = tuple(value)
            found = dict(zip(keys, [part for part, _ in parts], strict=True))
            return found, shape(keys, tuple([one for _, one in parts]))
        if isinstance(value, list):
            parts = [walk(item) for item in value]
            shapes = tuple([one for _, one in parts])
            return [part for part, _ in parts], shape(range(len(shapes)), shapes)
        return value, LEAF

    value, whole = walk(node)
    return Plain(value, Places(whole, numbers, base), origins)


def _without(node: Node, skip: Set[Path], base: Path) -> tuple[Node, dict[Path, Path]]:
    """The node without some of its parts, and from where what stands behind them moved up."""
    origins: dict[Path, Path] = {}

    def walk(node: Node, origin: Path, path: Path) -> Node:
        if origin != path:
            origins[path] = origin
        if isinstance(node.value, list):
            kept = [(i, item) for i, item in enumerate(node.value) if (*origin, i) not in skip]
            items = enumerate(kept)
            return replace(
                node, value=[walk(item, (*origin, i), (*path, n)) for n, (i, item) in items]
            )
        if isinstance(node.value, dict):
            named = {key: one for key, one in node.value.items() if (*origin, key) not in skip}
            return replace(
                node,
                value={k: walk(item, (*origin, k), (*path, k)) for k, item in named.items()},
            )
        return node

    return walk(node, base, base), origins

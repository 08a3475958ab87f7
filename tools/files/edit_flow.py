"""Edits inside `[…]` and `{…}`: each is one span of the text and what stands there instead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tools.files.canonical import flow
from tools.files.edit_layout import Layout, NotEditedError
from tools.files.node import Node

Splice = tuple[int, int, str]


@dataclass(frozen=True)
class Flow:
    """How entries of brackets and braces change."""

    layout: Layout

    def put(self, parent: Node, step: str | int, value: Any) -> Splice:
        """A value in the place of another."""
        start, end = self._values(parent)[_keys(parent).index(step)]
        apart = " " if start == end and self.layout.text[start - 1] == ":" else ""
        return start, end, apart + flow(value)

    def add_key(self, node: Node, key: str, number: int, value: Any) -> Splice:
        """A key with its value behind so many others."""
        return self._added(node, number, flow({key: value})[1:-1])

    def insert(self, node: Node, number: int, value: Any) -> Splice:
        """An item before that of a number, or behind the last one."""
        return self._added(node, number, flow(value))

    def _added(self, node: Node, number: int, piece: str) -> Splice:
        spans = self._spans(node)
        if not spans:
            start, end = node.start + 1, node.end - 1
            if self.layout.text[start:end].strip():
                raise NotEditedError(f"a comment stands in the brackets at line {node.place.line}")
            return start, end, piece
        if number < len(spans):
            start = spans[number][0]
            return start, start, f"{piece}, "
        end = spans[-1][1]
        return end, end, f", {piece}"

    def remove(self, parent: Node, step: str | int) -> Splice:
        """Without an entry, and without the comma that stood beside it."""
        number, spans = _keys(parent).index(step), self._spans(parent)
        start, end = spans[number]
        if len(spans) == 1:
            start, end = parent.start + 1, parent.end - 1
        elif number + 1 < len(spans):
            end = spans[number + 1][0]
        else:
            start = spans[number - 1][1]
        if self.layout.comments(parent, parent.start, parent.end):
            line = parent.place.line
            raise NotEditedError(f"a comment in the brackets at line {line} might be lost")
        return start, end, ""

    def _spans(self, node: Node) -> list[tuple[int, int]]:
        """Where each entry begins, with its key, and ends."""
        values = self._values(node)
        if not isinstance(node.value, dict):
            return values
        starts = [self.layout.offset(place) for place in node.keys.values()]
        return [(start, end) for start, (_, end) in zip(starts, values, strict=True)]

    def _values(self, node: Node) -> list[tuple[int, int]]:
        assert isinstance(node.value, (list, dict))
        values = node.value if isinstance(node.value, list) else node.value.values()
        return [(value.start, value.end) for value in values]


def _keys(node: Node) -> list[str | int]:
    assert isinstance(node.value, (list, dict))
    return list(node.value) if isinstance(node.value, dict) else list(range(len(node.value)))

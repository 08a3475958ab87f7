"""Edits among lines: each is one span of the text and what stands there instead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from tools.files.canonical import WIDTH, block, flow, order
from tools.files.edit_flow import Splice
from tools.files.edit_layout import Entry, Layout, NotEditedError
from tools.files.edit_text import Form, Spot, form_of
from tools.files.node import Node, child
from tools.files.typed import model_at


@dataclass(frozen=True)
class Block:
    """How new lines are written: around what, and whether whatever texts hold is escaped."""

    layout: Layout
    escaped: bool = False

    def put(self, parent: Node, step: str | int, value: Any) -> Splice:
        """A value in the place of that of a key or an item."""
        node = child(parent, step)
        assert node is not None
        entry = self.layout.entry(parent, step)
        if isinstance(value, (list, dict)) or isinstance(node.value, (list, dict)):
            return self._put_anew(entry, node, value)
        return self._put_text(entry, node, value)

    def _put_text(self, entry: Entry, node: Node, value: str | None) -> Splice:
        """A text in the place of a text or of nothing; what stands behind it on its line stays."""
        layout = self.layout
        start, line_end = node.start, layout.line_end(entry.tail)
        rest = layout.text[entry.tail : line_end]
        if layout.is_lines(node):
            head_end = layout.header_end(node)
            rest, line_end = layout.text[head_end : layout.line_end(head_end)], entry.tail
        written = layout.text[start : entry.tail]
        form = self._form(entry, value, written, start if written else start + 1)
        if not layout.text[entry.slot : start].strip() and (value is None or not written):
            start = entry.slot  # nothing needs no blank before it
        apart = " " if form.head and start == entry.slot else ""
        return start, line_end, self._joined(apart + form.head + rest, form.body)

    def _put_anew(self, entry: Entry, node: Node, value: Any) -> Splice:
        """A text, list or mapping in the place of one of another kind."""
        layout = self.layout
        first_end, end = layout.line_end(entry.slot), layout.line_end(entry.tail)
        start, rest = entry.slot, layout.text[entry.tail : end]
        if node.start > first_end:  # below its key, which may have a comment beside it
            start, rest = first_end, layout.text[entry.slot : first_end] + rest
        elif layout.is_lines(node):
            head_end = layout.header_end(node)
            rest = layout.text[head_end : layout.line_end(head_end)]
        if not layout.is_lines(node) and layout.comments(node, start, entry.tail):
            line = layout.line(start)
            raise NotEditedError(f"a comment in the lines from {line} on would be lost")
        form = self._form(entry, value, "", entry.slot + 1)
        if layout.in_flow(node) and _is_plain(value):
            brackets = flow(value)
            if layout.column(entry.slot) + 1 + len(brackets) <= WIDTH:
                form = Form(brackets, [])
        apart = " " if form.head else ""
        return entry.slot, end, self._joined(apart + form.head + rest, form.body)

    def _form(self, entry: Entry, value: Any, written: str, at: int) -> Form:
        margin = self.layout.column(entry.marker)
        if not isinstance(value, (list, dict)):
            spot = Spot(margin, self.layout.column(at), written)
            return form_of(value, spot, escaped=self.escaped)
        if not value:
            return Form(flow(value), [])
        lines = self._lines(value, margin + 2)
        is_item = self.layout.text[entry.marker : entry.slot] == "-"
        return Form(lines[0].lstrip(" "), lines[1:]) if is_item else Form("", lines)

    def _lines(self, value: Any, margin: int) -> list[str]:
        lines = block(value, WIDTH - margin, escaped=self.escaped)
        return [" " * margin + line if line else "" for line in lines]

    def _joined(self, head: str, body: list[str]) -> str:
        return self.layout.newline.join([head.rstrip() if not body else head, *body])

    def add_key(self, node: Node, key: str, number: int, value: Any) -> Splice:
        """A key with its value behind so many others."""
        layout, keys = self.layout, list(node.keys)
        margin = layout.column(layout.offset(node.keys[keys[0]]))
        lines = self._lines({key: value}, margin)
        if number:
            return self._at(layout.finish(layout.entry(node, keys[number - 1])), lines)
        first = layout.entry(node, keys[0])
        if layout.has_own_line(first):
            return self._at(layout.begin(first), lines)
        piece = layout.newline.join([lines[0].lstrip(" "), *lines[1:], " " * margin])
        return first.marker, first.marker, piece

    def insert(self, node: Node, number: int, value: Any) -> Splice:
        """An item before that of a number, or behind the last; a blank line parts it as others."""
        assert isinstance(node.value, list)
        layout, count = self.layout, len(node.value)
        lines = self._lines([value], node.place.column - 1)
        near = layout.entry(node, min(number, count - 1))
        self._needs_own_line(near)
        begin = layout.begin(near)
        is_parted = count > 1 and layout.is_blank(layout.line(begin) - 1)
        if number < count:
            return self._at(begin, [*lines, ""] if is_parted and number else lines)
        return self._at(layout.finish(near), ["", *lines] if is_parted else lines)

    def _at(self, at: int, lines: list[str]) -> Splice:
        text, newline = self.layout.text, self.layout.newline
        piece = newline.join(lines)
        if at == len(text) and not text.endswith("\n"):
            return at, at, newline + piece
        return at, at, piece + newline

    def remove(self, parent: Node, step: str | int) -> Splice:
        """Without the lines of an entry and the comments that are its own."""
        layout = self.layout
        assert isinstance(parent.value, (list, dict))
        entry = layout.entry(parent, step)
        finish = layout.finish(entry)
        if len(parent.value) > 1 and not layout.has_own_line(entry):
            return self._first_key(parent, entry)
        if len(parent.value) == 1 and (parent is layout.root or not layout.has_own_line(entry)):
            return layout.begin(entry) if layout.has_own_line(entry) else entry.marker, *(
                layout.line_end(entry.tail),
                flow(type(parent.value)()),
            )
        begin = layout.begin(entry)
        before, behind = layout.line(begin) - 1, layout.line(finish)
        if layout.is_blank(before) and (layout.is_blank(behind) or finish == len(layout.text)):
            # one blank line goes along, so that no two are left or one at the end
            begin = layout.line_start(begin - 1)
        return begin, finish, ""

    def _first_key(self, parent: Node, entry: Entry) -> Splice:
        """Without the key that stands beside the hyphen; the next one takes its place."""
        layout = self.layout
        if not isinstance(parent.value, dict):
            self._needs_own_line(entry)
        second = layout.offset([*parent.keys.values()][1])
        between = layout.text[layout.finish(entry) : second]
        if between.strip():
            line = layout.line(second)
            raise NotEditedError(f"the comment above line {line} would stand nowhere")
        return entry.marker, second, ""

    def _needs_own_line(self, entry: Entry) -> None:
        if not self.layout.has_own_line(entry):
            line = self.layout.line(entry.marker)
            raise NotEditedError(f"line {line} begins two lists at once: part them first")


def _is_plain(value: Any) -> bool:
    """Whether a value may stand between brackets: a list of texts without lines."""
    return isinstance(value, list) and all(
        isinstance(one, str) and "\n" not in one for one in value
    )


def in_order(value: Any, model: type[BaseModel] | None) -> Any:
    """A value with the keys of each mapping in the order in which they are written."""
    if isinstance(value, list):
        return [in_order(item, model) for item in value]
    if not isinstance(value, dict):
        return value
    names = {name: number for number, name in enumerate(order(model) if model else ())}
    keys = sorted(value, key=lambda key: names.get(key, len(names)))
    return {key: in_order(value[key], model_at(model, (key,)) if model else None) for key in keys}

"""Where in its text each entry of a YAML tree begins and ends, with the comments that are its own.

What belongs to an entry: the comments directly above it, its own lines, and deeper comments below.
Blank lines, and comments with a blank line below them, stay where they are; so do the comments with
which a file begins.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from tools.files.node import Node
from tools.model.problem import Place

_KEY = re.compile(
    r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|(?:[^:\n]|:(?=\S))+?)[ \t]*:(?=\s|\Z)""", re.DOTALL
)
_COMMENT = re.compile(r"(?:^|(?<=\s))#")


class NotEditedError(Exception):
    """An edit that cannot be had without loss; raised by `edit`, the message says why."""


@dataclass(frozen=True)
class Entry:
    """A key or an item in lines of its own, by offsets in the text."""

    marker: int  # where its key or its hyphen stands
    slot: int  # behind its colon or its hyphen
    tail: int  # where its value ends


@dataclass(frozen=True)
class Layout:
    """A text with its tree; `faulty` are the lines with a Problem, which the tree may not show."""

    text: str
    root: Node
    faulty: frozenset[int] = frozenset()

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self.text))]

    @cached_property
    def newline(self) -> str:
        """How the lines of the text end."""
        return "\r\n" if "\r\n" in self.text else "\n"

    def line(self, offset: int) -> int:
        """The number of the line in which an offset lies, from 1."""
        return bisect_right(self._starts, offset)

    def line_start(self, offset: int) -> int:
        return self._starts[self.line(offset) - 1]

    def next_line(self, offset: int) -> int:
        """Where the next line begins; the length of the text where there is none."""
        number = self.line(offset)
        return self._starts[number] if number < len(self._starts) else len(self.text)

    def line_end(self, offset: int) -> int:
        """Where the line of an offset ends, its line end not counted."""
        end = self.next_line(offset)
        return end - len(self.text[offset:end]) + len(self.text[offset:end].rstrip("\r\n"))

    def column(self, offset: int) -> int:
        """How many characters stand before an offset on its line."""
        return offset - self.line_start(offset)

    def offset(self, place: Place) -> int:
        return self._starts[place.line - 1] + place.column - 1

    def in_flow(self, node: Node) -> bool:
        """Whether a node is written with brackets or braces."""
        return isinstance(node.value, (list, dict)) and self.text[node.start : node.start + 1] in (
            "[",
            "{",
        )

    def is_lines(self, node: Node) -> bool:
        """Whether a node is a text of its own lines, after `|` or `>`."""
        return isinstance(node.value, str) and self.text.startswith(("|", ">"), node.start)

    def header_end(self, node: Node) -> int:
        """Where the first line of a text of its own lines ends, its comment not counted."""
        line = self.text[node.start : self.line_end(node.start)]
        return node.start + len(re.split(r"\s", line, maxsplit=1)[0])

    def tail(self, node: Node) -> int:
        """Where the last character of a value stands, plus one; blank lines behind it are none."""
        while isinstance(node.value, (list, dict)) and node.value and not self.in_flow(node):
            node = [*(node.value if isinstance(node.value, list) else node.value.values())][-1]
        if not self.is_lines(node):
            return node.end
        written = self.text[node.start : node.end]
        if "+" in self.text[node.start : self.header_end(node)]:
            return node.start + len(written.removesuffix("\n").removesuffix("\r"))
        return self.line_end(node.start + len(written.rstrip()))

    def entry(self, parent: Node, step: str | int) -> Entry:
        """Where an entry of a mapping or list in lines of its own stands."""
        if isinstance(parent.value, dict) and isinstance(step, str):
            marker = self.offset(parent.keys[step])
            key = _KEY.match(self.text, marker)
            if key is None or self.text[:marker].rstrip(" ").endswith("?"):
                raise NotEditedError(f"the key at line {self.line(marker)} cannot be told apart")
            return Entry(marker, key.end(), self.tail(parent.value[step]))
        assert isinstance(parent.value, list)
        assert isinstance(step, int)
        marker = self._hyphen(parent, step)
        return Entry(marker, marker + 1, self.tail(parent.value[step]))

    def _hyphen(self, parent: Node, number: int) -> int:
        assert isinstance(parent.value, list)
        if number == 0:
            return parent.start
        column = parent.place.column - 1
        at = self.next_line(self.tail(parent.value[number - 1]))
        while at <= parent.value[number].start:
            line = self.text[at : self.line_end(at)]
            if not line[:column].strip() and re.match(r"-(?:\s|$)", line[column:]):
                return at + column
            at = self.next_line(at)
        raise NotEditedError(f"the entries of the list at line {parent.place.line} run together")

    def has_own_line(self, entry: Entry) -> bool:
        """Whether nothing stands before a key or hyphen on its line."""
        return not self.text[self.line_start(entry.marker) : entry.marker].strip()

    def begin(self, entry: Entry) -> int:
        """Where the lines of an entry begin, with the comments directly above it."""
        first = self.line(entry.marker)
        number, column = first, self.column(entry.marker)
        while number > 1 and self._comment(number - 1, column):
            number -= 1
        return self._starts[(first if number == 1 else number) - 1]

    def _comment(self, number: int, column: int) -> bool:
        """Whether a line is a comment, no deeper than a column."""
        start = self._starts[number - 1]
        line = self.text[start : self.line_end(start)]
        return line.lstrip().startswith("#") and len(line) - len(line.lstrip()) <= column

    def finish(self, entry: Entry) -> int:
        """Where the line behind an entry begins, deeper comments below it passed over.

        Raises `NotEditedError` where what follows is part of it and cannot be read.
        """
        column, at = self.column(entry.marker), self.next_line(entry.tail)
        end = at
        while at < len(self.text):
            line = self.text[at : self.line_end(at)]
            if line.strip() and not line.lstrip().startswith("#"):
                if self.line(at) in self.faulty:
                    raise NotEditedError(f"what is wrong at line {self.line(at)} comes first")
                break
            at = self.next_line(at)
            if line.strip() and len(line) - len(line.lstrip()) > column:
                end = at
        return end

    def is_blank(self, number: int) -> bool:
        """Whether there is a line of that number with nothing in it."""
        if not 0 < number < len(self._starts):  # behind the last line end there is no line
            return False
        return not self.text[self._starts[number - 1] : self._starts[number]].strip()

    def comments(self, node: Node, start: int, end: int) -> bool:
        """Whether a comment stands between two offsets, outside the texts of a node."""
        at = start
        for leaf in leaves(node):
            gaps = [self.text[at : leaf.start]]
            if self.is_lines(leaf):
                gaps.append(self.text[self.header_end(leaf) : self.line_end(leaf.start)])
            if any(_COMMENT.search(gap) for gap in gaps):
                return True
            at = self.tail(leaf)
        return bool(_COMMENT.search(self.text[at:end]))


def leaves(node: Node) -> Iterator[Node]:
    """The texts and nulls of a node in the order of the file."""
    if isinstance(node.value, (list, dict)):
        parts = node.value if isinstance(node.value, list) else node.value.values()
        for part in parts:
            yield from leaves(part)
    else:
        yield node

"""The lines of a record in another order: each key and each item takes its comments along.

What belongs to an entry: the comments directly above it, its own lines, and deeper comments below.
Blank lines, and comments with a blank line below them, stay where they are.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tools.files.canonical import order
from tools.files.node import Node
from tools.files.typed import model_at
from tools.model.problem import Path
from tools.model.record import Explainer

Lines = list[str]
Order = Callable[[Path, Node], list[int]]  # of the items of a list, by their present places
MODELINE = "# yaml-language-server:"


class NotFixedError(Exception):
    """Something of a record could not be kept for certain; the text says what."""


def in_order(text: str, root: Node, items: Order) -> str:
    """The text with the keys of all mappings in the order in which records are written.

    `items` says how the items of a list are ordered.
    Raises `NotFixedError` where a line cannot be told to belong to one entry.
    """
    lines = text.splitlines(keepends=True)
    return "".join(_Blocks(lines, items).block(root, (), 0, len(lines)))


class _Blocks:
    def __init__(self, lines: Lines, items: Order) -> None:
        self.lines = lines
        self.items = items

    def block(self, node: Node, path: Path, start: int, stop: int) -> Lines:
        """The lines from `start` to before `stop`, which hold one value, in their new order."""
        if self._in_flow(node):
            return self.lines[start:stop]
        if isinstance(node.value, dict) and node.value:
            return self._mapping(node, path, start, stop)
        if isinstance(node.value, list) and node.value:
            return self._list(node, path, start, stop)
        return self.lines[start:stop]

    def _in_flow(self, node: Node) -> bool:
        line = self.lines[node.place.line - 1] if node.place.line <= len(self.lines) else ""
        return line[node.place.column - 1 : node.place.column] in ("{", "[")

    def _mapping(self, node: Node, path: Path, start: int, stop: int) -> Lines:
        assert isinstance(node.value, dict)
        keys = list(node.keys)
        column = node.keys[keys[0]].column - 1
        firsts = [place.line - 1 for place in node.keys.values()]
        hyphen = self.lines[firsts[0]][:column]
        if any(self.lines[line][:column].strip() for line in firsts[1:]) or hyphen.strip(" -"):
            raise NotFixedError(f"line {firsts[0] + 1} holds more than one key")
        model = model_at(Explainer, path)
        names = order(model) if model else keys
        rank = sorted(range(len(keys)), key=lambda n: names.index(keys[n]))
        entries = [
            self._entry(node.value[key], (*path, key), first, end)
            for key, first, end in zip(keys, firsts, [*firsts[1:], stop], strict=True)
        ]
        if not hyphen.strip():
            return self._joined(entries, rank, start, firsts[0], column)
        entries[0][0] = " " * column + entries[0][0][column:]
        return _hung(self._joined(entries, rank, start, firsts[0], column), hyphen)

    def _entry(self, value: Node, path: Path, first: int, stop: int) -> Lines:
        """The lines of a key with its value, and whatever stands before the next key."""
        if not isinstance(value.value, (dict, list)) or self._in_flow(value):
            return self.lines[first:stop]
        return self.lines[first : first + 1] + self.block(value, path, first + 1, stop)

    def _list(self, node: Node, path: Path, start: int, stop: int) -> Lines:
        assert isinstance(node.value, list)
        column = node.place.column - 1
        firsts = [n for n in range(start, stop) if _is_item(self.lines[n], column)]
        if len(firsts) != len(node.value):
            raise NotFixedError(f"the items of the list at line {start} cannot be told apart")
        entries = [
            self.block(item, (*path, number), first, end)
            for number, (item, first, end) in enumerate(
                zip(node.value, firsts, [*firsts[1:], stop], strict=True)
            )
        ]
        return self._joined(entries, self.items(path, node), start, firsts[0], column)

    def _joined(
        self, entries: list[Lines], rank: Sequence[int], start: int, first: int, column: int
    ) -> Lines:
        """Entries one below the other in the order of `rank`, from what stands before the first."""
        if list(rank) == sorted(rank):
            return self.lines[start:first] + [line for entry in entries for line in entry]
        gaps, above = [], []
        before = self.lines[start:first]
        own: list[Lines] = []
        for entry in entries:
            comments = _attached(before)
            gaps.append(before[: len(before) - comments])
            above.append(before[len(before) - comments :])
            end = _end(entry, column)
            own.append(entry[:end])
            before = entry[end:]
        joined = []
        for gap, number in zip(gaps, rank, strict=True):
            joined += [*gap, *above[number], *own[number]]
        return joined + before


def _is_item(line: str, column: int) -> bool:
    return not line[:column].strip() and line[column : column + 2].strip("\r\n") in ("-", "- ")


def _is_comment(line: str) -> bool:
    return line.lstrip().startswith("#")


def _attached(lines: Lines) -> int:
    """How many comments stand directly above what follows; the editor's line stays on top."""
    number = 0
    while number < len(lines) and _is_comment(lines[-1 - number]):
        if lines[-1 - number].startswith(MODELINE):
            break
        number += 1
    return number


def _end(entry: Lines, column: int) -> int:
    """Where an entry ends: after its last line that is no comment, or is a deeper one."""
    for number in range(len(entry), 0, -1):
        line = entry[number - 1]
        depth = len(line) - len(line.lstrip())
        if line.strip() and (not _is_comment(line) or depth > column):
            return number
    return len(entry)


def _hung(lines: Lines, hyphen: str) -> Lines:
    """An item with its hyphen at the first key; comments above that key go above the hyphen."""
    first = next(number for number, line in enumerate(lines) if not _is_comment(line))
    margin = " " * (len(hyphen) - len(hyphen.lstrip()))
    comments = [margin + line.lstrip() for line in lines[:first]]
    return [*comments, hyphen + lines[first][len(hyphen) :], *lines[first + 1 :]]

"""YAML read as text, with the place of every key and value.

Every scalar is the text that stands in the file: no dates, no numbers, no `no` that turns into
false; only `null`, `~` and nothing at all are null.
Anchors, aliases, merge keys, tags and a second document are refused: a record needs none of them,
and a file of a few lines can grow to gigabytes by them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NoReturn

import yaml

from tools.files.cut import ID, SWALLOWED, cut_at, words
from tools.files.merging import in_record
from tools.files.node import NO_KEYS, Node
from tools.files.yaml_faults import explain, one_of_two
from tools.model.problem import Place, Problem, shorten

Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
NULLS = ("", "null", "~")
DEEPEST = 20  # a record is four levels deep
# what YAML does not allow, and what ends a line for YAML and for no editor, so that lines are
# counted here as there
UNSEEN = re.compile(r"[^\t\n\r -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class UnreadableError(Exception):
    """The file cannot be read at all; raised by `parse` with the one Problem that says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def parse(
    text: str, path: str, *, empty: str = "Restore it from its history."
) -> tuple[Node, list[Problem]]:
    """The root of a YAML text, and Problems that did not stop the reading.

    `path` names the file in messages, `empty` is the way out where there is nothing in it.
    Raises `UnreadableError` where the text is not YAML or uses what is refused.
    """
    if unmerged := in_record(text, path):
        raise UnreadableError(unmerged)
    return _Reader(text, path, empty).read()


class _Reader:
    def __init__(self, text: str, path: str, empty: str) -> None:
        self.path = path
        self.empty = empty
        self.text = text
        self.problems: list[Problem] = []
        self.depth = 0

    def read(self) -> tuple[Node, list[Problem]]:
        if unseen := UNSEEN.search(self.text):
            line_start = self.text.rfind("\n", 0, unseen.start()) + 1
            self._stop(
                Place(self.text.count("\n", 0, line_start) + 1, unseen.start() - line_start + 1),
                f"file must hold no control characters: U+{ord(unseen.group()):04X}",
                "Delete the character; it cannot be seen in most editors.",
            )
        try:
            self.events: Iterator[Any] = iter(Loader(self.text).get_event, None)
            return self._document(), self.problems
        except yaml.MarkedYAMLError as error:
            self._stop(*explain(error, self.text))

    def _document(self) -> Node:
        root: Node | None = None
        for event in self.events:
            if isinstance(event, yaml.StreamEndEvent):
                break
            if isinstance(event, (yaml.StreamStartEvent, yaml.DocumentEndEvent)):
                continue
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    self._stop(
                        _place(event),
                        "file must hold one document: '---'",
                        "Delete the line with the three hyphens and what follows it.",
                    )
                continue
            root = self._node(event)
        if root is None or root.value is None:
            self._stop(Place(), "file must not be empty", self.empty)
        return root

    def _node(self, event: Any, key: str = "", *, item: bool = False) -> Node:
        """The value that an event begins; `item` says whether it is one of the list of `key`."""
        mark = event.start_mark
        place, start = Place(mark.line + 1, mark.column + 1), mark.index
        if event.anchor is not None or event.tag is not None:
            self._refuse(event, place)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, key, place, start)
        self.depth += 1
        if self.depth > DEEPEST:
            self._stop(
                place, f"file must not nest deeper than {DEEPEST} levels", "Flatten the list here."
            )
        if isinstance(event, yaml.SequenceStartEvent):
            node = self._list(place, key)
        else:
            node = self._mapping(place, is_entry=item and not event.flow_style)
        node.start = start
        self.depth -= 1
        return node

    def _scalar(self, event: Any, key: str, place: Place, start: int) -> Node:
        value, end = event.value, event.end_mark.index
        plain = event.implicit[0]
        if plain and self.text.startswith((" ", "\t"), end):  # few of them: most end their line
            self._look_behind(value, key, place, end)
        null = plain and value in NULLS
        return Node(place, None if null else value, NO_KEYS, start, end)

    def _look_behind(self, value: str, key: str, place: Place, end: int) -> None:
        """A Problem or a notice where a text without quotation marks ends at a number sign."""
        if swallowed := SWALLOWED.match(self.text, end):
            self._note(
                place,
                f"text must not have a space and # in it: {shorten(swallowed.group().strip())}",
                "Readers would see nothing from # on: put the text in quotation marks. If that "
                "is a comment, write a space after the #.",
            )
        elif rest := cut_at(key, value, self.text, end):
            said = words(value, rest)
            at = place.line, place.column
            self.problems.append(Problem(self.path, *at, *said, notice=True, id=ID))

    def _list(self, place: Place, key: str) -> Node:
        items: list[Node] = []
        for event in self.events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self._node(event, key, item=True))
        return Node(place, items, end=_end(event))

    def _mapping(self, place: Place, *, is_entry: bool) -> Node:
        entries: dict[str, Node] = {}
        keys: dict[str, Place] = {}
        again = False
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            name = self._node(event)
            key, at = name.value, name.place
            if not isinstance(key, str) or key == "<<":
                self._stop(
                    at, "key must be a plain word", "Write keys as in the example of CONTRIBUTING."
                )
            value = self._node(next(self.events), key)
            if key not in keys:
                entries[key], keys[key] = value, at
            elif not (again and is_entry):  # the others are of the entry that lacks its hyphen
                again = True
                self._note(
                    at,
                    f"{key} must be given once: it stands on line {keys[key].line} as well",
                    one_of_two(key, is_entry, _holds_more(entries[key]) or _holds_more(value)),
                )
        return Node(place, entries, keys, end=_end(event))

    def _refuse(self, event: Any, place: Place) -> NoReturn:
        """Stops at an anchor, an alias or a tag."""
        if event.anchor is not None:
            self._stop(
                place,
                f"value must not use the YAML anchor or alias {shorten(event.anchor)}",
                "Write the value out; if it begins with & or *, put it in quotation marks.",
            )
        self._stop(
            place,
            f"value must not have the YAML tag {shorten(event.tag)}",
            "Delete the tag; if the value begins with !, put it in quotation marks.",
        )

    def _note(self, place: Place, message: str, way_out: str) -> None:
        self.problems.append(Problem(self.path, place.line, place.column, message, way_out))

    def _stop(self, place: Place, message: str, way_out: str) -> NoReturn:
        raise UnreadableError(Problem(self.path, place.line, place.column, message, way_out))


def _holds_more(node: Node) -> bool:
    return isinstance(node.value, (list, dict))


def _end(event: Any) -> int:
    return int(event.end_mark.index)


def _place(event: Any) -> Place:
    mark = event.start_mark
    return Place(mark.line + 1, mark.column + 1)

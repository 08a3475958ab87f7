"""What a page asks of the site while it is made: what it rests on, and nothing else.

`Site` notes each question in its notebook as a fact: a kind and its keys, such as
`("tracks", "acme", "maps")`.
A page whose facts have the same values as when it was made need not be made again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TypeAlias, TypeVar

Fact: TypeAlias = tuple[str, ...]
Value = TypeVar("Value")


class Notebook:
    """The facts of the page that is being made; outside of one nothing is noted."""

    def __init__(self) -> None:
        self._facts: set[Fact] | None = None

    def note(self, *fact: str) -> None:
        """Notes that a question was asked."""
        if self._facts is not None:
            self._facts.add(fact)

    @contextmanager
    def page(self) -> Iterator[set[Fact]]:
        """Collects the facts of one page."""
        before, self._facts = self._facts, set()
        try:
            yield self._facts
        finally:
            self._facts = before


class Noted(Mapping[str, Value]):
    """A list by id that notes which entry is asked for, or that all are."""

    def __init__(self, kind: str, entries: Mapping[str, Value], notebook: Notebook) -> None:
        self._kind, self._entries, self._notebook = kind, entries, notebook

    def __getitem__(self, name: str) -> Value:
        self._notebook.note(self._kind, name)
        return self._entries[name]

    def __contains__(self, name: object) -> bool:
        self._notebook.note(self._kind, str(name))
        return name in self._entries

    def __iter__(self) -> Iterator[str]:
        self._notebook.note(self._kind)
        return iter(self._entries)

    def __len__(self) -> int:
        self._notebook.note(self._kind)
        return len(self._entries)

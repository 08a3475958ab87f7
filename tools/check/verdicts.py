"""What rules find in one story, kept by a digest of all that they look at.

Such rules are given the story, the lists, and what was found in it before; a rule that looks at
other stories as well is none of them, and runs each time.
Of most lists they see ids alone, so that a better definition leaves every verdict as it was.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, replace
from hashlib import blake2b
from typing import Any, Protocol, TypeAlias

from pydantic import TypeAdapter, ValidationError

from tools.model.problem import Problem
from tools.model.story import Story
from tools.model.vocabulary import Vocabulary

KIND = "verdict"
_ROWS = TypeAdapter(list[tuple[str, int, int, str, str, bool, str]])  # the fields of Problems
Given: TypeAlias = Sequence[Problem]
# the notices that reading gave, and those of rules that look at other stories
Finding: TypeAlias = Callable[[Story, Vocabulary, Given, Given], list[Problem]]


class Memory(Protocol):
    """What keeps entries by kind and name from one run of the same code to the next."""

    def get(self, kind: str, name: str) -> bytes | None:
        """An entry as it was put, or None."""

    def put(self, kind: str, name: str, data: bytes) -> None:
        """Keeps an entry."""


class Verdicts:
    """The Problems of each story: those of an earlier run, or found now."""

    def __init__(self, find: Finding, vocabulary: Vocabulary, memory: Memory | None) -> None:
        self._find, self._vocabulary, self._memory = find, _seen(vocabulary), memory
        self._lists = _of_lists(self._vocabulary) if memory else ""

    def of(self, story: Story, unread: Given, across: Given) -> list[Problem]:
        """What there is to say of a story; one that was not read from a text is always looked at.

        `unread` are notices that reading it gave, `across` those of rules that look at others.
        """
        if self._memory is None or not story.digest:
            return self._find(story, self._vocabulary, unread, across)
        name = self._name(story, unread, across)
        found = _problems(self._memory.get(KIND, name))
        if found is None:
            found = self._find(story, self._vocabulary, unread, across)
            rows = [astuple(one) for one in found]
            self._memory.put(KIND, name, json.dumps(rows).encode())
        return found

    def _name(self, story: Story, unread: Given, across: Given) -> str:
        """A digest of all that decides a verdict; the code is the memory's concern."""
        return _digest(
            self._lists,
            story.name,
            story.path,
            story.digest,
            story.complete,
            sorted(story.unread),
            [(key, one.file, one.sha256) for key, one in story.articles.items()],
            [astuple(one) for one in unread],
            [astuple(one) for one in across],
        )


def _problems(data: bytes | None) -> list[Problem] | None:
    try:
        return None if data is None else [Problem(*row) for row in _ROWS.validate_json(data)]
    except ValidationError:
        return None


class _Ids(Mapping[str, Any]):
    """The ids of a list, in its order, without the entries."""

    def __init__(self, entries: Iterable[str]) -> None:
        self._ids = tuple(entries)
        self._known = frozenset(self._ids)

    def __getitem__(self, name: str) -> Any:
        raise TypeError(f"a rule about a story sees ids of this list alone, not what {name} is")

    def __contains__(self, name: object) -> bool:
        return name in self._known

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)

    def __repr__(self) -> str:
        return repr(self._ids)


def _seen(vocabulary: Vocabulary) -> Vocabulary:
    """The lists as rules about a story see them."""
    return replace(
        vocabulary,
        authorities=_Ids(vocabulary.authorities),
        glossary=_Ids(vocabulary.glossary),
        topics=_Ids(vocabulary.topics),
    )


def _of_lists(vocabulary: Vocabulary) -> str:
    """A digest of all fields; a set has another order in each run."""
    unread = sorted(vocabulary.unread)
    return _digest(repr(replace(vocabulary, unread=frozenset())), unread)


def _digest(*parts: object) -> str:
    return blake2b(json.dumps(parts).encode(), digest_size=16).hexdigest()

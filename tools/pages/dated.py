"""Events with the stories that tell them, and lists of things under their keys."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from tools.model.claims import Placed
from tools.model.record import Event
from tools.model.story import Story

Key = TypeVar("Key")
Value = TypeVar("Value")


@dataclass(frozen=True)
class Dated:
    """An event with the story whose record tells it."""

    event: Event
    placed: Placed
    story: Story

    @property
    def anchor(self) -> str:
        return self.placed.anchor


def by_key(pairs: Iterable[tuple[Key, Value]]) -> dict[Key, list[Value]]:
    """Values under their keys, both in the order in which they come."""
    found: dict[Key, list[Value]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found

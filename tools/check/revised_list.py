"""A list as it was and as it is, and what a rule about the two is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tools.check.rule import Problems
from tools.model.problem import Problem
from tools.model.story import Lists
from tools.model.vocabulary import Entry


@dataclass(frozen=True)
class RevisedList:
    """A list as it was and as it is; `told` says whether the changelog of the data changed."""

    old: Lists
    new: Lists
    revision: str
    told: bool
    unread: frozenset[str] = frozenset()  # the lists of today of which a part cannot be read

    @property
    def kept(self) -> Iterator[tuple[int, Entry, Entry]]:
        """The entries that both have, with their number of today."""
        before = {entry.id: entry for _, entry in self.old.entries}
        for number, entry in self.new.entries:
            if entry.id in before:
                yield number, before[entry.id], entry

    def problem(self, message: str, way_out: str) -> Problem:
        """A Problem of the list as a whole."""
        return Problem(self.new.path, 1, 1, f"list {message}", way_out)


ListRevisionRule = Callable[[RevisedList], Problems]

"""What `check` says, at the field it is about, with the way out as a button where it is mechanical.

A Problem knows its line; its message begins with the name of the field, which leads back to the
path in the file.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from tools.desk.fields import at
from tools.model.problem import Path, Problem
from tools.model.record import Explainer

_STEP = re.compile(r"([A-Za-z_]\w*)|\[(\d+)\]")
_NAME = re.compile(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*|\[\d+\])*")
_ONE_MEANT = re.compile(r"Did you mean ([a-z0-9-]+)\?")
_WRITE_ID = re.compile(r"Write (?:its id|the company's id where it is meant): ([a-z0-9-]+)\.?$")
_IN_CLAIM = re.compile(
    r"(?:Write in (?:this claim|it)|Add an id to the newer of the two): id: (\S+?)[,;]?(?: |$)"
)
_DATE = re.compile(r"Write ([0-9X][0-9X~?/.-]*)(?:,|\.(?: |$)| again)")
_HASH = re.compile(r"Write: sha256: ([0-9a-f]{64})")
_UNDATED = re.compile(r"date must be given")
_DAY = re.compile(r"\d{4}(-\d\d){0,2}")


@dataclass(frozen=True)
class Told:
    """A Problem with the path of what it is about, and what would mend it."""

    problem: Problem
    path: Path
    way: tuple[Path, str] | None  # the field to set, and the text to set there
    later: bool = False  # whether it is told on review alone

    @property
    def key(self) -> str:
        """A name that stays as long as the Problem does."""
        one = self.problem
        return blake2b(f"{one.message}\n{one.way_out}".encode(), digest_size=8).hexdigest()

    @property
    def field(self) -> str:
        """The last key of the path: the field of an entry."""
        return next((step for step in reversed(self.path) if isinstance(step, str)), "")


def told(problem: Problem, tree: Any, places: Mapping[Path, Any], *, later: bool = False) -> Told:
    """A Problem of a record with its path; `tree` is the record as plain values."""
    path = _named(problem.message)
    if path is None or (path[0] not in Explainer.model_fields and at(tree, path[:1]) is None):
        path = _nearest(problem, places)
    return Told(problem, path, _way(problem, path, tree), later)


def _named(message: str) -> Path | None:
    """The path that a message names, its numbers counted from 1."""
    name = _NAME.match(message)
    if name is None:
        return None
    return tuple(
        int(number) - 1 if number else word for word, number in _STEP.findall(name.group())
    )


def _nearest(problem: Problem, places: Mapping[Path, Any]) -> Path:
    """What begins last before the place of a Problem."""
    here = (problem.line, problem.column)
    before = [(tuple(place), path) for path, place in places.items() if tuple(place) <= here]
    return max(before, key=lambda one: (one[0], len(one[1])), default=((), ()))[1]


def _way(problem: Problem, path: Path, tree: Any) -> tuple[Path, str] | None:
    """The one value that the way out names for the field itself, or for the claim's id."""
    if found := _IN_CLAIM.search(problem.way_out):
        claim = path[: 2 if len(path) > 1 and isinstance(path[1], int) else 1]
        return (*claim, "id"), found[1]
    if later := _by_the_article(problem, path, tree):
        return path, later
    value = at(tree, path)
    if not isinstance(value, str) or problem.notice:
        return None
    for pattern in (_ONE_MEANT, _WRITE_ID, _DATE, _HASH):
        if found := pattern.match(problem.way_out):
            return path, found[1]
    return None


def _by_the_article(problem: Problem, path: Path, tree: Any) -> str:
    """The date of a position of which nothing more is known than that an article tells it."""
    if path[:1] != ("stances",) or path[2:] != ("date",) or not _UNDATED.search(problem.message):
        return ""
    published = at(tree, ("sources", 0, "published"))
    return f"../{published}" if isinstance(published, str) and _DAY.fullmatch(published) else ""

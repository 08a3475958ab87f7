"""What `check` says of a project with what it kept, and without."""

from __future__ import annotations

from pathlib import Path

from tools.check import check
from tools.files.kept import Kept
from tools.files.read import seeds
from tools.model.problem import Problem

RECORDS = "seeds/stories/*/explainer.yml"


def as_rows(problems: list[Problem]) -> list[str]:
    """Problems as they are told, with what is no part of their comparison."""
    return [f"{one} {one.notice} {one.id}" for one in problems]


def warm(root: Path, only: tuple[str, ...] = ()) -> list[str]:
    """What `check` says with what it kept, which it keeps again."""
    kept = Kept(root, "records-tests", "1")
    found, unread = seeds(root, kept)
    problems = check(found, unread, only, kept)
    kept.close(prune=not only)
    assert kept.fault == ""
    return as_rows(problems)


def cold(root: Path, only: tuple[str, ...] = ()) -> list[str]:
    found, unread = seeds(root)
    return as_rows(check(found, unread, only))


class Counted(Kept):
    """What is kept, and which verdicts are new."""

    def __init__(self, root: Path) -> None:
        super().__init__(root, "records-tests", "1")
        self.new: list[str] = []

    def put(self, kind: str, name: str, data: bytes) -> None:
        self.new.append(kind)
        super().put(kind, name, data)


def counted(root: Path, only: tuple[str, ...] = ()) -> list[str]:
    kept = Counted(root)
    found, unread = seeds(root, kept)
    check(found, unread, only, kept)
    kept.close(prune=not only)
    return sorted(kept.new)

"""What commands share: exit codes, misuse, and which stories are meant."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tools.model.dates import Date
    from tools.model.problem import Problem
    from tools.model.story import Seeds

FINE, FOUND, MISUSED = 0, 1, 2


class MisuseError(Exception):
    """The command was used wrongly; raised by the commands, printed by `main`."""


def story_names(found: Seeds, given: list[str]) -> list[str]:
    """The names of stories given as names or paths; raises `MisuseError` for one not there."""
    from tools.files.read import STORIES
    from tools.model.problem import did_you_mean

    known = [story.name for story in found.stories]
    names = [Path(name).name for name in given]
    for name in names:
        if name not in known:
            raise MisuseError(f"no story {name!r} in {STORIES}. {did_you_mean(name, known)}")
    return names


def legal(published: Date | None) -> None:
    """Raises `MisuseError` where a day given by hand is none that a record may have."""
    if published is not None and published.fault is not None:
        raise MisuseError(f"--published must {published.fault}: {published.text!r}")


def faults(problems: list[Problem]) -> int:
    """How many Problems there are, notices aside."""
    return sum(not problem.notice for problem in problems)

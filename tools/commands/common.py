"""What commands share: exit codes, misuse, and which stories are meant."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tools.model.dates import Date
    from tools.model.problem import Problem
    from tools.model.story import Seeds

FINE, FOUND, MISUSED = 0, 1, 2


class MisuseError(Exception):
    """The command was used wrongly; raised by the commands, printed by `main`."""


def add_command(commands: Any, name: str, text: str) -> argparse.ArgumentParser:
    """A command whose help says what it does, in the list of all and in its own."""
    parser: argparse.ArgumentParser = commands.add_parser(
        name, help=text, description=f"{text[0].upper()}{text[1:]}."
    )
    return parser


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
        raise MisuseError(
            f"--published must {published.fault}, for example 2024-03-08: {published.text!r}"
        )


def progress(number: int, total: int) -> None:
    """Says on a terminal, and nowhere else, how far long work has come."""
    if sys.stderr.isatty() and total > 1:
        end = "\n" if number == total else ""
        print(f"\r{number} of {total}", end=end, file=sys.stderr, flush=True)


def faults(problems: list[Problem]) -> int:
    """How many Problems there are, notices aside."""
    return sum(not problem.notice for problem in problems)

"""Runs a command again and again under a fault, and prints what it left as JSON, one line a run.

`python -m tests.files.dying HOW FOLDER COMMAND…` works on the invented project in FOLDER.
HOW is `killed`: for good, each time one line later in tools/files/write.py, then run a second time;
`full`: no file can grow beyond a size, as where a disk is full; `together`: three at once.
Everything is loaded once; each run is a fork of that.
"""

from __future__ import annotations

import contextlib
import json
import os
import resource
import shutil
import signal
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Any

import tools.__main__ as command
from tests.draft.test_record import TEXT
from tests.project import write_project

STORY = "2031-05-ostvale-logs"
WATCHED = os.path.join("tools", "files", "write.py")


def prepared(folder: Path, arguments: list[str]) -> None:
    """The invented project, an article beside it, and for `draft` a story without a record."""
    shutil.rmtree(folder / "project", ignore_errors=True)
    write_project(folder / "project")
    (folder / "saved.txt").write_text(TEXT, "utf-8")
    if arguments[0] == "draft":
        story = folder / "project/seeds/stories" / STORY
        story.mkdir()
        (story / "article.txt").write_text(TEXT, "utf-8")


def killing(moment: int) -> Callable[[FrameType, str, Any], Any]:
    """A trace that ends the process for good at the line of that number, from 1."""
    left = moment

    def line(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal left
        if event == "line":
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
        return line

    def call(frame: FrameType, event: str, argument: Any) -> Any:
        return line if frame.f_code.co_filename.endswith(WATCHED) else None

    return call


def forked(arguments: list[str], before: Callable[[], None] = lambda: None) -> int:
    """The process of a command; what it prints goes nowhere."""
    child = os.fork()
    if child:
        return child
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    before()
    os._exit(command.main(arguments))


def ended(child: int) -> int:
    """The exit code of a process, below zero where it was killed."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def files(folder: Path) -> dict[str, str]:
    """What stands below the stories, by its path; of an empty folder, its name and a slash."""
    stories = folder / "project/seeds/stories"
    found = {}
    for path in sorted(stories.rglob("*")):
        name = path.relative_to(stories).as_posix()
        if path.is_file():
            found[name] = path.read_bytes().decode("utf-8", "replace")
        elif not any(path.iterdir()):
            found[f"{name}/"] = ""
    return found


def told(**found: Any) -> None:
    print(json.dumps(found), flush=True)


def at_every_line(folder: Path, arguments: list[str]) -> None:
    moment, killed = 0, True
    while killed:
        moment += 1
        prepared(folder, arguments)
        killed = ended(forked(arguments, partial(sys.settrace, killing(moment)))) < 0
        left = files(folder)
        code = ended(forked(arguments))
        told(moment=moment, killed=killed, left=left, again=code, then=files(folder))


def on_a_full_disk(folder: Path, arguments: list[str]) -> None:
    for size in (0, 1, 100, 1500):
        prepared(folder, arguments)
        before = files(folder)
        code = ended(forked(arguments, partial(limited, size)))
        told(size=size, code=code, before=before, left=files(folder))


def limited(size: int) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def at_once(folder: Path, arguments: list[str]) -> None:
    for _ in range(2):
        prepared(folder, arguments)
        codes = [ended(child) for child in [forked(arguments) for _ in range(3)]]
        told(codes=sorted(codes), left=files(folder))


if __name__ == "__main__":
    how, where, *rest = sys.argv[1:]
    command.ROOT = Path(where) / "project"
    prepared(Path(where), rest)
    with contextlib.redirect_stdout(None):
        command.main(rest)
    {"killed": at_every_line, "full": on_a_full_disk, "together": at_once}[how](Path(where), rest)

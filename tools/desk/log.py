"""What was done at the desk: a file of JSON lines for each story, outside seeds/.

A line says what is about to be written before it is, and another that it was.
Whoever reads may find the first alone, after a death in between; digests tell what came of it.
A last line that was torn is passed over.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from tools.files.edit import Plain

FOLDER = ".desk"
MENDED = "mended"  # what a button wrote into a claim that still waits for a decision
LISTS = "@lists"  # the history of what was done for no story; no folder of a story begins so


@dataclass(frozen=True)
class Decision:
    """What an editor decided of a claim or a candidate."""

    claim: str  # its anchor, or `candidate:` and a digest
    kind: str  # the list it is in, such as stances
    verdict: str  # kept, changed, dropped, mended; of a candidate taken, none
    before: Plain = None
    after: Plain = None


@dataclass(frozen=True)
class Act:
    """One edit of a file, or the way back or forth over an earlier one, which `of` numbers."""

    number: int
    kind: str  # edit, undo, redo
    of: int
    file: str
    before: str  # digests of the file
    after: str
    start: int = 0  # where in the text, in characters
    old: str = ""  # what stood there
    new: str = ""
    what: str = ""
    group: str | None = None
    decision: Decision | None = None


@dataclass(frozen=True)
class History:
    """All acts of a story by their numbers; `ended` says of those it has whether they came off."""

    acts: Mapping[int, Act] = field(default_factory=dict)
    ended: Mapping[int, bool] = field(default_factory=dict)


class Log:
    """The histories below `root`; reading makes nothing, the first act makes the folder."""

    def __init__(self, root: Path) -> None:
        self.folder = root / FOLDER

    def stories(self) -> list[str]:
        """The names of all that have a history, in their order; empty for what is of no story."""
        return sorted(path.stem.replace(LISTS, "") for path in self.folder.glob("*.jsonl"))

    def read(self, story: str) -> History:
        """A history; what is no line of it is passed over."""
        acts: dict[int, Act] = {}
        ended: dict[int, bool] = {}
        with contextlib.suppress(FileNotFoundError):
            for line in self._path(story).read_bytes().split(b"\n"):
                with contextlib.suppress(ValueError, TypeError, KeyError):
                    found = json.loads(line)
                    if "ended" in found:
                        ended[int(found["number"])] = bool(found["ended"])
                    else:
                        act = _act(found)
                        acts[act.number] = act
        return History(acts, ended)

    def begin(self, story: str, act: Act) -> None:
        """Says what is about to be written; returns when the disk has it."""
        self._add(story, {name: value for name, value in asdict(act).items() if value is not None})

    def end(self, story: str, number: int, came_off: bool) -> None:
        """Says what came of it."""
        self._add(story, {"number": number, "ended": came_off})

    def _add(self, story: str, line: dict[str, Any]) -> None:
        self.folder.mkdir(exist_ok=True)
        data = json.dumps(line, ensure_ascii=False).encode() + b"\n"
        with self._path(story).open("a+b") as file:
            if file.tell() and _last(file) != b"\n":
                data = b"\n" + data  # what was torn is a line of its own
            file.write(data)
            file.flush()
            os.fsync(file.fileno())

    def _path(self, story: str) -> Path:
        """Raises `ValueError` for a name that no folder of a story has."""
        if story and (story != Path(story).name or story.startswith((".", "@")) or "\\" in story):
            raise ValueError(f"no story has the name {story!r}")
        return self.folder / f"{story or LISTS}.jsonl"

    @contextlib.contextmanager
    def alone(self) -> Iterator[None]:
        """Keeps other desks, and other requests to this one, from writing meanwhile."""
        self.folder.mkdir(exist_ok=True)
        with (self.folder / "lock").open("a") as file:
            if sys.platform != "win32":
                import fcntl

                fcntl.flock(file, fcntl.LOCK_EX)
            yield


def _act(found: dict[str, Any]) -> Act:
    decision = found.pop("decision", None)
    if not isinstance(found["number"], int) or not isinstance(found["of"], int):
        raise TypeError("an act is numbered")
    return Act(**found, decision=Decision(**decision) if decision else None)


def _last(file: Any) -> bytes:
    file.seek(-1, os.SEEK_END)
    return bytes(file.read(1))

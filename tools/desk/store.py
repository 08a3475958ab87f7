"""Files of seeds/ opened and saved for the desk, each change with its way back.

A file that changed meanwhile is never overwritten, and none is written in part.
"""

from __future__ import annotations

import contextlib
from collections import OrderedDict
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path, PurePosixPath

from tools.desk.log import MENDED, Act, Decision, Log
from tools.desk.past import Stacks, digest, last_group, moved, splice, stacks, story_of
from tools.files.contents import is_own
from tools.files.write import write_whole

__all__ = ["ChangedError", "Decision", "Done", "Opened", "Store"]

MOST_TEXTS = 64  # that forms may have been made from


@dataclass(frozen=True)
class Opened:
    """A file as it stood when it was read; `digest` is the SHA-256 of its bytes."""

    file: str
    path: Path
    text: str
    digest: str


@dataclass(frozen=True)
class Done:
    """One change in a story's history."""

    what: str
    file: str
    undone: bool
    decision: Decision | None = None


class ChangedError(Exception):
    """A file is not what a form or the history takes it for; raised before anything is written.

    `old` is the text that the change was made from, `ours` what it was to become, each where it is
    known; `theirs` stands in the file.
    """

    def __init__(self, file: str, old: str | None, theirs: str, ours: str | None) -> None:
        super().__init__(f"{file} was changed meanwhile")
        self.file, self.old, self.theirs, self.ours = file, old, theirs, ours
        self.digest = digest(theirs)


class Store:
    """The files below `root`/seeds and what was done to them at the desk."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.log = Log(root)
        self._texts: OrderedDict[str, str] = OrderedDict()

    def open(self, file: str) -> Opened:
        """A file of seeds/, named from the root.

        Raises `ValueError` for a name that leads elsewhere or a text that is not UTF-8, `OSError`
        where there is none.
        """
        path = self._path(file, (".yml", ".txt"))
        data = path.read_bytes()
        opened = Opened(file, path, data.decode("utf-8"), sha256(data).hexdigest())
        self._texts[opened.digest] = opened.text
        self._texts.move_to_end(opened.digest)
        while len(self._texts) > MOST_TEXTS:
            self._texts.popitem(last=False)
        return opened

    def _path(self, file: str, endings: tuple[str, ...]) -> Path:
        pure = PurePosixPath(file)
        known = pure.parts[:1] == ("seeds",) and str(pure) == file and ".." not in pure.parts
        if not known or not file.isprintable() or "\\" in file or pure.suffix not in endings:
            raise ValueError(f"no file of seeds/ has the name {file!r}")
        path = self.root / pure
        if not is_own(path, self.root, []):
            raise ValueError(f"{file} is a link, or lies behind one")
        return path

    def save(
        self,
        file: str,
        seen: str,
        now: str,
        what: str,
        decision: Decision | None = None,
        *,
        story: str | None = None,
        group: str | None = None,
    ) -> Opened:
        """Writes a text that was made from the one of digest `seen`; returns the file as it is now.

        `what` tells the change in the history of `story`, by default that whose folder it is in;
        changes of one `group` are undone together.
        Raises `ChangedError` where the file changed meanwhile, `ValueError` as `open` does, and
        `OSError` where nothing could be written; nothing is changed then.
        """
        self._path(file, (".yml",))
        story = story_of(file) if story is None else story
        with self.log.alone():
            found = self.open(file)
            if seen != found.digest and now != found.text:
                raise ChangedError(file, self._texts.get(seen), found.text, now)
            number = self._settled(story)
            start, old, new = splice(found.text, now)
            act = Act(number, "edit", number, file, found.digest, digest(now), start, old, new)
            act = replace(act, what=what, group=group, decision=decision)
            self._carry_out(story, act, now)
            return self.open(file)

    def _settled(self, story: str) -> int:
        """The number of the next act, after the log has what came of all earlier ones."""
        history = self.log.read(story)
        for number, act in history.acts.items():
            if number not in history.ended:
                self.log.end(story, number, self._came_off(act))
        return max(history.acts, default=0) + 1

    def _came_off(self, act: Act) -> bool:
        """Whether the file of an act is what it was to become."""
        with contextlib.suppress(OSError, ValueError):
            return self.open(act.file).digest == act.after
        return False

    def _carry_out(self, story: str, act: Act, now: str) -> None:
        self.log.begin(story, act)
        if act.before != act.after:
            try:
                write_whole(self.root / act.file, now)
            except OSError:
                with contextlib.suppress(OSError):  # the digests will tell
                    self.log.end(story, act.number, False)
                raise
        with contextlib.suppress(OSError):
            self.log.end(story, act.number, True)

    def undo(self, story: str) -> Opened | None:
        """Takes back the last change of a story, and what belongs to it; None where there is none.

        A list that was changed since for another story stays as it is.
        Raises `ChangedError` where the record is not what the change left, `OSError` as `save`.
        """
        return self._go(story, forth=False)

    def redo(self, story: str) -> Opened | None:
        """Makes the change that was taken back last anew; raises as `undo`."""
        return self._go(story, forth=True)

    def _go(self, story: str, *, forth: bool) -> Opened | None:
        with self.log.alone():
            number = self._settled(story)
            acts = last_group(self._stacks(story).undone if forth else self._stacks(story).active)
            texts: dict[str, str] = {}
            steps = []
            for act in acts:  # all of them are seen to be possible before the first is taken
                text = texts[act.file] if act.file in texts else self.open(act.file).text
                texts[act.file] = self._moved(text, act, forth=forth)
                steps.append((act, text, texts[act.file]))
            for count, (act, text, now) in enumerate(steps):
                kind = "redo" if forth else "undo"
                step = Act(number + count, kind, act.number, act.file, digest(text), digest(now))
                self._carry_out(story, step, now)
            shown = [one for one in acts if story_of(one.file)] or acts
            return self.open(shown[0].file) if shown else None

    def _moved(self, text: str, act: Act, *, forth: bool) -> str:
        """The text of a file after the way over an act."""
        now = moved(text, act, forth=forth)
        if now is not None:
            return now
        if act.group is not None and not story_of(act.file):
            return text
        known = [self._texts.get(one) for one in (act.after, act.before)]
        old, ours = reversed(known) if forth else known
        raise ChangedError(act.file, old, text, ours)

    def _stacks(self, story: str) -> Stacks:
        history = self.log.read(story)
        return stacks(
            act
            for number, act in history.acts.items()
            if (history.ended[number] if number in history.ended else self._came_off(act))
        )

    def history(self, story: str) -> list[Done]:
        """The changes of a story, newest last; what was undone can be made anew."""
        found = self._stacks(story)
        told = [(one, False) for one in found.active]
        told += [(one, True) for one in reversed(found.undone)]
        return [Done(one.what, one.file, back, one.decision) for one, back in told]

    def decisions(self, story: str) -> dict[str, Decision]:
        """What stands decided, by the key of the claim or candidate; the last word counts."""
        active = self._stacks(story).active
        found: dict[str, Decision] = {}
        for one in (act.decision for act in active if act.decision):
            # a claim that is dated anew is called otherwise, and is one claim all the same
            if one.verdict in ("changed", MENDED):
                found = {key: old for key, old in found.items() if old.after != one.before}
            if one.verdict != MENDED:
                found[one.claim] = one
        return found

    def all_decisions(self) -> dict[str, list[Decision]]:
        """Each decision that stands, in the order in which they were made, by story."""
        stories = [name for name in self.log.stories() if name]
        return {
            name: [one.decision for one in self._stacks(name).active if one.decision]
            for name in stories
        }

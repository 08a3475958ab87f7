"""seeds/ as it stands on the disk at this moment: what was saved by anybody is read again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tools.check import STORY_RULES, check
from tools.commands.known import known
from tools.files.publisher import publisher
from tools.files.read import (
    STORIES,
    VOCABULARY,
    combined,
    read_lists,
    read_stories,
    read_story,
    story_folders,
)
from tools.live.site import Verdicts

if TYPE_CHECKING:
    from tools.files.read import ReadLists
    from tools.model.problem import Problem
    from tools.model.story import Publisher, Seeds, Story

Signature = tuple[tuple[str, int, int], ...]  # of each file its name, time and size


class Corpus:
    """Reads seeds/ of the project at `root`, and after that what changed."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._kept = known(root)
        self._verdicts = Verdicts(self._kept)
        self._stories: dict[Path, tuple[Signature, Story, list[Problem]]] = {}
        self._lists: tuple[Signature, ReadLists] | None = None
        self._publisher: tuple[Signature, tuple[Publisher, list[Problem]]] | None = None

    def close(self) -> None:
        """Keeps what was found for the next run."""
        self._kept.close(prune=False)

    def read(self, only: str | None = None) -> tuple[Seeds, list[Problem]]:
        """All of seeds/, and what could not be read of it.

        With the name of a story in `only`, the others are as they were when all were read last.
        """
        seen = _signature(self.root / VOCABULARY)
        if self._lists is None or self._lists[0] != seen:
            self._lists = seen, read_lists(self.root)
        seen = _signature(self.root / "seeds")
        if self._publisher is None or self._publisher[0] != seen:
            self._publisher = seen, publisher(self.root)
        if only is None or not self._is_known(self.root / STORIES / only):
            self._forget()
            found = read_stories(self.root, self._story)
        else:
            found = self._with(only)
        return combined(found, self._lists[1], self._publisher[1])

    def problems(self, name: str, seeds: Seeds, unread: list[Problem]) -> list[Problem]:
        """What `check` says of one story."""
        return check(seeds, unread, [name], self._verdicts)

    def faults(self, story: Story, seeds: Seeds) -> list[Problem]:
        """What the rules of a story say of one that is in no file, without any notice."""
        found = [p for rule in STORY_RULES for p in rule(story, seeds.vocabulary)]
        return sorted({one for one in found if not one.notice})

    def all_problems(self, seeds: Seeds, unread: list[Problem]) -> list[Problem]:
        """What `check` says of everything."""
        return check(seeds, unread, verdicts=self._verdicts)

    def _story(self, folder: Path, root: Path) -> tuple[Story, list[Problem]]:
        seen = _signature(folder)
        held = self._stories.get(folder)
        if held is None or held[0] != seen:
            held = self._stories[folder] = (seen, *read_story(folder, root, self._kept))
        return held[1], held[2]

    def _is_known(self, folder: Path) -> bool:
        """Whether a folder was read, and is still one."""
        return folder in self._stories and folder.is_dir() and not folder.is_symlink()

    def _with(self, name: str) -> tuple[list[Story], list[Problem]]:
        """The stories as they were, that of `name` as it is."""
        self._story(self.root / STORIES / name, self.root)
        held = [self._stories[one] for one in sorted(self._stories)]
        return [one for _, one, _ in held], [p for *_, found in held for p in found]

    def _forget(self) -> None:
        """Drops the stories whose folders are gone."""
        there = set(story_folders(self.root))
        self._stories = {one: held for one, held in self._stories.items() if one in there}


def _signature(folder: Path) -> Signature:
    """What changes as soon as a file of a folder does, those of folders in it aside."""
    if not folder.is_dir():
        return ()
    found = []
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".") or path.is_dir():
            continue
        about = path.lstat()
        found.append((path.name, about.st_mtime_ns, about.st_size))
    return tuple(found)

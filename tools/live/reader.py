"""seeds/ in memory, of which only what was saved is read again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tools.commands.records import Drafts
from tools.files.publisher import publisher
from tools.files.read import STORIES, VOCABULARY, combined, read_lists, read_stories, read_story

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tools.files.kept import Kept
    from tools.files.read import ReadLists
    from tools.model.problem import Problem
    from tools.model.story import Publisher, Seeds, Story


class Reader:
    """Reads seeds/, and after that what was saved.

    A story that was not saved is the same object as before, with all that was worked out of it.
    """

    def __init__(self, root: Path, kept: Kept) -> None:
        self._root, self._kept = root, kept
        self._stories: dict[Path, tuple[Story, list[Problem]]] = {}  # by folder
        self._lists: ReadLists | None = None
        self._publisher: tuple[Publisher, list[Problem]] | None = None
        self._drafts = Drafts(root)

    def read(self, saved: Iterable[Path]) -> tuple[Seeds, list[Problem], frozenset[str]]:
        """All of seeds/, what could not be read of it, and the stories that are in no file yet.

        `saved` are the files that changed since it was last read, came or went.
        """
        self._forget(saved)
        if self._lists is None:
            self._lists = read_lists(self._root)
        if self._publisher is None:
            self._publisher = publisher(self._root)
        stories = read_stories(self._root, self._story)
        found, problems = combined(stories, self._lists, self._publisher)
        return self._drafts.added(found, problems)

    def _forget(self, saved: Iterable[Path]) -> None:
        parent = self._root / STORIES
        for path in saved:
            if path.is_relative_to(self._root / VOCABULARY):
                self._lists = None
            elif not path.is_relative_to(parent):
                self._publisher = None
            elif path == parent:
                self._stories.clear()
            else:
                self._stories.pop(parent / path.relative_to(parent).parts[0], None)

    def _story(self, folder: Path, root: Path) -> tuple[Story, list[Problem]]:
        if folder not in self._stories:
            self._stories[folder] = read_story(folder, root, self._kept)
        return self._stories[folder]

"""Says which files of a project were saved, also by editors that rename a file into its place."""

from __future__ import annotations

import queue
from pathlib import Path
from typing import TYPE_CHECKING

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.polling import PollingObserver

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

QUIET = 0.03  # seconds in which nothing more is saved
FOLDERS = ("seeds", "docs", "overrides", "tools")
_SEEN = {"created", "modified", "moved", "deleted"}
_PASSING = ("~", ".swp", ".swx", ".tmp", ".pyc", ".sqlite")


class Watch(FileSystemEventHandler):
    """The files that are saved in the folders of a project and beside them."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._saved: queue.Queue[Path] = queue.Queue()
        self._observer = Observer()

    def __enter__(self) -> Watch:
        try:
            self._begin()
        except OSError:
            # a system that watches no more folders: it is asked again and again instead
            self._observer = PollingObserver()
            self._begin()
        return self

    def _begin(self) -> None:
        self._observer.schedule(self, str(self._root))
        for name in FOLDERS:
            if (self._root / name).is_dir():
                self._observer.schedule(self, str(self._root / name), recursive=True)
        self._observer.start()

    def __exit__(
        self, kind: type[BaseException] | None, _: BaseException | None, __: TracebackType | None
    ) -> None:
        self._observer.stop()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Called by the observer's thread."""
        if event.event_type not in _SEEN or (event.is_directory and event.event_type == "modified"):
            return
        for name in (event.src_path, event.dest_path):
            path = Path(name if isinstance(name, str) else bytes(name).decode())
            if name and self._counts(path):
                self._saved.put(path)

    def _counts(self, path: Path) -> bool:
        parts = path.relative_to(self._root).parts if path.is_relative_to(self._root) else ()
        hidden = any(part.startswith((".", "__pycache__")) for part in parts)
        if not parts or hidden or path.name.endswith(_PASSING):
            return False
        return parts[0] in FOLDERS or parts == ("mkdocs.yml",)

    def saved(self) -> Iterator[set[Path]]:
        """Files that were saved together, again and again; waits for them."""
        while True:
            paths = {self._saved.get()}
            while True:
                try:
                    paths.add(self._saved.get(timeout=QUIET))
                except queue.Empty:
                    break
            yield paths

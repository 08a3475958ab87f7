"""What earlier builds made, kept in one SQLite file, so that it need not be made again.

Nothing in it is trusted: every entry has a digest of its own, a file of another version is begun
anew, and one that cannot be read or written costs time and no more.
One that came with the project, as in a pull request, is not even opened: its name has what this
machine alone knows, the moment at which the folder was begun here.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from typing import Any

FOLDER = ".cache"
HERE = "here"  # an empty file: when it was made, and where on the disk, nobody else can know
PATIENCE = 5.0  # seconds to wait for another build that writes
MOST = 3  # files of one kind: of the site as it is published, as it is served, and one more
BATCH = 8_000_000  # bytes written at once: another build waits no longer than that takes
_TABLES = """
    CREATE TABLE IF NOT EXISTS version (text TEXT);
    CREATE TABLE IF NOT EXISTS entry (
        kind TEXT, name TEXT, data BLOB, digest BLOB, PRIMARY KEY (kind, name)
    );
"""


class Kept:
    """Entries by kind and name; reading and writing never raise.

    `fault` says why nothing is kept, where that is so.
    """

    def __init__(self, folder: Path, name: str, version: str) -> None:
        """Opens `name` in the folder `.cache` below `folder`; one of another version is emptied."""
        self.fault = ""
        self._used: set[tuple[str, str]] = set()
        self._waiting: dict[tuple[str, str], bytes] = {}
        self._weight = 0  # of what waits, in bytes
        self._base: sqlite3.Connection | None = None
        self._path = folder / FOLDER
        for again in (False, True):
            try:
                self._path = folder / FOLDER / f"{name}-{_here(folder / FOLDER)}.sqlite"
                self._base = self._opened(version)
                break
            except (sqlite3.Error, OSError) as error:
                self._stop(error)
                if again or not _is_torn(error):
                    break
                # no database at all, or a torn one: begun anew, unless it cannot be written
                with contextlib.suppress(OSError):
                    self._path.unlink()

    def _opened(self, version: str) -> sqlite3.Connection:
        self._forget()
        base = sqlite3.connect(self._path, timeout=PATIENCE, isolation_level=None)
        # a torn file is found by its digests and made anew: nothing has to survive a power cut
        base.execute("PRAGMA synchronous=OFF")
        base.executescript(_TABLES)
        if base.execute("SELECT text FROM version").fetchall() != [(version,)]:
            base.executescript("DELETE FROM entry; DELETE FROM version;")
            base.execute("INSERT INTO version VALUES (?)", (version,))
        self.fault = ""
        return base

    def _forget(self) -> None:
        """Removes all but the newest of what was kept under names that begin alike."""
        stem = self._path.name.partition("-")[0]
        others = [one for one in self._path.parent.glob(f"{stem}-*.sqlite") if one != self._path]
        others.sort(key=lambda one: one.stat().st_mtime)
        for one in others[: max(0, len(others) + 1 - MOST)]:
            one.unlink(missing_ok=True)

    def get(self, kind: str, name: str) -> bytes | None:
        """An entry as it was put, or None."""
        self._used.add((kind, name))
        if (kind, name) in self._waiting:
            return self._waiting[kind, name]
        query = "SELECT data, digest FROM entry WHERE kind = ? AND name = ?"
        for data, digest in self._rows(query, (kind, name)):
            if digest == _digest(kind, name, data):
                return data if isinstance(data, bytes) else None
        return None

    def all(self, kind: str) -> dict[str, bytes]:
        """Every entry of a kind by its name."""
        rows = self._rows("SELECT name, data, digest FROM entry WHERE kind = ?", (kind,))
        return {name: data for name, data, digest in rows if digest == _digest(kind, name, data)}

    def put(self, kind: str, name: str, data: bytes) -> None:
        """Keeps an entry, in the place of an earlier one of that name."""
        self._used.add((kind, name))
        self._waiting[kind, name] = data
        self._weight += len(data) + len(name)
        if self._weight >= BATCH:
            self._write()

    def use(self, kind: str, name: str) -> None:
        """Says that an entry is still wanted."""
        self._used.add((kind, name))

    def close(self, *, prune: bool = True) -> None:
        """Writes what waits, and lets go of what nobody asked for since this was opened.

        Without `prune` it keeps that as well: for who asked for a part of all.
        """
        self._write()
        if self._base is None:
            return
        with contextlib.suppress(sqlite3.Error):
            if prune:
                self._prune(self._base)
            self._base.close()
        self._base = None

    def _prune(self, base: sqlite3.Connection) -> None:
        names = base.execute("SELECT kind, name FROM entry").fetchall()
        gone = [key for key in names if key not in self._used]
        if gone:
            base.execute("BEGIN IMMEDIATE")
            base.executemany("DELETE FROM entry WHERE kind = ? AND name = ?", gone)
            base.execute("COMMIT")

    def _rows(self, query: str, values: tuple[str, ...]) -> Iterator[tuple[Any, ...]]:
        if self._base is None:
            return
        try:
            yield from self._base.execute(query, values)
        except sqlite3.Error as error:
            self._stop(error)

    def _write(self) -> None:
        waiting, self._waiting, self._weight = self._waiting, {}, 0
        if self._base is None or not waiting:
            return
        rows = [(*key, data, _digest(*key, data)) for key, data in waiting.items()]
        try:
            self._base.execute("BEGIN IMMEDIATE")
            self._base.executemany("INSERT OR REPLACE INTO entry VALUES (?, ?, ?, ?)", rows)
            self._base.execute("COMMIT")
        except sqlite3.Error as error:
            self._stop(error)

    def _stop(self, error: Exception) -> None:
        """Goes on without: from now on nothing is found, and nothing kept."""
        self.fault = f"{self._path} keeps nothing: {error}"
        if self._base is not None:
            with contextlib.suppress(sqlite3.Error):
                self._base.close()
        self._base = None


def _here(folder: Path) -> str:
    """What tells this folder from one that came from elsewhere: when it was begun, and where.

    Neither git nor an archive can set that of a file. Raises `OSError` where nothing can be kept.
    """
    if folder.is_symlink():
        raise OSError("it is a link")
    folder.mkdir(exist_ok=True)
    file = folder / HERE
    if not os.path.lexists(file):
        with contextlib.suppress(FileExistsError):  # another build was quicker
            file.touch(exist_ok=False)  # to touch it again would change when it was begun
    found = file.lstat()
    return blake2b(f"{found.st_ino} {found.st_ctime_ns}".encode(), digest_size=8).hexdigest()


def _is_torn(error: Exception) -> bool:
    """Whether a file is no database, or a broken one; another build may be writing into a whole."""
    if not isinstance(error, sqlite3.DatabaseError):
        return False
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
    return code not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def _digest(kind: str, name: str, data: object) -> bytes:
    made = blake2b(f"{kind}\0{name}\0".encode(), digest_size=16)
    if isinstance(data, bytes):
        made.update(data)
    return made.digest()

"""Writes the generated files of a site, and takes those that did not change from the last one.

To remove and to write four thousand files took a third of a build in which one record changed.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

from tools.files.kept import Kept
from tools.pages import Page
from tools.publish import HOME, Sheet

BEFORE = ".before"  # of a hidden name, which MkDocs leaves where it is
Stamp = list[str | int]  # digest of the file, its size in bytes, and when it was written


class Writer:
    """Writes files into `site`, each in the theme that `html` puts a page into."""

    def __init__(self, site: Path, html: Callable[[Page], str], kept: Kept) -> None:
        self._site, self._html, self._kept = str(site), html, kept
        self._stamps: dict[str, Stamp] = json.loads(kept.get("site", "stamps") or b"{}")
        self._folders: set[str] = set()

    def write(self, made: Iterable[Sheet]) -> None:
        """Writes every file; home is MkDocs', since it begins with Markdown written by hand."""
        stamps: dict[str, Stamp] = {}
        for sheet in made:
            if sheet.path != HOME:
                path = sheet.path
                if path.endswith(".md"):
                    path = f"{path.removesuffix('.md')}.html"
                stamps[path] = self._one(path, sheet)
        self._kept.put("site", "stamps", json.dumps(stamps).encode())

    def _one(self, path: str, sheet: Sheet) -> Stamp:
        there = f"{self._site}/{path}"
        folder = there.rpartition("/")[0]
        if folder not in self._folders:
            os.makedirs(folder, exist_ok=True)
            self._folders.add(folder)
        stamp = self._stamps.get(path)
        if stamp and stamp[0] == sheet.digest and self._taken(path, there, stamp):
            self._kept.use("final", sheet.digest)
            return stamp
        with open(there, "wb") as file:
            file.write(self._published(sheet))
        status = os.stat(there)
        return [sheet.digest, status.st_size, status.st_mtime_ns]

    def _taken(self, path: str, there: str, stamp: Stamp) -> bool:
        """Whether the file of the last site was as it was written then, and is here now."""
        before = f"{self._site}/{BEFORE}/{path}"
        try:
            status = os.lstat(before)
            if [status.st_size, status.st_mtime_ns] != stamp[1:]:
                return False
            os.rename(before, there)
        except OSError:
            return False
        return True

    def _published(self, sheet: Sheet) -> bytes:
        """A file as it is published."""
        known = self._kept.get("final", sheet.digest)
        if known is not None:
            return known
        content = sheet.content()
        whole = self._html(content) if isinstance(content, Page) else content
        data = whole.encode("utf-8", "xmlcharrefreplace")
        self._kept.put("final", sheet.digest, data)
        return data


def set_aside(site: Path) -> None:
    """Puts the last site where its files can be taken from, before MkDocs removes them."""
    left = site / BEFORE
    clear(site)
    if not (site / "index.html").is_file():
        return
    left.mkdir()
    for path in sorted(site.iterdir()):
        if not path.name.startswith("."):
            path.rename(left / path.name)


def clear(site: Path) -> None:
    """Removes what is left of the last site."""
    shutil.rmtree(site / BEFORE, ignore_errors=True)

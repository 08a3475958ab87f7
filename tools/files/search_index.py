"""The search index of a built site, made by Pagefind."""

from __future__ import annotations

import shutil
import subprocess
from hashlib import blake2b
from pathlib import Path

from pagefind_bin import get_executable

from tools.files.kept import Kept

FOLDER = "pagefind"
NAMES = "names"  # of the entry that lists the files of a kept index
# Pagefind's own search forms, which no page here loads
UNUSED = (
    "pagefind-ui.*",
    "pagefind-modular-ui.*",
    "pagefind-component-ui.*",
    "pagefind-highlight.js",
)


class NotIndexedError(Exception):
    """Raised by `index` where there is nothing to index or Pagefind fails."""


def index(site: Path, kept: Kept | None = None) -> None:
    """Writes the search index of the built site in `site` to its folder `pagefind`.

    Where no page changed since the index that `kept` has, it is that one.
    Raises `NotIndexedError` with the reason and the way out.
    """
    shutil.rmtree(site / FOLDER, ignore_errors=True)
    pages = sorted(site.glob("**/*.html"))
    if not pages:
        raise NotIndexedError(f"{site} holds no pages: run make build first")
    digest = _digest(site, pages) if kept else b""
    if kept and _restored(site, digest, kept):
        return
    _make(site)
    if kept:
        _keep(site, digest, kept)


def _digest(site: Path, pages: list[Path]) -> bytes:
    """Of all that the index is made of."""
    made = blake2b(Path(get_executable()).name.encode(), digest_size=16)
    for path in pages:
        data = path.read_bytes()
        made.update(f"{path.relative_to(site).as_posix()} {len(data)} ".encode() + data)
    return made.digest()


def _restored(site: Path, digest: bytes, kept: Kept) -> bool:
    """Whether the kept index is of these pages, and was written whole."""
    names = kept.get("index", NAMES)
    if names is None or names[:16] != digest:
        return False
    files = {name: kept.get("index", name) for name in names[16:].decode().splitlines()}
    if None in files.values():
        return False
    for name, data in files.items():
        path = site / FOLDER / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data or b"")
    return True


def _keep(site: Path, digest: bytes, kept: Kept) -> None:
    folder = site / FOLDER
    paths = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    names = [path.relative_to(folder).as_posix() for path in paths]
    for name, path in zip(names, paths, strict=True):
        kept.put("index", name, path.read_bytes())
    kept.put("index", NAMES, digest + "\n".join(names).encode())


def _make(site: Path) -> None:
    result = subprocess.run(
        [str(get_executable()), "--site", str(site), "--output-subdir", FOLDER, "--silent"],
        capture_output=True,
        text=True,
        check=False,
    )
    if result.returncode:
        raise NotIndexedError(f"Pagefind failed: {(result.stderr or result.stdout).strip()}")
    for pattern in UNUSED:
        for file in (site / FOLDER).glob(pattern):
            file.unlink()

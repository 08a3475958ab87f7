"""The search index of a site, made by Pagefind of documents: small ones, or the pages themselves.

Pages hold much besides what is searched for, and no filter of a page can hold for one claim of it.
So an index is made of small documents wherever they are at hand, and of pages that are written by
hand; an exported tree carries its documents along in `DOCUMENTS`.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator
from fnmatch import fnmatch
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path

from tools.files.chunks import smaller
from tools.files.kept import Kept
from tools.files.pagefind import Document, PagefindError, files

FOLDER = "pagefind"
DOCUMENTS = "search-documents.json"  # beside the docs/ of an exported tree
NAMES = "names"  # of the entry that lists the files of a kept index
# Pagefind's own search forms and script, which no page here loads: ours asks its worker
UNUSED = (
    "pagefind.js",
    "pagefind-ui.*",
    "pagefind-modular-ui.*",
    "pagefind-component-ui.*",
    "pagefind-highlight.js",
)


class NotIndexedError(Exception):
    """Raised by `index` where there is nothing to index or Pagefind fails."""


def index(site: Path, documents: Iterable[Document], kept: Kept | None = None) -> None:
    """Writes the search index of some documents to the folder `pagefind` of the site in `site`.

    Where no document changed since the index that `kept` has, it is that one.
    Raises `NotIndexedError` with the reason and the way out.
    """
    todo = list(documents)
    if not todo:
        raise NotIndexedError(f"{site} holds no pages: run make build first")
    digest = _digest(todo)
    found = _known(digest, kept) if kept else None
    if found is None:
        found = _made(todo)
        if kept:
            _keep(digest, found, kept)
    folder = site / FOLDER
    shutil.rmtree(folder, ignore_errors=True)
    for name, data in found.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)


def pages(site: Path, names: Iterable[str] | None = None) -> Iterator[Document]:
    """Pages of a built site as documents: all, or those of some addresses such as `about/`."""
    paths = site.glob("**/*.html") if names is None else (site / f"{n}index.html" for n in names)
    for path in sorted(paths):
        if path.is_file():
            address = path.relative_to(site).as_posix()
            yield address.removesuffix("index.html"), path.read_text("utf-8")


def carried(documents: Iterable[Document], written: Iterable[str]) -> str:
    """The text of `DOCUMENTS`; `written` are the addresses of the pages written by hand."""
    return json.dumps({"documents": list(documents), "written": sorted(written)}) + "\n"


def brought(site: Path) -> Iterator[Document]:
    """The documents of a site that another engine built: those of its export, else its pages.

    Raises `NotIndexedError` where what the export carried along cannot be read.
    """
    path = site.resolve().parent / DOCUMENTS
    if not path.is_file():
        yield from pages(site)
        return
    try:
        found = json.loads(path.read_text("utf-8"))
        yield from ((str(address), str(html)) for address, html in found["documents"])
        written = [str(name) for name in found["written"]]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise NotIndexedError(f"{path} cannot be read ({error}): export the tree again") from error
    yield from pages(site, written)


def _digest(documents: list[Document]) -> bytes:
    """Of all that the index is made of."""
    made = blake2b(version("pagefind_bin").encode(), digest_size=16)
    for address, html in documents:
        data = html.encode("utf-8", "surrogatepass")
        made.update(f"{address} {len(data)} ".encode() + data)
    return made.digest()


def _known(digest: bytes, kept: Kept) -> dict[str, bytes] | None:
    """The kept index, where it is of these documents and was written whole."""
    names = kept.get("index", NAMES)
    if names is None or names[:16] != digest:
        return None
    found: dict[str, bytes] = {}
    for name in names[16:].decode().splitlines():
        data = kept.get("index", name)
        if data is None:
            return None
        found[name] = data
    return found


def _keep(digest: bytes, found: dict[str, bytes], kept: Kept) -> None:
    for name, data in found.items():
        kept.put("index", name, data)
    kept.put("index", NAMES, digest + "\n".join(found).encode())


def _made(documents: list[Document]) -> dict[str, bytes]:
    try:
        found = smaller(files(documents))
    except PagefindError as error:
        raise NotIndexedError(
            f"Pagefind made no search index: {error}. "
            "Install it anew: pip install --force-reinstall pagefind-bin"
        ) from error
    return {
        name: found[name]
        for name in sorted(found)
        if not any(fnmatch(name, pattern) for pattern in UNUSED)
    }

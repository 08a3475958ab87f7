"""The whole built site as one zip that opens from a folder, without a server."""

from __future__ import annotations

import contextlib
import posixpath
import re
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from html import escape, unescape
from pathlib import Path, PurePosixPath
from urllib.parse import quote, unquote, urlsplit

from tools.files.kept import Kept
from tools.files.write import whole
from tools.files.zip_entries import Deflated, TooLargeError, Zip

# what no page loads from a folder: the search index, the theme's own scripts, and source maps
FOLDERS, ENDINGS = ("pagefind/", "assets/javascripts/"), (".map",)
_TAG = re.compile(r"<(?:a|link|script|img)\s[^<>]*>")
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^<>]*>')
_ADDRESS = re.compile(r'\s(href|src)="([^"#][^"]*)"')  # an anchor alone stays as it is


class NotBundledError(Exception):
    """Raised by `bundle` where there is no site to put into the zip."""


def bundle(site: Path, name: str, kept: Kept | None = None) -> Path:
    """Writes the zip of the built site in `site` into that folder, as `name`; returns its path.

    What `kept` has of an earlier zip is not made again.

    Links to folders become links to their index.html, and those from the root relative ones.
    The same site makes the same bytes.
    Raises `NotBundledError` with the way out, `OSError` where the zip cannot be written.
    """
    names = sorted(_names(site, name))
    if "index.html" not in names:
        raise NotBundledError(f"{site} holds no site: run make build first")
    ways = Ways(names)
    around = blake2b("\n".join(names).encode()).digest()
    try:
        with whole(site / name) as file, Zip(file) as archive:
            for path in names:
                data = (site / path).read_bytes()
                entry = _entry(path, data, ways, around, kept)
                archive.add(f"{PurePosixPath(name).stem}/{path}", entry)
    except TooLargeError as error:
        raise NotBundledError(f"{site} is too large: {error}") from error
    return site / name


def _entry(path: str, data: bytes, ways: Ways, around: bytes, kept: Kept | None) -> Deflated:
    """A file as the zip holds it, from an earlier zip where neither it nor any name changed."""
    digest = blake2b(around + data, digest_size=16).digest()
    before = kept.get("zip", path) if kept else None
    if before is not None and before[:16] == digest:
        return Deflated.unpacked(before[16:])
    if path.endswith(".html"):
        with contextlib.suppress(UnicodeDecodeError):  # no page of ours: it stays as it is
            data = ways.opened(data.decode("utf-8"), path).encode("utf-8")
    entry = Deflated.of(data)
    if kept:
        kept.put("zip", path, digest + entry.packed())
    return entry


def _names(site: Path, own: str) -> Iterator[str]:
    """The files of the site that belong in the zip, by their paths with forward slashes."""
    for path in site.rglob("*"):
        name = path.relative_to(site).as_posix()
        hidden = any(part.startswith(".") for part in name.split("/"))
        left_out = name == own or hidden or name.startswith(FOLDERS) or name.endswith(ENDINGS)
        if path.is_file() and not left_out:
            yield name


class Ways:
    """The ways between the files of a zip, which have these `names`."""

    def __init__(self, names: Iterable[str]) -> None:
        self._known = frozenset(names)
        self._found: dict[tuple[str, str], str] = {}

    def opened(self, page: str, path: str) -> str:
        """A page whose links lead from its own file to other files of the zip.

        A link to what is not in the zip keeps its words and leads nowhere; those to other hosts
        stay.
        """
        here = path.split("/")[:-1]

        def address(match: re.Match[str]) -> str:
            there, up = match[2], 0
            while there.startswith("../", 3 * up):
                up += 1
            if not 0 < up <= len(here) or "#" in there:
                return self._way(match, path)
            # a way up to a folder is the same from all pages so far below it: made once
            key = match.group(), "/".join(here[:-up])
            if key not in self._found:
                self._found[key] = self._way(match, path)
            return self._found[key]

        # Firefox takes no file for a page's own origin
        page = _POLICY.sub(lambda tag: tag.group().replace("'self'", "'self' file:"), page)
        return _TAG.sub(lambda tag: _ADDRESS.sub(address, tag.group()), page)

    def _way(self, match: re.Match[str], path: str) -> str:
        there = _rewritten(unescape(match[2]), path, self._known)
        return "" if there is None else f' {match[1]}="{escape(there)}"'


def _rewritten(there: str, path: str, known: frozenset[str]) -> str | None:
    """An address as the zip needs it; None where it leads to what is not in the zip."""
    try:
        parts = urlsplit(there)
    except ValueError:
        return there  # no address at all: it leads nowhere in the zip, as on the site
    if parts.scheme or parts.netloc or not parts.path:
        return there
    way = _way(unquote(parts.path), path, known)
    anchor = f"#{parts.fragment}" if parts.fragment else ""
    return None if way is None else quote(way) + anchor


def _way(there: str, path: str, known: frozenset[str]) -> str | None:
    """The way from one file to another, or to the index.html of a folder.

    One from the root begins with the folder at which the site is served, which only its address
    knows: so the longest end of it that is a file is meant.
    """
    here = posixpath.dirname(path)
    if not there.startswith("/"):
        return _file(posixpath.join(here, there), there, known)
    steps = there[1:].split("/")
    ends = ("/".join(steps[start:]) for start in range(len(steps)))
    found = (_file(end, posixpath.relpath(end or ".", here or "."), known) for end in ends)
    return next(filter(None, found), None)


def _file(path: str, way: str, known: frozenset[str]) -> str | None:
    """The way to a path where that is a file, or to its index.html where that is one."""
    plain = posixpath.normpath(path or ".")
    if plain in known:
        return way
    index = "index.html" if plain == "." else f"{plain}/index.html"
    return f"{way.rstrip('/')}/index.html" if index in known else None

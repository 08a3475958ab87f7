"""The very pages of the site, as `serve` shows them, below an address of the desk."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from flask import Blueprint, Response, redirect, render_template, url_for

from tools.desk.overview import desk_of
from tools.live.site import LiveSite

if TYPE_CHECKING:
    from tools.live.site import Answer

views = Blueprint("preview", __name__)
PREFIX = "/preview"
_BODY = re.compile(rb"<body\b[^>]*>")
_STORY = re.compile(r"explainers/([^/]+)/")
Saved = dict[Path, tuple[int, int]]  # of each file below seeds/ its time and size


class Preview:
    """The site, which takes in what was saved since it was last looked at."""

    def __init__(self, root: Path, address: str) -> None:
        told = {"site_url": address} | {
            name.lower(): os.environ.get(name, "") for name in ("REPOSITORY", "CONTACT")
        }
        self._seeds = root / "seeds"
        self._saved = _saved(self._seeds)
        self._site = LiveSite(root, address, told)
        self._site.load(())

    def answer(self, address: str) -> Answer:
        """What stands at an address below that of the site."""
        now = _saved(self._seeds)
        changed = dict(now.items() ^ self._saved.items())
        if changed:
            self._site.load(changed)
            self._saved = now
        return self._site.answer(address)

    def close(self) -> None:
        """Removes what the site kept outside of memory."""
        self._site.close()


def _saved(seeds: Path) -> Saved:
    found = ((path, path.lstat()) for path in seeds.rglob("[!.]*"))
    return {path: (about.st_mtime_ns, about.st_size) for path, about in found}


@views.get(f"{PREFIX}/", defaults={"address": ""})
@views.get(f"{PREFIX}/<path:address>")
def page(address: str) -> Any:
    """A page or a file of the site."""
    desk = desk_of()
    with desk.lock:
        if desk.preview is None:
            desk.preview = Preview(desk.root, desk.address)
        answer = desk.preview.answer(address)
    if answer.status == 301:
        return redirect(PREFIX + answer.data.decode(), 301)
    data = _with_way_back(answer.data, address) if answer.kind == "text/html" else answer.data
    return Response(data, answer.status, mimetype=answer.kind)


def _with_way_back(page: bytes, address: str) -> bytes:
    """A page with a link to the desk, of a story's page to that story there."""
    story = _STORY.match(address)
    there = url_for("story.show", name=story[1]) if story else url_for("overview.home")
    link = render_template("back.html", there=there).encode()
    return _BODY.sub(lambda found: found[0] + link, page, count=1)

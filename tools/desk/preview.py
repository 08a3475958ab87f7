"""The very pages of the site, as `serve` shows them, below an address of the desk."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from flask import Blueprint, Response, redirect

from tools.desk.overview import desk_of
from tools.live.site import LiveSite

views = Blueprint("preview", __name__)
PREFIX = "/preview"


@views.get(f"{PREFIX}/", defaults={"address": ""})
@views.get(f"{PREFIX}/<path:address>")
def page(address: str) -> Any:
    """A page or a file of the site."""
    desk = desk_of()
    with desk.lock:
        if desk.live is None:
            told = {"site_url": desk.address} | {
                name.lower(): os.environ.get(name, "") for name in ("REPOSITORY", "CONTACT")
            }
            desk.live = LiveSite(desk.root, desk.address, told)
            desk.live.load(())
        elif not address or address.endswith("/"):
            seeds = desk.root / "seeds"
            desk.live.load(_saved(seeds))
        answer = desk.live.answer(address)
    if answer.status == 301:
        return redirect(PREFIX + answer.data.decode(), 301)
    return Response(answer.data, answer.status, mimetype=answer.kind)


def _saved(seeds: Path) -> list[Path]:
    """Every folder that may hold something new: reading them again is what shows it."""
    stories = seeds / "stories"
    lists = seeds / "vocabulary" / "companies.yml"
    return [stories, lists]

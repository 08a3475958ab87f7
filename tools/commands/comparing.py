"""`compare`: which pages of a built site differ from those of another build."""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import Any

from tools.commands.common import FINE, MisuseError, add_command

MOST = 100  # addresses that are listed


def add_compare(commands: Any) -> None:
    """Adds `compare OLD NEW` to the parser."""
    parser = add_command(commands, "compare", "list the pages that differ between two builds")
    parser.add_argument("old", type=Path, help="the folder of a built site")
    parser.add_argument("new", type=Path, help="the folder of another build of it")
    parser.set_defaults(run=_compare)


def _compare(options: argparse.Namespace) -> int:
    """`compare OLD NEW`: prints a list in Markdown, for the summary of a pull request."""
    old, new = _pages(options.old), _pages(options.new)
    kinds = {
        "new": sorted(new.keys() - old.keys()),
        "gone": sorted(old.keys() - new.keys()),
        "changed": sorted(page for page in old.keys() & new.keys() if old[page] != new[page]),
    }
    lines = [f"- {kind}: {inert(page)}" for kind, pages in kinds.items() for page in pages]
    print("### Pages that differ", "", sep="\n")
    print(", ".join(f"{len(pages)} {kind}" for kind, pages in kinds.items()), end="")
    print(f", of {len(new)}.", "", *lines[:MOST], sep="\n")
    if len(lines) > MOST:
        print(f"- and {len(lines) - MOST} more")
    return FINE


def _pages(site: Path) -> dict[str, bytes]:
    """The pages of a site by their addresses."""
    pages = {
        path.relative_to(site).as_posix().removesuffix("index.html"): path.read_bytes()
        for path in site.rglob("*.html")
        if path.is_file()
    }
    if not pages:
        raise MisuseError(f"{site} holds no pages: run make build first")
    return pages


def inert(text: str) -> str:
    """A text that Markdown and HTML show as it is, whoever wrote it."""
    shown = re.sub(r"[^\w/.-]|_", lambda match: f"&#{ord(match.group())};", text)
    return f"<code>/{shown}</code>"

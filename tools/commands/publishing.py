"""`export` and `index`: the pages for any engine, and the search index of a built site."""

from __future__ import annotations

import argparse
import os
import shutil
from pathlib import Path
from typing import Any

from tools.commands.checking import show
from tools.commands.common import FINE, FOUND, MisuseError, faults


def add_export(commands: Any) -> None:
    """Adds `export DIR` to the parser."""
    parser = commands.add_parser("export", help="write a docs tree that any engine can build")
    parser.add_argument("dir", type=Path, help="a folder that is not there yet, or is empty")
    parser.set_defaults(run=_export)


def add_index(commands: Any) -> None:
    """Adds `index SITE` to the parser."""
    parser = commands.add_parser("index", help="make the search index of a built site")
    parser.add_argument("site", type=Path, help="the folder of the built site")
    parser.set_defaults(run=_index)


def _export(options: argparse.Namespace) -> int:
    """`export DIR`: mkdocs.yml, docs and overrides, complete, for any engine for Markdown."""
    from tools.check import check
    from tools.files.read import read_text, seeds
    from tools.files.write import write_tree
    from tools.pages import Settings, build

    folder: Path = options.dir
    root: Path = options.root
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise MisuseError(f"{folder} is there and not empty: name a new folder")
    found, unread = seeds(root)
    problems = check(found, unread)
    if faults(problems):
        show(problems, "text")
        return FOUND
    config = without_hooks(read_text(root / "mkdocs.yml"))
    url = os.environ.get("SITE_URL", "")
    settings = Settings(
        url=url and url.rstrip("/") + "/",
        repository=os.environ.get("REPOSITORY", "").rstrip("/"),
    )
    shutil.copytree(root / "docs", folder / "docs")
    shutil.copytree(root / "overrides", folder / "overrides")
    pages = build(found, settings, home=read_text(root / "docs" / "index.md"))
    write_tree(folder, {"mkdocs.yml": config, **{f"docs/{p}": t for p, t in pages.items()}})
    print(f"Wrote {len(pages)} pages to {folder}.")
    return FINE


def without_hooks(config: str) -> str:
    """The text of mkdocs.yml without the settings that only our own folder can serve."""
    kept, skipping = [], False
    for line in config.splitlines():
        if line and not line[0].isspace() and not line.startswith(("#", "-")):
            skipping = line.split(":")[0] in ("hooks", "watch")
        if not skipping:
            kept.append(line)
    return "\n".join(kept) + "\n"


def _index(options: argparse.Namespace) -> int:
    """`index SITE`: the search index of a site built by any engine."""
    from tools.files.search_index import FOLDER, NotIndexedError, index

    try:
        index(options.site)
    except NotIndexedError as error:
        raise MisuseError(str(error)) from error
    print(f"Wrote {options.site / FOLDER}.")
    return FINE

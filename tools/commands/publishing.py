"""`export`, `index` and `bundle`: pages for any engine; search and the zip of a built site."""

from __future__ import annotations

import argparse
import json
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tools.commands.checking import show
from tools.commands.common import FINE, FOUND, MisuseError, add_command, faults

if TYPE_CHECKING:
    from tools.model.publication import Publication

TOLD = ("SITE_URL", "REPOSITORY", "CONTACT")  # what the environment says of a site


def add_export(commands: Any) -> None:
    """Adds `export DIR` to the parser."""
    parser = add_command(commands, "export", "write a docs tree that any engine can build")
    parser.add_argument("dir", type=Path, help="a folder that is not there yet, or is empty")
    parser.set_defaults(run=_export)


def add_index(commands: Any) -> None:
    """Adds `index SITE` to the parser."""
    parser = add_command(commands, "index", "make the search index of a built site")
    parser.add_argument("site", type=Path, help="the folder of the built site")
    parser.set_defaults(run=_index)


def add_bundle(commands: Any) -> None:
    """Adds `bundle SITE` to the parser."""
    parser = add_command(
        commands, "bundle", "put a built site into a zip that opens without a server"
    )
    parser.add_argument("site", type=Path, help="the folder of the built site")
    parser.set_defaults(run=_bundle)


def _export(options: argparse.Namespace) -> int:
    """`export DIR`: mkdocs.yml, docs and overrides, complete, for any engine for Markdown."""
    from tools.check import check
    from tools.files.figures import accuracy
    from tools.files.read import read_text, seeds
    from tools.files.search_index import DOCUMENTS, carried
    from tools.files.write import write_tree
    from tools.pages import Site, documents, jobs
    from tools.publish import home, settings, sheets, text, written

    folder: Path = options.dir
    root: Path = options.root
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise MisuseError(f"{folder} is there and not empty: name a new folder")
    found, unread = seeds(root)
    problems = check(found, unread)
    if faults(problems):
        show(problems, "text")
        return FOUND
    config = for_any_engine(read_text(root / "mkdocs.yml"), found.publication)
    told = {
        name.lower(): os.environ.get(name, "") for name in ("SITE_URL", "REPOSITORY", "CONTACT")
    }
    known = settings(found.publication, told, bundled=False)
    site = Site(found, known, accuracy=accuracy(root))
    pages = {sheet.path: text(sheet) for sheet in sheets(site, jobs(site, home(root)))}
    shutil.copytree(root / "docs", folder / "docs")
    shutil.copytree(root / "overrides", folder / "overrides")
    tree = {f"docs/{path}": text for path, text in pages.items()}
    # MkDocs has a site map of its own, which a template of that name in the theme replaces
    tree |= {"mkdocs.yml": config, "overrides/sitemap.xml": inert(pages.get("sitemap.xml", ""))}
    tree[DOCUMENTS] = carried(documents(site), written(site))
    write_tree(folder, tree)
    print(f"Wrote {len(pages)} files to {folder}.")
    return FINE


def inert(text: str) -> str:
    """A template whose output is the text, whatever stands in it."""
    return f"{{% raw %}}{text}{{% endraw %}}" if text else ""


def for_any_engine(config: str, publication: Publication) -> str:
    """The text of mkdocs.yml with what the hook puts in, and without what only our folder has.

    JSON is YAML, and says in one line what no indentation can break.
    """
    from tools.pages.theme import words

    said = {
        "site_name": f"site_name: {_json(publication.name)}",
        "site_description": f"site_description: {_json(publication.strapline)}",
        "extra": f"extra:\n  publication: {_json(words(publication))}",
    }
    kept, skipping = [], False
    for line in config.splitlines():
        if line and not line[0].isspace() and not line.startswith(("#", "-")):
            key = line.split(":")[0]
            skipping = key in ("hooks", "watch")
            line = said.get(key, line)
        if not skipping:
            kept.append(line)
    return "\n".join(kept) + "\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _index(options: argparse.Namespace) -> int:
    """`index SITE`: the search index of a site built by any engine, best beside its export."""
    from tools.files.search_index import FOLDER, NotIndexedError, brought, index

    try:
        index(options.site, brought(options.site))
    except NotIndexedError as error:
        raise MisuseError(str(error)) from error
    print(f"Wrote {options.site / FOLDER}.")
    return FINE


def _bundle(options: argparse.Namespace) -> int:
    """`bundle SITE`: the whole site as a zip beside its pages, which opens without a server."""
    from tools.files.bundle import NotBundledError, bundle
    from tools.files.publisher import publisher

    name = publisher(options.root)[0].publication.bundle
    try:
        path = bundle(options.site, f"{name}.zip")
    except NotBundledError as error:
        raise MisuseError(str(error)) from error
    print(f"Wrote {path}.")
    return FINE

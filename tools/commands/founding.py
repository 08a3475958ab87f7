"""`found DIR`: an empty publication of another name, with the engine it needs and its own pages.

The engine is copied byte for byte, so a newer one is taken over by copying it again.
What a publication has of its own is in `tools/founding`, with `$name` and the like in it.
"""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path
from string import Template
from typing import Any

from tools.commands.common import FINE, MisuseError, add_command

# what is the same in every publication: folders, and files
ENGINE = (
    ".ci",
    ".gitattributes",
    ".github",
    ".gitignore",
    "CONTRIBUTING.md",
    "Makefile",
    "SECURITY.md",
    "docs/javascripts",
    "docs/stylesheets",
    "overrides",
    "pyproject.toml",
    "requirements",
    "schema",
    "tools",
)
OWN = "tools/founding"
LICENCE = "LICENSE"
_MIT = re.compile(r"^MIT License$.*?^SOFTWARE\.$", re.DOTALL | re.MULTILINE)
_UNWRITABLE = re.compile("[\ud800-\udfff\ufffe\uffff]")  # half characters, and those that are none
_MARKS = re.compile(r"([\\`*_\[\]<>&|~!@:#])")  # which Markdown reads within a line


def add_found(commands: Any) -> None:
    """Adds `found DIR` to the parser."""
    parser = add_command(commands, "found", "make an empty publication of your own")
    parser.add_argument("dir", type=Path, help="a folder that is not there yet, or is empty")
    parser.add_argument("--name", default="A new publication", help="what it is called")
    parser.add_argument(
        "--answerers",
        default="company,companies",
        metavar="ONE,MANY",
        help='the words for who answers, one and many, such as "car maker,car makers"',
    )
    parser.add_argument(
        "--address", help="where their list is, such as car-makers; made from MANY without it"
    )
    parser.set_defaults(run=_found)


def _found(options: argparse.Namespace) -> int:
    """`found DIR`: writes the publication; an empty folder may be there already."""
    from tools.files.write import write_new_folder, write_tree

    folder: Path = options.dir
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise MisuseError(f"{folder} is there and not empty: name a new folder")
    tree = publication(options.root, words(options.name, options.answerers, options.address))
    if folder.exists():
        write_tree(folder, tree)
    else:
        write_new_folder(folder, tree)
    print(f"Wrote {len(tree)} files to {folder}.")
    print("Begin there with: make serve. README.md tells the way to the first story.")
    return FINE


def publication(root: Path, said: dict[str, str]) -> dict[str, bytes]:
    """Every file of a new publication by its path: the engine at `root`, and its own with `said`.

    Raises `MisuseError` where the engine is not whole.
    """
    if missing := next((name for name in (*ENGINE, OWN) if not (root / name).exists()), None):
        raise MisuseError(f"{missing} is missing here, and a publication needs it")
    licence = _MIT.search(_text(root / LICENCE))
    if licence is None:
        raise MisuseError(f"{LICENCE} must have the licence of the code: it goes with every copy")
    said = {**said, "licence": licence.group()}
    tree = {
        path.relative_to(root).as_posix(): path.read_bytes()
        for name in ENGINE
        for path in _files(root / name)
    }
    for path in _files(root / OWN):
        text = Template(path.read_text("utf-8")).safe_substitute(said)
        tree[path.relative_to(root / OWN).as_posix()] = text.encode("utf-8")
    return tree


def _files(top: Path) -> list[Path]:
    """The files of a folder, or a file, in order; without caches and what editors leave behind."""
    if top.is_file():
        return [top]
    inner = (path for path in top.rglob("*") if path.is_file())
    return sorted(path for path in inner if not _is_left_behind(path.relative_to(top).parts))


def _is_left_behind(parts: tuple[str, ...]) -> bool:
    return any(part[0] == "." or part[-1] == "~" or part == "__pycache__" for part in parts)


def _text(path: Path) -> str:
    return path.read_text("utf-8") if path.is_file() else ""


def words(name: str, answerers: str, address: str | None) -> dict[str, str]:
    """What stands for `$name` and the like, each as its file needs it.

    Raises `MisuseError` where no publication can be called so.
    """
    from tools.model.claims import slug
    from tools.model.publication import TAKEN
    from tools.model.story import name_fault
    from tools.pages.wording import capital

    name = _line("--name", name)
    one, comma, many = (part.strip() for part in _line("--answerers", answerers).partition(","))
    if not (one and comma and many):
        raise MisuseError('--answerers must be two words or more: --answerers "company,companies"')
    if address is None and not slug(many):
        raise MisuseError(f"--address must be given, since {many} makes none: --address companies")
    address = slug(many) if address is None else address
    if fault := name_fault(address):
        raise MisuseError(f"--address must {fault}: {address!r}")
    if address in TAKEN:
        raise MisuseError(f"--address must be one that no other page has: {address}")
    bundle = slug(name)
    return {
        "name": _quoted(name),
        "title": _MARKS.sub(r"\\\1", name),
        "one": _quoted(one),
        "many": _quoted(many),
        "listed": _quoted(capital(many)),
        "address": address,
        "bundle": "publication" if name_fault(bundle) else bundle,
    }


def _line(option: str, text: str) -> str:
    """The text in one line; raises `MisuseError` where a reader could not read it."""
    from tools.model.characters import HIDDEN

    line = " ".join(text.split())
    if not line:
        raise MisuseError(f"{option} must not be empty")
    if HIDDEN.search(line) or _UNWRITABLE.search(line):
        raise MisuseError(f"{option} must hold no characters that cannot be seen: type it anew")
    return line


def _quoted(text: str) -> str:
    """The text for YAML: JSON is YAML, and no mark in it can end it."""
    return json.dumps(text, ensure_ascii=False)

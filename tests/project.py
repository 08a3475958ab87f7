"""The invented project of the tests, and the golden cases that bend it."""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from tools.check import check
from tools.files.read import seeds

ROOT = Path(__file__).parent.parent
GOLDEN = Path(__file__).parent / "golden"
STORY = "ruritania-data"

Case = Mapping[str, Any]


def golden(path: str) -> dict[str, Case]:
    """The cases of one golden file by their names."""
    text = (GOLDEN / path).read_text(encoding="utf-8")
    cases: dict[str, Case] = yaml.load(text, Loader=yaml.CSafeLoader)
    return cases


def golden_folder(folder: str) -> dict[str, Case]:
    """The cases of every golden file in a folder by their names."""
    found: dict[str, Case] = {}
    for file in sorted((GOLDEN / folder).glob("*.yml")):
        cases = golden(f"{folder}/{file.name}")
        assert not cases.keys() & found.keys(), f"{file.name} has a case of the same name"
        found |= cases
    return found


def write_project(root: Path, case: Case | None = None) -> None:
    """Writes the invented project below `root`, bent as a golden case says.

    `edit` replaces a passage that stands once in a file, `files` are added or replaced, `remove`
    are not written, and `story` names the folder; the article's files need no folder.
    """
    case = case or {}
    texts = {_path(name, case): text for name, text in golden("project.yml").items()}
    texts |= {_path(name, case): text for name, text in case.get("files", {}).items()}
    for name, edits in case.get("edit", {}).items():
        path = _path(name, case)
        for old, new in edits.items():
            assert texts[path].count(old) == 1, f"{old!r} must stand once in {name}"
            texts[path] = texts[path].replace(old, new)
    for name in case.get("remove", ()):
        del texts[_path(name, case)]
    for path in sorted(texts, key=lambda path: not path.endswith(".txt")):  # for their SHA-256
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(_expand(texts[path], file.parent), encoding="utf-8", newline="")


def write_site_seeds(root: Path) -> None:
    """Writes the seeds of the invented site below `root`, with the checksums of their articles."""
    shutil.copytree(ROOT / "tests/site/seeds", root / "seeds")
    for record in root.glob("seeds/stories/*/explainer.yml"):
        text = record.read_text("utf-8").replace("SHA256", "SHA256(article.txt)")
        record.write_text(_expand(text, record.parent), "utf-8")


def _path(name: str, case: Case) -> str:
    if name in ("companies.yml", "authorities.yml", "glossary.yml", "topics.yml", "positions.yml"):
        return f"seeds/vocabulary/{name}"
    if name == "publication.yml":
        return f"seeds/{name}"
    if name.startswith(("overrides/", "docs/")):
        return name
    return f"seeds/stories/{case.get('story', STORY)}/{name.removeprefix(f'{STORY}/')}"


def _expand(text: str, folder: Path) -> str:
    def sha256(match: re.Match[str]) -> str:
        return hashlib.sha256((folder / match[1]).read_bytes()).hexdigest()

    text = re.sub(r"SHA256\(([\w.-]+)\)", sha256, text)
    return re.sub(r"COUNT\((\d+)\)", lambda m: " ".join(map(str, range(1, int(m[1]) + 1))), text)


def expected(case: Case, root: Path) -> str:
    """The messages that a case expects, its placeholders filled in."""
    folder = root / "seeds/stories" / case.get("story", STORY)
    return _expand(case["problems"], folder).rstrip("\n")


def messages(root: Path) -> str:
    """What `check` prints of a project."""
    return "\n".join(str(problem) for problem in check(*seeds(root)))

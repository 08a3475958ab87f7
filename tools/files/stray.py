"""What lies among the stories and is read by nobody: articles without a folder, other formats."""

from __future__ import annotations

import re
from pathlib import Path
from shlex import quote

from tools.files.contents import relative
from tools.model.problem import Problem

# what articles come as; all else in a folder is its editor's business
ARTICLE = re.compile(r".*\.(?:txt|html?|mhtml|docx?|odt|rtf|pdf)", re.IGNORECASE)
READ = re.compile(r".*\.(?:txt|html?)", re.IGNORECASE)  # by `new`


def stray_articles(parent: Path, folders: list[Path], root: Path) -> list[Problem]:
    """A notice for each article that no story reads: beside the folders, or in a format of its own.

    `parent` is the folder of all stories.
    """
    beside = _articles(parent)
    inside = [file for one in folders for file in _articles(one) if file.suffix != ".txt"]
    return [
        *(_notice(file, root, "should lie in the folder of a story") for file in beside),
        *(_notice(file, root, "should be a .txt file, for no other is read") for file in inside),
    ]


def _articles(folder: Path) -> list[Path]:
    """The files of a folder that look like articles, by name."""
    if not folder.is_dir():
        return []
    files = sorted(folder.iterdir())
    return [
        file
        for file in files
        if file.is_file()
        and not file.name.startswith((".", "~", "explainer."))
        and ARTICLE.fullmatch(file.name)
    ]


def _notice(file: Path, root: Path, message: str) -> Problem:
    shown = relative(file, root)
    if READ.fullmatch(file.name):
        way_out = (
            "Move it out of seeds/stories, and make a story of it: python -m tools new STORY "
            f"--from {quote(file.name)}; where a story has its text already, delete it."
        )
    else:
        way_out = (
            "Save its text alone as a .txt file elsewhere, and make a story of that: python -m "
            "tools new STORY --from FILE; then delete this one."
        )
    return Problem(shown, 1, 1, f"article {message}: {file.name!r}", way_out, notice=True)

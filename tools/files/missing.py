"""What is said of a file that is not there, or is there under another name."""

from __future__ import annotations

import re
from pathlib import Path
from shlex import quote

from tools.files.contents import relative
from tools.model.problem import Problem, shorten

_ENDING = re.compile(r"\.ya?ml(?:\.txt)?", re.IGNORECASE)


def misnamed(path: Path) -> list[Path]:
    """Files that are meant to be the one at `path`, a .yml: explainer.yaml, explainer.yml.txt."""
    if not path.parent.is_dir():
        return []
    return sorted(one for one in path.parent.iterdir() if is_meant(one, path) and one.is_file())


def is_meant(file: Path, path: Path) -> bool:
    """Whether a file's name is that of `path` but for its ending or its capitals."""
    stem, ending = file.name[: len(path.stem)], file.name[len(path.stem) :]
    alike = stem.casefold() == path.stem and _ENDING.fullmatch(ending)
    return bool(alike) and file.name != path.name


def no_record(path: Path, root: Path) -> Problem:
    """The Problem of a story whose record is not at `path`."""
    if others := misnamed(path):
        return _rename(others[0], path, root)
    folder = path.parent.name
    return Problem(
        relative(path, root),
        1,
        1,
        f"story must have a record: {shorten(folder)} has none",
        f"Write one by: python -m tools draft {quote(folder)}"
        if any(path.parent.glob("[!.]*.txt"))
        else "It has no article either. Move what is in the folder elsewhere, delete the folder, "
        f"and run: python -m tools new {quote(folder)} --from FILE",
    )


def second_records(path: Path, root: Path) -> list[Problem]:
    """A Problem for each file beside a record that is meant to be one: nobody would read it."""
    return [
        Problem(
            relative(other, root),
            1,
            1,
            f"record must be {path.name} alone: {shorten(other.name)} stands beside it",
            f"Put what is right in it into {path.name}, and delete it.",
        )
        for other in misnamed(path)
    ]


def no_list(path: Path, root: Path) -> Problem:
    """The Problem of a vocabulary that is not at `path`."""
    if others := misnamed(path):
        return _rename(others[0], path, root)
    shown = relative(path, root)
    return Problem(shown, 1, 1, "vocabulary must be there", restore(shown))


def no_publication(path: Path, root: Path) -> Problem:
    """The Problem of a project that does not say who publishes it."""
    if others := misnamed(path):
        return _rename(others[0], path, root)
    shown = relative(path, root)
    message = "publication must be there: it says who publishes, and whose answers are told"
    return Problem(shown, 1, 1, message, restore(shown))


def _rename(other: Path, path: Path, root: Path) -> Problem:
    return Problem(
        relative(other, root),
        1,
        1,
        f"file must be named {path.name}: {shorten(other.name)}",
        f"Rename it to {path.name}.",
    )


def restore(shown: str) -> str:
    """The way back to the file that was committed last; `shown` is its path from the root."""
    return f"Restore it: git checkout -- {quote(shown)}"

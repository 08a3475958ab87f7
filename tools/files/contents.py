"""What a file of seeds/ holds, as text, or a Problem that says why it cannot be read.

Whoever sends a pull request chooses names, sizes and bytes: nothing here follows a link out of the
project, waits for a device, or reads what no article or record needs.
"""

from __future__ import annotations

from itertools import accumulate, islice
from os.path import islink, join
from pathlib import Path
from shlex import quote

from tools.files.merging import in_article
from tools.model.encodings import utf_16
from tools.model.problem import Problem, shorten

MOST = 2_000_000  # bytes; the longest book is no longer, and a draft is made of no more


def text_of(path: Path, root: Path, problems: list[Problem]) -> str | None:
    """The text of a file below `root`, byte for byte as UTF-8, or None and a Problem."""
    if not is_own(path, root, problems):
        return None
    with path.open("rb") as file:
        data = file.read(MOST + 1)
    name = relative(path, root)
    text = _too_big(name, path.stat().st_size) if len(data) > MOST else _text(name, data)
    if isinstance(text, str) and path.suffix == ".txt":
        text = in_article(text, name) or text
        if isinstance(text, str) and not text.strip():
            problems.append(_empty(name))
    if isinstance(text, str):
        return text
    problems.append(text)
    return None


def _too_big(name: str, size: int) -> Problem:
    return Problem(
        name,
        1,
        1,
        f"file must hold at most {MOST // 1_000_000} MB: '{size / 1e6:.1f} MB'",
        "Split it, or cut what does not belong to it.",
    )


def _text(name: str, data: bytes) -> str | Problem:
    """The text of a file's bytes, or what keeps it from being read."""
    if utf_16(data) is not None:
        return Problem(
            name,
            1,
            1,
            "file must be UTF-8, and is UTF-16",
            "Save it as UTF-8: editors ask for the encoding where they save a file anew."
            + _as_it_came(name),
        )
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf_8(name, data, error.start)


def _empty(name: str) -> Problem:
    return Problem(
        name,
        1,
        1,
        "article must not be empty",
        f"Restore it: git checkout -- {quote(name)}. If it is new, paste the article's text into "
        "it, or delete it.",
    )


def _not_utf_8(name: str, data: bytes, start: int) -> Problem:
    before = data[:start]
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
    wrong = data[start : start + 1]
    letter = shorten(wrong.decode("latin-1"))
    return Problem(
        name,
        before.count(b"\n") + 1,
        column,
        f"file must be UTF-8: byte {wrong.hex().upper()} is not",
        f"Save it as UTF-8 in your editor; it looks like Latin-1 {letter}.{_as_it_came(name)}",
    )


def _as_it_came(name: str) -> str:
    """What to do besides where an article was readable before: it is never edited."""
    if not name.endswith(".txt"):
        return ""
    return f" Where it was readable before, restore it: git checkout -- {quote(name)}"


def is_own(path: Path, root: Path, problems: list[Problem]) -> bool:
    """Whether a file or folder is the project's own; else False and a Problem.

    A link may lead to any file of the machine that builds the site, and a name with a line end
    could speak in the place of a message.
    """
    if not path.name.isprintable():
        problems.append(
            Problem(
                relative(path, root),
                1,
                1,
                f"name must hold visible letters only: {path.name!a}",
                "Rename it with letters, digits and hyphens.",
            )
        )
        return False
    ways = accumulate(path.relative_to(root).parts, join, initial=str(root))
    if not any(map(islink, islice(ways, 1, None))):  # the root itself may be one
        return True
    problems.append(
        Problem(
            relative(path, root),
            1,
            1,
            f"file must not be a link, nor lie behind one: {shorten(path.name)}",
            "Delete the link and put the file itself in its place.",
        )
    )
    return False


def relative(path: Path, root: Path) -> str:
    """A path as messages show it: from the project's root, with forward slashes, on one line."""
    name = path.relative_to(root).as_posix()
    if name.isprintable():
        return name
    return "".join(one if one.isprintable() else ascii(one)[1:-1] for one in name)

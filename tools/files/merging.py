"""The marks that an unfinished merge leaves in a file: git writes them, and waits for a person."""

from __future__ import annotations

import re

from tools.model.problem import Problem, shorten

_MARK = re.compile(r"^(?:<{7}|\|{7}|={7}|>{7})(?:[ \r][^\n]*)?$", re.MULTILINE)
_SIGNS = tuple(7 * sign for sign in "<|=>")
# in an article a row of = may underline a heading, so that all three must be there, in their order
_ALL = tuple(re.compile(rf"^{mark}{{7}}(?:[ \r]|$)", re.MULTILINE) for mark in "<=>")


def in_record(text: str, path: str) -> Problem | None:
    """The Problem of a record or a list that holds such a mark; `path` names it."""
    found = any(sign in text for sign in _SIGNS)  # to look at each line takes longer
    mark = _MARK.search(text) if found else None
    return _problem(text, path, mark.start()) if mark else None


def in_article(text: str, path: str) -> Problem | None:
    """The Problem of an article that holds all marks of a merge."""
    first = found = _ALL[0].search(text)
    for mark in _ALL[1:]:
        found = found and mark.search(text, found.end())
    return _problem(text, path, first.start()) if first and found else None


def _problem(text: str, path: str, start: int) -> Problem:
    line = text[start:].partition("\n")[0]
    return Problem(
        path,
        text.count("\n", 0, start) + 1,
        1,
        f"file must hold no marks of an unfinished merge: {shorten(line)}",
        "Of the two versions between <<<<<<< and >>>>>>> keep what is right, and delete the lines "
        "with the marks.",
    )

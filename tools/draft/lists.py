"""The words that the drafter goes by: lists in YAML files that an editor can extend.

Every such file has one form: the names of lists, each with its phrases.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from tools.draft.table import table

Lists = Mapping[str, frozenset[str]]


class ListError(ValueError):
    """A file of lists that has not their form; the message says where and why."""


@cache
def lists(path: Path) -> Lists:
    """The lists of a file by their names; read once.

    Raises `ListError` where an entry stands twice in a list, or is no text: an unquoted `on` or
    `no` is a truth value to YAML, and `no.` is none.
    """
    return checked(table(path), path.name)


def checked(entries: Any, name: str) -> Lists:
    """The content of the file of that name as lists."""
    if not isinstance(entries, dict):
        raise ListError(f"{name} must be names of lists, each with its phrases")
    return {str(key): _phrases(entry, f"{name}, {key}") for key, entry in entries.items()}


def _phrases(entries: Any, where: str) -> frozenset[str]:
    if not isinstance(entries, list):
        raise ListError(f"{where} must be a list of phrases")
    for entry in entries:
        if not isinstance(entry, str) or not entry.strip():
            raise ListError(f"{where}: {entry!r} is no text; put it between quotation marks")
    found = frozenset(entries)
    if len(found) < len(entries):
        twice = next(entry for entry in entries if entries.count(entry) > 1)
        raise ListError(f"{where}: {twice!r} stands twice")
    return found

"""The words by which a clause is turned, from words.yml."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

TABLE = Path(__file__).with_name("words.yml")


@cache
def _table() -> dict[str, frozenset[str]]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    table = yaml.load(TABLE.read_text(encoding="utf-8"), loader)
    return {name: frozenset(map(str, listed)) for name, listed in table.items()}


def words(name: str) -> frozenset[str]:
    """The words of a list of words.yml."""
    return _table()[name]

"""The words by which a timeline is read off: words.yml, read once."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tools.draft.table import table

WORDS = Path(__file__).with_name("words.yml")


@cache
def _lists() -> dict[str, frozenset[str]]:
    return {name: frozenset(map(str, words)) for name, words in table(WORDS).items()}


def words(name: str) -> frozenset[str]:
    """One list of words.yml, in lower case."""
    return _lists()[name]

"""The words by which a timeline is read off: words.yml, read once."""

from __future__ import annotations

from pathlib import Path

from tools.draft.lists import lists

WORDS = Path(__file__).with_name("words.yml")


def words(name: str) -> frozenset[str]:
    """One list of words.yml, in lower case."""
    return lists(WORDS)[name]

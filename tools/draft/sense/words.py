"""The words by which a clause is turned, and its tense told, from words.yml."""

from __future__ import annotations

from pathlib import Path

from tools.draft.lists import lists

TABLE = Path(__file__).with_name("words.yml")


def words(name: str) -> frozenset[str]:
    """The words of a list of words.yml."""
    return lists(TABLE)[name]

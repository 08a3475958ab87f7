"""The words by which a name is recognised, from words.yml."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tools.draft.lists import lists

TABLE = Path(__file__).with_name("words.yml")


def words(name: str) -> frozenset[str]:
    """The words of a list of words.yml."""
    return lists(TABLE)[name]


@cache
def company_nouns() -> frozenset[str]:
    """The nouns for a company, in the singular and in the plural."""
    return words("company") | company_plurals()


@cache
def company_plurals() -> frozenset[str]:
    """The nouns for several companies."""
    return words("company_plural") | {f"{word}s" for word in words("company")}

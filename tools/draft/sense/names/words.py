"""The words by which a name is recognised, from words.yml."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

TABLE = Path(__file__).with_name("words.yml")


@cache
def _table() -> dict[str, frozenset[str]]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    table = yaml.load(TABLE.read_text(encoding="utf-8"), loader)
    return {name: frozenset(map(str, words)) for name, words in table.items()}


def words(name: str) -> frozenset[str]:
    """The words of a list of words.yml."""
    return _table()[name]


@cache
def company_nouns() -> frozenset[str]:
    """The nouns for a company, in the singular and in the plural."""
    return words("company") | company_plurals()


@cache
def company_plurals() -> frozenset[str]:
    """The nouns for several companies."""
    return words("company_plural") | {f"{word}s" for word in words("company")}

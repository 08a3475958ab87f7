"""Names that look alike and are not: letters of another alphabet, full-width letters, figures."""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path

import yaml

from tools.model.text import fold, fold_case

TABLE = Path(__file__).with_name("looks.yml")


@cache
def _table() -> dict[int, str]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    table: dict[str, str] = yaml.load(TABLE.read_text(encoding="utf-8"), loader)
    return {ord(one): letter for letter, others in table.items() for one in others}


def look(name: str) -> str:
    """A name as it looks: two that a reader cannot tell apart are the same text."""
    return unicodedata.normalize("NFKC", fold(name)).translate(_table()).casefold()


def look_alike(name: str, other: str) -> bool:
    """Whether two names look the same and are not, small and capital letters aside.

    Two that differ by a soft hyphen alone, or by how an accent is written, are the same.
    """
    return look(name) == look(other) and fold_case(name) != fold_case(other)


def odd_letter(name: str, other: str) -> str:
    """The letter by which two names that look alike differ, as `U+0430 (CYRILLIC SMALL LETTER A)`.

    Of several, one that is no Latin letter.
    """
    folded = fold_case(name), fold_case(other)
    odd = [one for one in fold(name) + fold(other) if not all(fold_case(one) in t for t in folded)]
    return _named(min(odd or name, key=lambda one: (one.isascii(), one.isalpha())))


def foreign_letter(name: str) -> str | None:
    """A letter of another alphabet in a word that looks as if all its letters were Latin ones."""
    for word in fold(name).split():
        odd = [one for one in word if not one.isascii() and one.isalpha()]
        if odd and look(word).isascii():
            return _named(odd[0])
    return None


def _named(letter: str) -> str:
    return f"U+{ord(letter):04X} ({unicodedata.name(letter, 'unnamed')})"

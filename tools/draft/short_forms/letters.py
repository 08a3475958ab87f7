"""Whether the letters of a short form are those of its expansion."""

from __future__ import annotations

import re
from collections.abc import Sequence

# They may be left out of a short form, or counted: "DOJ" and "DoJ" for "Department of Justice".
SMALL = frozenset("a an and at by de for from in of on or the to with & 's '".split())
_DIGITS = {"to": "2", "for": "4"}  # "P2P"
_LETTERS = re.compile(r"[^A-Za-z0-9&]")
_SHORT = re.compile(r"(?=.*[A-Z])[A-Za-z][A-Za-z0-9&.-]{1,9}")
_CAPITALS = re.compile(r"(?:[A-Z][A-Z0-9&]{1,6}|(?:[A-Z]\.){2,5})s?")


def is_short(word: str) -> bool:
    """Whether a word beside its expansion may be a short form: "OCO", "O.C.O.", "Ofcom"."""
    return bool(_SHORT.fullmatch(word))


def is_capitals(word: str) -> bool:
    """Whether a word looks like a short form wherever it stands: "OCO", "O.C.O.", "OCOs"."""
    return bool(_CAPITALS.fullmatch(word)) and sum(map(str.isupper, word)) > 1


def letters(short: str) -> str:
    """The letters of a short form in lower case, without stops and without the "s" of a plural."""
    if len(short) > 2 and short.endswith("s") and short[:-1].isupper():
        short = short[:-1]
    return _LETTERS.sub("", short).lower()


def initials_match(wanted: str, words: Sequence[str]) -> bool:
    """Whether the first letters of the words spell a short form; small words may count or not.

    So may a part of a word that follows a hyphen, which stands before it here: "-sized".
    `wanted` and the words are in lower case.
    """
    if words[0] in SMALL or words[-1] in SMALL:
        return False
    reached = {0}
    for word in words:
        initials = (word.lstrip("-")[:1], _DIGITS.get(word.lstrip("-")))
        ahead = {at + 1 for at in reached if wanted[at : at + 1] in initials}
        reached = ahead | reached if word in SMALL or word[0] == "-" else ahead
        if not reached:
            return False
    return len(wanted) in reached


def letters_match(wanted: str, words: Sequence[str]) -> bool:
    """Whether all letters of a short form stand in the words in order, the first as an initial.

    Most words that are not small must give a letter, and what gives none at the end begins with a
    small word: "Butimo" is a bureau of tides and moorings, whatever follows
    "for".
    """
    if not words or words[0][:1] != wanted[:1] or words[-1] in SMALL:
        return False
    at = given = full = 0
    for word in (word.lstrip("-") for word in words):
        if at == len(wanted):
            return word in SMALL and 2 * given > full
        before = at
        if word[:1] == wanted[at : at + 1]:
            for char in word:
                at += at < len(wanted) and char == wanted[at]
        given += at > before
        full += word not in SMALL
    return at == len(wanted) and 2 * given > full

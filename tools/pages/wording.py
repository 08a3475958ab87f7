"""Small words: lists joined, numbers counted, first letters raised.

The words are phrases; the grammar is that of English, and stands here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from string import ascii_uppercase

from tools.pages.phrases import phrase

OTHER = phrase("letters.other")  # longer than a letter: by that, `by_letter` has it last
_NUMBERS = phrase("numbers").split()


def joined(items: Iterable[str], last: str = "and") -> str:
    """ "a", "a and b", "a, b and c"; where the last of them is one of several, "a, b or c"."""
    *names, final = list(items) or [""]
    return phrase(f"joined.{last}", first=", ".join(names), last=final) if names else final


def number(count: int) -> str:
    """Numbers up to twelve in words, as a newspaper prints them."""
    return _NUMBERS[count] if 0 <= count < len(_NUMBERS) else str(count)


def counted(count: int, one: str, many: str | None = None) -> str:
    """ "1 company", "6 companies": a figure and its noun in the right form."""
    return f"{count} {one if count == 1 else many or one + 's'}"


def indefinite(noun: str) -> str:
    """A noun with its article by its first letters: "a company", "an airline", "a union"."""
    vowel = re.match(r"(?!uni|use|eu|one\b)[aeiou]|hour|honest|heir", noun, re.IGNORECASE)
    return f"{'an' if vowel else 'a'} {noun}"


def capital(text: str) -> str:
    """The text with its first letter raised, unless it begins with a name such as iCloud."""
    first = text.partition(" ")[0]
    return text if first[1:] != first[1:].lower() else text[:1].upper() + text[1:]


def uncapital(text: str) -> str:
    """The text with its first letter lowered, as it stands within a sentence."""
    return text[:1].lower() + text[1:]


def initial(word: str) -> str:
    """The letter from A to Z under which a word stands, or `OTHER`."""
    letter = unicodedata.normalize("NFD", word)[:1].upper()
    return letter if letter and letter in ascii_uppercase else OTHER


def by_letter(word: str) -> tuple[int, str, str]:
    """Sorts words by letter; those that begin with none from A to Z come last."""
    letter = initial(word)
    return len(letter), letter, word.casefold()

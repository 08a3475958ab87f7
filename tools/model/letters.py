"""The letters of a word as they count where texts are compared, each with its place in the word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from tools.model.characters import UNHEARD

# what folding changes besides: what is not heard, ligatures, forms of letters for their place
_ODD = re.compile(f"[{UNHEARD}\ufb00-\ufb4f\ufb50-\ufdff\ufe70-\ufefc]")
LONGEST_LETTER = 32  # characters; no language piles up more accents, and a hostile text thousands


def is_plain(text: str) -> bool:
    """Whether white space and quotation marks are all that folding changes; told at once."""
    return text.isascii() or not (_ODD.search(text) or not unicodedata.is_normalized("NFC", text))


def heard(word: str, start: int) -> Iterator[tuple[str, int, int]]:
    """Each letter of a word that counts, with the stretch of the text that it stands for."""
    if is_plain(word):
        yield from ((letter, at, at + 1) for at, letter in enumerate(word, start))
        return
    letter, first, last = "", start, start
    for at, one in enumerate(word, start):
        if one in UNHEARD:
            continue
        written = _as_letters(one)
        if letter and _begins_anew(letter, written):
            yield from ((part, first, last) for part in unicodedata.normalize("NFC", letter))
            letter = ""
        if not letter:
            first = at
        letter, last = letter + written, at + 1
    yield from ((part, first, last) for part in unicodedata.normalize("NFC", letter))


def _as_letters(one: str) -> str:
    """A ligature as its letters, and a letter in the form of its place in a word as the letter."""
    if "\ufb00" <= one <= "\ufefc":
        letters = unicodedata.normalize("NFKC", one)
        return one if " " in letters else letters
    return one


def _begins_anew(letter: str, follows: str) -> bool:
    """Whether what follows is no part of a letter: an accent is, and the vowel of a syllable."""
    if follows.isascii() or len(letter) >= LONGEST_LETTER:
        return True
    joined = unicodedata.normalize("NFC", letter + follows)
    return not unicodedata.combining(follows[0]) and joined == unicodedata.normalize(
        "NFC", letter
    ) + unicodedata.normalize("NFC", follows)

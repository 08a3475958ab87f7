"""Characters that a reader cannot see, and those that belong to the letter before them.

The classes hold what Unicode says of a character, so that no list of letters has to be kept up.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

# What a text may have inside a word without a reader seeing it, and what counts as nothing where
# texts are compared: a soft hyphen, a place where a line may break or must not, the two joiners.
UNHEARD = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
JOINERS = "\u200c\u200d"
# from the accents to the last script that is written today with marks, and two blocks beyond
_MARKED = (range(0x0300, 0x1E00), range(0x20D0, 0x2100), range(0xA880, 0xAC00))
# scripts whose letters take another form where they are joined, or must not be: Arabic and its
# kin, those of India and Sri Lanka, Burmese, Khmer, Mongolian, Arabic forms kept for old programs
_JOINED = (
    *(range(0x0620, 0x0780), range(0x07CA, 0x0800), range(0x0840, 0x0E00), range(0x1000, 0x10A0)),
    *(range(0x1780, 0x17B4), range(0x17B6, 0x18B0), range(0xFB50, 0xFE00), range(0xFE70, 0xFEFD)),
)
# a sign that takes the vowel from the letter before it: it ends a word as well, and a joiner
# behind it says how the two are drawn
_NO_VOWEL = "\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca"


def _class(blocks: Iterable[range], kinds: str) -> str:
    """The characters of blocks whose category is of these kinds, as the inside of `[…]`."""
    found: list[list[int]] = []
    for block in blocks:
        for code in block:
            if unicodedata.category(chr(code))[0] not in kinds:
                continue
            if found and found[-1][1] == code - 1:
                found[-1][1] = code
            else:
                found.append([code, code])
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in found)


MARKS = _class(_MARKED, "M")  # accents, vowel signs: no letters to Python, and parts of a word
IN_WORD = rf"\w[\w{MARKS}{UNHEARD}]*"  # the letters of a word, its marks and what is not heard
_LETTERS = _class(_JOINED, "LM")
# control characters, bidirectional controls, zero-width characters, fillers and tags: a reader
# cannot see them, and a reviewer who cannot see them cannot judge what a change does; of the
# selectors of a form, two show a sign as a picture or as text, and the others can carry a message;
# a joiner between letters that need it is spelling
HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0d\ufeff\uffa0\ufff0-\ufffb"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
    f"(?<![{_LETTERS}][{JOINERS}](?=[{_LETTERS}]))(?<![{_NO_VOWEL}][{JOINERS}])"
)

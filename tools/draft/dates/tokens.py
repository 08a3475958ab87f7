"""A text as words, numbers and marks, each with its place.

One pass of one pattern without nested repetition, so that no text takes longer than its length.
"""

from __future__ import annotations

import re

from tools.model.text import straighten

_TOKEN = re.compile(r"[0-9]+|[^\W\d_]+|\n[ \t\r]*\n|[^\w\s]")
# A full stop after one of these ends no sentence.
_ABBREVIATED = frozenset(
    "mr mrs ms dr prof st sen rep gov gen lt col sgt capt jr sr vs inc ltd co corp no "
    "jan feb mar apr jun jul aug sept sep oct nov dec".split()
)
BREAK = "\n\n"  # how the end of every paragraph reads, whatever its blank line holds


class Tokens:
    """The tokens of a text: `words` in lower case, `starts` and `ends` in characters."""

    __slots__ = ("ends", "starts", "text", "words")

    def __init__(self, text: str) -> None:
        matches = list(_TOKEN.finditer(straighten(text)))
        self.text = text
        self.words = [
            BREAK if match.group()[0] == "\n" else match.group().lower() for match in matches
        ]
        self.starts = [match.start() for match in matches]
        self.ends = [match.end() for match in matches]

    def __len__(self) -> int:
        return len(self.words)

    def word(self, i: int) -> str:
        """The i-th token in lower case; empty before the first and after the last."""
        return self.words[i] if 0 <= i < len(self.words) else ""

    def number(self, i: int, digits: int = 4) -> int | None:
        """The i-th token as a number, where it is one of at most so many digits."""
        word = self.word(i)
        return int(word) if len(word) <= digits and word.isdecimal() and word.isascii() else None

    def glued(self, i: int) -> bool:
        """Whether the i-th token follows the one before without a space."""
        return 0 < i < len(self.words) and self.starts[i] == self.ends[i - 1]

    def capital(self, i: int) -> bool:
        return 0 <= i < len(self.words) and self.text[self.starts[i]].isupper()

    def skip(self, i: int, *words: str) -> int:
        """The place after the i-th token where it is one of these words, else i itself."""
        return i + 1 if self.word(i) in words else i

    def back(self, i: int, *words: str) -> int:
        """The place of the token before i where it is one of these words, else i itself."""
        return i - 1 if self.word(i - 1) in words else i

    def breaks(self, i: int) -> bool:
        """Whether a sentence ends with the i-th token."""
        word = self.word(i)
        if word in {"", BREAK}:
            return True
        if word in "!?":
            return True
        if word != "." or self.glued(i + 1):
            return False
        before = self.word(i - 1)
        return not (self.glued(i) and (len(before) == 1 or before in _ABBREVIATED))

    def opens(self, i: int) -> bool:
        """Whether a sentence begins with the i-th token."""
        return i <= 0 or self.breaks(i - 1) or self.word(i - 1) in {'"', "`", "'"}

"""An article as it came: the text, never edited."""

from __future__ import annotations

import hashlib
from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

from tools.model.text import WORD, Folded, Span, find, folded


@dataclass(frozen=True)
class Article:
    """The untouched text of one file in a story's folder.

    Offsets, quotations and the SHA-256 all refer to exactly this text.
    """

    file: str
    text: str

    @cached_property
    def sha256(self) -> str:
        """SHA-256 of the file's bytes, in hexadecimal digits."""
        return hashlib.sha256(self.text.encode("utf-8")).hexdigest()

    @property
    def folded(self) -> str:
        """The text in the form in which passages are compared."""
        return self._folded.text

    @cached_property
    def words(self) -> int:
        """How many words it has."""
        return len(self._bounds[0])

    def words_in(self, span: Span) -> range:
        """The numbers of the words that stand whole in a span, the first word's being 0."""
        starts, ends = self._bounds
        return range(bisect_left(starts, span.start), bisect_right(ends, span.end))

    @cached_property
    def _bounds(self) -> tuple[array[int], array[int]]:
        """Where its words start and where they end: spans would take ten times the memory."""
        found = [match.span() for match in WORD.finditer(self.text)]
        starts, ends = zip(*found, strict=True) if found else ((), ())
        return array("I", starts), array("I", ends)

    @cached_property
    def _folded(self) -> Folded:
        return folded(self.text)

    @cached_property
    def _found(self) -> dict[str, tuple[Span, ...]]:
        return {}

    def find(self, quotation: str) -> tuple[Span, ...]:
        """Every place where the quotation stands word for word."""
        found = self._found.get(quotation)
        if found is None:  # rules, receipts and dates ask for each many times
            found = self._found[quotation] = tuple(find(quotation, self._folded))
        return found

"""An article as it came: the text, never edited."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property

from tools.model.text import Folded, Span, find, folded, words


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

    @cached_property
    def words(self) -> tuple[Span, ...]:
        return tuple(words(self.text))

    @cached_property
    def _folded(self) -> Folded:
        return folded(self.text)

    @cached_property
    def _found(self) -> dict[str, list[Span]]:
        return {}

    def find(self, quotation: str) -> list[Span]:
        """Every place where the quotation stands word for word."""
        if quotation not in self._found:  # rules, receipts and dates ask for each many times
            self._found[quotation] = find(quotation, self._folded)
        return self._found[quotation]

"""An article as its readers see it: without the characters inside its words that nobody sees.

"Wren\\u00admail" with a soft hyphen was neither a name nor a word to any rule. The rules therefore
read what is shown, and what they find is put back to where it stands in the article.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tools.draft.reading import Reading
from tools.draft.unseen import UNSEEN
from tools.model.text import Span


@dataclass(frozen=True, slots=True)
class Shown:
    """The reading of what is shown, and which characters of the article it has not."""

    reading: Reading
    gone: tuple[int, ...]  # offsets in the article, in order

    def back(self, span: Span) -> Span:
        """Where a stretch of what is shown stands in the article."""
        return Span(self._back(span.start), self._back(span.end - 1) + 1)

    def _back(self, offset: int) -> int:
        # each character that is gone before the place pushes it on by one
        low, high = 0, len(self.gone)
        while low < high:
            middle = (low + high) // 2
            if self.gone[middle] - middle <= offset:
                low = middle + 1
            else:
                high = middle
        return offset + low


def shown(reading: Reading) -> Shown:
    """The reading of an article's text without what nobody sees in it."""
    gone = tuple(_gone(reading.text))
    if not gone:
        return Shown(reading, ())

    def moved(span: Span) -> Span:
        return Span(
            span.start - bisect_left(gone, span.start), span.end - bisect_left(gone, span.end)
        )

    dropped = set(gone)
    return Shown(
        replace(
            reading,
            text="".join(one for at, one in enumerate(reading.text) if at not in dropped),
            headings=tuple(map(moved, reading.headings)),
            paragraphs=tuple(map(moved, reading.paragraphs)),
            pieces=tuple(replace(one, span=moved(one.span)) for one in reading.pieces),
            removed=tuple(replace(one, span=moved(one.span)) for one in reading.removed),
        ),
        gone,
    )


def _gone(text: str) -> Iterator[int]:
    """The places of what nobody sees; what parts words, such as the end of a line, stays."""
    for match in UNSEEN.finditer(text):
        if not match.group().isspace():
            yield match.start()

"""The part of its article in which a quotation stands: its paragraph and the one before."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from tools.model.article import Article
from tools.model.receipts import places_of
from tools.model.record import Claim
from tools.model.story import Story
from tools.model.text import Span, fold_case

_BLANK = re.compile(r"\n[ \t\r]*\n\s*")
_LINE = re.compile(r"\n\s*")
LONGEST = 1200  # characters; a longer paragraph is several whose lines no blank one parts


def paragraphs(text: str) -> list[Span]:
    """The paragraphs of a text: parted by blank lines, or by line ends where those part none."""
    found = []
    for block in _split(_BLANK, Span(0, len(text)), text):
        long = block.end - block.start > LONGEST
        found += _split(_LINE, block, text) if long else [block]
    return found


def _split(pattern: re.Pattern[str], within: Span, text: str) -> list[Span]:
    start, found = within.start, []
    for match in pattern.finditer(text, within.start, within.end):
        found.append(Span(start, match.start()))
        start = match.end()
    return [
        span for span in (*found, Span(start, within.end)) if text[span.start : span.end].strip()
    ]


@dataclass(frozen=True)
class Blocks:
    """The paragraphs of an article."""

    article: Article

    def touched(self, span: Span) -> range:
        """The numbers of the paragraphs that a span touches, and of the one before."""
        first, last = (
            max(0, bisect_right(self._starts, at) - 1) for at in (span.start, span.end - 1)
        )
        return range(max(0, first - 1), last + 1)

    def folded(self, number: int) -> str:
        """The text of a paragraph, as names are looked for in it."""
        if number not in self._folded:
            span = self._spans[number]
            self._folded[number] = fold_case(self.article.text[span.start : span.end])
        return self._folded[number]

    @cached_property
    def _spans(self) -> list[Span]:
        return paragraphs(self.article.text)

    @cached_property
    def _starts(self) -> list[int]:
        return [span.start for span in self._spans]

    @cached_property
    def _folded(self) -> dict[int, str]:
        return {}


class Paragraphs:
    """The paragraphs of a story's articles, each found once."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._known: dict[str, Blocks] = {}

    def around(self, claim: Claim) -> str:
        """What stands around the quotations of a claim, as names are looked for in it."""
        pieces: dict[tuple[str, int], str] = {}
        for quotation in claim.quote:
            for article, span in places_of(quotation, claim, self._story):
                blocks = self._known.setdefault(article.file, Blocks(article))
                for number in blocks.touched(span):
                    pieces[article.file, number] = blocks.folded(number)
        return " \n".join(pieces[key] for key in sorted(pieces))

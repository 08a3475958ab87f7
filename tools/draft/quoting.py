"""Quoting a sentence so that it stands once, and once only, in the articles of a story."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

from tools.draft.unseen import UNSEEN, seen
from tools.model.article import Article
from tools.model.characters import HIDDEN, UNHEARD
from tools.model.text import Span, sentences

__all__ = ["WIDEST", "Quoting", "seen"]

WIDEST = 600  # characters; a passage that needs more to be told from another is no receipt
FEWEST = 3  # words of a piece of a sentence that cannot be quoted whole
SHARE = 0.5  # of its words that its pieces must have
_UNHEARD = re.compile(f"[{UNHEARD}]")


class Quoting:
    """Makes the quotations of one article's claims."""

    def __init__(self, article: Article, articles: Iterable[Article]) -> None:
        self.article = article
        self._others = [other for other in articles if other.file != article.file]
        self._made: dict[Span, dict[str, Any]] = {}

    def of(self, quote: str) -> dict[str, Any]:
        """The same for a passage that somebody else quotes, where it stands first.

        One with a character that nobody sees was not copied from what a reader sees.
        """
        found = self.article.find(quote) if not HIDDEN.search(quote) else []
        return self.at(found[0]) if found else {}

    def at(self, span: Span) -> dict[str, Any]:
        """`quote`, and `source` where another article has it too; empty where that cannot be done.

        What the article says again elsewhere is quoted with the sentences around it here: a receipt
        once led to the first of two equal sentences, and the claim rested on the second.
        """
        if span not in self._made:
            self._made[span] = self._at(span)
        return self._made[span]

    def _at(self, span: Span) -> dict[str, Any]:
        text, wider = self.article.text, span
        while len(found := self.article.find(seen(wider.of(text)))) > 1:
            beyond = self._wider(wider)
            if beyond.end - beyond.start > WIDEST or beyond == wider:
                return {}
            wider = beyond
        passages = (seen(wider.of(text)),) if found else tuple(self._pieces(span))
        if not passages:
            return {}
        repeated = any(other.find(one) for other in self._others for one in passages)
        return {"quote": passages, "source": self.article.file if repeated else None}

    @cached_property
    def _sentences(self) -> list[Span]:
        return sentences(self.article.text)

    def _wider(self, span: Span) -> Span:
        """The span and the sentence before it; at the beginning of the text, the one after it."""
        every = self._sentences
        before = bisect_left(every, span.start, key=lambda one: one.start) - 1
        if before >= 0:
            return Span(every[before].start, max(span.end, every[before].end))
        after = bisect_right(every, span.end, key=lambda one: one.end)
        return Span(span.start, every[after].end) if after < len(every) else span

    def _pieces(self, span: Span) -> Iterator[str]:
        """The stretches of a sentence between marks that part it where texts are compared.

        A mark for the direction of writing is seen by nobody and counted by every search.
        """
        passage = span.of(self.article.text)
        found = [piece for piece in _between_marks(passage) if len(self.article.find(piece)) == 1]
        if sum(len(piece.split()) for piece in found) >= SHARE * len(passage.split()):
            yield from found


def _between_marks(passage: str) -> Iterator[str]:
    """What stands between marks that nobody sees; no word that has one inside."""
    run: list[str] = []
    for word in _UNHEARD.sub("", passage).split():
        first, *others = UNSEEN.split(word)
        if not others:
            run.append(word)
            continue
        last = others[-1]
        yield from _long_enough([*run, first] if not last else run)
        run = [last] if not first else []
    yield from _long_enough(run)


def _long_enough(run: list[str]) -> Iterator[str]:
    words = [word for word in run if word]
    if len(words) >= FEWEST:
        yield " ".join(words)

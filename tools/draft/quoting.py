"""Quoting a sentence so that it stands once, and once only, in the articles of a story."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tools.model.article import Article
from tools.model.characters import HIDDEN
from tools.model.text import Span, sentence_around

WIDEST = 600  # characters; a passage that needs more to be told from another is no receipt


def seen(text: str) -> str:
    """A text without the characters that no reader can see, its white space folded."""
    return " ".join(HIDDEN.sub("", text).split())


class Quoting:
    """Makes the quotations of one article's claims."""

    def __init__(self, article: Article, articles: Iterable[Article]) -> None:
        self.article = article
        self._others = [other for other in articles if other.file != article.file]
        self._made: dict[str, dict[str, Any]] = {}

    def of(self, quote: str) -> dict[str, Any]:
        """`quote`, and `source` where another article has it too; empty where that cannot be done.

        A sentence that the article repeats is quoted with those around it.
        """
        if quote not in self._made:  # an article of one sentence, repeated, asks for nothing else
            self._made[quote] = self._of(quote)
        return self._made[quote]

    def _of(self, quote: str) -> dict[str, Any]:
        found = self.article.find(quote)
        if not found or HIDDEN.search(quote):
            return {}
        text = self.article.text
        wider = found[0]
        while len(self.article.find(wider.of(text))) > 1:
            wider = self._wider(wider)
            if wider.end - wider.start > WIDEST or wider == Span(0, len(text)):
                return {}
        passage = wider.of(text)
        if HIDDEN.search(passage):
            return {}
        repeated = any(other.find(passage) for other in self._others)
        return {"quote": (passage,), "source": self.article.file if repeated else None}

    def _wider(self, span: Span) -> Span:
        """The span and the sentence before it; at the beginning of the text, the one after it."""
        text = self.article.text
        before = len(text[: span.start].rstrip())
        if before:
            return Span(sentence_around(Span(before - 1, before), text).start, span.end)
        after = len(text) - len(text[span.end :].lstrip())
        end = min(after + 1, len(text))
        return Span(span.start, max(end, sentence_around(Span(after, end), text).end))

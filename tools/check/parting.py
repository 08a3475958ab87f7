"""Two texts as messages show them: where they part, which the beginning of long ones may hide."""

from __future__ import annotations

from itertools import takewhile

from tools.model.problem import shorten

WIDTH = 80  # characters that a message shows
BEFORE = 30  # of them, about so many before the first that differs


def parted(now: object, before: object) -> tuple[str, str]:
    """Both texts, quoted and on one line; of long ones the words around the first difference."""
    texts = [" ".join(str(text).split()) for text in (now, before)]
    if max(map(len, texts)) > WIDTH:
        same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(*texts, strict=False)))
        start = texts[0].rfind(" ", 0, max(same - BEFORE, 0)) + 1
        if start:
            texts = [f"…{text[start:]}" for text in texts]
    return shorten(texts[0], WIDTH), shorten(texts[1], WIDTH)

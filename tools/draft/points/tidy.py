"""A sentence of an article as a page would print it alone."""

from __future__ import annotations

import re

from tools.draft.points.words import words
from tools.model.text import straighten

MOST_OPENERS = 3  # "But then, the next day, …"

_BULLET = re.compile(r"(?:[•·‣◦▪●○*–—-]\s*|\(?\d{1,2}[.)]\s+)(?=\S)")
# "DUBLIN (Wire) – ", "3 March 2024 – ", "HARBOURTOWN, 3 March – "
_DATELINE = re.compile(
    r"(?:[A-Z][A-Z.'’ ]{2,30}(?:,\s[\w. ]{2,30})?|\d{1,2}\s[A-Z][a-z]+(?:\s\d{4})?)"
    r"(?:\s\([^()]{2,40}\))?\s?(?:[–—]|--?)\s"
)
_HOWEVER = re.compile(
    r", (?:however|meanwhile|moreover|nevertheless|though|for its part),(?= )| however(?= \w)"
)
_ALSO = re.compile(r"(?<!but) also(?= \w)")
_END = re.compile(r"[\s,;:–—-]+$")
_ENDED = re.compile(r"[.!?…][\"'”’)\]]*$")


def tidied(text: str) -> str:
    """The sentence without bullet and connectives, its first letter raised, with a full stop.

    `text` has its white space folded.
    """
    text = _BULLET.sub("", text, count=1) if _BULLET.match(text) else text
    text = _DATELINE.sub("", text, count=1) if _DATELINE.match(text) else text
    for _ in range(MOST_OPENERS):
        opener = words().opener.match(straighten(text))
        if not opener or opener.end() == len(text):
            break
        text = text[opener.end() :]
    text = _HOWEVER.sub("", text, count=1)
    if "not only" not in text:
        text = _ALSO.sub("", text, count=1)
    text = _END.sub("", text)
    return raised(text) if _ENDED.search(text) or not text else f"{raised(text)}."


def raised(text: str) -> str:
    """The text with a capital at its start, unless its first word is spelt like iPhone."""
    first = text.split(" ", 1)[0]
    return text[:1].upper() + text[1:] if first[1:].islower() or len(first) == 1 else text


def bulleted(text: str) -> bool:
    """Whether a sentence is an item of a list."""
    return bool(_BULLET.match(text))

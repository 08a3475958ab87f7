"""The dump of a printed page: words broken at the ends of lines, sentences cut by page heads."""

from __future__ import annotations

import re

from tools.draft.reading.pages import running_heads

_BROKEN = re.compile(
    r"\b(?P<a>[a-zà-ÿ]{2,})-\r?\n[ \t]*(?P<b>[a-zà-ÿ]{2,})(?P<rest>\S*)[ \t]*(?P<n>\n?)"
)
# a soft hyphen that became the end of a line belongs to no word
_SOFT = re.compile(r"\u00ad[ \t]*\r?\n[ \t]*(?=[a-zà-ÿ])")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ENDED = re.compile(r"[.!?:;…][\"'”’»)\]]{0,3}$")
# With these a word is joined by a hyphen that stays.
_KEEPS = frozenset(
    "self non co ex pre post multi anti pro long short high low well so one two three four five "
    "six seven eight nine ten half cross part full all year month week day state first second "
    "third last mid end to by in on off up down out vice north south east west early late".split()
)


def mended(text: str) -> str:
    """The text with broken words whole, and with the heads gone that cut a sentence in two."""
    text = _SOFT.sub("", _without_cuts(text))
    if not _BROKEN.search(text):
        return text
    known = {word.casefold() for word in _WORD.findall(_BROKEN.sub(" ", text))}

    def whole(match: re.Match[str]) -> str:
        return _joined(match["a"], match["b"], known) + match["rest"] + "\n"

    return _BROKEN.sub(whole, text)


def _joined(first: str, second: str, known: set[str]) -> str:
    """Both halves as the rest of the text writes the word, else without the hyphen."""
    hyphened, solid = f"{first}-{second}", first + second
    if hyphened in known or (
        solid not in known
        and (first in _KEEPS or (first in known and second in known and len(first) > 3))
    ):
        return hyphened
    return solid


def _without_cuts(text: str) -> str:
    """The text without the heads of pages between two halves of a sentence."""
    lines = text.splitlines(keepends=True)
    bare = [line.strip() for line in lines]
    heads = running_heads([line.rstrip("\r\n\f") for line in lines])
    kept: list[str] = []
    index = 0
    while index < len(lines):
        end = index
        while end < len(lines) and (not bare[end] or end in heads):
            end += 1
        cut = index < end < len(lines) and kept and any(at in heads for at in range(index, end))
        if not (cut and not _ENDED.search(kept[-1].strip()) and bare[end][:1].islower()):
            kept += lines[index:end]
        kept += lines[end : end + 1]
        index = end + 1
    return "".join(kept)

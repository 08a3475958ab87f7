"""The passage of an article that stands nearest to a quotation that does not stand in it."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from dataclasses import dataclass
from itertools import islice

from tools.model.characters import IN_WORD, UNHEARD
from tools.model.text import Span, fold, straighten

_TOKEN = re.compile(rf"{IN_WORD}(?:['.,-]{IN_WORD})*|[^\w\s{UNHEARD}]")
MOST_COMPARED = 300  # words of a quotation; to compare more takes seconds, and helps nobody
SLACK = 3  # words by which an article's passage may be longer than its quotation, at each end


@dataclass(frozen=True, slots=True)
class Nearest:
    """The passage of an article that comes closest to a quotation that does not stand in it."""

    span: Span
    differences: tuple[tuple[str, str], ...]  # what the quotation says, what the article says


def nearest(quotation: str, text: str) -> Nearest | None:
    """The passage nearest to a quotation, or None where not even half of its words stand together.

    One of more than MOST_COMPARED words is compared with nothing.

    A window as long as the quotation slides over the text; the place is where most words agree.
    The passage then grows or shrinks at its ends, as the words around those that agree require.
    """
    said = list(islice(_TOKEN.finditer(straighten(quotation)), MOST_COMPARED + 1))
    if len(said) > MOST_COMPARED:
        return None
    found = list(_TOKEN.finditer(straighten(text)))
    wanted, have = ([_folded(match.group()) for match in one] for one in (said, found))
    start, agreeing = _best_window(wanted, have)
    if agreeing < max(1, len(wanted) / 2):
        return None
    first, last = max(0, start - SLACK), min(len(have), start + len(wanted) + SLACK)
    codes = difflib.SequenceMatcher(None, wanted, have[first:last], autojunk=False).get_opcodes()
    # beyond the first and the last words that agree, no more of the article than of the quotation
    tag, a, b, c, d = codes[0]
    codes[0] = (tag, a, b, max(c, d - (b - a)), d)
    tag, a, b, c, d = codes[-1]
    codes[-1] = (tag, a, b, c, min(d, c + (b - a)))
    pairs = [
        (_passage(said[a:b], quotation), _passage(found[first + c : first + d], text))
        for tag, a, b, c, d in codes
        if tag != "equal"
    ]
    span = Span(found[first + codes[0][3]].start(), found[first + codes[-1][4] - 1].end())
    return Nearest(span, tuple(pair for pair in pairs if any(pair)))


def _folded(word: str) -> str:
    return word if word.isascii() else fold(word)


def _passage(tokens: list[re.Match[str]], text: str) -> str:
    return Span(tokens[0].start(), tokens[-1].end()).of(text) if tokens else ""


def _best_window(wanted: list[str], have: list[str]) -> tuple[int, int]:
    """Where a window as long as `wanted` holds most of its words, and how many that are."""
    missing = Counter(wanted)
    best, agreeing = (0, 0), 0
    for end, word in enumerate(have):
        agreeing += missing[word] > 0
        missing[word] -= 1
        if end >= len(wanted):
            gone = have[end - len(wanted)]
            missing[gone] += 1
            agreeing -= missing[gone] > 0
        if agreeing > best[1]:
            best = (max(0, end - len(wanted) + 1), agreeing)
    return best

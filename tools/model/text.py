"""Finding a passage in an article word for word, and saying what stands nearest to one that is not.

A quotation matches where it is the same after folding: any white space counts as one space, and
typographic quotation marks count as straight ones.
Nothing else is forgiven, and a match never begins or ends inside a word or a number.
"""

from __future__ import annotations

import difflib
import re
from collections import Counter
from dataclasses import dataclass
from itertools import islice

_MARKS = str.maketrans("‘’‚‛“”„‟", "''''\"\"\"\"")
_WORD = re.compile(r"\w+(?:['’.,-]\w+)*")
_TOKEN = re.compile(r"\w+(?:['.,-]\w+)*|[^\w\s]")
_ABBREVIATION = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Prof|St|Sen|Rep|Gov|Gen|Lt|Sgt|Jr|Sr|vs|etc|No|Inc|Ltd|Co|Corp|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|[A-Z]|e\.g|i\.e|[ap]\.m)\.$"
)
# not inside a word, 1.5 or 1,500
_EDGE = re.compile(r"(?!(?<=\w)\w)(?!(?<=\d)[.,]\d)(?!(?<=\d[.,])\d)")
_NOT_SPACE = re.compile(r"\S+")
# The second form is a slip of typing, "he said.The rest"; "example.Com" has no such capital word.
_SENTENCE_END = re.compile(
    r"[.!?…][\"'”’)\]]*(?=\s|$)|(?<=[a-z]{2})[.!?][\"”]?(?=(?:The|He|She|It|They|[A-Z][a-z]{3,}) )"
)
# Dots that stand alone, or a list's number: what they belong to comes after them.
_LEADS = re.compile(r"(?:^|\s)(?:\.{2,}|…)$|^\s*\d{1,2}\.$")
# "the U.S." ends a sentence before a word that opens one; "the U.S. Senate" goes on.
_INITIALS = re.compile(r"\b(?:[A-Z]\.){2,}$|\b[ap]\.m\.$")
_OPENING = re.compile(r"\s+(?:The|He|She|It|They|We|This|That|But|And|In|On|At|If|When)\b")
_BREAK = re.compile(r"\n\s*\n|\n")
_NEXT = re.compile(r"\s*(\S)")
LONGEST_SHORT = 12  # how far back to look for what ends with a full stop of its own
# control characters, bidirectional controls, zero-width characters, fillers and tags: a reader
# cannot see them, and a reviewer who cannot see them cannot judge what a change does; of the
# selectors of a form, two show a sign as a picture or as text, and the others can carry a message
HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0d\ufeff\uffa0\ufff0-\ufffb"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
MOST_COMPARED = 300  # words of a quotation; to compare more takes seconds, and helps nobody
SLACK = 3  # words by which an article's passage may be longer than its quotation, at each end
SHORT_LINE = 60  # a line shorter than this that the next one does not carry on is a heading


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a text, as Python slices it: `text[start:end]`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The passage itself, its white space folded."""
        return " ".join(text[self.start : self.end].split())


def straighten(text: str) -> str:
    """Typographic quotation marks as straight ones; every character keeps its offset."""
    return text.translate(_MARKS)


def fold(text: str) -> str:
    """The form in which two passages are compared."""
    return " ".join(straighten(text).split())


@dataclass(frozen=True, slots=True)
class Folded:
    """A text in the form in which passages are compared, and where each character came from."""

    text: str
    offsets: tuple[int, ...]  # of each character of `text` in the untouched text


def folded(text: str) -> Folded:
    """An article's text, folded once for all the quotations that are looked for in it."""
    offsets: list[int] = []
    for word in _NOT_SPACE.finditer(text):
        if offsets:
            offsets.append(word.start() - 1)
        offsets.extend(range(*word.span()))
    return Folded(fold(text), tuple(offsets))


def find(quotation: str, article: Folded) -> list[Span]:
    """Every place where a quotation stands word for word in an article.

    The spans point into the untouched text; places may overlap: "no no" stands twice in "no no no".
    An empty quotation stands nowhere.
    """
    wanted = fold(quotation)
    found = []
    # a pattern for each quotation would take most of the time of `check` to compile
    start = article.text.find(wanted) if wanted else -1
    while start >= 0:
        end = start + len(wanted)
        if _EDGE.match(article.text, start) and _EDGE.match(article.text, end):
            found.append(Span(article.offsets[start], article.offsets[end - 1] + 1))
        start = article.text.find(wanted, start + 1)
    return found


def words(text: str) -> list[Span]:
    """The words of a text; "authorities’" and "end-to-end" are one each."""
    return [Span(*match.span()) for match in _WORD.finditer(text)]


def sentences(text: str) -> list[Span]:
    """The sentences of a text, headings and other lines that stand alone included."""
    found = []
    for block in _blocks(text):
        start = block.start
        for match in _SENTENCE_END.finditer(text, block.start, block.end):
            before = text[max(start, match.start() - LONGEST_SHORT) : match.start() + 1]
            follows = _NEXT.match(text, match.end(), block.end)
            if (follows and follows[1].islower()) or _LEADS.search(before):
                continue
            if _ABBREVIATION.search(before) and not _ends_in_initials(before, text, match.end()):
                continue
            found.append(Span(start, match.end()))
            start = match.end()
        found.append(Span(start, block.end))
    return [trimmed for span in found if (trimmed := _trim(text, span))]


def _ends_in_initials(before: str, text: str, end: int) -> bool:
    return bool(_INITIALS.search(before) and _OPENING.match(text, end))


def _blocks(text: str) -> list[Span]:
    """Stretches between line ends that end something: blank lines, full stops, short lines."""
    blocks, start = [], 0
    for match in _BREAK.finditer(text):
        line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()].rstrip()
        blank = match.group().count("\n") > 1
        alone = len(line) < SHORT_LINE and not text[match.end() : match.end() + 1].islower()
        if blank or alone or _SENTENCE_END.search(line[-3:]):
            blocks.append(Span(start, match.start()))
            start = match.end()
    return [*blocks, Span(start, len(text))]


def _trim(text: str, span: Span) -> Span | None:
    piece = text[span.start : span.end]
    if not piece.strip():
        return None
    return Span(
        span.start + len(piece) - len(piece.lstrip()), span.end - len(piece) + len(piece.rstrip())
    )


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
    wanted, have = ([match.group() for match in one] for one in (said, found))
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


def sentence_around(span: Span, text: str) -> Span:
    """The sentences that a span touches, as one span."""
    touched = [s for s in sentences(text) if s.start < span.end and span.start < s.end]
    return Span(touched[0].start, touched[-1].end) if touched else span


def line_of(offset: int, text: str) -> int:
    """The number of the line an offset stands on, from 1."""
    return text.count("\n", 0, offset) + 1

"""Finding a passage in an article word for word, and telling its words and sentences apart.

A quotation matches where it is the same after folding: any white space counts as one space,
typographic quotation marks count as straight ones, a letter is the same in one character and in
several, and what stands inside a word without being seen counts as nothing.
Nothing else is forgiven, and a match never begins or ends inside a word or a number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from tools.model.characters import IN_WORD, MARKS
from tools.model.letters import heard, is_plain
from tools.model.offsets import Offsets, of_spaces, runs

_MARKS = tuple(zip("‘’‚‛“”„‟", "''''\"\"\"\"", strict=True))
WORD = re.compile(rf"{IN_WORD}(?:['’.,-]{IN_WORD})*")
_ABBREVIATION = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Prof|St|Sen|Rep|Gov|Gen|Lt|Sgt|Jr|Sr|vs|etc|No|Inc|Ltd|Co|Corp|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|[A-Z]|e\.g|i\.e|[ap]\.m)\.$"
)
# not inside a word, 1.5 or 1,500
_EDGE = re.compile(rf"(?!(?<=[\w{MARKS}])[\w{MARKS}])(?!(?<=\d)[.,]\d)(?!(?<=\d[.,])\d)")
_NOT_SPACE = re.compile(r"\S+")
# The second form is a slip of typing, "he said.The rest"; "example.Com" has no such capital word.
_SENTENCE_END = re.compile(
    r"[.!?…][\"'”’)\]]*(?=\s|$)|(?<=[a-z]{2})[.!?][\"”]?(?=(?:The|He|She|It|They|[A-Z][a-z]{3,}) )"
)
# Dots that stand alone, or a list's number: what they belong to comes after them.
_LEADS = re.compile(r"(?:^|\s)(?:\.{2,}|…)$|^\s*\d{1,2}\.$")
# "the U.S." ends a sentence before a word that opens one; "the U.S. Senate" goes on.
# So does a name of one letter after a plain word: "the ban on X. On Monday" was read as one name.
_INITIALS = re.compile(r"\b(?:[A-Z]\.){2,}$|\b[ap]\.m\.$|(?<=[a-z] )[A-Z]\.$")
_OPENING = re.compile(r"\s+(?:The|He|She|It|They|We|This|That|But|And|In|On|At|If|When)\b")
_BREAK = re.compile(r"\n\s*\n|\n")
_NEXT = re.compile(r"\s*(\S)")
LONGEST_SHORT = 12  # how far back to look for what ends with a full stop of its own
SHORT_LINE = 60  # a line shorter than this that the next one does not carry on is a heading


class Span(NamedTuple):
    """A stretch of a text, as Python slices it: `text[start:end]`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The passage itself, its white space folded."""
        return " ".join(text[self.start : self.end].split())


def straighten(text: str) -> str:
    """Typographic quotation marks as straight ones; every character keeps its offset."""
    if not text.isascii():
        for typed, straight in _MARKS:  # `translate` would look up every character
            text = text.replace(typed, straight)
    return text


def fold(text: str) -> str:
    """The form in which two passages are compared."""
    if text.isascii():  # as most texts are: there is nothing to straighten
        return " ".join(text.split())
    return _straight(text) if is_plain(text) else folded(text).text


def fold_case(text: str) -> str:
    """The form in which names are compared, and looked for in texts: capitals count as small."""
    return fold(text).casefold()


def _straight(text: str) -> str:
    return " ".join(straighten(text).split())


@dataclass(frozen=True, slots=True)
class Folded:
    """A text in the form in which passages are compared, and where each character came from."""

    text: str
    starts: Offsets  # of what each character of `text` stands for in the untouched text
    ends: Offsets | None = None  # of the same; None where each is one character long

    def span(self, start: int, end: int) -> Span:
        """What `text[start:end]` is in the untouched text."""
        last = self.starts[end - 1] + 1 if self.ends is None else self.ends[end - 1]
        return Span(self.starts[start], last)


def folded(text: str) -> Folded:
    """An article's text, folded once for all the quotations that are looked for in it."""
    return Folded(_straight(text), of_spaces(text)) if is_plain(text) else _by_letters(text)


def _by_letters(text: str) -> Folded:
    letters: list[tuple[str, int, int]] = []
    for word in _NOT_SPACE.finditer(text):
        start = word.start()
        found = list(heard(word.group(), start))
        if letters and found:
            letters.append((" ", start - 1, start))
        letters += found
    shown = straighten("".join(letter for letter, *_ in letters))
    return Folded(shown, runs(start for _, start, _ in letters), runs(end for *_, end in letters))


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
            found.append(article.span(start, end))
        start = article.text.find(wanted, start + 1)
    return found


def words(text: str) -> list[Span]:
    """The words of a text; "authorities’" and "end-to-end" are one each."""
    return [Span(*match.span()) for match in WORD.finditer(text)]


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


def sentence_around(span: Span, text: str) -> Span:
    """The sentences that a span touches, as one span."""
    touched = [s for s in sentences(text) if s.start < span.end and span.start < s.end]
    return Span(touched[0].start, touched[-1].end) if touched else span


def line_of(offset: int, text: str) -> int:
    """The number of the line an offset stands on, from 1."""
    return text.count("\n", 0, offset) + 1

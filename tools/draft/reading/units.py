"""A text as a list of units: its lines, with wrapped lines joined, and what each looks like."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from tools.draft.reading.furniture import Furniture, furniture
from tools.draft.reading.pages import running_heads
from tools.draft.reading.stamps import Stamp, clock_only, stamps
from tools.draft.unseen import seen
from tools.model.text import Span

# Hard-wrapped text: nearly every line that another one follows breaks within this many characters.
WRAP_FROM, WRAP_TO = 50, 100
WRAPPED_SHARE = 0.7
LOOK = 400  # characters of a line in which a date, a name or a phrase of furniture is looked for

RUNNING_HEAD = "running head"
PROSE_WORDS = 8  # a sentence this long is told from a slogan or a heading
LONG_WORDS = 25  # a line this long is prose even where its full stop was lost
STOPWORD_SHARE = 0.15  # menus and lists of names have hardly any of the words below
TITLE_WORDS = 28  # no heading is longer

_LINE = re.compile(r"[^\r\n\v\f\u0085\u2028\u2029]+")
_BULLET = re.compile(r"(?:[•·‣◦▪●○*]|[-–—](?=\s)|\d{1,2}[.)](?=\s))\s*")
_ENDED = re.compile(r"[.!?…\u3002\uff01\uff1f\u0964][\"'”’»)\]]*(?:\s*\[\d+\])?$")
_INNER_END = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]?[A-Z0-9])")
STOPWORDS = frozenset(
    "a about after all also an and are as at be because been before being but by can could did do "
    "for from had has have he her him his how i if in into is it its more no not of on one or our "
    "over she so some than that the their them then there these they this to up us was we were "
    "what when which who will with would you your".split()
)
# "| Company | Answer |", or columns set apart by tabs or by gaps.
_ROW = re.compile(r"\|.*\|.*\||[^\t]{1,60}(?:\t+[^\t]{0,60}){2,}|\S.{0,40}?(?: {3,}\S.{0,40}?){2,}")


@dataclass(frozen=True)
class Unit:
    """A line, or the lines of a paragraph that was wrapped."""

    span: Span
    text: str  # folded, without bullet
    bullet: bool = False
    number: int | None = None  # that is its bullet
    gap: int = 0  # blank lines before it
    known: Furniture | None = None  # what it says of itself
    row: bool = False  # of a table

    @property
    def numbered(self) -> bool:
        """Whether its bullet is a number."""
        return self.number is not None

    @cached_property
    def words(self) -> list[str]:
        """Its words in lower case, without punctuation at their ends."""
        found = (word.strip("\"'“”‘’.,;:!?()[]…").casefold() for word in self.text.split())
        return [word for word in found if word]

    @cached_property
    def count(self) -> int:
        """How many words it has."""
        return self.text.count(" ") + 1 if self.text else 0

    @cached_property
    def ended(self) -> bool:
        """Whether it ends as a sentence does."""
        return bool(_ENDED.search(self.text[-20:]))

    @cached_property
    def sentences(self) -> int:
        """How many sentences it has, about."""
        return len(_INNER_END.findall(self.text)) + 1

    @cached_property
    def prose(self) -> bool:
        """Whether it reads as a paragraph of running text."""
        if self.known or self.timed or self.row or self.count < PROSE_WORDS:
            return False
        if not self.ended and self.count < LONG_WORDS:
            return False
        common = sum(word in STOPWORDS for word in self.words)
        # A quotation or a sentence of another language has few of these words, and still ends.
        return common >= STOPWORD_SHARE * len(self.words) or (self.ended and self.sentences > 1)

    @cached_property
    def titled(self) -> bool:
        """Whether it may be a headline or a heading."""
        letters = sum(letter.isalpha() for letter in self.text[:LOOK])
        return bool(
            not self.known
            and not self.timed
            and not self.row
            and self.count <= TITLE_WORDS
            and letters > len(self.text[:LOOK]) / 2
            and not (self.ended and self.text[-1] not in "?!" and self.count >= PROSE_WORDS)
        )

    @cached_property
    def stamps(self) -> list[Stamp]:
        """The dates in it, where it is short enough to be a line of the page."""
        return stamps(self.text) if len(self.text) <= LOOK else []

    @cached_property
    def timed(self) -> bool:
        """Whether it is a time of day, a date or an age ("7 hrs ago") and little else."""
        return len(self.text) <= LOOK and clock_only(self.text)


def units(text: str) -> list[Unit]:
    """The units of a text, in order; blank lines are only counted."""
    lines = [(match.start(), match.end()) for match in _LINE.finditer(text)]
    feeds = [i for i, (start, _) in enumerate(lines) if "\f" in text[max(0, start - 3) : start]]
    heads = running_heads([text[start:stop] for start, stop in lines], feeds)
    wrapped = _is_wrapped(text, lines)
    groups: list[list[_Line]] = []
    gap, end = 0, 0
    for number, (start, stop) in enumerate(lines):
        raw = text[start:stop]
        gap += max(0, text.count("\n", end, start) - 1)
        end = stop
        folded = seen(raw)
        if not folded:
            gap += 1
            continue
        start += len(raw) - len(raw.lstrip())
        columns = len(raw) <= LOOK and any(mark in raw for mark in ("|", "\t", "   "))
        row = columns and _ROW.fullmatch(raw.strip()) is not None
        line = _Line(start, start + len(raw.strip()), folded, gap, row, number in heads)
        if wrapped and groups and line.continues(groups[-1]):
            groups[-1].append(line)
        else:
            groups.append([line])
        gap = 0
    return [_unit(group) for group in groups]


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str
    gap: int  # blank lines before it
    row: bool  # of a table
    head: bool  # of a page

    def continues(self, group: list[_Line]) -> bool:
        """Whether it goes on where a wrapped line broke: a short one may have ended before."""
        before = group[-1]
        if self.gap or self.row or before.row or self.head or before.head:
            return False
        if _BULLET.match(self.text) or (len(group) == 1 and furniture(before.text)):
            return False
        return len(before.text) >= WRAP_FROM or not _ENDED.search(before.text)


def _unit(group: list[_Line]) -> Unit:
    folded = " ".join(line.text for line in group)
    bullet = _BULLET.match(folded)
    if bullet and any(stamp.start < bullet.end() for stamp in stamps(folded[:LOOK])):
        bullet = None  # "4. Juni 2030" is a day, and no item of a list
    inner = folded[bullet.end() :] if bullet else folded
    known = furniture(inner[: 4 * LOOK]) if inner else Furniture("no words")
    if group[0].head:
        known = Furniture(RUNNING_HEAD)
    if not known and not any(letter.isalpha() for letter in inner[:LOOK]):
        known = None if stamps(inner[:LOOK]) else Furniture("no words")
    digits = re.match(r"[0-9]{1,2}", folded) if bullet else None
    number = int(digits[0]) if digits else None
    span = Span(group[0].start, group[-1].end)
    return Unit(span, inner, bool(bullet), number, group[0].gap, known, group[0].row)


def _is_wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    """Whether the text was broken into lines of one width, as old mail and plain files are."""
    solid = [
        (stop - start, text.count("\n", stop, after) == 1)
        for (start, stop), (after, _) in pairwise(lines)
        if text[start:stop].strip()
    ]
    followed = [length for length, directly in solid if directly]
    if len(followed) < 3 or max(stop - start for start, stop in lines) > WRAP_TO + 20:
        return False
    wide = sum(WRAP_FROM <= length <= WRAP_TO for length in followed)
    return wide >= WRAPPED_SHARE * len(followed)

"""The pages of a printed paper in a text: their numbers, and the heads that run over them.

A head that runs is the same on every page but for the number, which is set apart from the words:
"OSTVALE LETTER          Page 2", "3 | The Ostvale Letter", or the words alone beside a number or
a form feed. A heading such as "Part 2" has its number among its words, and stays.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

HEAD_LETTERS = 160

_PAGE_ALONE = re.compile(
    r"\W{0,3}(?:page|p\.|pg\.?)\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W{0,3}|"
    r"[-–—\[( ]{1,3}\d{1,4}[-–—\]) ]{1,3}|\d{1,3}\s*(?:/|of)\s*\d{1,3}",
    re.IGNORECASE,
)
_NUMBER_ONLY = re.compile(r"\d{1,4}")
_APART = r"(?:\s{2,}|\s*[|•·]\s*|\s[-–—]\s|,?\s*\b(?:page|p\.|pg\.?)\s*)"
_NUMBERED_HEAD = re.compile(
    rf"(?P<a>\d{{1,4}})(?:\s{{2,}}|\s*[|•·]\s*|\s[-–—]\s)\S.*|"
    rf".*\S{_APART}(?P<b>\d{{1,4}})(?:\s*(?:of|/)\s*\d{{1,4}})?",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")


def running_heads(lines: Sequence[str], breaks: Iterable[int] = ()) -> set[int]:
    """The indices of the lines that are heads, feet or numbers of pages.

    `lines` are the lines as they stand; `breaks` the indices of those a form feed stands before.
    """
    feeds = set(breaks)
    feeds |= {0} if feeds else set()  # the first page has none before it
    if not feeds and not any(map(_ends_in_digit, lines)):
        return set()
    alone = {
        i
        for i, line in enumerate(lines)
        if _short(line) and any(map(str.isdigit, line)) and _PAGE_ALONE.fullmatch(line.strip())
    }
    heads = set(alone)
    numbered = defaultdict(list)
    for index, line in enumerate(lines):
        ends = _short(line) and _ends_in_digit(line)
        match = _NUMBERED_HEAD.fullmatch(line.strip()) if ends else None
        if match and any(map(str.isalpha, line)):
            key = _DIGITS.sub("#", " ".join(line.split()).casefold())
            numbered[key].append((index, int(match["a"] or match["b"])))
    for found in numbered.values():
        numbers = [number for _, number in found]
        if len(found) > 1 and numbers == sorted(set(numbers)):
            heads.update(index for index, _ in found)
    heads |= _above_numbers(lines)
    marks = heads | feeds
    return heads | _beside(lines, marks) | _numbers(lines, marks)


def _above_numbers(lines: Sequence[str]) -> set[int]:
    """The same line again and again, each time right above or below a number that rises."""
    found = defaultdict(list)
    for index, line in enumerate(lines):
        for beside in (index - 1, index + 1):
            number = lines[beside].strip() if 0 <= beside < len(lines) else ""
            if _NUMBER_ONLY.fullmatch(number) and _short(line) and any(map(str.isalpha, line)):
                found[beside - index, " ".join(line.split()).casefold()].append(
                    (index, int(number))
                )
    heads: set[int] = set()
    for places in found.values():
        numbers = [number for _, number in places]
        if len(places) > 1 and numbers == list(range(numbers[0], numbers[0] + len(numbers))):
            heads.update(index for index, _ in places)
    return heads


def _ends_in_digit(line: str) -> bool:
    """Whether a line begins or ends with a number, dashes and brackets aside."""
    bare = line.strip(" \t-–—[]()")
    return bare[:1].isdigit() or bare[-1:].isdigit()


def _short(line: str) -> bool:
    return len(line) <= HEAD_LETTERS


def _beside(lines: Sequence[str], marks: set[int]) -> set[int]:
    """Lines that stand unchanged beside the numbers or the first lines of several pages."""
    near = {at for mark in marks for at in _neighbours(lines, mark)}
    texts = {at: " ".join(lines[at].split()).casefold() for at in sorted(near) if _short(lines[at])}
    often = Counter(texts.values())
    return {at for at, text in texts.items() if often[text] > 1 and text}


def _neighbours(lines: Sequence[str], mark: int) -> list[int]:
    """The line of the mark, and the nearest one with words on either side."""
    before = next((i for i in range(mark - 1, -1, -1) if lines[i].strip()), mark)
    after = next((i for i in range(mark + 1, len(lines)) if lines[i].strip()), mark)
    return [before, mark, after]


def _numbers(lines: Sequence[str], marks: set[int]) -> set[int]:
    """Bare numbers beside heads of pages; without one they may be anything."""
    near = {at for mark in marks for at in _neighbours(lines, mark)}
    return {at for at in near if _NUMBER_ONLY.fullmatch(lines[at].strip())}

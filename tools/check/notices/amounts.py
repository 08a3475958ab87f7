"""The numbers that a text states, in figures or in words, as far as two texts can be compared."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tools.model.dates import MONTHS
from tools.model.text import straighten

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_WORDS = {word: number for number, word in enumerate(_UNITS)} | {
    word: 10 * number for number, word in enumerate(_TENS, start=2)
}
_SCALES = {
    "hundred": 100,
    "dozen": 12,
    "thousand": 1_000,
    "k": 1_000,
    "million": 1_000_000,
    "m": 1_000_000,
    "billion": 1_000_000_000,
    "bn": 1_000_000_000,
    "trillion": 1_000_000_000_000,
}
_PARTS = {
    "half": 50.0,
    "third": 100 / 3,
    "thirds": 100 / 3,
    "quarter": 25.0,
    "quarters": 25.0,
}  # per cent
_TIMES = {"doubl": 2, "twice": 2, "tripl": 3, "thrice": 3, "quadrupl": 4}
_COUNTED = "|".join(sorted(_WORDS, key=lambda word: -len(word)))
_SCALED = "hundred|dozen|thousand|million|billion|trillion"
_MONTH = "|".join(name for name in MONTHS if name)
_AMOUNT = re.compile(
    r"(?<![\w.,])(?P<money>[$£€¥]\s?)?"
    r"(?P<figures>\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    rf"(?:[\s-]?(?P<scale>{_SCALED}|bn|[mk](?=\b))(?!\w))?(?P<tail>[A-Za-z]*)"
    rf"|\b(?P<words>(?:an?[\s-]+(?=(?:{_SCALED})\b))?(?:(?:{_COUNTED}|{_SCALED})(?:[\s-]+(?:and[\s-]+)?"
    rf"(?=(?:{_COUNTED}|{_SCALED})\b))?)+)\b"
    # "a third of them", and neither "a third law" nor "in a quarter of 2024"
    r"|\b(?P<part>(?:an?|one)[\s-]+(?:third|quarter)(?=\s+of\b(?!\s+\d))|"
    r"(?:two|three)[\s-]+(?:third|quarter)s|half)\b"
    r"|\b(?P<times>doubl|tripl|quadrupl|twice|thrice)",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"\s?(?:%|per ?cents?\b|percentage)", re.IGNORECASE)
_DAY_BEFORE = re.compile(rf"(?:{_MONTH}|[A-Z][a-z]{{2}}\.?)\s*$")
_DAY_AFTER = re.compile(
    rf"(?:st|nd|rd|th)?(?:\s*(?:-|–|to|and|or)\s*\d{{1,2}})?(?: of)?\s+(?:{_MONTH}|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b)"
)
_CLOCK = re.compile(r"\s?(?:[ap]\.?m\b|o'clock|:\d\d)", re.IGNORECASE)
_NOUNS = re.compile(r"(?:[\s-]+[A-Za-z]+){1,3}")
_NAME_BEFORE = re.compile(r"(?<![.!?:]\s)(?<!^)\b[A-Z][\w.]*[\s-]$")
_NUMBERED = re.compile(
    r"\b(?:articles?|sections?|rules?|chapters?|clauses?|paragraphs?|parts?|pages?|versions?|"
    r"numbers?|no\.|cases?|schedules?|class|grade|level|phase|step)\s+"
    r"(?:\d+\w*(?:,| and| or| to)\s+)*$",
    re.IGNORECASE,
)
_HALF_YEAR = re.compile(r"\b(?:first|second|1st|2nd|latter|other|better)\s+$", re.IGNORECASE)
_FIGURE = re.compile(r"\d")
_ANY = (*list(_WORDS)[2:], *_SCALED.split("|"), *_TIMES, "half", "third", "quarter")
YEARS = range(1700, 2100)  # a number of four figures without a comma is one
SMALL = 12  # up to it, a number may count what a text lists


@dataclass(frozen=True)
class Amount:
    """A number that a text states: its value, how it is written, and what it counts."""

    value: float
    text: str
    nouns: tuple[str, ...] = ()  # the words after it, in the singular, the nearest first
    percent: bool = False
    small: bool = False  # up to twelve: it may count what a text lists
    other: bool = False  # a year, a day, an hour, a part of a name

    def same(self, other: Amount) -> bool:
        """Whether both are one number; a third is 33 per cent."""
        near = 0.5 if self.percent and other.percent else 1e-6 * max(1.0, self.value)
        return abs(self.value - other.value) <= near


def amounts(text: str) -> Iterator[Amount]:
    """Every number of a text, in its order."""
    lowered = text.lower()
    if not _FIGURE.search(text) and not any(word in lowered for word in _ANY):
        return  # most texts have none, and the pattern would try all its forms at every word
    text = straighten(text)
    for match in _AMOUNT.finditer(text):
        shown = " ".join(match.group().split())
        value = _value(match)
        if value is None:
            continue
        after = _NOUNS.match(text, match.end())
        nouns = re.findall(r"[A-Za-z]+", after.group()) if after else ()
        yield Amount(
            value,
            shown,
            tuple(map(_singular, nouns)),
            bool(match["part"] or _PERCENT.match(text, match.end())),
            _is_small(match, text, value),
            _is_other(match, text, value),
        )


def _value(match: re.Match[str]) -> float | None:
    if match["figures"]:
        number = float(match["figures"].replace(",", ""))
        return number * _SCALES.get((match["scale"] or "").lower(), 1)
    if match["times"]:
        return _TIMES[match["times"].lower()]
    if match["part"]:
        count, _, part = match["part"].lower().replace("-", " ").rpartition(" ")
        return _WORDS.get(count, 1) * _PARTS[part]
    return _in_words(re.split(r"[\s-]+", match["words"].lower()))


def _in_words(words: list[str]) -> float | None:
    """The number of "two hundred and fifty thousand"; None of "one", which counts nothing."""
    total, part = 0, 0
    for word in words:
        if word in _WORDS:
            part += _WORDS[word]
        elif word in ("a", "an"):
            part += 1
        elif word in _SCALES:
            part = max(part, 1) * _SCALES[word]
            if _SCALES[word] > 100:
                total, part = total + part, 0
    value = total + part
    return value if value > 1 else None


def _is_small(match: re.Match[str], text: str, value: float) -> bool:
    """Whether a number may count what a text lists: three officers, 3 officers."""
    if match["part"] or match["money"] or _PERCENT.match(text, match.end()):
        return False
    return value <= SMALL and value == int(value)


def _is_other(match: re.Match[str], text: str, value: float) -> bool:
    """Whether a number counts nothing: a year, a day, an hour, the number of a paragraph."""
    before, end = text[max(0, match.start() - 24) : match.start()], match.end()
    if match["figures"] is None:
        return bool(match["part"] and _HALF_YEAR.search(before))
    if match["money"] or match["scale"] or _PERCENT.match(text, end):
        return False
    whole = match["figures"].isdigit()
    if (whole and len(match["figures"]) == 4 and int(value) in YEARS) or match["tail"]:
        return True
    if _DAY_AFTER.match(text, end) or _CLOCK.match(text, end):
        return True
    if value <= 31 and re.search(rf"(?:{_MONTH})\s*$", before):
        return True
    return bool(_NAME_BEFORE.search(before) or _NUMBERED.search(before))


def _singular(word: str) -> str:
    return word.lower().removesuffix("s")

"""The numbers that a text states, in figures or in words, as far as two texts can be compared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tools.check.notices.number_words import (
    ANY,
    NUMBER,
    ODDS,
    PART,
    SCALED,
    SCALES,
    TIMES,
    in_words,
    odds,
    share,
)
from tools.model.months import MONTHS
from tools.model.text import straighten

_MONTH = "|".join(name for name in MONTHS if name)
_AMOUNT = re.compile(
    r"(?<!\w)(?=[$£€¥\w])(?:"  # told at once: no number begins within a word
    rf"(?P<odds>{ODDS})"
    r"|(?<![.,])(?<!\d:)(?P<money>[$£€¥]\s?)?"
    r"(?P<figures>\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    rf"(?:[\s-]?(?P<scale>{SCALED}|bn|[mk](?=\b))(?!\w))?(?P<tail>[A-Za-z]*)"
    rf"|(?P<part>{PART})|(?P<words>{NUMBER})|(?P<times>{'|'.join(TIMES)}))",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"\s?(?:%|per ?cents?\b|percentage)", re.IGNORECASE)
_DAY_AFTER = re.compile(
    rf"(?:st|nd|rd|th)?(?:\s*(?:-|–|to|and|or)\s*\d{{1,2}})?(?: of)?\s+(?:{_MONTH}|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b)"
)
_CLOCK = re.compile(r"\s?(?:[ap]\.?m\b|o'clock|:\d\d)", re.IGNORECASE)
_NOUNS = re.compile(r"(?:[\s-]+[A-Za-z]+){1,3}")
_NAME_BEFORE = re.compile(r"(?<![.!?:]\s)(?<!^)\b\w*[A-Z][\w.]*[\s-]$")
_NUMBERED = re.compile(
    r"\b(?:articles?|sections?|rules?|chapters?|clauses?|paragraphs?|parts?|pages?|versions?|"
    r"numbers?|no\.|cases?|schedules?|class|grade|level|phase|step)\s+"
    r"(?:\d+\w*(?:,| and| or| to)\s+)*$",
    re.IGNORECASE,
)
_HALF_YEAR = re.compile(r"\b(?:first|second|1st|2nd|latter|other|better)\s+$", re.IGNORECASE)
_FIGURE = re.compile(r"\d")
# "seventeen" has "seven" in it
_ANY = tuple(word for word in ANY if not any(part in word for part in ANY if part != word))
_MONTH_BEFORE = re.compile(rf"(?:{_MONTH})\s*$")
_WORD = re.compile(r"[A-Za-z]+")
# "1803 requests" has a number, "In 2020 shops closed" a year
_COUNTED = re.compile(r"\s+(?!(?:was|has|does|this|its|plus|less)\b)[a-z]{3,}s\b|\s+people\b")
_PLURAL = re.compile(r"(?!(?:was|has|does|this|its|plus|less|says|thus)$)[a-z]{2,}[a-rt-z]s|people")
_BETWEEN = frozenset("of to in on at by for from with and or but that which who as than".split())
_IN = re.compile(
    rf"\b(?:in|since|until|of|from|to|by|during|early|late|mid|and|the|{_MONTH})[\s-]+$",
    re.IGNORECASE,
)
YEARS, YEAR_DIGITS = range(1700, 2100), 4  # a number of four figures without a comma is one
WIDTH = 24  # characters before a number that tell what it is
SMALL = 12  # up to it, a number may count what a text lists


@dataclass(frozen=True)
class Amount:
    """A number that a text states: its value, how it is written, and what it counts."""

    value: float
    text: str
    nouns: tuple[str, ...] = ()  # the words after it, in the singular, the nearest first
    noun: str = ""  # of these, what it counts: "agreement" of "five other agreements"
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
    if not _FIGURE.search(text) and not any(map(lowered.__contains__, _ANY)):
        return  # most texts have none, and the pattern would try all its forms at every word
    text = straighten(text)
    for match in _AMOUNT.finditer(text):
        value, percent = _value(match)
        if value is None:
            continue
        percent = percent or bool(_PERCENT.match(text, match.end()))
        after = _NOUNS.match(text, match.end())
        nouns = _WORD.findall(after.group()) if after else ()
        yield Amount(
            value,
            " ".join(match.group().split()),
            tuple(map(_singular, nouns)),
            _counts(nouns),
            percent,
            not percent and not match["money"] and value <= SMALL and value == int(value),
            _is_other(match, text, value),
        )


def _value(match: re.Match[str]) -> tuple[float | None, bool]:
    """A number, and whether it is a share in per cent."""
    if match["odds"]:
        return odds(match["of"]), True
    if match["part"]:
        return share(match["part"])
    if match["figures"]:
        number = float(match["figures"].replace(",", ""))
        return number * SCALES.get((match["scale"] or "").lower(), 1), False
    if match["times"]:
        return TIMES[match["times"].lower()], False
    return in_words(match["words"]), False


def _is_other(match: re.Match[str], text: str, value: float) -> bool:
    """Whether a number counts nothing: a year, a day, an hour, the number of a paragraph.

    "Doubled" counts nothing itself, and may be what two numbers tell.
    """
    before, end = text[max(0, match.start() - WIDTH) : match.start()], match.end()
    if match["figures"] is None:
        return bool(match["times"] or (match["part"] and _HALF_YEAR.search(before)))
    if match["money"] or match["scale"] or _PERCENT.match(text, end):
        return False
    whole = match["figures"].isdigit()
    if whole and len(match["figures"]) == YEAR_DIGITS and int(value) in YEARS:
        return bool(_IN.search(before)) or not _COUNTED.match(text, end)
    if match["tail"]:
        return True
    if _DAY_AFTER.match(text, end) or _CLOCK.match(text, end):
        return True
    if _MONTH_BEFORE.search(before):
        return True
    return bool(_NAME_BEFORE.search(before) or _NUMBERED.search(before))


def _counts(words: Sequence[str]) -> str:
    """What a number counts: the first word in the plural, adjectives before it passed over.

    Where a word before it begins another phrase, it is the word next to the number.
    """
    for word in words:
        if word in _BETWEEN:
            break
        if _PLURAL.fullmatch(word):
            return _singular(word)
    return _singular(words[0]) if words else ""


def _singular(word: str) -> str:
    return word.lower().removesuffix("s")

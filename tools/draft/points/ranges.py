"""Ranges: "5,000 to 10,000 accounts" is no figure of 10,000, and no figure of 5,000.

A page once showed the upper end of a range as if it were the number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from tools.draft.points.numbers import MONEY, SCALE, SPELT, Number, amount, magnitude, short, size

LEAST_ROUND = 1000  # below it, "5 to 2 million" is a slip and no range
_DIGITS = r"\d[\d,]*(?:\.\d+)?"
_DASH = re.compile(r"[-–—]")


@dataclass(frozen=True, slots=True)
class Range:
    """A range in a text: its lower end as shown, and where its upper end stands."""

    start: int
    upper: int  # where the upper number begins, with its sign
    end: int
    low: str
    link: str  # "to" or "or"
    whole: Number | None = None  # where nothing else would see a number in it: "$1–2 million"
    apart: bool = False  # each end names its thing: neither is shown


@cache
def _pattern() -> re.Pattern[str]:
    number = rf"(?:{_DIGITS}|{SPELT})"
    return re.compile(
        rf"(?P<between>\bbetween\s)?(?<![\w.,:/#+–-])(?P<sign>{MONEY})?\s?"
        rf"(?P<low>(?<![\w.,:/#+–-]){number})(?P<scale>{SCALE})?(?P<cent>\s?%|\s?per\s?cent)?"
        rf"(?:(?P<link>\s(?:(?:up\s)?to|or|and)\s)|\s?[–—]\s?|-)"
        rf"(?P<upper>(?:{MONEY})?\s?)(?P<high>{number})(?P<scale2>{SCALE})?(?![\w]|[-–]\d)",
        re.IGNORECASE,
    )


@cache
def _apart() -> re.Pattern[str]:
    number = rf"(?:{_DIGITS}|{SPELT})"
    return re.compile(
        rf"\bbetween\s(?:{MONEY})?(?:{number})(?:{SCALE})?(?:\s[a-z]+){{1,3}}\sand\s"
        rf"(?P<upper>(?:{MONEY})?)(?:{number})|"
        rf"\b(?:{number})-?\s(?:to|or)\s\w+fold\b",  # "two- to threefold"
        re.IGNORECASE,
    )


def ranges(text: str) -> list[Range]:
    """The ranges of a sentence, in order."""
    found = [one for match in _pattern().finditer(text) if (one := _range(match))]
    found += [
        Range(match.start(), match.start(), match.end(), "", "", apart=True)
        for match in _apart().finditer(text)
        if all(match.end() <= one.start or one.end <= match.start() for one in found)
    ]
    return sorted(found, key=lambda one: one.start)


def _range(match: re.Match[str]) -> Range | None:
    link = (match["link"] or "to").split()[-1].lower()
    if link == "and" and not match["between"]:
        return None
    low, high, scale = match["low"].rstrip(","), match["high"].rstrip(","), match["scale"]
    if _is_year(low) and _is_year(high):
        return None
    below = amount(low) < amount(high) if not scale else False
    wide = size(low, scale) < size(high, match["scale2"])
    if not below and not (wide and size(low, scale) >= LEAST_ROUND):
        return None
    sign = match["sign"] or ""
    cent = "%" if match["cent"] else ""
    start, upper = match.start("sign" if sign else "low"), match.start("upper")
    shown = f"{sign}{short(low, scale)}{cent}"
    link = "or" if link == "or" else "to"
    whole = None
    if sign and not match["upper"].strip():
        value = f"{shown} {link} {short(high, match['scale2'])}"
        worth = 1.0 + 0.3 * magnitude(high, match["scale2"])
        whole = Number(start, match.end(), value, worth)
    return Range(start, upper, match.end(), shown, link, whole)


def _is_year(number: str) -> bool:
    return number.isdecimal() and len(number) == 4


def opened(text: str, found: Iterable[Range]) -> str:
    """The text with a space for the dash of each range, so that its upper number is seen."""
    pieces, last = [], 0
    for one in found:
        pieces.append(text[last : one.start])
        pieces.append(_DASH.sub(" ", text[one.start : one.upper]) if not one.apart else "")
        last = one.upper if not one.apart else one.start
    return "".join([*pieces, text[last:]])


def ranged(numbers: Iterable[Number], found: Sequence[Range], longest: int) -> Iterator[Number]:
    """Numbers with those of a range as one; no value becomes longer than `longest`."""
    yield from (one.whole for one in found if one.whole)
    for number in numbers:
        inside = next((one for one in found if _within(number, one)), None)
        if inside is None:
            yield number
        elif not (inside.whole or inside.apart) and number.end >= inside.end:
            value = _value(inside, number.value)
            if len(value) > longest:
                first, *_, last = number.value.split()
                value = _value(inside, f"{first} {last}")
            yield replace(number, start=inside.start, value=value)


def _within(number: Number, one: Range) -> bool:
    return number.start < one.end and one.start < number.end


def _value(one: Range, upper: str) -> str:
    """Both ends as shown, a sign that stands for both before the first."""
    sign = re.match(r"[^\w\s×]+", upper)
    if sign and not one.low.startswith(sign.group()):
        return f"{sign.group()}{one.low} {one.link} {upper[sign.end() :]}"
    return f"{one.low} {one.link} {upper}"

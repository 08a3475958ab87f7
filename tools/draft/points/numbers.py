"""Numbers in a sentence that count something, as they are shown large.

Every finder takes the straightened text of a sentence and gives what it finds with where it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from math import log10

from tools.draft.dates.words import SMALL, TENS
from tools.draft.points.words import words

_DIGITS = r"(?<![\w.,:/$£€¥₹#+–-])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\w]|,\d)|"
_DIGITS += r"(?<![\w.,:/$£€¥₹#+–-])\d+(?:\.\d+)?"
_TEEN = "|".join(sorted(SMALL, key=len, reverse=True))
_TY = "|".join(TENS)
SPELT = rf"\b(?:(?:{_TY})(?:-(?:{_TEEN}))?|{_TEEN})\b"
NUMBER = rf"(?:{_DIGITS}|{SPELT})"
SCALE = r"(?:\s?(?:million|billion|trillion|thousand|mn|bn|tn|m|k)\b)"
MONEY = r"(?:(?<![A-Za-z])(?:US|HK|NZ|NT|AU?|C|S|R)?[$£€¥₹]|(?<![A-Za-z])R(?=\d))"
_ANY = re.IGNORECASE


@dataclass(frozen=True, slots=True)
class Number:
    """A number at `start` to `end` of a text; `worth` says how striking it is."""

    start: int
    end: int
    value: str
    worth: float
    said: str = ""  # the words themselves


@dataclass(frozen=True)
class _Patterns:
    money: re.Pattern[str]
    named_money: re.Pattern[str]
    per_cent: re.Pattern[str]
    multiple: re.Pattern[str]
    times: re.Pattern[str]
    fraction: re.Pattern[str]
    share: re.Pattern[str]
    one_in: re.Pattern[str]
    count: re.Pattern[str]


@cache
def patterns() -> _Patterns:
    """The patterns; made once, when the first figure is looked for."""
    tables = words().tables
    names, growth = "|".join(tables["currencies"]), "|".join(tables["multiples"])
    return _Patterns(
        money=re.compile(rf"({MONEY})\s?(\d[\d,]*(?:\.\d+)?)(?!\d)({SCALE})?(?![\w%]|-\w)", _ANY),
        named_money=re.compile(rf"({NUMBER})({SCALE})?\s({names})\b", _ANY),
        per_cent=re.compile(rf"({NUMBER})\s?(?:%|per\s?cent(?:age)?\b)(\spoints?\b)?", _ANY),
        multiple=re.compile(rf"\b({growth})(ed|ing|es|e|s|le|les|led|ling|)\b(?!-)\s?(\w*)", _ANY),
        times=re.compile(
            rf"({NUMBER})\stimes\s(?:as\s(?:many|much|high|large|big)|more|the|higher|larger)\b",
            _ANY,
        ),
        fraction=re.compile(
            r"\b(?:(?:a|one)\s(half|third|quarter|fifth|tenth)\sof|(two)[\s-](thirds)(?:\sof)?|"
            r"(three)[\s-](quarters)\sof|"
            # a stretch of time is no share: "the second half of September"
            r"(?<!first\s)(?<!second\s)(?<!other\s)(?<!latter\s)(half)\s(?:of|the|its|their|all))"
            r"\b\s([\w-]+\s[\w-]+)",
            _ANY,
        ),
        share=re.compile(
            rf"({NUMBER})\s(?:out\s)?of\s(?:the\s|its\s|their\s|those\s)?({NUMBER})\s([a-z]\w+)",
            _ANY,
        ),
        one_in=re.compile(
            rf"\b(one|two|three|four)\sin\s(?:every\s)?({NUMBER})\b(?!\s?(?:%|per))", re.IGNORECASE
        ),
        count=re.compile(rf"({NUMBER})({SCALE})?(?=\s[a-z])", _ANY),
    )


def amount(number: str) -> float:
    """A number in figures or in words."""
    plain = number.lower().replace(",", "")
    if plain[:1].isdecimal():
        return float(plain)
    tens, _, ones = plain.partition("-")
    return float(TENS.get(tens, 0) + SMALL.get(ones or "", 0) or SMALL.get(tens, 0))


def short(number: str, scale: str | None) -> str:
    """A number with its scale as it is shown: "1.2bn", "2m", "5,800"."""
    tables = words().tables
    figures = number if number[:1].isdecimal() else f"{amount(number):g}"
    if not scale:
        return figures
    if size(number, scale) < 1_000_000:
        return f"{size(number, scale):,.0f}"
    return figures + str(tables["shown"][tables["scales"][scale.strip().lower()]])


def size(number: str, scale: str | None) -> float:
    """How many that is."""
    times = words().tables["scales"][scale.strip().lower()] if scale else 1
    return amount(number) * float(times)


def magnitude(number: str, scale: str | None) -> float:
    """How many digits that has: what makes a number look large."""
    return log10(max(1.0, size(number, scale)))


def measured(text: str) -> Iterator[Number]:
    """Money, shares of a hundred, multiples and fractions."""
    found = patterns()
    for match in found.money.finditer(text):
        sign, number, scale = match.groups()
        if number[-1] == ",":
            number = number[:-1]
        worth = 1.0 + 0.3 * magnitude(number, scale)
        yield Number(match.start(), match.end(), sign + short(number, scale), worth)
    for match in found.named_money.finditer(text):
        number, scale, name = match.groups()
        value = words().tables["currencies"][name.lower()] + short(number, scale)
        if name.lower() not in {"pounds", "pound"} or scale:
            yield Number(match.start(), match.end(), value, 1.0 + 0.3 * magnitude(number, scale))
    for match in found.per_cent.finditer(text):
        if match[1] == "100" and not text[match.end() :].startswith(" of"):
            continue  # "I am 100% certain"
        unit = " points" if match[2] else "%"
        worth = 2.2 if amount(match[1]) >= 1 else 1.0
        yield Number(match.start(), match.end(), short(match[1], None) + unit, worth)
    yield from _multiples(text)
    yield from _fractions(text)


def _multiples(text: str) -> Iterator[Number]:
    sets, table = words().sets, words().tables["multiples"]
    for match in patterns().multiple.finditer(text):
        follows, ending = match[3].lower(), match[2].lower()
        if follows in sets["not_multiplied"]:
            continue
        whole = match[1].lower().endswith("fold")
        grown = ending in {"ed", "ing", "led", "ling"} or (whole and not ending)
        # "double" alone is as often an adjective; a verb has its object or nothing after it
        if grown or (
            ending in {"e", "es", "le", "les"}
            and follows in {"the", "its", "their", "to", "in", "at", ""}
        ):
            yield Number(match.start(), match.end(2), f"×{table[match[1].lower()]}", 2.8)
    for match in patterns().times.finditer(text):
        if amount(match[1]) >= 2:
            yield Number(match.start(), match.end(), f"×{short(match[1], None)}", 2.6)


def _fractions(text: str) -> Iterator[Number]:
    sets, table = words().sets, words().tables["fractions"]
    for match in patterns().fraction.finditer(text):
        name = next(group for group in (match[1], match[3], match[5], match[6]) if group)
        after = set(match[7].lower().split())
        timed = {unit.removesuffix("s") for unit in sets["not_counted"]} | sets["not_counted"]
        if not after & timed and not after & {"last", "next", "time", "way", "it", "them"}:
            yield Number(
                match.start(), match.end(6 if match[6] else 0), str(table[name.lower()]), 2.0
            )
    for match in patterns().share.finditer(text):
        part, whole = amount(match[1]), amount(match[2])
        if 1 < part < whole and match[3].lower() not in sets["not_counted"]:
            value = f"{short(match[1], None)} of {short(match[2], None)}"
            yield Number(match.start(), match.end(2), value, 2.6)
    for match in patterns().one_in.finditer(text):
        part, whole = amount(match[1]), amount(match[2])
        if part < whole <= 1000:
            value = f"{short(match[1], None)} in {short(match[2], None)}"
            yield Number(match.start(), match.end(), value, 2.2)

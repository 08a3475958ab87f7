"""Dates that can be read in one way only, in the form that a record has them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tools.model.dates import Date
from tools.model.months import MONTH_NUMBERS

_YEAR_FIRST = re.compile(r"(\d{4}|[Xx]{4})([-./])(\d{1,2})(?:\2(\d{1,2}))?([~?]?)", re.ASCII)
_YEAR_LAST = re.compile(r"(\d{1,2})([-./])(\d{1,2})\2(\d{4})", re.ASCII)
_DIGITS = re.compile(r"(\d{4})(\d{2})(\d{2})", re.ASCII)
_TH = r"(?:st|nd|rd|th)?"
_NAME = r"([A-Za-z]+)\.?"
_DAY_MONTH = re.compile(rf"(?:(\d{{1,2}}){_TH}[ -])?{_NAME}(?:,? |-)(\d{{4}})", re.ASCII)
_MONTH_DAY = re.compile(rf"{_NAME}[ -](\d{{1,2}}){_TH}(?:,? |-)(\d{{4}})", re.ASCII)
_DECADE = re.compile(r"\d{3}x[~?]?", re.ASCII)
# the en dash of a period and what is typed or pasted for it; between two dates a hyphen has spaces
_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2014\u2212", "–"))
_BETWEEN = re.compile(r" *– *| +- +|(?<=^\d{4})-(?=\d{4}$)", re.ASCII)
_SHORT_END = re.compile(r"(\d{2})(\d{2})–(\d{2})", re.ASCII)
# what one end of a period leaves to the other: "6–8 July 2020", "July 6–8, 2020", "July–May 2020"
_REST = re.compile(
    r"(?:\d{1,2}(?:st|nd|rd|th)? )?([A-Za-z]+\.?,? )?(?:\d{1,2},? )?(\d{4})", re.ASCII
)
_FIRST = re.compile(r"[A-Za-z]+\.? ")


def legal_date(text: str) -> str:
    """The date in its legal form where it is plain which one that is; else as it is.

    06/07/2020 may be two days, and 13/07/2020 is one.
    """
    if Date(text).fault is None:
        return text
    legal = {one for one in _meanings(text.translate(_DASHES)) if Date(one).fault is None}
    return legal.pop() if len(legal) == 1 else text


def _meanings(text: str) -> Iterator[str]:
    """Everything that a text may mean as a date or a period; not all of it is legal."""
    yield from _single(text.replace("–", "-"))
    if text.count("/") == 1:
        left, right = text.split("/")
        yield from _period(_single(left.strip()), _single(right.strip()))
    for between in _BETWEEN.finditer(text):
        left, right = text[: between.start()], text[between.end() :]
        lefts = [left, *_shared(left, _REST.fullmatch(right))]
        rights = [right, *(first.group() + right for first in [_FIRST.match(left)] if first)]
        yield from _period(_each(lefts), _each(rights))
    if (short := _SHORT_END.fullmatch(text)) and short[3] > short[2]:
        yield f"{short[1]}{short[2]}/{short[1]}{short[3]}"


def _shared(left: str, rest: re.Match[str] | None) -> Iterator[str]:
    """The first end of a period with the month and the year that only the second one has."""
    if rest:
        yield f"{left} {rest[2]}"
        if rest[1]:
            yield f"{left} {rest[1].strip(' ,')} {rest[2]}"


def _each(ends: list[str]) -> Iterator[str]:
    for end in ends:
        yield from _single(end.replace("–", "-"))


def _period(lefts: Iterator[str], rights: Iterator[str]) -> Iterator[str]:
    ends = list(rights)
    for left in lefts:
        for right in ends:
            yield f"{left}/{right}"


def _single(text: str) -> Iterator[str]:
    """What one date, or one end of a period, may mean; the text itself may be legal as well."""
    yield text.upper() if _DECADE.fullmatch(text) else text
    if match := _YEAR_FIRST.fullmatch(text):
        year, sign, month, day, mark = match.groups()
        if day or sign == "-":  # 2020.7 may be a number
            yield _written(year.upper(), int(month), day, mark)
    if match := _YEAR_LAST.fullmatch(text):
        one, _, other, year = match.groups()
        yield _written(year, int(other), one)
        yield _written(year, int(one), other)
    if match := _DIGITS.fullmatch(text):
        yield "-".join(match.groups())
    if match := _DAY_MONTH.fullmatch(text):
        day, name, year = match.groups()
        yield _written(year, MONTH_NUMBERS.get(name.lower()), day)
    if match := _MONTH_DAY.fullmatch(text):
        name, day, year = match.groups()
        yield _written(year, MONTH_NUMBERS.get(name.lower()), day)


def _written(year: str, month: int | None, day: str | None, mark: str = "") -> str:
    if month is None:
        return ""
    return f"{year}-{month:02}" + (f"-{int(day):02}" if day else "") + mark

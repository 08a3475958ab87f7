"""Dates that can be read in one way only, in the form that a record has them."""

from __future__ import annotations

import re

from tools.model.dates import MONTHS, Date

_NUMBERS = re.compile(r"(\d{4}|[Xx]{4})([-./])(\d{1,2})(?:\2(\d{1,2}))?([~?]?)", re.ASCII)
_DAY_MONTH = re.compile(r"(?:(\d{1,2}) )?([A-Za-z]+),? (\d{4})", re.ASCII)
_MONTH_DAY = re.compile(r"([A-Za-z]+) (\d{1,2}),? (\d{4})", re.ASCII)
_NAMES = {name.lower(): number for number, name in enumerate(MONTHS) if name}


def legal_date(text: str) -> str:
    """The date in its legal form where it is plain which one that is; else as it is.

    The year comes first, or the month has its English name: 06/07/2020 may be two days.
    """
    if Date(text).fault is None:
        return text
    ends = [_end(end.strip()) for end in (text.split("/") if text.count("/") == 1 else [text])]
    fixed = "/".join(ends)
    return fixed if Date(fixed).fault is None else text


def _end(text: str) -> str:
    """One date, or one end of a period; as it is where it has none of the forms known here."""
    if match := _NUMBERS.fullmatch(text):
        year, sign, month, day, mark = match.groups()
        if day or sign == "-":  # 2020.7 may be a number
            return _written(year.upper(), int(month), day, mark)
    if match := _DAY_MONTH.fullmatch(text):
        day, name, year = match.groups()
        return _written(year, _NAMES.get(name.lower()), day) or text
    if match := _MONTH_DAY.fullmatch(text):
        name, day, year = match.groups()
        return _written(year, _NAMES.get(name.lower()), day) or text
    return text.upper() if re.fullmatch(r"\d{3}x[~?]?", text, re.ASCII) else text


def _written(year: str, month: int | None, day: str | None, mark: str = "") -> str:
    if month is None:
        return ""
    return f"{year}-{month:02}" + (f"-{int(day):02}" if day else "") + mark

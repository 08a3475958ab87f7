"""Whether a text states a year: in figures that are read as one, and not as any other number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from tools.model.dates import Date

_NUMBER = (  # stands alone: no part of a word, a price, a share, a longer number
    r"(?<![\w$£€¥#])(?<!\b\d{{3}}-)(?<!\b[Nn]o\. )"
    r"{year}"
    r"(?!\w|\s?%|,\d{{3}}\b|\.\d(?!\d\.\d))"
)
# "in 2020 shops closed" and "the town's 2020 protests" have a year, "2020 shops closed" a number
_YEAR_BEFORE = re.compile(
    r"(?:[-–/.,(]|['’]s|\b(?i:in|since|until|till|during|early|late|mid|year|the)|"
    r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?)\s*\Z"
)
_COUNTED = re.compile(
    r"\s+(?!(?:this|does|plus|less|unless|always|perhaps|across|towards|whereas|besides)\b)"
    r"(?:[a-z]{3,}s|people|(?:wo)?men|children|k?m|k?g|per cent|percent)\b"
)
_NEAR = 12  # characters before a number that may tell what it is


def states(text: str, date: Date) -> bool:
    """Whether a text states every year of a date; of a decade, its name or one of its years."""
    return _states_all(text, date.text)


@lru_cache(maxsize=2**14)  # pages and data ask for each claim of a story several times
def _states_all(text: str, date: str) -> bool:
    return all(_states(text, year, f"{year[:3]}X" in date) for year in Date(date).years)


def _states(text: str, year: str, decade: bool) -> bool:
    return any(
        _YEAR_BEFORE.search(text, max(0, match.start() - _NEAR), match.start())
        or not _COUNTED.match(text, match.end())
        for match in _written(text, year, decade)
    )


def _written(text: str, year: str, decade: bool) -> Iterator[re.Match[str]]:
    """Where a year stands; its digits are found far sooner than its pattern is."""
    digits, pattern = year[:3] if decade else year, _pattern(year, decade)
    at = text.find(digits)
    while at >= 0:
        if match := pattern.match(text, at):
            yield match
        at = text.find(digits, at + 1)


@cache  # `re` forgets patterns where there are many, and there are no more years than these
def _pattern(year: str, decade: bool) -> re.Pattern[str]:
    digits = rf"{year[:3]}(?:0['’]?s(?!\w)|\d)" if decade else year
    return re.compile(_NUMBER.format(year=digits))

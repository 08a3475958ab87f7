"""Dates as pages state them: "Published 29 March 2016", "Fri 10 Jul 2020 08.49 BST", ISO."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from tools.draft.lists import lists
from tools.model.months import MONTHS

Label = Literal["published", "updated", "bare"]

BEFORE = (
    60  # characters before a date in which its label stands: "Last updated at 9.30 on Friday, "
)
YEARS = range(1990, 2100)  # of a page; a bare "1066" beside a month is history, not publication

_SHORT = {name[:3].casefold(): number for number, name in enumerate(MONTHS) if name}
_MONTH = (
    r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_ELSEWHERE = {
    month: MONTHS.index(name)
    for name, months in lists(Path(__file__).with_name("months.yml")).items()
    for month in sorted(months)
}
_DAY = r"(?P<{0}>\d{{1,2}})(?:st|nd|rd|th)?"
# Some pages set the date twice without a space: "3 Mar 20203 Mar 2020".
_YEAR = r"(?P<{0}>\d{{4}})(?!\d(?!\d?\s[a-z]|\d?[:.]\d\d))"
_FORMS = "|".join(
    (
        r"(?<!\d)(?P<y1>\d{4})[-/.](?P<m1>\d{1,2})[-/.](?P<d1>\d{1,2})(?!\d)",
        rf"(?<!\d){_DAY.format('d2')}[ -]?(?:of )?{_MONTH.format('m2')},?[ -]?{_YEAR.format('y2')}",
        rf"(?<![a-z]){_MONTH.format('m3')} {_DAY.format('d3')},? {_YEAR.format('y3')}",
        rf"(?<![a-z]){_MONTH.format('m4')},? {_YEAR.format('y4')}",
        rf"(?<!\d)(?P<d6>\d{{1,2}})(?:er|[.ºª])?\s?(?:de )?(?P<m6>{'|'.join(_ELSEWHERE)})"
        r",?\s(?:de )?(?P<y6>\d{4})(?!\d)",
        r"(?<!\d)(?P<a5>\d{1,2})(?P<s5>[-/.])(?P<b5>\d{1,2})(?P=s5)(?P<y5>\d{4})(?!\d)",
    )
)
_DATE = re.compile(_FORMS, re.IGNORECASE | re.ASCII)
_UPDATED = re.compile(r"updat|modif|edited|revis|correct|amended|refreshed|accessed|retrieved")
_PUBLISHED = re.compile(
    r"publi|veröffentlicht|erschienen|gepubliceerd|posted|first |created|issued|released|"
    r"filed|date\b"
)
_CLOCK = re.compile(
    r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.? \d{1,2}\b|"
    r"\b\d{1,2} (?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\b|"
    r"\d{1,2}(?:[:.h]\d{2}(?::\d{2})?)?\s*(?:[ap]\.?m\.?\b|hrs\b|hours\b)?|"
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?|"
    r"\b(?:gmt|utc|bst|ist|cest|cet|est|edt|cst|cdt|mst|mdt|pst|pdt|aest|aedt|sgt|hkt|jst|wat|eat|"
    r"sast|et|pt|a\.?m|p\.?m)\b\.?(?:\s?[+-]\s?\d{1,2}(?::?\d{2})?)?|"
    r"\b(?:published|posted|updated|last|modified|first|created|date|on|at|ago|min|mins|minute|"
    r"minutes|read|reading|time|hr|hrs|hour|hours|day|days|week|weeks|month|months|year|years|"
    r"just|now|today|yesterday|page\s?\d*|local|eastern|views?|since|an?|sec|seconds?|h|m|d|w)\b"
)
_SHORT_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\b", re.IGNORECASE)
_AMERICAN = re.compile(r"\b(?:E[SD]T|C[SD]T|M[SD]T|P[SD]T|ET|PT)\b")
_OTHER_ZONE = re.compile(r"\b(?:GMT|BST|CES?T|EES?T|WES?T|IST|SAST|WAT|EAT|AES?T|AEDT|NZ[SD]T)\b")
_REST = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date in a line, and what the line calls it."""

    start: int
    end: int
    date: str | None  # EDTF, a day or a month; None where it may be read in two ways
    label: Label
    numbers: tuple[int, int, int] | None = None  # of 06/01/2026, whose order must be learned


def stamps(text: str) -> list[Stamp]:
    """The dates that a line states with their years, left to right."""
    found: list[Stamp] = []
    end = 0
    for match in _DATE.finditer(text):
        date, numbers = _value(match)
        if date or numbers:
            before = text[max(end, match.start() - BEFORE) : match.start()].casefold()
            before = before[max(before.rfind(divider) for divider in "|•·") + 1 :]
            found.append(Stamp(match.start(), match.end(), date, _label(before), numbers))
            end = match.end()
    return found


def _label(before: str) -> Label:
    """What is said right before a date; of "Published … Updated", the nearer word counts."""
    updated = [match.start() for match in _UPDATED.finditer(before)]
    published = [match.start() for match in _PUBLISHED.finditer(before)]
    if updated:
        return "updated"
    return "published" if published else "bare"


def _value(match: re.Match[str]) -> tuple[str | None, tuple[int, int, int] | None]:
    part = match.groupdict()
    if part["a5"]:
        first, second, year = int(part["a5"]), int(part["b5"]), int(part["y5"])
        if first > 12 or first == second or part["s5"] == ".":
            return _iso(year, second, first), None
        if second > 12:
            return _iso(year, first, second), None
        return None, (first, second, year) if year in YEARS else None
    if part["y1"]:
        return _iso(int(part["y1"]), int(part["m1"]), int(part["d1"])), None
    if part["y6"]:
        return _iso(int(part["y6"]), _ELSEWHERE[part["m6"].casefold()], int(part["d6"])), None
    for form in "23":
        if part[f"y{form}"]:
            month = _SHORT[part[f"m{form}"][:3].casefold()]
            return _iso(int(part[f"y{form}"]), month, int(part[f"d{form}"])), None
    year, month = int(part["y4"]), _SHORT[part["m4"][:3].casefold()]
    return (f"{year}-{month:02}" if year in YEARS else None), None


def _iso(year: int, month: int, day: int) -> str | None:
    if year not in YEARS:
        return None
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return None


def settled(stamp: Stamp, day_first: bool | None) -> str | None:
    """The date of a stamp, its numbers ordered as other dates of the same page are."""
    if stamp.date or stamp.numbers is None or day_first is None:
        return stamp.date
    first, second, year = stamp.numbers
    return _iso(year, second, first) if day_first else _iso(year, first, second)


def day_first(text: str) -> bool | None:
    """Whether a page writes 30/04/2024 or 04/30/2024; None where nothing in it tells.

    Other dates of the page tell first; then the weekday or the zone of time beside such a date. A
    clock alone tells nothing.
    """
    matches = [match for match in _DATE.finditer(text) if match["a5"] and match["s5"] != "."]
    orders = {int(m["a5"]) > 12 for m in matches if max(int(m["a5"]), int(m["b5"])) > 12}
    if not orders:
        lines = ((text[max(0, m.start() - 12) : m.end() + 24], m) for m in matches)
        orders = {order for line, m in lines if (order := _order_beside(line, m)) is not None}
    return orders.pop() if len(orders) == 1 else None


def _order_beside(line: str, match: re.Match[str]) -> bool | None:
    """Whether the day comes first, by what stands beside a date whose numbers do not tell."""
    first, second, year = int(match["a5"]), int(match["b5"]), int(match["y5"])
    if weekday := _WEEKDAY.search(line):
        fits = [
            date is not None
            and _SHORT_DAYS[dt.date.fromisoformat(date).weekday()] == weekday[1].casefold()
            for date in (_iso(year, second, first), _iso(year, first, second))
        ]
        if fits[0] != fits[1]:
            return fits[0]
    if _AMERICAN.search(line):
        return False
    return True if _OTHER_ZONE.search(line) else None


def remainder(text: str) -> str:
    """What a line says beside dates, times, zones and the words that label them."""
    return " ".join(_REST.findall(_CLOCK.sub(" ", _DATE.sub(" ", text).casefold())))


def clock_only(text: str) -> bool:
    """Whether a line holds a time or a date and nothing else: "7 hrs ago", "Posted 3 May 2020"."""
    if not any(letter.isdigit() for letter in text) or remainder(text):
        return False
    return any(letter.isalpha() for letter in text) or bool(stamps(text))

"""The dates that a text states, and which of them say when something happened."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tools.model.dates import Date
from tools.model.months import MONTH_NUMBERS

_MONTH = (
    "(?P<{name}>Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?|July?|"
    "Aug(?:ust|\\.)?|Sep(?:t(?:ember|\\.)?|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|"
    "Dec(?:ember|\\.)?)"
)
_DATE = re.compile(
    r"(?<!\w)(?=[\dJFMASONDIi])(?:"  # told at once: no date begins elsewhere
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH.format(name='m1')}"
    r"(?:,? (?P<y1>\d{4}))?\b"
    rf"|{_MONTH.format(name='m2')} (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?:,? (?P<y2>\d{{4}}))?\b"
    r"|(?P<iso>\d{4}-\d\d-\d\d)\b"
    rf"|{_MONTH.format(name='m3')},? (?P<y3>\d{{4}})\b"
    rf"|[Ii]n (?:early |mid-?|late )?{_MONTH.format(name='m4')}\b(?!\.?,? \d)"
    rf"|^{_MONTH.format(name='m5')}(?=: )"
    r"|[Ii]n (?:early |mid-?|late )?(?P<y4>1[5-9]\d\d|20\d\d)\b(?![-–/]|,\d))"
)
# what tells when: "on 6 July 2020", "in July 2020", "6 July 2020: the tribunal sits"
_WHEN = re.compile(r"(?:^|[.!?:;—–(]\s*|\b(?:on|in)\s+(?:[A-Z][a-z]+day,?\s+)?)$", re.IGNORECASE)
# in its clause before it: what was so for some time then, or what came before or after
_NOT_THEN = re.compile(
    r"\b(?:since|until|till|before|after)\b[^,.;:—–()]*$"
    r"|\b(?:by|from|between|last|next|past|than|due|expir\w+|starting|effective|dated|for|as of|of)"
    r"(?: \w+)? (?:(?:on|in) )?$",
    re.IGNORECASE,
)
# other words that place an event in time, by a date that stands elsewhere
SHIFTS = re.compile(
    r"(?<!\w)(?=[adefhlmnpstwy])(?:later|earlier|ago|same|then|yesterday|today|tomorrow|"
    r"(?:following|next|previous|preceding|that|last|this) (?:day|week|month|year|\w+day)|"
    r"(?:hours?|days?|weeks?|months?|years?) (?:after|before)|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day(?!,? (?:\d|[A-Z][a-z]+ \d)))\b",
    re.IGNORECASE,
)
# a second end of a period stands after it
_GOES_ON = re.compile(r"\s*(?:-|–|to|until|and|or)\s+(?:\d|[A-Z])")

WIDTH = 80  # characters before a date in which its clause is read


def stated(text: str) -> Iterator[tuple[Date, bool]]:
    """Every date of a text, and whether it tells when something happened."""
    for match in _DATE.finditer(text):
        date = Date(_written(match))
        if date.fault is None:
            before = text[max(0, match.start() - WIDTH) : match.start()]
            when = (
                match["y4"] or match["m4"] or match["m5"] or _WHEN.search(before)
            ) and not _NOT_THEN.search(before)
            yield date, bool(when) and not _GOES_ON.match(text, match.end())


def _written(match: re.Match[str]) -> str:
    if match["iso"]:
        return match["iso"]
    if match["y4"]:
        return match["y4"]
    name = match["m1"] or match["m2"] or match["m3"] or match["m4"] or match["m5"]
    year = match["y1"] or match["y2"] or match["y3"] or "XXXX"
    month = MONTH_NUMBERS[name.rstrip(".").lower()]
    day = match["day"] or match["day2"]
    return f"{year}-{month:02}" + (f"-{int(day):02}" if day else "")

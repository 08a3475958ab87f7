"""Numbers as news writes them: years, days of a month, and how many of something."""

from __future__ import annotations

from tools.draft.dates.tokens import Tokens
from tools.draft.dates.words import COUNTED, ORDINAL_ENDINGS, ORDINALS, SMALL, TENS

EARLIEST_YEAR, LATEST_YEAR = 1000, 2150
LAST_DAY = 31
# Two digits after an apostrophe: '30 and later are of the last century, as newspapers use them.
CENTURY_TURN = 30


def whole(t: Tokens, i: int) -> bool:
    """Whether a number stands alone: not in 1,500 or 3.14 or $20 or 10:30."""
    if t.glued(i) and t.word(i - 1) in {"$", "£", "€", "#", ":"}:
        return False
    if t.glued(i) and t.word(i - 1) in {",", "."} and t.number(i - 2, 9) is not None:
        return not t.glued(i - 1)
    if t.glued(i + 1) and t.word(i + 1) in {",", ".", ":", "%"}:
        return not (t.word(i + 1) == "%" or (t.glued(i + 2) and t.word(i + 2).isdigit()))
    return True


def year_at(t: Tokens, i: int) -> tuple[int, int] | None:
    """The year that begins with the i-th token, "1998", "'98" or in words, and its end."""
    if t.word(i) in {"nineteen", "eighteen"}:
        return spoken_year(t, i)
    if t.word(i) == "'" and t.glued(i + 1) and len(t.word(i + 1)) == 2:
        short = t.number(i + 1, 2)
        if short is None or (t.glued(i + 2) and t.word(i + 2).isalnum()):
            return None
        return (1900 if short >= CENTURY_TURN else 2000) + short, i + 2
    year = t.number(i, 4)
    if year is None or not EARLIEST_YEAR <= year <= LATEST_YEAR or not whole(t, i):
        return None
    if t.glued(i + 1) and t.word(i + 1).isalpha():
        return None
    return year, i + 1


def spoken_year(t: Tokens, i: int) -> tuple[int, int] | None:
    """The year in words that begins with the i-th token, "nineteen ninety-six", and its end."""
    if t.word(i) not in {"nineteen", "eighteen"}:
        return None
    at = t.skip(i + 1, "-")
    tens = TENS.get(t.word(at))
    if not tens:
        return None
    ones_at = t.skip(at + 1, "-")
    ones = SMALL.get(t.word(ones_at), 10)
    year = (1900 if t.word(i) == "nineteen" else 1800) + tens
    return (year + ones, ones_at + 1) if ones < 10 else (year, at + 1)


def day_at(t: Tokens, i: int) -> tuple[int, int] | None:
    """The day of a month that begins with the i-th token, and the place after it."""
    if t.word(i) == "the":
        i += 1
    ordinal = ORDINALS.get(t.word(i))
    if ordinal:
        # "by the end of May the Second Fleet sailed" has no 2 May
        return None if t.capital(i) and t.capital(i + 1) else (ordinal, i + 1)
    if t.word(i) in {"twenty", "thirty"}:
        unit = t.skip(i + 1, "-")
        ones = ORDINALS.get(t.word(unit), 0)
        day = TENS[t.word(i)] + ones
        return (day, unit + 1) if 0 < ones < 10 and day <= LAST_DAY else None
    day_number = t.number(i, 2)
    if day_number is None or not 1 <= day_number <= LAST_DAY or not whole(t, i):
        return None
    end = i + 1
    if t.glued(end) and t.word(end) in ORDINAL_ENDINGS:
        return day_number, end + 1
    if t.word(end) in COUNTED or t.word(end) in {"million", "billion", "trillion", "a"}:
        return None
    if t.glued(end) and (t.word(end).isalnum() or t.word(end) == "/"):
        return None
    return day_number, end


def day_before(t: Tokens, i: int) -> tuple[int, int] | None:
    """The day that ends before the i-th token, and where it begins."""
    i = t.back(i, "of")
    if t.word(i - 1) in ORDINAL_ENDINGS and t.glued(i - 1):
        i -= 1
    found = day_at(t, i - 1)
    if not found or t.word(i - 1) == "the":
        return None
    if t.word(i - 1) in ORDINALS and t.word(i) != "of":
        return None  # "the first March" is no day
    return found[0], t.back(i - 1, "the")


def count_before(t: Tokens, i: int) -> tuple[int, int] | None:
    """How many of something whose name is the i-th token, "two", "a", "24", and where it begins."""
    if t.word(i - 1) == "-":
        i -= 1
    word = t.word(i - 1)
    ones = SMALL.get(word)
    if ones and ones < 10:
        dash = t.back(i - 1, "-")
        tens = TENS.get(t.word(dash - 1))
        return (tens + ones, dash - 1) if tens else (ones, i - 1)
    if ones or word in TENS:
        return ones or TENS[word], i - 1
    if word in {"a", "an"}:
        return 1, i - 1
    if word == "of" and t.word(i - 2) == "couple" and t.word(i - 3) == "a":
        return 2, i - 3
    number = t.number(i - 1, 3)
    return (number, i - 1) if number is not None and whole(t, i - 1) else None

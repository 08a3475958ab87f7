"""Expressions around a number that may be a year: "1998", "the 1990s", "1988-89", "'98"."""

from __future__ import annotations

from collections.abc import Iterator

from tools.draft.dates.expression import Expression
from tools.draft.dates.numbers import spoken_year, year_at
from tools.draft.dates.tokens import Tokens
from tools.draft.dates.widen import widen
from tools.draft.dates.words import (
    BEFORE_YEARS,
    COUNTED,
    CURRENCIES,
    DECADES,
    ORDINAL_ENDINGS,
    ORDINALS,
)

# A number in these needs no word before it to be a year: newspapers write 1,998 with a comma;
# an earlier one is a year among those of a history.
EARLIEST_BARE, LATEST_BARE = 1890, 2040


def years(t: Tokens, i: int) -> Iterator[Expression]:
    """A year in figures, a range of years, or a decade."""
    decade = _decade(t, i)
    if decade:
        first, mark = widen(t, t.back(i, "the"))
        first = t.back(first, "the")
        yield Expression(first=first, last=decade[1], form="decade", year=decade[0], mark=mark)
        return
    found = year_at(t, i)
    if not found:
        return
    year, end = found
    first = i
    to_year = _range(t, year, end)
    if to_year and t.word(end + 2) not in COUNTED:
        yield Expression(first=first, last=end + 2, form="years", year=year, to_year=to_year)
        return
    if not _is_year(t, i, year, end):
        return
    unsure = year < EARLIEST_BARE and t.word(i - 1) not in BEFORE_YEARS - {"the", "and", "for"}
    first -= t.word(first - 1) in {"fiscal", "financial"}  # named after the year it ends in
    if t.word(first - 1) == "year":
        first = t.back(first - 1, "the")
    first, mark = widen(t, first)
    yield Expression(first=first, last=end, form="calendar", year=year, mark=mark, unsure=unsure)


def _decade(t: Tokens, i: int) -> tuple[int, int] | None:
    """The first year of "1990s", "'90s" and "1990's", and the place after it."""
    apostrophe = t.word(i) == "'"
    at = i + apostrophe
    digits = t.word(at)
    if apostrophe and not (t.glued(at) and len(digits) == 2):
        return None
    if not apostrophe and len(digits) != 4:
        return None
    number = t.number(at)
    end = at + 1
    if t.word(end) == "'" and t.glued(end) and t.word(i - 1) == "the":
        end += 1
    if number is None or number % 10 or t.word(end) != "s" or not t.glued(end):
        return None
    if apostrophe:
        number += 1900 if number > 20 else 2000
    if number % 100 == 0 and number < 2000:
        return None  # "the 1800s" are a century as often as a decade
    return (number, end + 1) if 1000 < number <= 2090 else None


def _range(t: Tokens, year: int, end: int) -> int | None:
    """The second year of "1988-89", "1997/98" and "1914-1918"."""
    if t.word(end) not in {"-", "–", "/"} or not t.glued(end) or not t.glued(end + 1):
        return None
    digits = t.word(end + 1)
    last = t.number(end + 1)
    if last is None or (t.glued(end + 2) and t.word(end + 2) in {"-", "/", "–"}):
        return None
    if len(digits) <= 2:
        whole = 10 ** len(digits)
        last += year - year % whole
    return last if year < last <= year + 150 else None


def _is_year(t: Tokens, i: int, year: int, end: int) -> bool:
    """Whether a number of four digits counts years and nothing else."""
    before, after = t.word(i - 1), t.word(end)
    if (
        before in CURRENCIES
        or after in COUNTED
        or (t.glued(end) and after in {"-", "/"} and (t.word(end + 1).isdigit()))
    ):
        return False
    if t.glued(i) and before in {"-", "/", ".", ","} and t.word(i - 2).isalnum():
        return before in {"-", ","} and t.word(i - 2) in {
            "early",
            "mid",
            "late",
            "fiscal",
            "pre",
            "post",
        }
    if t.word(i) == "'":
        return before in BEFORE_YEARS and t.word(end) != "'"
    if _belongs_to_name(t, i, end):
        return False
    return year <= LATEST_BARE or before in BEFORE_YEARS - {"the", "and", "for"}


def _belongs_to_name(t: Tokens, i: int, end: int) -> bool:
    """Whether a year is the end of a name: of a product, an event, a plan ("Agenda 2030")."""
    before = t.word(i - 1)
    named = t.capital(i - 1) and not t.opens(i - 1) and before not in BEFORE_YEARS
    return named and before.isalpha() and (t.capital(end) or not t.word(end).isalpha())


def antique_years(t: Tokens, i: int) -> Iterator[Expression]:
    """A year before our era, "480 BC" or "480 B.C."."""
    spelled = ("b", ".", "c")
    end = i + 1
    if t.word(i) == "b":
        if tuple(t.words[i : i + len(spelled)]) != spelled:
            return
        end = t.skip(i + len(spelled), ".")
    if t.capital(i) and t.number(i - 1) is not None:
        yield Expression(first=i - 1, last=end, form="antique")


def spoken_years(t: Tokens, i: int) -> Iterator[Expression]:
    """A year in words, as broadcasters' transcripts have it: "nineteen ninety-six"."""
    if t.word(i) == "two":
        if (t.word(i - 1), t.word(i + 1)) == ("year", "thousand"):
            yield Expression(first=t.back(i - 1, "the"), last=i + 2, form="calendar", year=2000)
        return
    at = t.skip(i + 1, "-")
    found = spoken_year(t, i)
    if found:
        first, mark = widen(t, i)
        yield Expression(first=first, last=found[1], form="calendar", year=found[0], mark=mark)
    elif t.word(at) in DECADES:
        year = (1900 if t.word(i) == "nineteen" else 1800) + DECADES[t.word(at)]
        yield Expression(first=t.back(i, "the"), last=at + 1, form="decade", year=year)


def spoken_decades(t: Tokens, i: int) -> Iterator[Expression]:
    """ "the nineties", "the early sixties": of the last century, as English speaks of it."""
    before = t.word(i - 1)
    if before == "the" or (before in {"early", "late", "mid"} and t.word(i - 2) == "the"):
        first, mark = widen(t, i)
        year = 1900 + DECADES[t.word(i)]
        yield Expression(
            first=t.back(first, "the"), last=i + 1, form="decade", year=year, mark=mark
        )


def centuries(t: Tokens, i: int) -> Iterator[Expression]:
    """ "the 20th century", "the nineteenth century"."""
    at = t.back(i, "-")
    number: int | None = ORDINALS.get(t.word(at - 1))
    first = at - 1
    if t.word(at - 1) in ORDINAL_ENDINGS and t.glued(at - 1):
        number, first = t.number(at - 2, 2), at - 2
    if number and 10 <= number <= 21:
        first, mark = widen(t, t.back(first, "the"))
        first = t.back(first, "the")
        yield Expression(first=first, last=i + 1, form="century", year=100 * number, mark=mark)

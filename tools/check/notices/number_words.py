"""Numbers that are written in words."""

from __future__ import annotations

import re

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_WORDS = {word: number for number, word in enumerate(_UNITS)} | {
    word: 10 * number for number, word in enumerate(_TENS, start=2)
}
_HUNDRED = 100
SCALES = {
    "hundred": _HUNDRED,
    "dozen": 12,
    "thousand": 1_000,
    "k": 1_000,
    "million": 1_000_000,
    "m": 1_000_000,
    "billion": 1_000_000_000,
    "bn": 1_000_000_000,
    "trillion": 1_000_000_000_000,
}
SCALED = "hundred|dozen|thousand|million|billion|trillion"
TIMES = {"doubl": 2, "twice": 2, "tripl": 3, "thrice": 3, "quadrupl": 4}
PARTS = {"half": 50.0, "third": 100 / 3, "quarter": 25.0}  # per cent
_COUNTED = "|".join(sorted(_WORDS, key=lambda word: -len(word)))
_NEXT = rf"(?=(?:{_COUNTED}|{SCALED})\b)"
# "two hundred and fifty thousand", and neither "five and seven" nor "twenty-first"
NUMBER = (
    rf"(?:an?[\s-]+(?=(?:{SCALED})\b))?"
    rf"(?:(?:{_COUNTED})(?:[\s-]+{_NEXT})?|(?:{SCALED})(?:[\s-]+(?:and[\s-]+)?{_NEXT})?)+"
    r"\b(?!-\w+(?:st|nd|rd|th)\b)"
)
# "a third of them", and neither "a third law" nor "in a quarter of 2024"
PART = (
    rf"(?:half\s+an?\s+(?:{SCALED})|(?:an?|one)[\s-]+(?:third|quarter)(?=\s+of\b(?!\s+\d))|"
    r"(?:two|three)[\s-]+(?:third|quarter)s|half)\b"
)
ODDS = rf"(?:one|1)\s+(?:in|out\s+of)\s+(?P<of>{_COUNTED}|\d+)\b"
ANY = (*list(_WORDS)[2:], *SCALED.split("|"), *TIMES, *PARTS)


def in_words(text: str) -> float | None:
    """The number of "two hundred and fifty thousand"; None of "one", which counts nothing."""
    total, part = 0, 0
    for word in re.split(r"[\s-]+", text.casefold()):
        if word in SCALES:
            part = max(part, 1) * SCALES[word]
            if SCALES[word] > _HUNDRED:
                total, part = total + part, 0
        else:
            part += _WORDS.get(word, 0)  # "a", "and"
    value = total + part
    return value if value > 1 else None


def share(text: str) -> tuple[float, bool]:
    """The value of "two-thirds", and whether it is one in per cent: "half a million" is not."""
    words = re.split(r"[\s-]+", text.casefold())
    if words[-1] in SCALES:
        return SCALES[words[-1]] / 2, False
    return _WORDS.get(words[0], 1) * PARTS[words[-1].removesuffix("s")], True


def odds(of: str) -> float | None:
    """The per cent of "one in five", told by its last word."""
    number = float(of) if of.isdigit() else _WORDS[of.casefold()]
    return _HUNDRED / number if number else None

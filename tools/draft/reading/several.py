"""Several articles in one file, as archives export them: refused, for each needs its own."""

from __future__ import annotations

import re

from tools.draft.reading import read

SHOWN = 3  # headlines that the message names
LEAST_WORDS = 25  # of a part that is an article

# What an archive sets at the beginning or the end of every article.
_ANY_LINE = re.IGNORECASE | re.MULTILINE
_OF_EACH = (
    re.compile(r"^\W{0,4}(?:document )?\d{1,3} of \d{1,3}(?: documents?)?\W{0,4}$", _ANY_LINE),
    re.compile(r"^\W{0,4}end of document\W{0,4}$", _ANY_LINE),
    re.compile(r"^Document [A-Z]{4,}\w{15,}$", re.MULTILINE),
    re.compile(r"^load-date:", _ANY_LINE),
    re.compile(r"^From \S+@\S+ .*\d{4}$", re.MULTILINE),
    re.compile(r"^(?:proquest )?document id:", _ANY_LINE),
)
_DIVIDER = re.compile(r"^[ \t]*(?:[=_*#~-][ \t]?){5,}[ \t]*$", re.MULTILINE)
_WAY_OUT = (
    "save each in a file of its own, then make a story of the first with `new` and put the others "
    "beside its article.txt"
)


def several(text: str) -> str | None:
    """What is wrong with a text that holds more than one article, and the way out; else None."""
    if not any(len(mark.findall(text)) > 1 for mark in _OF_EACH):
        if len(_DIVIDER.findall(text)) == 0:
            return None
        return _told(_articles(_DIVIDER.split(text), strict=True))
    best = max(_OF_EACH, key=lambda mark: len(mark.findall(text)))
    return _told(_articles(best.split(text), strict=False))


def _articles(parts: list[str], *, strict: bool) -> list[str]:
    """The headlines of the parts that are articles; strictly, each states its author or day."""
    found = []
    for part in parts:
        reading = read(part)
        words = sum(len(span.of(part).split()) for span in reading.paragraphs)
        stated = reading.published or reading.authors or not strict
        if reading.headline and stated and words >= LEAST_WORDS:
            found.append(reading.headline)
    return found


def _told(headlines: list[str]) -> str | None:
    if len(headlines) < 2:
        return None
    named = "; ".join(f"“{headline}”" for headline in headlines[:SHOWN])
    more = "; …" if len(headlines) > SHOWN else ""
    return f"it holds {len(headlines)} articles ({named}{more}): {_WAY_OUT}"

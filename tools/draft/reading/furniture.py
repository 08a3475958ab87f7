"""What a line says of itself: that it is a menu, a share button, a cookie notice and so on.

The phrases are data, in furniture.yml; this module only looks them up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from tools.draft.lists import checked
from tools.draft.table import table
from tools.model.text import straighten

PHRASES = Path(__file__).with_name("furniture.yml")
SHORT = 15  # words: longer lines are sentences, which begin with "Sign up for" by chance
NAMED = (
    3  # words that a title may add: "More from the capital", but not "More from the same bank say"
)

# A line that reports or quotes is the article's, even where the words in it are those of a notice.
_REPORTS = re.compile(
    r"\b(?:said|says|told|tells|added|adds|according to|wrote|writes|announced|argued)\b"
)
_EDGE = re.compile(r"^[\W\d_]+|[\W\d_]+$")


@dataclass(frozen=True, slots=True)
class Furniture:
    """Why a line is not the article's, and what that says of the lines after it."""

    why: str
    box: bool = False  # it belongs to a box that may hold sentences of its own
    ends: bool = False  # it is the title of what follows an article
    cuts: bool = False  # the rest of the article is for subscribers only
    refuse: str = ""  # where there is no article beside it: what the file is, and the way out


@dataclass(frozen=True)
class _Table:
    whole: dict[str, Furniture]
    starts: dict[str, list[tuple[str, Furniture]]]
    opens: dict[str, list[tuple[str, Furniture]]]
    inside: re.Pattern[str]
    of_inside: dict[str, Furniture]


def furniture(text: str) -> Furniture | None:
    """What a line of the page around an article is, or None where nothing says so.

    `text` is the line with its white space folded.
    """
    phrases = _table()
    plain = straighten(text).replace("…", "...").casefold().lstrip("•·‣◦▪●-–—* \u200b\u200c\ufeff")
    bare = _EDGE.sub("", plain)
    if found := phrases.whole.get(bare) or phrases.whole.get(plain):
        return found
    short = text.count(" ") < SHORT
    for line in (plain, bare):
        for group in (phrases.starts, phrases.opens) if short else (phrases.opens,):
            for phrase, found in (*group.get(line[:2], ()), *group.get(line[:1], ())):
                if line.startswith(phrase) and not line[len(phrase) :][:1].isalnum():
                    return _unended(found, line, phrase)
    if match := phrases.inside.search(plain):
        quotes = plain[:1] in "\"'" and plain[-1:] in ".!?\"'"
        if not reports(plain) and not quotes:
            return _unended(phrases.of_inside[match.group()], "", "")
    return None


def reports(text: str) -> bool:
    """Whether a line tells what somebody said: then it is the article's."""
    return bool(_REPORTS.search(text))


def _unended(found: Furniture, line: str, phrase: str) -> Furniture:
    """Only a title ends an article, never a sentence that happens to hold its words."""
    title = bool(line) and line.count(" ") <= phrase.count(" ") + NAMED and ":" not in phrase
    return found if title and found.ends else replace(found, ends=False)


@cache
def _table() -> _Table:
    entries: list[dict[str, Any]] = table(PHRASES)
    of_inside = dict(_phrases(entries, "has"))
    longest_first = sorted(of_inside, key=lambda phrase: (-len(phrase), phrase))
    return _Table(
        whole=dict(reversed(list(_phrases(entries, "is")))),  # the first entry of a phrase wins
        starts=_by_beginning(entries, "starts"),
        opens=_by_beginning(entries, "opens"),
        inside=re.compile("|".join(map(re.escape, longest_first))),
        of_inside=of_inside,
    )


def _phrases(entries: list[dict[str, Any]], key: str) -> Iterator[tuple[str, Furniture]]:
    for entry in entries:
        flags = {flag: entry.get(flag, False) for flag in ("box", "ends", "cuts")}
        one = Furniture(entry["why"], **flags, refuse=entry.get("refuse", ""))
        phrases = checked({key: entry.get(key, [])}, f"{PHRASES.name}, {entry['why']}")[key]
        # the longest first, since a line is what the longest phrase in it says
        for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase)):
            yield phrase.casefold(), one


def _by_beginning(
    entries: list[dict[str, Any]], key: str
) -> dict[str, list[tuple[str, Furniture]]]:
    """Phrases by their first two letters, so that a line is compared with few of them."""
    found: dict[str, list[tuple[str, Furniture]]] = {}
    for phrase, one in _phrases(entries, key):
        found.setdefault(phrase[:2], []).append((phrase, one))
    return found

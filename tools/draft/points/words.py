"""The words of words.yml, as the rules need them; read once, when a rule first asks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tools.draft.lists import lists
from tools.draft.table import table

WORDS = Path(__file__).with_name("words.yml")
AMOUNTS = Path(__file__).with_name("amounts.yml")
PATTERNS = ("openers", "due", "relative", "unknown")


@dataclass(frozen=True)
class Words:
    """Lists by their names in words.yml; patterns ignore case and expect straight marks."""

    opener: re.Pattern[str]
    due: re.Pattern[str]
    relative: re.Pattern[str]
    unknown: re.Pattern[str]
    sets: Mapping[str, frozenset[str]]
    tables: Mapping[str, Mapping[Any, Any]]  # of amounts.yml


@cache
def words() -> Words:
    """The words; loaded at the first call."""
    sets = lists(WORDS)
    return Words(
        opener=_either(sets["openers"], r"(?:{})\s*"),
        due=_either(sets["due"], "{}"),
        relative=_either(sets["relative"], "{}"),
        unknown=_either(sets["unknown"], "{}"),
        sets={name: entry for name, entry in sets.items() if name not in PATTERNS},
        tables=table(AMOUNTS),
    )


def _either(patterns: Iterable[str], frame: str) -> re.Pattern[str]:
    """Any of the patterns, the longest first: what says more is tried before its beginning."""
    ordered = sorted(patterns, key=lambda one: (-len(one), one))
    return re.compile(frame.format("|".join(ordered)), re.IGNORECASE)


def stem(word: str) -> str:
    """A word without the ending of a plural."""
    return word[:-1] if len(word) > 3 and word.endswith("s") and word[-2] not in "su" else word

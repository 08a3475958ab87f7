"""The words of words.yml, as the rules need them; read once, when a rule first asks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tools.draft.table import table

WORDS = Path(__file__).with_name("words.yml")


@dataclass(frozen=True)
class Words:
    """Lists by their names in words.yml; patterns ignore case and expect straight marks."""

    opener: re.Pattern[str]
    due: re.Pattern[str]
    relative: re.Pattern[str]
    unknown: re.Pattern[str]
    sets: Mapping[str, frozenset[str]]
    tables: Mapping[str, Mapping[Any, Any]]


@cache
def words() -> Words:
    """The table; loaded at the first call."""
    entries = table(WORDS)
    lists = {name: entry for name, entry in entries.items() if isinstance(entry, list)}
    return Words(
        opener=_either(lists.pop("openers"), r"(?:{})\s*"),
        due=_either(lists.pop("due"), "{}"),
        relative=_either(lists.pop("relative"), "{}"),
        unknown=_either(lists.pop("unknown"), "{}"),
        sets={name: frozenset(map(str, entry)) for name, entry in lists.items()},
        tables={name: entry for name, entry in entries.items() if isinstance(entry, dict)},
    )


def _either(patterns: list[str], frame: str) -> re.Pattern[str]:
    return re.compile(frame.format("|".join(patterns)), re.IGNORECASE)


def stem(word: str) -> str:
    """A word without the ending of a plural."""
    return word[:-1] if len(word) > 3 and word.endswith("s") and word[-2] not in "su" else word

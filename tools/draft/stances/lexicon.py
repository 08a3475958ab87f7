"""The lexicon of positions: lexicon.yml, and its patterns as regular expressions.

An editor's pattern is a line of words; what its marks mean stands at the head of the file.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from tools.draft.sense.stems import irregular_forms
from tools.draft.stances.patterns import anchors, forms, plurals, regex
from tools.draft.table import table as read_table

TABLE = Path(__file__).with_name("lexicon.yml")


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """What a group of patterns says of whoever holds the position."""

    position: str
    denied: str | None  # the position where it is denied
    by: str
    needs: str
    weight: int
    verbal: bool  # its first word counts only where it is a verb
    fixed: bool  # a denial in or before the pattern changes nothing


@dataclass(frozen=True)
class Lexicon:
    """The patterns by the word that each begins with, and the lists around them."""

    patterns: Mapping[str, tuple[tuple[str, Entry], ...]]
    lists: Mapping[str, frozenset[str]]
    feelings: frozenset[str]  # evaluations that their own subject holds
    says: frozenset[str]
    holders: Mapping[str, frozenset[str]]  # positions by what decides whose they are

    @cached_property
    def demands(self) -> frozenset[str]:
        """Words of demands and of those who make them."""
        return self.lists["demand"] | self.lists["authority"]


@cache
def lexicon() -> Lexicon:
    """The lexicon, read and compiled once."""
    return compiled(read_table(TABLE))


def compiled(table: Mapping[str, Any]) -> Lexicon:
    """A lexicon from the content of its file."""
    irregular = irregular_forms()
    lists = {name: frozenset(plurals(words)) for name, words in table["lists"].items()}
    found: dict[str, list[tuple[str, Entry]]] = {}
    for cue in table["cues"]:
        for line in cue["say"]:
            entry = Entry(
                cue["position"],
                cue.get("not"),
                cue.get("by", "subject"),
                cue.get("needs", ""),
                cue.get("weight", 2),
                bool(re.match(r"[\w'-]+\*|<\w+\*>", line)),
                cue.get("fixed", False),
            )
            pattern = regex(line, lists, irregular)
            for anchor in anchors(line, table["lists"], irregular):
                found.setdefault(anchor, []).append((pattern, entry))
    return Lexicon(
        {anchor: tuple(patterns) for anchor, patterns in found.items()},
        lists,
        frozenset(table["feelings"]),
        frozenset(form for verb in table["says"] for form in forms(verb, irregular)),
        {name: frozenset(positions) for name, positions in table["holders"].items()},
    )

"""Weak evidence of positions, from hints.yml: words that go well with one of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from tools.draft.stances import lexicon as plain
from tools.draft.stances.patterns import anchors, expression, plurals, regex

TABLE = Path(__file__).with_name("hints.yml")
_WORD = re.compile(r"[^\W_](?:[\w'])*")


@dataclass(frozen=True, slots=True)
class Hint:
    """One pattern: what it speaks for, and how much."""

    pattern: str
    position: str
    weight: int


@dataclass(frozen=True)
class Hints:
    """The hints by the word that each begins with, and the words of business."""

    by_word: Mapping[str, tuple[Hint, ...]]
    trade: frozenset[str]

    def of(self, text: str) -> dict[str, int]:
        """What a sentence speaks for: the weights of its hints by position, each hint once."""
        met: dict[Hint, None] = {}  # a set would give them in the order of their hashes
        for word in _WORD.finditer(text):
            for hint in self.by_word.get(word.group().lower(), ()):
                if hint not in met and expression(hint.pattern).match(text, word.start()):
                    met[hint] = None
        found: dict[str, int] = {}
        for hint in met:
            found[hint.position] = found.get(hint.position, 0) + hint.weight
        return found


@cache
def hints() -> Hints:
    """The hints, read and compiled once."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    table = yaml.load(TABLE.read_text(encoding="utf-8"), loader)
    words = yaml.load(plain.TABLE.read_text(encoding="utf-8"), loader)
    irregular, lists = words["irregular"], words["lists"]
    wide = {name: frozenset(plurals(some)) for name, some in lists.items()}
    found: dict[str, list[Hint]] = {}
    for group in table["hints"]:
        for line in group["say"]:
            hint = Hint(regex(line, wide, irregular), group["position"], group["weight"])
            for word in anchors(line, lists, irregular):
                found.setdefault(word, []).append(hint)
    return Hints({word: tuple(some) for word, some in found.items()}, frozenset(table["trade"]))

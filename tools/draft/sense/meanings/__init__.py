"""What words mean, as far as positions go: a thesaurus of the language of such news.

verbs.yml and nouns.yml put words of one meaning into one list, so that what is learned of "obey"
holds for "abide". A verb that means something else with its particle ("hand over") is listed so.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from tools.draft.lists import lists
from tools.draft.sense.stems import stem

if TYPE_CHECKING:
    from spacy.tokens import Token

FILES = tuple(Path(__file__).with_name(name) for name in ("verbs.yml", "nouns.yml"))
_PARTICLES = ("prt", "prep", "advmod")


def meanings(token: Token) -> tuple[str, ...]:
    """The lists that a word is in, by their names; those of a verb with its particle first."""
    root = stem(token.lower_)
    known = _by_stem()
    for child in token.children:
        if child.dep_ in _PARTICLES and (found := known.get(f"{root} {child.lower_}")):
            return found
    return known.get(root, ())


@cache
def _by_stem() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for path in FILES:
        for name, words in lists(path).items():
            for word in sorted(words):
                first, *rest = word.split()
                key = " ".join([stem(first), *rest])
                if name not in found.setdefault(key, []):
                    found[key].append(name)
    return {key: tuple(some) for key, some in found.items()}

"""The words of roles.yml, as sets."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tools.draft.lists import lists

ROLES = Path(__file__).with_name("roles.yml")


@dataclass(frozen=True)
class Lexicon:
    """Each set of words in lower case; plurals are singular here."""

    person: frozenset[str]
    organisation: frozenset[str]
    either: frozenset[str]
    country: frozenset[str]
    postposed: frozenset[str]
    portfolio: frozenset[str]
    honorific: frozenset[str]
    never: frozenset[str]
    thing: frozenset[str]
    particle: frozenset[str]
    fleeting: frozenset[str]
    lasting: frozenset[str]
    doing: frozenset[str]
    state: frozenset[str]
    part: frozenset[str]
    legal: frozenset[str]
    time: frozenset[str]
    telling: frozenset[str]

    def is_person(self, noun: str) -> bool:
        """Whether a noun in the singular says who a person is."""
        return noun in self.person or noun in self.either

    def is_organisation(self, noun: str) -> bool:
        """Whether a noun in the singular says what an organisation is."""
        return noun in self.organisation or noun in self.either


@cache
def lexicon() -> Lexicon:
    """The words; read at the first call."""
    return Lexicon(**lists(ROLES))


def singular(noun: str) -> str:
    """A noun in lower case without the ending of its plural, as far as roles need it."""
    for plural, single in (("men", "man"), ("women", "woman"), ("people", "person")):
        if noun.endswith(plural):
            return noun.removesuffix(plural) + single
    if noun.endswith("ies"):
        return noun.removesuffix("ies") + "y"
    if noun.endswith(("sses", "ches", "shes")):
        return noun.removesuffix("es")
    if noun.endswith("s") and not noun.endswith("ss"):
        return noun.removesuffix("s")
    return noun

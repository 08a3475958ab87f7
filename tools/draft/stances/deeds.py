"""The position that a deed makes, by what the verb means, what it is done to, and how it is meant.

The lexicon knows phrases; this knows that whoever does what was asked complies, whatever the words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from tools.draft.sense.clauses import mood
from tools.draft.sense.demands import Demands, things_of
from tools.draft.sense.meanings import meanings
from tools.draft.sense.stems import stem
from tools.draft.sense.verbs import passive
from tools.draft.sense.words import words
from tools.draft.table import table

if TYPE_CHECKING:
    from spacy.tokens import Token

TABLE = Path(__file__).with_name("deeds.yml")
UNWILLING = "unwilling"  # a word of the table for what a deed that is not done makes
CAUSES = frozenset({"because", "over", "after", "due", "following", "citing", "under", "amid"})
_WILL = frozenset({"will", "would", "wo", "'ll", "’ll", "'d", "does", "do"})
_GOVERNED = ("dobj", "xcomp", "ccomp", "prep", "dative", "oprd", "acomp", "attr")
CLIMB = 4


@dataclass(frozen=True, slots=True)
class Deed:
    """A line of deeds.yml."""

    to: tuple[str, ...]
    position: str
    denied: str | None


@cache
def _deeds() -> Mapping[str, tuple[Deed, ...]]:
    """The deeds by the meaning of their verbs."""
    found: dict[str, list[Deed]] = {}
    for entry in table(TABLE)["deeds"]:
        deed = Deed(tuple(entry["to"]), entry["position"], entry.get("denied"))
        for meaning in entry["does"]:
            found.setdefault(meaning, []).append(deed)
    return {meaning: tuple(some) for meaning, some in found.items()}


@cache
def _things() -> Mapping[str, tuple[str, ...]]:
    """The kinds of things that a meaning of a noun is of."""
    found: dict[str, list[str]] = {}
    for kind, listed in table(TABLE)["things"].items():
        for meaning in listed:
            found.setdefault(meaning, []).append(kind)
    return {meaning: tuple(some) for meaning, some in found.items()}


@cache
def _outright(name: str) -> Mapping[str, str]:
    """The positions that an entry of the table, which is of no meaning of a verb, makes."""
    named: Mapping[str, str] = table(TABLE)[name]
    return named


def positions_of(verb: Token, demands: Demands) -> Iterator[tuple[str, bool]]:
    """The positions of whoever does a verb, and whether each is stated as it is meant."""
    if passive(verb):
        return
    how = mood(verb)
    if verb.tag_ == "MD":  # "Orley would; Wrenmail would not": what was asked, left out
        if how.stated and (demands.deeds or demands.things):
            yield _outright("left_out")["denied" if how.denied else "position"], True
        return
    beside = {"nothing", *_beside(verb, demands)}
    for meaning in meanings(verb):
        for deed in _deeds().get(meaning, ()):
            if beside.isdisjoint(deed.to):
                continue
            yield deed.position, how.stated and not how.denied
            if how.stated and how.denied and deed.denied:
                yield (_unwilling(verb) if deed.denied == UNWILLING else deed.denied), True


def _beside(verb: Token, demands: Demands) -> Iterator[str]:
    """The kinds of what stands with a verb."""
    for thing in things_of(verb):
        for meaning in meanings(thing):
            yield from _things().get(meaning, ())
        if stem(thing.lower_) in demands.things:
            yield "asked"
        if any(one.dep_ == "relcl" and one.lower_ in words("asks") for one in thing.children):
            yield "asked"
    if stem(verb.lower_) in demands.deeds:
        yield "asked"
    if not any(child.dep_ in _GOVERNED for child in verb.children):
        yield "alone"
    for child in verb.children:
        if child.dep_ == "advcl" and child.lower_ in words("asks") and _led_by_as(child):
            yield "asked"
        if child.lower_ in CAUSES and any(_is_public(one) for one in child.subtree):
            yield "cause"


def _led_by_as(clause: Token) -> bool:
    return bool(clause.left_edge.lower_ == "as")


def _is_public(token: Token) -> bool:
    return any(_things().get(meaning) for meaning in meanings(token))


def _unwilling(verb: Token) -> str:
    """Of what is not done: whether it will not be done, or only has not been."""
    made = _outright(UNWILLING)
    for _ in range(CLIMB):
        helpers = {child.lower_ for child in verb.children if child.dep_ == "aux"}
        if any(child.lower_ == "longer" for child in verb.children):
            return made["will_not"]
        if helpers & _WILL or "refuse" in meanings(verb):
            return made["will_not"]
        if verb.head is verb or verb.dep_ not in ("xcomp", "conj", "acl", "pcomp"):
            break
        verb = verb.head
    return made["has_not"]

"""What is asked for in an article: the words of orders, requests, laws and wishes.

Whoever does what was asked complies, whatever the verb: "Orley has named an agent" is an answer
where "the act obliges every site to name an agent".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tools.draft.sense.clauses import asked_for, mood
from tools.draft.sense.stems import stem
from tools.draft.sense.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tools.draft.parse import Parsed

_HAVING = frozenset({"has", "have", "had"})  # to do something
_NOUNS = ("dobj", "pobj", "nsubjpass", "attr")


@dataclass(frozen=True, slots=True)
class Demands:
    """The stems of what is to be done, and of what it is to be done with."""

    deeds: frozenset[str]
    things: frozenset[str]


def demands(parsed: Parsed) -> Demands:
    """What an article says that somebody asks for."""
    deeds: set[str] = set()
    things: set[str] = set()
    asking = words("asks") | words("obliges") | words("demands") | _HAVING
    for sentence in parsed.sentences:
        if asking.isdisjoint(token.lower_ for token in sentence.tokens):
            continue
        for token in sentence.tokens:
            if token.tag_[:2] == "VB" and token.dep_ != "aux" and mood(token).asked:
                deeds.add(stem(token.lower_))
                things.update(stem(one.lower_) for one in things_of(token))
            elif token.lower_ in words("asks") and token.tag_[:2] == "VB":
                things.update(stem(one.lower_) for one in asked_for(token))
            elif token.lower_ in words("demands") and token.tag_[:1] == "N":
                things.update(stem(one.lower_) for one in _of(token))
    return Demands(frozenset(deeds), frozenset(things - {stem(one) for one in words("demands")}))


def things_of(verb: Token) -> Iterator[Token]:
    """The common nouns that a verb has as objects, near or by a preposition."""
    for child in verb.children:
        if child.dep_ in _NOUNS and child.tag_ in ("NN", "NNS"):
            yield child
            yield from (one for one in child.conjuncts if one.tag_ in ("NN", "NNS"))
        elif child.dep_ in ("prep", "prt"):
            yield from (
                one for one in child.children if one.dep_ == "pobj" and one.tag_ in ("NN", "NNS")
            )


def _of(noun: Token) -> Iterator[Token]:
    """What a demand is for: "a ban on loot boxes", "the request for logs"."""
    for child in noun.children:
        if child.lower_ in ("for", "on", "of"):
            yield from (
                one for one in child.children if one.dep_ == "pobj" and one.tag_ in ("NN", "NNS")
            )

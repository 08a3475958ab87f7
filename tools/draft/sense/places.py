"""Where a name stands in its clause, which verbs share a doer, and which words a clause has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tools.draft.sense.names.words import words
from tools.draft.sense.verbs import subject

if TYPE_CHECKING:
    from spacy.tokens import Token

CLIMB = 8  # words above a name that may belong to its phrase
_OF = frozenset({"of", "for", "at", "from"})
_OBJECTS = ("dobj", "dative", "iobj", "oprd")
_APART = ("ccomp", "advcl", "relcl", "conj", "parataxis")


@dataclass(frozen=True, slots=True)
class Place:
    """The role of a name, the word that it hangs on, and what of its own it stands for there.

    `role` is the relation to `head` (nsubj, nsubjpass), "object", "agent" or a preposition.
    """

    role: str
    head: Token
    owned: Token | None

    @property
    def own(self) -> str:
        """Of which kind what is owned is: "voice", "product", "own", or empty where nothing is."""
        if self.owned is None:
            return ""
        if self.owned.lower_ in words("officer") | words("spokesman"):
            return "voice"
        return "product" if self.owned.lower_ in words("product") else "own"


def place_of(token: Token) -> Place:
    """The place of the last word of a name."""
    owned: Token | None = None
    speaking = words("officer") | words("spokesman") | words("voice")
    for _ in range(CLIMB):
        above = token.head
        if token.dep_ in ("conj", "appos") and above.tag_[:1] in "NP":
            token = above
        elif token.dep_ in ("poss", "compound", "nmod") and above.tag_[:1] == "N":
            owned, token = owned or above, above
        elif token.dep_ == "pobj" and above.head.lower_ in speaking and above.lower_ in _OF:
            owned, token = owned or above.head, above.head
        else:
            break
    if token.dep_ in _OBJECTS:
        return Place("object", token.head, owned)
    if token.dep_ == "pobj":
        before = token.head
        role = "agent" if before.lower_ == "by" else before.lower_
        return Place(role, before.head, owned)
    return Place(token.dep_, token.head, owned)


def shares_doer(verb: Token) -> Iterator[Token]:
    """The verbs that have the doer of a verb: "agreed to pay and left, calling it ..."."""
    for child in verb.children:
        if child.dep_ == "prep":
            yield from (one for one in child.children if one.dep_ == "pcomp" and not subject(one))
        elif child.dep_ == "xcomp" or (
            child.dep_ in ("conj", "advcl", "ccomp")
            and child.tag_[:1] == "V"
            and subject(child) is None
        ):
            yield child


def clause_words(verb: Token) -> Iterator[Token]:
    """The words of a verb's own clause, without clauses in it that have a subject of their own."""
    left = [verb]
    while left:
        token = left.pop()
        yield token
        left += [
            child
            for child in token.children
            if not (child.tag_[:1] == "V" and child.dep_ in _APART and subject(child) is not None)
        ]


def quoted_words(tokens: Iterable[Token]) -> Iterator[Token]:
    """The words between quotation marks."""
    inside = False
    for token in tokens:
        if token.text in '"“”':
            inside = not inside
        elif inside:
            yield token

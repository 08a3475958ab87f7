"""What happened at one of several dates of a sentence: the clause in which that date stands.

Two events of one sentence once had the very same text, and neither said which of its parts
happened when. A clause is cut out only where it stands alone in the sentence's own words.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tools.draft.sense.tense import verb_of
from tools.draft.timeline.dated import Dated
from tools.draft.timeline.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = ("nsubj", "nsubjpass")
HELPERS = ("aux", "auxpass")
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
MOST_OF = 4  # nouns in "the order of the office of the port that took effect"


def clauses(dated: Sequence[Dated]) -> list[list[Token] | None]:
    """For each date of a sentence the words of its clause, with the date; None where it has none.

    Dates of one verb share it: "closed on 3 May and again on 9 June" cannot be parted.
    """
    verbs = [verb_of(one.words.root) for one in dated]
    places = [None if verb is None else verb.i for verb in verbs]
    return [None if verb is None or places.count(verb.i) > 1 else _clause(verb) for verb in verbs]


def _clause(verb: Token) -> list[Token] | None:
    if verb.dep_ == "relcl":
        return _of_relative(verb)
    if verb.dep_ == "advcl":
        return _of_adverbial(verb)
    if verb.dep_ in {"ROOT", "conj"}:
        return _of_main(verb)
    return None  # what somebody says is no event of its own


def _of_relative(verb: Token) -> list[Token] | None:
    """ "the order of the office that took effect": what it describes, and what that did."""
    pronoun = next((one for one in verb.children if one.dep_ in SUBJECTS), None)
    if pronoun is None or pronoun.tag_ not in {"WDT", "WP"}:
        return None
    noun = verb.head
    for _ in range(MOST_OF):
        if noun.dep_ != "pobj" or noun.head.lower_ != "of" or noun.head.dep_ != "prep":
            break
        noun = noun.head.head
    if not noun.tag_.startswith("NN"):
        return None
    named = [one for one in noun.subtree if one.i < pronoun.i]
    while named and not named[-1].text[0].isalnum():
        named.pop()
    told = [one for one in _own(verb) if one.i > pronoun.i]
    return [*named, *told] if named and told else None


def _of_adverbial(verb: Token) -> list[Token] | None:
    """ "after the order took effect": what happened by itself."""
    marks = [one for one in verb.children if one.dep_ in {"mark", "advmod"} and one.i < verb.i]
    if not marks or marks[0].lower_ not in words("joining"):
        return None
    if not _finite(verb) or not any(one.dep_ in SUBJECTS for one in verb.children):
        return None
    return [one for one in _own(verb) if one.i > marks[0].i]


def _of_main(verb: Token) -> list[Token] | None:
    """One of several verbs of a sentence's subject: "was founded and was sold"."""
    first = verb
    while first.dep_ == "conj" and not _subject(first):
        first = first.head
    top = first
    while top.dep_ == "conj":
        top = top.head
    subject = _subject(first)
    if top.dep_ != "ROOT" or subject is None:
        return None
    told = _own(verb)
    if verb.i == first.i:
        return told
    helpers = [] if _finite(verb) else [one for one in first.children if one.dep_ in HELPERS]
    if not helpers and not _finite(verb):
        return None
    return [*subject.subtree, *helpers, *(one for one in told if one.i > subject.i)]


def _subject(verb: Token) -> Token | None:
    return next((one for one in verb.children if one.dep_ in SUBJECTS and one.i < verb.i), None)


def _finite(verb: Token) -> bool:
    return verb.tag_ in FINITE or any(one.dep_ in HELPERS for one in verb.children)


def _own(verb: Token) -> list[Token]:
    """The words of a verb without those of the verbs that are joined to it."""
    gone: set[int] = set()
    for child in verb.children:
        if child.dep_ == "conj" and child.i > verb.i:
            gone.update(one.i for one in child.subtree)
        elif child.dep_ == "cc":
            gone.add(child.i)
    kept = sorted((one for one in verb.subtree if one.i not in gone), key=lambda one: one.i)
    while kept and kept[-1].text in {",", ";", ".", ":", "–", "—", "and"}:
        kept.pop()
    while kept and kept[0].text in {",", ";", ":"}:
        kept.pop(0)
    return kept

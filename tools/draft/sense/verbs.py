"""The parts of a verb's clause: its subject, its voice, its form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.draft.sense.mentions import SUBJECT

if TYPE_CHECKING:
    from spacy.tokens import Token


def subject(verb: Token) -> Token | None:
    """The subject of a verb, if it has one of its own."""
    return next((child for child in verb.children if child.dep_ in SUBJECT), None)


def passive(verb: Token) -> bool:
    """Whether a verb's subject is the one it is done to."""
    if verb.tag_ != "VBN":
        return False
    kinds = {child.dep_ for child in verb.children}
    return bool(kinds & {"auxpass", "nsubjpass"}) or (verb.dep_ == "acl" and "aux" not in kinds)


def infinitive(verb: Token) -> bool:
    """Whether a verb stands with "to"."""
    return any(child.tag_ == "TO" for child in verb.children)


def is_finite(verb: Token) -> bool:
    """Whether a verb has a tense, by itself or by its helper."""
    if verb.tag_ in ("VBD", "VBZ", "VBP"):
        return True
    finite = ("MD", "VBD", "VBZ", "VBP")
    return any(child.tag_ in finite and child.dep_[:3] == "aux" for child in verb.children)

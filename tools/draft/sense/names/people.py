"""Whether a name of two or three words is that of a person, by what the article does with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.draft.sense.names.words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

    from tools.draft.sense.names.runs import Run

_OF = ("of", "from", "at")
_NEAR = 12  # tokens after a subject in which "his" and "her" are likely its own
_HE = ("he", "she", "his", "her")
_IS = ("is", "was", "became", "as")
_SPOKEN = ("said", "says", "added", "told", "asked", "wrote")


def has_given_name(key: tuple[str, ...]) -> bool:
    """Whether a name of several words begins as those of persons do."""
    return len(key) > 1 and key[0] in words("given_name")


def is_person(doc: Doc, key: tuple[str, ...], mentions: Sequence[Run]) -> bool:
    """A given name, a surname by itself later on, "his", "who", or "said Jane Roe of X".

    spaCy's label is no proof: a name that it does not know is a person to it more often than not.
    """
    return has_given_name(key) or any(_shown(doc, key, run) for run in mentions)


def _shown(doc: Doc, key: tuple[str, ...], run: Run) -> bool:
    head = doc[run.last]
    if run.first == run.last and head.lower_ == key[-1]:
        return bool(head.ent_type_ == "PERSON")
    after = doc[run.last + 1 : run.last + 3]
    if len(after) < 2:
        return False
    if head.dep_ in ("nsubj", "appos") and (_his(head) or _he_next(head)):
        return True
    if "who" in (after[0].lower_, after[1].lower_) and after[0].text in (",", "who"):
        return True
    if head.dep_ != "nsubj":
        return False
    if after[0].lower_ in _IS and _holds_office(head.head):
        return True
    inverted = head.head.i < head.i and head.ent_type_ == "PERSON"
    return inverted and (after[0].lower_ in _OF or doc[run.first - 1].lower_ in _SPOKEN)


def _his(head: Token) -> bool:
    near = head.doc[head.i + 1 : head.i + _NEAR]
    return any(token.lower_ in _HE for token in near if token.sent == head.sent)


def _he_next(head: Token) -> bool:
    """Whether the next sentence begins with "he" or "she", and none but this one can be meant."""
    end = head.sent.end
    if end >= len(head.doc) or head.dep_ != "nsubj" or head.head.dep_ != "ROOT":
        return False
    others = any(token.ent_type_ == "PERSON" for token in head.doc[head.i + 1 : end])
    return not others and next(
        (token.lower_ in ("he", "she") for token in head.doc[end:] if not token.is_space), False
    )


def _holds_office(verb: Token) -> bool:
    """Whether what somebody is is an office: "Jane Roe is general counsel at X"."""
    office = words("office") | words("of_person")
    return any(child.dep_ == "attr" and child.lower_ in office for child in verb.children)

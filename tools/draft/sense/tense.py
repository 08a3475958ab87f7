"""The tense of a date's clause, where the parse tells it and the words around do not.

The lexicon of `tools.draft.dates.tense` is as good as the parse at what it knows, so that only two
cases are left: the entry of an agenda, and what something is there to bring about.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tools.draft.dates.tense import Tense
from tools.draft.dates.words import WEEKDAYS
from tools.draft.sense.words import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

PRESENT = {"VBZ", "VBP"}
# A date hangs from its verb by a preposition or two.
STEPS = 4


def hint_of(doc: Doc) -> Callable[[int, int], Tense | None]:
    """What says the tense at offsets of a parsed text, or None where the lexicon should."""

    def hint(start: int, end: int) -> Tense | None:
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is None or not len(span):
            return None
        root = span.root
        ahead = _announces(span[-1]) or _is_purpose(root) or _is_due(root)
        return "future" if ahead else None

    return hint


def opens_agenda(last: Token) -> bool:
    """Whether a date is the head of an agenda's entry: "Friday: Wrenmail reports"."""
    at: int = last.i
    colon = at + 1 < len(last.doc) and last.doc[at + 1].lower_ == ":"
    return colon and bool(last.sent.start >= at - 2)


def _announces(last: Token) -> bool:
    if last.lower_ not in WEEKDAYS or not opens_agenda(last):
        return False
    verb = next((one for one in last.sent if one.tag_[:2] == "VB"), None)
    return verb is not None and verb.tag_ in PRESENT


def _is_due(root: Token) -> bool:
    """Whether a day of the week is that of a thing arranged: "it reports its results on Friday"."""
    verb = verb_of(root)
    if root.lower_ not in WEEKDAYS or verb is None or verb.tag_ not in PRESENT:
        return False
    if verb.lower_ in words("speech") or verb.lower_ in words("arguments"):
        return any(child.dep_ == "dobj" for child in verb.children)
    return not any(child.dep_ in {"ccomp", "aux", "auxpass"} for child in verb.children)


def _is_purpose(token: Token) -> bool:
    """Whether a date begins what a noun is there to do: "a law to ban them from 1 May"."""
    if token.head.lower_ != "from":
        return False
    verb = verb_of(token)
    while verb is not None and verb.dep_ in {"advcl", "xcomp"} and verb.tag_ == "VB":
        verb = verb.head
    if verb is None or verb.tag_ != "VB" or verb.dep_ not in {"acl", "relcl"}:
        return False
    return any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)


def verb_of(token: Token) -> Token | None:
    """The verb that a date's word hangs from by prepositions alone; None where a noun has it."""
    for _ in range(STEPS):
        token = token.head
        if token.tag_[:2] == "VB":
            return token
        if token.dep_ not in {"prep", "pobj", "pcomp", "advmod", "npadvmod"}:
            return None
    return None

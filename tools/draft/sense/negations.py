"""How often a verb is denied by the words of its own clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.draft.sense.verbs import subject
from tools.draft.sense.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token

NEAR = 4  # tokens before a verb in which a negation counts, whatever the parser says
_BEFORE = ("rather than", "instead of", "far from", "short of", "other than")


def negations(verb: Token) -> int:
    """How often a verb is negated, by a word of its own or by its subject: "no shop will"."""
    negating = words("negations")
    own: int = sum(
        child.lower_ in negating and child.dep_ in ("neg", "preconj", "cc", "advmod", "det")
        for child in verb.children
        if child.i < verb.i or child.dep_ == "neg"
    )
    own += verb.i > 1 and verb.doc[verb.i - 2 : verb.i].text.lower() == "no longer"
    own += any(_by_no_means(child) for child in verb.children if child.i < verb.i)
    doer = subject(verb)
    if doer is not None and doer.i < verb.i:
        start = max(verb.sent.start, doer.left_edge.i - 1)
        phrase = {one.lower_ for one in verb.doc[start : doer.i + 1]}
        led = {one.lower_ for one in doer.subtree if one.dep_ == "preconj"}
        own += bool((phrase | led) & words("nobody"))
    if not own:
        near = verb.doc[max(verb.sent.start, verb.i - NEAR) : verb.i]
        own += any(one.lower_ in negating and one.head is verb for one in near)
    before = verb.doc[max(verb.sent.start, verb.i - 3) : verb.i].text.lower()
    return own + int(before.endswith(_BEFORE) or before.split()[-1:] == ["without"])


def _by_no_means(child: Token) -> bool:
    """Whether a phrase before a verb denies it: "in no circumstances", "on no account"."""
    if child.dep_ != "prep":
        return False
    return any(one.lower_ == "no" for noun in child.children for one in noun.children)

"""Whether what a clause says hangs on something else: if, unless, may, only after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.draft.sense.verbs import subject
from tools.draft.sense.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token


def is_conditional(verb: Token) -> bool:
    """Whether a clause is one of "if", or has one beside it, a "may" or an "only after"."""
    for child in verb.children:
        if child.lower_ in words("ifs") and child.dep_ in ("mark", "advmod", "cc", "preconj"):
            return True
        if child.dep_ == "aux" and child.lower_ in ("may", "might", "could"):
            return not any(one.dep_ == "neg" for one in verb.children)  # "could not be reached"
        if child.dep_ in ("advcl", "ccomp") and child.i > verb.i and _is_condition(child):
            return True
    helpers = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    return {"would", "have"} <= helpers or _inverted(verb)


def _inverted(verb: Token) -> bool:
    """Whether a clause begins with its helper and is no question: "Were Orley to speak up, ..."."""
    first = verb.left_edge
    doer = subject(verb)
    if first.lower_ not in ("were", "had", "should") or not first.is_sent_start:
        return False
    return doer is not None and doer.i > first.i


def _is_condition(clause: Token) -> bool:
    """Whether a clause says on what something hangs: "if", "unless", "only after"."""
    start = clause.left_edge.i
    led = [one.lower_ for one in clause.doc[start : min(start + 3, clause.i)]]
    return led[:1] in (["if"], ["unless"], ["provided"]) or (
        led[:1] == ["only"] and led[1:2] in (["if"], ["after"], ["once"], ["when"])
    )

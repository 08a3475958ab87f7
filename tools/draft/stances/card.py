"""The words of a stance's card, made from the sentence that shows it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tools.draft.sense.mentions import SUBJECT
from tools.draft.stances.holders import clause_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tools.draft.parse import Sentence
    from tools.draft.stances.cues import Cue
    from tools.draft.stances.pairs import Pair

LONG = 30  # words after which a predicate ends at its next comma
_OPENING = re.compile(
    r"^(?:[-–—•]\s*)?(?:(?:But|And|However|Meanwhile|Instead|Still|Yet|Also|Now|So),?\s+)"
)
_SAID = re.compile(
    r",?\s*(?:,|[\"”'’])\s*(?:(?:\w+\s+){0,4}(?:said|says|told|wrote|added)\b[^\"“”]*"
    r"|(?:said|says)\s[^\"“”]*|according to [^\"“”]*)$"
)
CLIMB = 4  # verbs above a cue that share its doer
_BEFORE_VERB = ("aux", "auxpass", "neg", "advmod")


def card_text(pair: Pair, position: str, text: str) -> str:
    """A short sentence without the company's name where the predicate gives one.

    "Lanternpost said that it would not obey the order" gives "Would not obey the order."
    """
    cue = _cue(pair, position)
    predicate = _predicate(cue, pair.sentence) if cue else None
    if cue is None or predicate is None:
        return whole_text(pair.sentence)
    first, last = predicate
    start, end = first.idx, last.idx + len(last.text)
    said = " ".join(text[start:end].split())
    return _finished(_shortened(said, cue.last - start))


def _cue(pair: Pair, position: str) -> Cue | None:
    """The company's own phrase that speaks for a position; turned round where it is denied."""
    own = [pair.cues[place] for place in sorted(pair.held)]
    told = [one for one in own if position in (one.position, one.entry.denied)]
    return max(told, key=lambda one: (one.entry.weight, -one.token.i), default=None)


def whole_text(sentence: Sentence) -> str:
    """A sentence as a card says it: without "But" before it and "X said" after it."""
    return _finished(_SAID.sub("", _OPENING.sub("", sentence.quote)))


def _predicate(cue: Cue, sentence: Sentence) -> tuple[Token, Token] | None:
    """The first and the last word of what a company does; None where the cue is no verb's."""
    if cue.entry.by != "subject":
        return None
    verb = clause_verb(cue.token)
    for above in governors(verb):
        if any(child.dep_ in SUBJECT for child in verb.children):
            break
        verb = above
    subject = next((child for child in verb.children if child.dep_ in SUBJECT), None)
    if subject is None or subject.i > cue.token.i:
        return None
    before = [
        child.i
        for child in verb.children
        if child.dep_ in _BEFORE_VERB and subject.right_edge.i < child.i < verb.i
    ]
    first = verb.doc[min(before, default=verb.i)]
    last = verb.right_edge
    if not sentence.tokens.start <= first.i <= cue.token.i <= last.i < sentence.tokens.end:
        return None
    while last.i > cue.token.i and last.is_punct and last.text not in "\"'":
        last = last.nbor(-1)
    return first, last


def governors(token: Token) -> Iterator[Token]:
    """The verbs above one that share its subject or give it one: "agreed to" of "agreed to pay"."""
    for _ in range(CLIMB):
        infinitive = any(
            child.dep_ in ("aux", "mark") and child.tag_ == "TO" for child in token.children
        )
        if token.dep_ in ("xcomp", "pcomp", "acl", "prep") or (
            token.dep_ in ("ccomp", "relcl", "advcl") and infinitive
        ):
            token = token.head
            yield token
        elif token.dep_ == "conj" and token.head.tag_[:1] == "V" and token.tag_ == token.head.tag_:
            token = token.head
        else:
            return


def _shortened(said: str, least: int) -> str:
    """A long predicate as far as a comma that stands after what matters."""
    if said.count(" ") < LONG:
        return said
    comma = said.find(", ", max(least, 0))
    return said[:comma] if comma > 0 else said


def _finished(said: str) -> str:
    said = said.strip().rstrip(",;:–—- ").strip()
    if said.count('"') % 2 or said.count("“") != said.count("”"):
        said = said.replace('"', "").replace("“", "").replace("”", "").strip()
    closed = said if said.endswith((".", "!", "?", '."', ".”", "…")) else f"{said}."
    return closed[:1].upper() + closed[1:]

"""The words of a stance's card, made from the sentence that shows it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tools.draft.sense.mentions import SUBJECT
from tools.draft.stances.holders import clause_verb
from tools.draft.stances.polarity import governors

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tools.draft.sense.parse import Parsed, Sentence
    from tools.draft.stances.cues import Cue

LONG = 30  # words after which a predicate ends at its next comma
_OPENING = re.compile(
    r"^(?:[-–—•]\s*)?(?:(?:But|And|However|Meanwhile|Instead|Still|Yet|Also|Now|So),?\s+)"
)
_SAID = re.compile(
    r",?\s*(?:,|[\"”'’])\s*(?:(?:\w+\s+){0,4}(?:said|says|told|wrote|added)\b[^\"“”]*"
    r"|(?:said|says)\s[^\"“”]*|according to [^\"“”]*)$"
)
_BEFORE_VERB = ("aux", "auxpass", "neg", "advmod")


def card_text(cue: Cue, parsed: Parsed) -> str:
    """A short sentence without the company's name where the predicate gives one.

    "Lanternpost said that it would not obey the order" gives "Would not obey the order."
    """
    sentence = parsed.sentences[cue.sentence]
    predicate = _predicate(cue, sentence)
    if predicate is None:
        return whole_text(sentence)
    first, last = predicate
    start, end = first.idx, last.idx + len(last.text)
    said = " ".join(parsed.reading.text[start:end].split())
    return _finished(_shortened(said, cue.last - start))


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

"""Shortening a sentence by what it can lose without saying anything else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tools.draft.parse import Sentence
from tools.model.text import straighten

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST = 35  # words
ASIDES = frozenset({"relcl", "appos"})
_BRACKETS = re.compile(r"\s*(?:\([^()]*\)|\[[^\[\]]*\])")


def shortened(text: str, sentence: Sentence, longest: int = LONGEST) -> str:
    """The text within so many words where it has brackets and asides to lose, else as it is.

    An aside stands between commas: "Lanternpost, which carries most messages, said …".
    """
    if count(text) <= longest:
        return text
    text = _BRACKETS.sub("", text)
    for aside in sorted(_asides(sentence), key=len, reverse=True):
        if count(text) <= longest:
            break
        text = _without(text, aside)
    return text


def count(text: str) -> int:
    """How many words a text has."""
    return text.count(" ") + 1 if text else 0


def _asides(sentence: Sentence) -> list[str]:
    """What stands between commas and only adds to what is before it."""
    found = []
    for token in sentence.tokens:
        if token.dep_ in ASIDES or _adds(token) or _goes_on(token, sentence):
            first, last = token.left_edge.i, token.right_edge.i
            first -= token.doc[first - 1].lower_ == "and"
            part = token.doc[first : last + 1]
            if first > sentence.tokens.start and part[0].nbor(-1).text == ",":
                found.append(_BRACKETS.sub("", " ".join(part.text.split())).strip(" ,"))
    return [part for part in found if '"' not in part]


def _adds(token: Token) -> bool:
    """Whether it heads a clause like ", leaving its users behind"."""
    return bool(token.dep_ == "advcl" and token.tag_ == "VBG" and token.left_edge.i == token.i)


def _goes_on(token: Token, sentence: Sentence) -> bool:
    """Whether it heads the last ", and …" of a sentence: what is said before it stands."""
    first, end = token.left_edge.i, sentence.tokens.end
    return bool(
        token.dep_ == "conj"
        and token.tag_.startswith("VB")
        and token.right_edge.i >= end - 2
        and first > sentence.tokens.start + 1
        and token.doc[first - 1].lower_ == "and"
    )


def _without(text: str, aside: str) -> str:
    """The text without ", aside," or without ", aside" at its end; whole where neither stands."""
    plain = straighten(text)
    at = plain.find(f", {aside}")
    end = at + len(aside) + 2
    if at < 0 or plain[end : end + 1] not in {",", ".", ";"}:
        return text
    if plain[end] == "," and plain[at:].count(",") > 2 and _is_list(plain[:at]):
        return text
    return text[:at] + (text[end + 1 :] if plain[end] == "," else text[end:])


def _is_list(before: str) -> bool:
    """Whether commas before it list things, so that taking one out takes a member."""
    return bool(re.search(r"\w, \w+$", before))

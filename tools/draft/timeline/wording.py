"""A short text that reads as an event, in the article's own words.

Nothing is put in and nothing is turned round: words go from the head, from the tail, and where the
date stands; wherever that is not plainly safe, the sentence stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tools.draft.timeline.clauses import clauses
from tools.draft.timeline.dated import Dated
from tools.draft.timeline.lexicon import words
from tools.draft.timeline.phrases import goes_with_verb, phrase_of, without_date
from tools.draft.timeline.tails import without_tails
from tools.model.dates import Date

if TYPE_CHECKING:
    from spacy.tokens import Token

# What is left of a sentence must still be one.
FEWEST = 3
_MARK = re.compile(r"[-–—•*·…]|\.\.+|\d{1,2}\.")
_SPACE_BEFORE = re.compile(r"\s+(?=[,.;:!?])")


def event_texts(dated: Sequence[Dated], published: Date | None) -> list[str]:
    """What happened at each date of a sentence; `dated` are all of them. No two are the same."""
    whole = _sentence_text(dated, published)
    if len(dated) == 1:
        return [whole]
    texts: list[str] = []
    for one, clause in zip(dated, clauses(dated), strict=True):
        text = _clause_text(one, clause, dated, published) if clause else whole
        texts.append(text if text not in texts else headed(one, whole))
    return texts


def headed(one: Dated, text: str) -> str:
    """The text behind the words of its date: "9 June: The ferry stopped on 3 May and 9 June."."""
    said = " ".join(one.words.text.split())
    return f"{said[:1].upper()}{said[1:]}: {text}"


def told_whole(one: Dated) -> str:
    """The whole sentence, with all of its dates."""
    return _finished(one.sentence.quote)


def _sentence_text(dated: Sequence[Dated], published: Date | None) -> str:
    """The text of a sentence; where it has more dates than one, each stays."""
    one = dated[0]
    kept = _without_opening(_without_marks(list(one.sentence.tokens)))
    if len(dated) == 1 and not _promised(one, published):
        kept = _without_opening(without_date(kept, one))
    kept = without_tails(kept, max(other.words.end for other in dated) - 1)
    text = _joined(kept)
    return _finished(text) if len(kept) > FEWEST else told_whole(one)


def _clause_text(
    one: Dated, clause: list[Token], dated: Sequence[Dated], published: Date | None
) -> str:
    """What happened at one date of several: its clause, without the date where that is safe."""
    inside = {token.i for token in clause}
    others = [other for other in dated if other is not one and other.words.start in inside]
    phrase = range(0) if _promised(one, published) else phrase_of(one, inside)
    gone = set(phrase) if phrase and goes_with_verb(one, phrase.start) else set()
    if clause[0].i in gone and one.words.doc[phrase.stop].text == ",":
        gone.add(phrase.stop)
    kept = [token for token in clause if token.i not in gone]
    while kept and kept[-1].text in {",", ";", ":"}:
        kept.pop()
    told = _without_opening(_without_marks(kept)) if kept else []
    if len(told) < FEWEST or not any(token.tag_[:2] == "VB" for token in told):
        told = clause
    last = max([other.words.end for other in others], default=told[0].i) - 1
    return _finished(_joined(without_tails(told, last)))


def _promised(one: Dated, published: Date | None) -> bool:
    """Whether what is due was told in the past: "promised to vote next year" needs its date."""
    if published is None or not (published.year_known and one.date.year_known):
        return False
    return bool(one.date.earliest > published.latest and one.sentence.tokens.root.tag_ == "VBD")


def _joined(tokens: list[Token]) -> str:
    """Tokens as a text, with a space wherever something between two of them went."""
    pieces = []
    for token, following in zip(tokens, [*tokens[1:], tokens[-1]], strict=True):
        apart = token.whitespace_ or following.i > token.i + 1
        pieces.append(token.text + (" " if apart else ""))
    return "".join(pieces)


def _without_marks(tokens: list[Token]) -> list[Token]:
    """Without the marks and numbers that open the items of a list."""
    for at, token in enumerate(tokens):
        if _MARK.fullmatch(token.text) and at + 1 < len(tokens):
            continue
        number = token.text.isdigit() and at + 2 < len(tokens)
        if at == 0 and number and tokens[1].text in {".", ")"}:
            return tokens[2:]
        return tokens[at:]
    return tokens


def _without_opening(tokens: list[Token]) -> list[Token]:
    """Without the words that join a sentence to the one before: "However,", "But"."""
    for length in (4, 3, 2, 1):
        opening = " ".join(token.lower_ for token in tokens[:length])
        if opening not in words("openings") or len(tokens) <= length:
            continue
        comma = tokens[length].lower_ == ","
        if comma or (length == 1 and tokens[0].dep_ == "cc"):
            return tokens[length + comma :]
    return tokens


def _finished(text: str) -> str:
    """With a capital first and a full stop last."""
    text = _SPACE_BEFORE.sub("", " ".join(text.split())).rstrip(" ,;:–—-")
    if text.rstrip("\"')”’`")[-1:] not in {".", "!", "?", "…"}:
        text += "."
    first = text.split(" ", 1)[0]
    return text if any(char.isupper() for char in first) else text[:1].upper() + text[1:]

"""A short text that reads as an event, in the article's own words.

Nothing is put in and nothing is turned round: words go from the head, from the tail, and where the
date stands; wherever that is not plainly safe, the sentence stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tools.draft.timeline.dated import Dated
from tools.draft.timeline.lexicon import words
from tools.draft.timeline.tails import without_tails
from tools.model.dates import Date

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# What is left of a sentence must still be one.
FEWEST = 3
_MARK = re.compile(r"[-–—•*·…]|\.\.+|\d{1,2}\.")
_DAY = re.compile(r"-\d\d-\d\d")
_SPACE_BEFORE = re.compile(r"\s+(?=[,.;:!?])")


def event_text(dated: Sequence[Dated], published: Date | None) -> str:
    """The text of what happened at a date; `dated` are all dates of its sentence.

    Where there are more than one, each stays, since they tell what happened when.
    """
    one = dated[0]
    kept = _without_opening(_without_marks(list(one.sentence.tokens)))
    if len(dated) == 1 and not _promised(one, published):
        kept = _without_opening(_without_date(kept, one))
    kept = without_tails(kept, max(other.words.end for other in dated) - 1)
    text = _joined(kept)
    return _finished(text) if len(kept) > FEWEST else _finished(one.sentence.quote)


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


def _without_date(tokens: list[Token], one: Dated) -> list[Token]:
    """Without the phrase that says the date, where the rest stands without it."""
    phrase = _phrase(one)
    first, last = tokens[0].i, tokens[-1].i
    if not phrase or not first <= phrase.start <= phrase.stop - 1 < last:
        return tokens
    doc, opens = tokens[0].doc, phrase.start == first
    if not opens and not _inner(one, phrase.start):
        return tokens
    if not opens and doc[phrase.stop].text == "," and _is_inserted(doc, phrase.start - 1):
        return tokens
    before, after = doc[phrase.start - 1].text if not opens else "", doc[phrase.stop].text
    gone = set(phrase)
    opening = opens and after in {",", ":"}
    if opening or (after == "," and before in {",", ";", ":", "–", "—"}):
        gone.add(phrase.stop)
    if before == "," and after in {",", "."}:
        gone.add(phrase.start - 1)
    return [token for token in tokens if token.i not in gone]


def _is_inserted(doc: Doc, at: int) -> bool:
    """Whether a verb follows a comma, as in "the breach, disclosed on 1 March, affected"."""
    return bool(doc[at].tag_[:2] == "VB" and at and doc[at - 1].text == ",")


def _phrase(one: Dated) -> range:
    """The places of a date's words and of the preposition that puts them into the sentence."""
    doc, begin = one.words.doc, one.sentence.tokens.start
    first, last = one.first, one.words.end
    if last >= len(doc) or one.words[0].lower_ in words("bounds"):
        return range(0)
    if doc[last].text == ":":
        return range(first, last)  # it heads a line of a list: "24 April: the crew left"
    if first > begin and doc[first - 1].lower_ == "the":
        first -= 1
    before = doc[first - 1].lower_ if first > begin else ""
    exact = _DAY.search(one.date.text) is not None
    if _describes(one) and not (before == "on" or (before and first - 1 == begin)):
        return range(0)
    if before in words("placing") and exact == (before == "on"):
        first -= 1
    elif before in words("bounds") | words("placing") or doc[first].text[0].isdigit():
        return range(0)
    nearer = words("nearer") | (words("roughly") if doc[first].tag_ in {"CD", "DT"} else set())
    while first > begin and doc[first - 1].lower_ in nearer:
        first -= 1
    return range(0) if doc[last].lower_ in words("going_on") else range(first, last)


def _describes(one: Dated) -> bool:
    """Whether a date stands before what it describes: "third-quarter loss", "Friday's ruling"."""
    root = one.words.root
    beside = root.dep_ in {"compound", "amod", "nummod", "nmod", "poss"}
    return bool(beside and root.head.i >= one.words.end)


def _inner(one: Dated, first: int) -> bool:
    """Whether a date within a sentence goes with a verb that tells its main part."""
    doc = one.words.doc
    placed = next((token for token in doc[first : one.words.end] if token.dep_ == "prep"), None)
    verb = (placed or one.words.root).head
    adverb = one.words.root.dep_ in {"npadvmod", "advmod"} and verb.lower_ not in words("lasting")
    if placed is None and not adverb:
        return False  # "spent this week with them" needs its object
    if verb.tag_ not in {"VBD", "VBN", "VBZ", "VBP", "VB"} or verb.lower_ in words("arguments"):
        return False
    alone = verb.tag_ == "VBN" and not any("aux" in child.dep_ for child in verb.children)
    return not (alone and verb.dep_ != "conj") and _is_main(verb)


def _is_main(verb: Token) -> bool:
    while verb.dep_ == "conj" and verb.head.tag_[:2] == "VB":
        verb = verb.head
    return bool(verb.dep_ == "ROOT")


def _finished(text: str) -> str:
    """With a capital first and a full stop last."""
    text = _SPACE_BEFORE.sub("", " ".join(text.split())).rstrip(" ,;:–—-")
    if text.rstrip("\"')”’`")[-1:] not in {".", "!", "?", "…"}:
        text += "."
    first = text.split(" ", 1)[0]
    return text if any(char.isupper() for char in first) else text[:1].upper() + text[1:]

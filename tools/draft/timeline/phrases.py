"""The phrase that says a date, and whether the rest of a sentence stands without it."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import TYPE_CHECKING

from tools.draft.sense.words import words as clause_words
from tools.draft.timeline.dated import Dated
from tools.draft.timeline.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_DAY = re.compile(r"-\d\d-\d\d")


def without_date(tokens: list[Token], one: Dated) -> list[Token]:
    """Without the phrase that says the date, where the rest stands without it."""
    phrase = phrase_of(one)
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


def phrase_of(one: Dated, inside: Collection[int] | None = None) -> range:
    """The places of a date's words and of the preposition that puts them into the sentence.

    `inside` are the places of the clause that is told, where that is less than the sentence.
    """
    doc, begin = one.words.doc, one.sentence.tokens.start
    first, last = one.first, one.words.end
    if last >= len(doc) or one.words[0].lower_ in words("bounds"):
        return range(0)
    if one.words[-1].lower_ in {"after", "before"} and doc[last].text != ",":
        return range(0)  # "comes a day after her friend died"
    if doc[last].text == ":":
        return range(first, last)  # it heads a line of a list: "24 April: the crew left"
    if first > begin and doc[first - 1].lower_ == "the":
        first -= 1
    before = doc[first - 1].lower_ if first > begin else ""
    spans = "/" in one.date.text and before != "on"  # "in the first week of May"
    exact = not spans and _DAY.search(one.date.text) is not None
    if _describes(one) and not (before == "on" or (before and first - 1 == begin)):
        return range(0)
    if before in words("placing") and exact == (before == "on"):
        first -= 1
    elif before in words("bounds") | words("placing") or doc[first].text[0].isdigit():
        return range(0)
    nearer = words("nearer") | (words("roughly") if doc[first].tag_ in {"CD", "DT"} else set())
    while first > begin and doc[first - 1].lower_ in nearer:
        first -= 1
    more = inside is None or last in inside
    return range(0) if more and doc[last].lower_ in words("going_on") else range(first, last)


def _describes(one: Dated) -> bool:
    """Whether a date stands before what it describes: "third-quarter loss", "Friday's ruling"."""
    root = one.words.root
    beside = root.dep_ in {"compound", "amod", "nummod", "nmod", "poss"}
    return bool(beside and root.head.i >= one.words.end)


def _inner(one: Dated, first: int) -> bool:
    """Whether a date within a sentence goes with a verb that tells its main part."""
    return goes_with_verb(one, first) and _is_main(_governing(one, first))


def _governing(one: Dated, first: int) -> Token:
    """What a date's phrase hangs from."""
    return (_placing(one, first) or one.words.root).head


def _placing(one: Dated, first: int) -> Token | None:
    """The preposition within a date's phrase."""
    phrase = one.words.doc[first : one.words.end]
    return next((token for token in phrase if token.dep_ == "prep"), None)


def goes_with_verb(one: Dated, first: int) -> bool:
    """Whether a date's phrase only says when what its verb tells was."""
    verb, root = _governing(one, first), one.words.root
    adverb = root.dep_ in {"npadvmod", "advmod"} and verb.lower_ not in words("lasting")
    if _placing(one, first) is None and not adverb:
        return False  # "spent this week with them" needs its object
    if verb.tag_ not in {"VBD", "VBN", "VBZ", "VBP", "VB"} or verb.lower_ in clause_words(
        "arguments"
    ):
        return False
    alone = verb.tag_ == "VBN" and not any("aux" in child.dep_ for child in verb.children)
    return not (alone and verb.dep_ != "conj")


def _is_main(verb: Token) -> bool:
    while verb.dep_ == "conj" and verb.head.tag_[:2] == "VB":
        verb = verb.head
    return bool(verb.dep_ == "ROOT")

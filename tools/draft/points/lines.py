"""The sentences of an article with what choosing among them needs to know of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tools.draft.parse import Parsed, Sentence
from tools.draft.points.antecedent import Named, meant_by, name_in, replaced
from tools.draft.points.reference import leans
from tools.draft.points.tidy import bulleted, tidied
from tools.draft.points.words import stem
from tools.model.text import Span, fold, straighten

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST = 1000  # characters; nothing longer is a sentence that can be shown
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
CONTENT = ("NN", "VB", "JJ", "CD")  # how the tags of words with a meaning of their own begin


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence as a page would print it; `span` is its, or reaches back to whom it means."""

    sentence: Sentence
    text: str
    span: Span
    clear: bool  # a reader needs no other sentence to know whom it speaks of
    whole: bool  # a statement with a verb, no piece of a list or of speech, not said before
    listed: bool
    words: frozenset[str]  # those with a meaning, in lower case, plurals as singulars


def lines(parsed: Parsed) -> tuple[Line, ...]:
    """One for each sentence, in the order of the article."""
    made: list[Line] = []
    named: Named | None = None
    told: set[str] = set()
    for index, (sentence, spoken) in enumerate(zip(parsed.sentences, _spoken(parsed), strict=True)):
        text, span = sentence.quote, sentence.span
        short = len(text) <= LONGEST
        clear = short and not leans(sentence)
        meant = None if clear or spoken or not short else meant_by(sentence, index, named)
        if meant:
            span = Span(parsed.sentences[meant.first].span.start, span.end)
            text = replaced(parsed, sentence, meant.name)
        again = fold(sentence.quote) in told
        told.add(fold(sentence.quote))
        made.append(
            Line(
                sentence=sentence,
                text=tidied(text),
                span=span,
                clear=clear or meant is not None,
                whole=not again and not spoken and _states(sentence),
                listed=bulleted(sentence.quote),
                words=content(sentence),
            )
        )
        named = meant or name_in(parsed, sentence, index)
    return tuple(made)


def content(sentence: Sentence) -> frozenset[str]:
    """The words of a sentence that have a meaning of their own."""
    return frozenset(
        stem(token.lower_)
        for token in sentence.tokens
        if token.tag_.startswith(CONTENT) and not token.is_stop and len(token) > 1
    )


def _states(sentence: Sentence) -> bool:
    """Whether it is a statement: with a finite verb, an end, and no bracket around it."""
    quote = sentence.quote
    if quote.endswith((",", "...", "…")) or quote.startswith(("(", "[")) or "?" in quote[-3:]:
        return False
    if quote.endswith(":") and not sentence.tokens[-2:][0].tag_.startswith(("NN", "CD")):
        return False  # "The three that left are:"
    return any(token.tag_ in FINITE and not _beside(token) for token in sentence.tokens)


def _beside(token: Token) -> bool:
    """Whether a verb belongs to a clause that only describes a noun."""
    verb = token.head if token.dep_ in {"aux", "auxpass"} else token
    return verb.dep_ in {"relcl", "acl"}


def _spoken(parsed: Parsed) -> list[bool]:
    """For each sentence whether it begins or ends inside somebody's speech."""
    found, open_, paragraph = [], False, -1
    for sentence in parsed.sentences:
        if sentence.paragraph != paragraph:
            open_, paragraph = False, sentence.paragraph
        began = open_
        for mark in sentence.quote:
            if mark == '"':
                open_ = not open_
            elif mark in "“”":
                open_ = mark == "“"
        found.append(began or open_ or _unattributed(sentence.quote))
    return found


def _unattributed(quote: str) -> bool:
    """Whether a sentence is nothing but speech: it does not say whose."""
    plain = straighten(quote)
    return plain.startswith('"') and plain.find('"', 1) >= len(plain) - 2

"""Every company and sentence that belong together: whether a position is held is asked of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from tools.draft.sense.mentions import SUBJECT
from tools.draft.stances.cues import LONGEST, Cue, cues
from tools.draft.stances.holders import holders

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tools.draft.parse import Sentence
    from tools.draft.sense.names import Name
    from tools.draft.sense.reference import References

# by what a company is in a sentence: its name, a noun or pronoun for it, a person who speaks for
# it, a quotation that goes on, or a cue that is its own
Kind = Literal["name", "noun", "pronoun", "person", "speech", "cue"]
_PRONOUNS = {"PRP", "PRP$", "WP", "WDT"}
_NOUNS = {"NN", "NNS"}
_PLACES = (*SUBJECT, "poss", "pobj", "dobj", "conj")
_QUOTES = "\"“‘'"


@dataclass(frozen=True, slots=True)
class Link:
    """One way in which a company is in a sentence; `token` is None where no word stands for it."""

    kind: Kind
    token: Token | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """A company and a sentence; `cues` are all of the sentence, `held` those that are its own."""

    name: Name
    number: int
    sentence: Sentence
    links: tuple[Link, ...]
    cues: tuple[Cue, ...]
    held: frozenset[int]  # places in `cues`


def pairs(references: References) -> list[Pair]:
    """The pairs of an article, in the order of its sentences."""
    by_sentence: dict[int, list[Cue]] = {}
    for cue in cues(references.parsed):
        by_sentence.setdefault(cue.sentence, []).append(cue)
    made: list[Pair] = []
    for number, sentence in enumerate(references.parsed.sentences):
        if len(sentence.tokens) <= LONGEST:
            made += _of_sentence(number, sentence, by_sentence.get(number, []), references)
    return made


def _of_sentence(
    number: int, sentence: Sentence, found: list[Cue], references: References
) -> Iterator[Pair]:
    links: dict[Name, list[Link]] = {}
    for name, link in _words(sentence, references):
        links.setdefault(name, []).append(link)
    if not links and sentence.quote[:1] in _QUOTES:
        for name in references.speaker_before(number) or ():
            links.setdefault(name, []).append(Link("speech"))
    held: dict[Name, set[int]] = {}
    for place, cue in enumerate(found):
        for name in holders(cue, references):
            links.setdefault(name, []).append(Link("cue"))
            held.setdefault(name, set()).add(place)
    for name, some in links.items():
        own = frozenset(held.get(name, ()))
        yield Pair(name, number, sentence, tuple(some), tuple(found), own)


def _words(sentence: Sentence, references: References) -> Iterator[tuple[Name, Link]]:
    """The words of a sentence that stand for a company, each with the company."""
    named = references.names.by_token
    for token in sentence.tokens:
        name = named.get(token.i)
        if name is not None and named.get(token.i + 1) is name:
            continue  # the last word of a name is its head
        if name is not None and name.is_company:
            yield name, Link("name", token)
        elif name is not None and name.kind == "person":
            for meant in references.of(token) or ():
                yield meant, Link("person", token)
        elif token.tag_ in _PRONOUNS or (token.tag_ in _NOUNS and token.dep_ in _PLACES):
            kind: Kind = "noun" if token.tag_ in _NOUNS else "pronoun"
            for meant in references.of(token) or ():
                yield meant, Link(kind, token)

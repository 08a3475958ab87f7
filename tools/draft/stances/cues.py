"""Finding cues: words by which a sentence says that somebody takes a position."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tools.draft.stances.lexicon import Entry, Lexicon, lexicon
from tools.draft.stances.patterns import expression
from tools.draft.stances.polarity import position_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tools.draft.sense.parse import Parsed, Sentence
    from tools.model.vocabulary import Position

NEEDS = ("", "demand", "law")  # what an entry of the lexicon may ask for
NEAR = 2  # sentences before a cue in which a demand is looked for
AROUND = 4  # sentences before and after a cue that show what the article is about
LONGEST = 250  # tokens; what is longer is no sentence, and nobody could check it


@dataclass(frozen=True, slots=True)
class Cue:
    """A match of a pattern: in which sentence, at which token, and for which position."""

    sentence: int
    token: Token  # the pattern's first word
    last: int  # offset of the match's end in the document
    position: str
    entry: Entry
    weight: int


def cues(parsed: Parsed, positions: Mapping[str, Position]) -> list[Cue]:
    """Every cue of an article that is neither denied into nothing nor merely asked for.

    `positions` are those that may be drafted, by their ids.
    """
    words, text = lexicon(), parsed.doc.text
    demands = [_words_of(sentence) for sentence in parsed.sentences]
    found = []
    public = [bool(one & words.lists["public"]) for one in demands]
    for number, sentence in enumerate(parsed.sentences):
        around = public[max(0, number - AROUND) : number + AROUND + 1]
        if len(sentence.tokens) > LONGEST or sum(around) < (2 if len(around) > AROUND + 2 else 1):
            continue
        if words.hearsay.search(sentence.quote):
            continue
        before = demands[max(0, number - NEAR) : number]
        met = {needs for needs in NEEDS if _met(needs, demands[number], before, words)}
        business = (
            words.business.search(sentence.quote) and not demands[number] & words.lists["power"]
        )
        for token, last, entry in _matches(sentence, text, words, met):
            if business and entry.position != "challenges":
                continue
            position = position_of(token, entry, words, positions)
            known = positions.get(position or "")
            if known and known.in_part and words.limits.search(sentence.quote):
                position = known.in_part
            if position and position in positions:
                found.append(Cue(number, token, last, position, entry, entry.weight))
    return found


def _words_of(sentence: Sentence) -> frozenset[str]:
    """The words of a sentence; "demand was weak" is no demand."""
    return frozenset(
        token.lower_
        for token in sentence.tokens
        if token.lower_ != "demand" or token.tag_ != "NN" or any(token.children)
    )


def _matches(
    sentence: Sentence, text: str, words: Lexicon, met: set[str]
) -> Iterator[tuple[Token, int, Entry]]:
    """The patterns that match in a sentence, the longest of each position first at each token."""
    end = sentence.tokens.end_char
    for token in sentence.tokens:
        best: dict[str, tuple[int, Entry]] = {}
        for pattern, entry in words.patterns.get(token.lower_, ()):
            if entry.needs not in met or (entry.verbal and token.tag_[:1] not in "VM"):
                continue
            match = expression(pattern).match(text, token.idx, end)
            if match and (entry.position not in best or match.end() > best[entry.position][0]):
                best[entry.position] = (match.end(), entry)
        for last, entry in best.values():
            yield token, last, entry


def _met(needs: str, own: frozenset[str], before: list[frozenset[str]], words: Lexicon) -> bool:
    """Whether what a pattern needs around it is there."""
    wanted = words.lists["law"] if needs == "law" else words.demands
    return not needs or any(one & wanted for one in (own, *before))

"""Finding cues: words by which a sentence says that somebody takes a position."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tools.draft.stances.lexicon import Entry, Lexicon, lexicon
from tools.draft.stances.patterns import expression

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tools.draft.parse import Parsed, Sentence

NEAR = 2  # sentences before a cue in which a demand is looked for
LONGEST = 250  # tokens; what is longer is no sentence, and nobody could check it


@dataclass(frozen=True, slots=True)
class Cue:
    """A match of a pattern: in which sentence, at which token, and for which position."""

    sentence: int
    token: Token  # the pattern's first word
    last: int  # offset of the match's end in the document
    entry: Entry
    met: bool  # whether the demand or the law that the pattern goes with is near

    @property
    def position(self) -> str:
        """The position that it speaks for where nothing turns it."""
        return self.entry.position


def cues(parsed: Parsed) -> list[Cue]:
    """Every cue of an article, in the order of the text; what turns one is not looked at here."""
    words, text = lexicon(), parsed.doc.text
    spoken = [_words_of(sentence) for sentence in parsed.sentences]
    found = []
    for number, sentence in enumerate(parsed.sentences):
        if len(sentence.tokens) > LONGEST:
            continue
        around = spoken[max(0, number - NEAR) : number + 1]
        for token, last, entry in _matches(sentence, text, words):
            found.append(Cue(number, token, last, entry, _met(entry.needs, around, words)))
    return found


def _words_of(sentence: Sentence) -> frozenset[str]:
    """The words of a sentence; "demand was weak" is no demand."""
    return frozenset(
        token.lower_
        for token in sentence.tokens
        if token.lower_ != "demand" or token.tag_ != "NN" or any(token.children)
    )


def _matches(sentence: Sentence, text: str, words: Lexicon) -> Iterator[tuple[Token, int, Entry]]:
    """The patterns that match in a sentence, the longest of each position first at each token."""
    end = sentence.tokens.end_char
    for token in sentence.tokens:
        best: dict[str, tuple[int, Entry]] = {}
        for pattern, entry in words.patterns.get(token.lower_, ()):
            if entry.verbal and token.tag_[:1] not in "VM":
                continue
            match = expression(pattern).match(text, token.idx, end)
            if match and (entry.position not in best or match.end() > best[entry.position][0]):
                best[entry.position] = (match.end(), entry)
        for last, entry in best.values():
            yield token, last, entry


def _met(needs: str, around: list[frozenset[str]], words: Lexicon) -> bool:
    """Whether what a pattern needs around it is there."""
    wanted = words.lists["law"] if needs == "law" else words.demands
    return not needs or any(one & wanted for one in around)

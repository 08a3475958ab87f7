"""Numbers of an article's sentences: what is measured, and how many there are of something."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tools.draft.parse import Parsed
from tools.draft.points.numbers import Number, magnitude, measured, patterns, short, size
from tools.draft.points.ranges import opened, ranged, ranges
from tools.draft.points.words import stem, words

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

LONGEST = 1000  # characters of a sentence
LEAST_COUNTED = 10
WORDS_BETWEEN = 3  # from a number to what it counts: "600 sealed court orders"
LONGEST_VALUE = 28
COUNTED, PER_DIGIT, STRIKING, BRACKETED = 0.9, 0.25, 1.0, -0.5


def numbers(parsed: Parsed) -> tuple[tuple[Number, ...], ...]:
    """The numbers of each sentence that may be shown as figures; none overlaps another."""
    return tuple(tuple(_numbers(sentence.tokens)) for sentence in parsed.sentences)


def _numbers(tokens: Tokens) -> Iterator[Number]:
    text = tokens.text
    if len(text) > LONGEST:
        return
    taken: list[Number] = []
    spread = ranges(text)
    plain = opened(text, spread)
    for number in ranged((*measured(plain), *_counts(tokens, plain)), spread, LONGEST_VALUE):
        if all(number.end <= other.start or other.end <= number.start for other in taken):
            taken.append(number)
            inside = text.rfind("(", 0, number.start) > text.rfind(")", 0, number.start)
            worth = number.worth + (BRACKETED if inside else 0)
            said = text[number.start : number.end]
            yield Number(number.start, number.end, number.value, worth, said)


def _counts(tokens: Tokens, text: str) -> Iterator[Number]:
    """Numbers of people or things: "900 requests", "2.3m users"."""
    start = tokens[0].idx
    by_place = {token.idx - start: token for token in tokens}
    for match in patterns().count.finditer(text):
        number, scale = match.groups()
        first = by_place.get(match.start())
        if first is None or size(number, scale) < LEAST_COUNTED:
            continue
        if _is_label(first, number, scale) or not (
            noun := _counted(first, match.end() + start, tokens.end)
        ):
            continue
        between = text[match.end() : noun.idx - start].split()
        what = [*between, noun.text] if len(between) < WORDS_BETWEEN else [noun.text]
        value = " ".join([short(number, scale), *what])
        if len(value) > LONGEST_VALUE:
            value = f"{short(number, scale)} {noun.text}"
        worth = COUNTED + PER_DIGIT * magnitude(number, scale)
        if {noun.lower_, f"{stem(noun.lower_)}s"} & words().sets["striking"]:
            worth += STRIKING
        yield Number(match.start(), match.end(), value, worth)


def _is_label(first: Token, number: str, scale: str | None) -> bool:
    """Whether it is a year, or part of a name: "Article 43", "the 2024 elections"."""
    if number.isdecimal() and len(number) == 4 and not scale:
        return True
    if first.i == 0:
        return False
    before = first.nbor(-1)
    return before.lower_ in words().sets["numbered"] or (
        before.tag_.startswith("NNP") and before.i >= first.sent.start
    )


def _counted(first: Token, beyond: int, last: int) -> Token | None:
    """The plural that a number counts, where it stands right after it."""
    after = [token for token in first.doc[first.i : min(last, first.i + 8)] if token.idx >= beyond]
    for token in after[: WORDS_BETWEEN + 1]:
        if token.tag_ == "NNS" and token.text[0].islower():
            follows = token.nbor(1) if token.i + 1 < last else None
            if follows is not None and follows.tag_ in {"NN", "NNS"}:
                continue  # "12 sports clubs" are no sports
            return None if token.lower_ in words().sets["not_counted"] else token
        if not token.tag_.startswith(("JJ", "NN", "VBG", "VBN", "HYPH")):
            return None
    return None

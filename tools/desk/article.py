"""An article as the desk shows it: as its file has it, claims marked, furniture told apart."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from tools.desk.cards import CANDIDATES, Card
from tools.draft.dates.find import find_dates
from tools.draft.reading import read
from tools.model.dates import Date
from tools.model.text import Span, sentences

if TYPE_CHECKING:
    from tools.model.article import Article
    from tools.model.vocabulary import Vocabulary

MOST_SHOWN = 200_000  # characters; of what is longer only the paragraphs with claims are shown


@dataclass(frozen=True)
class Offer:
    """A claim that a sentence without one could be made: an event by its date, or a position."""

    kind: str
    value: str  # a date, or the id of a company
    name: str  # as a reader has it


@dataclass(frozen=True)
class Stretch:
    """A piece of a sentence and the kinds of the claims that quote it."""

    text: str
    kinds: tuple[str, ...]


@dataclass(frozen=True)
class Sentence:
    """A sentence with its stretches, the claims that rest on it, and what it might become."""

    span: Span
    stretches: tuple[Stretch, ...]
    cards: tuple[Card, ...]
    candidates: tuple[Card, ...]
    offers: tuple[Offer, ...]


@dataclass(frozen=True)
class Block:
    """A paragraph, a heading or a stretch of furniture; `why` says why it was left out."""

    number: int
    kind: str
    why: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True)
class Shown:
    """An article on the desk; `hidden` says how many blocks are too many to show."""

    file: str
    blocks: tuple[Block, ...]
    hidden: int


Piece = tuple[Span, str, str]  # where, of which kind, and why it was left out


@lru_cache(maxsize=16)
def _pieces(text: str) -> tuple[tuple[Piece, tuple[Span, ...]], ...]:
    """The blocks of an article in their order, each with its sentences."""
    reading = read(text)
    found: list[Piece] = [(one.span, one.kind, "") for one in reading.pieces]
    found += [(one.span, "furniture", one.why) for one in reading.removed]
    return tuple((piece, _sentences(text, piece)) for piece in sorted(found, key=lambda p: p[0]))


def _sentences(text: str, piece: Piece) -> tuple[Span, ...]:
    span, kind, _ = piece
    if kind == "furniture":
        return (span,)
    return tuple(
        Span(span.start + one.start, span.start + one.end)
        for one in sentences(text[span.start : span.end])
    )


@lru_cache(maxsize=16)
def dates_in(text: str, published: str) -> tuple[tuple[int, int, str], ...]:
    """The start, end and EDTF of every date of an article; none of one too long to be shown."""
    if len(text) > MOST_SHOWN:
        return ()
    day = Date(published) if published and Date(published).fault is None else None
    return tuple((one.start, one.end, one.date.text) for one in find_dates(text, day))


@lru_cache(maxsize=16)
def _named(text: str, names: tuple[tuple[str, str], ...]) -> tuple[tuple[int, int, str], ...]:
    """Where the companies of the list are named, by one of their names."""
    if len(text) > MOST_SHOWN or not names:
        return ()
    ids = dict(names)
    pattern = "|".join(re.escape(name) for name in sorted(ids, key=len, reverse=True))
    return tuple(
        (*match.span(), ids[match.group()])
        for match in re.finditer(rf"(?<!\w)(?:{pattern})(?!\w)", text)
    )


def names_of(vocabulary: Vocabulary) -> tuple[tuple[str, str], ...]:
    """Every name of every company with its id."""
    return tuple((name, one.id) for one in vocabulary.companies.values() for name in one.names)


def shown(article: Article, cards: Sequence[Card], published: str, vocabulary: Vocabulary) -> Shown:
    """An article with the claims that rest on it; `published` is an EDTF or empty."""
    text = article.text
    marks = [(span, card) for card in cards for file, span in card.places if file == article.file]
    offers = _offers(text, published, vocabulary)
    blocks, hidden, length = [], 0, 0
    at = _Touching(marks)
    for number, ((span, kind, why), parts) in enumerate(_pieces(text)):
        length += span.end - span.start
        if length > MOST_SHOWN and not at.touching(span):
            hidden += 1
            continue
        made = tuple(
            _sentence(text, one, at, offers if kind == "paragraph" else {}) for one in parts
        )
        blocks.append(Block(number, kind, why, made))
    return Shown(article.file, tuple(blocks), hidden)


class _Touching:
    """The marks that touch a stretch of the text."""

    def __init__(self, marks: Iterable[tuple[Span, Card]]) -> None:
        self._marks = sorted(marks, key=lambda one: one[0])
        self._starts = [span.start for span, _ in self._marks]
        self._longest = max((span.end - span.start for span, _ in self._marks), default=0)

    def touching(self, place: Span) -> list[tuple[Span, Card]]:
        first = bisect_right(self._starts, place.start - self._longest - 1)
        last = bisect_right(self._starts, place.end - 1)
        return [one for one in self._marks[first:last] if one[0].end > place.start]


def _offers(text: str, published: str, vocabulary: Vocabulary) -> dict[int, tuple[int, Offer]]:
    """What each place of the text offers: its end, and the claim that could be made."""
    found = {
        start: (end, Offer("timeline", date, Date(date).display()))
        for start, end, date in dates_in(text, published)
    }
    for start, end, company in _named(text, names_of(vocabulary)):
        name = vocabulary.companies[company].name
        found.setdefault(start, (end, Offer("stances", company, name)))
    return found


def _sentence(
    text: str, span: Span, at: _Touching, offers: dict[int, tuple[int, Offer]]
) -> Sentence:
    touching = at.touching(span)
    cards = dict.fromkeys(card for _, card in touching if card.kind != CANDIDATES)
    # a candidate stands at the sentence in which its passage ends
    candidates = [
        card for place, card in touching if card.kind == CANDIDATES and place.end <= span.end
    ]
    made = () if touching else tuple(dict.fromkeys(_offered(span, offers)))
    stretches = tuple(_stretches(text, span, touching))
    return Sentence(span, stretches, tuple(cards), tuple(dict.fromkeys(candidates)), made)


def _offered(span: Span, offers: dict[int, tuple[int, Offer]]) -> Iterator[Offer]:
    for start in range(span.start, span.end):
        if start in offers and offers[start][0] <= span.end:
            yield offers[start][1]


def _stretches(text: str, span: Span, touching: list[tuple[Span, Card]]) -> Iterator[Stretch]:
    """The sentence cut where a quotation begins or ends."""
    edges = {span.start, span.end}
    kinds = defaultdict(list)
    for place, card in touching:
        edges |= {max(place.start, span.start), min(place.end, span.end)}
        kinds[place].append(card.kind)
    cuts = sorted(edges)
    for start, end in pairwise(cuts):
        here = [
            k
            for place, some in kinds.items()
            if place.start < end and place.end > start
            for k in some
        ]
        yield Stretch(text[start:end], tuple(dict.fromkeys(here)))

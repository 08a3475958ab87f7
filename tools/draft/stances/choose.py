"""From pairs to stances: what is sure stands in a draft, the rest is offered to the editor."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tools.draft.findings import FoundCandidate, FoundStance
from tools.draft.stances.about import about
from tools.draft.stances.card import card_text
from tools.draft.stances.features import features
from tools.draft.stances.model import NONE, Model, model
from tools.draft.stances.pairs import Pair, pairs
from tools.draft.stances.rules import DEED, MEANS, said, void
from tools.draft.stances.when import Times

if TYPE_CHECKING:
    from tools.draft.sense import Understood
    from tools.draft.sense.names import Name
    from tools.draft.sense.reference import References
    from tools.model.vocabulary import Position

SURE = 70  # of 100; what is less sure is offered
# A position that is the likeliest, and the only one that rules speak for, needs no more than this
# where a phrase or a deed says so, and where both do: three that seldom err alike.
AGREED, ALL_AGREED = 60, 20
OFFERED = 3  # of 100, from which on a pair is offered
MOST_OFFERED, MOST_POSITIONS = 12, 3


@dataclass(frozen=True, slots=True)
class Judged:
    """A pair and how sure each position is of it, `none` among them."""

    pair: Pair
    sureness: Mapping[str, int]
    void: frozenset[str]  # positions that may be offered and are never stated

    @property
    def some(self) -> int:
        """How sure it is that it holds any position."""
        return 100 - self.sureness[NONE]

    def likeliest(self) -> list[str]:
        """Its positions, the likeliest first; where two are as likely, as the weights have them."""
        held = [one for one in self.sureness if one != NONE and self.sureness[one]]
        return sorted(held, key=lambda one: -self.sureness[one])


@dataclass(frozen=True, slots=True)
class Sure:
    """A position of a company, the pair that shows it best, and how sure all its pairs make it."""

    of: Judged
    position: str
    sureness: int


@dataclass(frozen=True)
class Stances:
    """What is drafted of an article's positions, and what is offered."""

    stated: tuple[FoundStance, ...]
    offered: tuple[FoundCandidate, ...]


def stances(article: Understood, known: Mapping[str, Position]) -> Stances:
    """The stances of an article in the order of their sentences, and candidates by likelihood.

    Only positions of the list `known`, by their ids, are among them; a company holds each once.
    """
    times = Times(article)
    judged = [_listed(one, known) for one in judge(article.references, model())]
    told = [one for one in judged if not times.is_background(one.pair.sentence)]
    sure = _sure(told, known)
    stated = tuple(_stance(one, times, article.parsed.reading.text) for one in sure)
    taken = {(one.of.pair.name, one.of.pair.number) for one in sure}
    left = [one for one in judged if (one.pair.name, one.pair.number) not in taken]
    return Stances(stated, tuple(_offers(left, MOST_OFFERED - len(stated))))


def judge(references: References, by: Model) -> list[Judged]:
    """Every pair of an article with how sure each position is."""
    topic = about(references)
    judged = []
    for pair in pairs(references):
        seen = features(pair, topic)
        judged.append(_agreed(Judged(pair, by.sureness(seen), void(seen)), seen))
    return judged


def _agreed(one: Judged, seen: Sequence[str]) -> Judged:
    """A pair of which rules and weights say the same, as sure as need be."""
    [position] = [*one.likeliest(), NONE][:1]
    least = ALL_AGREED if {MEANS + position, DEED + position} <= set(seen) else AGREED
    if said(seen) != {position} or one.sureness[position] < least:
        return one
    raised = {**one.sureness, position: max(SURE, one.sureness[position])}
    return replace(one, sureness=raised)


def _listed(one: Judged, known: Mapping[str, Position]) -> Judged:
    """A pair as a list of positions has it: what that lacks is no position."""
    held = {name: sure for name, sure in one.sureness.items() if name in known and name != NONE}
    none = sum(sure for name, sure in one.sureness.items() if name not in held)
    return replace(one, sureness={NONE: none, **held})


def _sure(judged: Iterable[Judged], known: Mapping[str, Position]) -> list[Sure]:
    """What stands: of each company and position the surest pair, none beside what denies it.

    Sentences that say the same make each other surer, as if each were right by itself.
    """
    told: dict[tuple[Name, str], list[Judged]] = {}
    for one in judged:
        for position in one.sureness:
            if position != NONE and position not in one.void:
                told.setdefault((one.pair.name, position), []).append(one)
    found = [_together(position, some) for (_, position), some in told.items()]
    place = {position: number for number, position in enumerate(known)}
    ranked = sorted(
        (one for one in found if one.sureness >= SURE),
        key=lambda one: (-one.sureness, known[one.position].rank, place[one.position]),
    )
    kept: dict[Name, list[Sure]] = {}
    for sure in ranked:
        held = kept.setdefault(sure.of.pair.name, [])
        if {other.position for other in held}.isdisjoint(known[sure.position].not_beside):
            held.append(sure)
    stands = [sure for some in kept.values() for sure in some]
    return sorted(stands, key=lambda sure: sure.of.pair.number)


def _together(position: str, some: list[Judged]) -> Sure:
    wrong = math.prod(100 - one.sureness[position] for one in some)
    sureness = 100 - (100 * wrong) // 100 ** len(some)
    best = max(some, key=lambda one: (one.sureness[position], -one.pair.number))
    return Sure(best, position, sureness)


def _offers(judged: Iterable[Judged], most: int) -> Iterable[FoundCandidate]:
    likely = [one for one in judged if one.some >= OFFERED and one.likeliest()]
    for one in sorted(likely, key=lambda one: -one.some)[: max(0, most)]:
        yield FoundCandidate(
            company=one.pair.name.text,
            company_id=one.pair.name.company_id,
            positions=tuple(one.likeliest()[:MOST_POSITIONS]),
            span=one.pair.sentence.span,
            sureness=one.some,
        )


def _stance(one: Sure, times: Times, text: str) -> FoundStance:
    name, sentence = one.of.pair.name, one.of.pair.sentence
    return FoundStance(
        company=name.text,
        company_id=name.company_id,
        position=one.position,
        date=times.of(sentence),
        text=card_text(one.of.pair, one.position, text),
        span=sentence.span,
        sureness=one.sureness,
    )

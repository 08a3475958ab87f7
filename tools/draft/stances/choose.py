"""From pairs to stances: what is sure stands in a draft, the rest is offered to the editor."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tools.draft.found import FoundCandidate, FoundStance
from tools.draft.sense.names import Name, names_of
from tools.draft.sense.reference import References
from tools.draft.stances.card import card_text
from tools.draft.stances.features import about, features
from tools.draft.stances.model import NONE, Model, model
from tools.draft.stances.pairs import Pair, pairs
from tools.draft.stances.when import Times

if TYPE_CHECKING:
    from tools.draft.sense.parse import Parsed
    from tools.model.dates import Date
    from tools.model.vocabulary import Position, Vocabulary

SURE = 50  # of 100; what is less sure is offered
OFFERED = 3  # of 100, from which on a pair is offered
MOST_OFFERED, MOST_POSITIONS = 12, 3


@dataclass(frozen=True, slots=True)
class Judged:
    """A pair and how sure each position is of it, `none` among them."""

    pair: Pair
    sureness: Mapping[str, int]

    @property
    def some(self) -> int:
        """How sure it is that it holds any position."""
        return 100 - self.sureness[NONE]

    def likeliest(self) -> list[str]:
        """Its positions, the likeliest first; where two are as likely, as the list has them."""
        held = [one for one in self.sureness if one != NONE and self.sureness[one]]
        return sorted(held, key=lambda one: -self.sureness[one])


@dataclass(frozen=True)
class Stances:
    """What is drafted of an article's positions, and what is offered."""

    stated: tuple[FoundStance, ...]
    offered: tuple[FoundCandidate, ...]


def stances(parsed: Parsed, published: Date | None, vocabulary: Vocabulary) -> Stances:
    """The stances of an article in the order of their sentences, and candidates by likelihood.

    Only positions that the vocabulary has are among them; a company holds each once.
    """
    references = References(parsed, names_of(parsed, vocabulary.companies, vocabulary.authorities))
    times = Times(parsed, published)
    judged = judge(references, model())
    told = [one for one in judged if not times.is_background(one.pair.sentence)]
    sure = list(_sure(told, vocabulary.positions))
    stated = tuple(_stance(one, position, times, parsed.reading.text) for one, position in sure)
    taken = {(one.pair.name, one.pair.number) for one, _ in sure}
    left = [one for one in judged if (one.pair.name, one.pair.number) not in taken]
    return Stances(stated, tuple(_offers(left, vocabulary.positions, MOST_OFFERED - len(stated))))


def judge(references: References, by: Model) -> list[Judged]:
    """Every pair of an article with how sure each position is."""
    article = about(references)
    return [Judged(pair, by.sureness(features(pair, article))) for pair in pairs(references)]


def _sure(judged: Iterable[Judged], known: Mapping[str, Position]) -> list[tuple[Judged, str]]:
    """What stands: of each company and position the surest pair, none beside what denies it."""
    best: dict[tuple[Name, str], Judged] = {}
    for one in judged:
        for position, sureness in one.sureness.items():
            if position not in known or sureness < SURE:
                continue
            key = one.pair.name, position
            if key not in best or sureness > best[key].sureness[position]:
                best[key] = one
    ranked = sorted(best, key=lambda key: (-best[key].sureness[key[1]], known[key[1]].rank))
    kept: dict[Name, list[str]] = {}
    for name, position in ranked:
        held = kept.setdefault(name, [])
        if set(held).isdisjoint(known[position].not_beside):
            held.append(position)
    stands = [(one, key[1]) for key, one in best.items() if key[1] in kept[key[0]]]
    return sorted(stands, key=lambda one: one[0].pair.number)


def _offers(
    judged: Iterable[Judged], known: Mapping[str, Position], most: int
) -> Iterable[FoundCandidate]:
    ranked = sorted((one for one in judged if one.some >= OFFERED), key=lambda one: -one.some)
    for one in ranked[: max(0, most)]:
        positions = tuple(name for name in one.likeliest() if name in known)[:MOST_POSITIONS]
        if positions:
            yield FoundCandidate(
                company=one.pair.name.text,
                company_id=one.pair.name.company_id,
                positions=positions,
                quote=one.pair.sentence.quote,
                sureness=one.some,
            )


def _stance(one: Judged, position: str, times: Times, text: str) -> FoundStance:
    name, sentence = one.pair.name, one.pair.sentence
    return FoundStance(
        company=name.text,
        company_id=name.company_id,
        position=position,
        date=times.of(sentence),
        text=card_text(one.pair, position, text),
        quote=sentence.quote,
        sureness=one.sureness[position],
    )

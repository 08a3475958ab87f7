"""From cues to stances: the evidence for each company and position, and what of it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tools.draft.found import FoundStance
from tools.draft.sense.names import Name, names_of
from tools.draft.sense.reference import References
from tools.draft.stances.card import card_text, whole_text
from tools.draft.stances.cues import Cue, cues
from tools.draft.stances.holders import holders
from tools.draft.stances.likely import Guess, likely
from tools.draft.stances.when import Times

if TYPE_CHECKING:
    from tools.draft.sense.parse import Parsed, Sentence
    from tools.model.dates import Date
    from tools.model.vocabulary import Position, Vocabulary


CLEAR = 3.0  # evidence for a second position


@dataclass(frozen=True, slots=True)
class Evidence:
    """One cue, read as one company's."""

    name: Name
    cue: Cue
    score: float


def stances(parsed: Parsed, published: Date | None, vocabulary: Vocabulary) -> list[FoundStance]:
    """The stances of an article, in the order of their sentences; one a company and position.

    Only positions that the vocabulary has are among them.
    """
    positions = vocabulary.positions
    found = cues(parsed, positions)
    references = References(parsed, names_of(parsed, vocabulary.companies))
    times = Times(parsed, published)
    by_name: dict[Name, list[Evidence]] = {}
    for cue in found:
        held_by = holders(cue, references)
        if held_by and times.is_background(parsed.sentences[cue.sentence]):
            continue
        for name in held_by:
            if name.kind == "perhaps" and len(name.key) > 1 and cue.weight < CLEAR:
                continue
            one = Evidence(name, cue, cue.weight - 0.5 * (name.kind == "perhaps"))
            by_name.setdefault(name, []).append(one)
    chosen = [one for some in by_name.values() for one in _chosen(some, positions)]
    stated = [(one.cue.sentence, _stance(one, parsed, times)) for one in chosen]
    held = {name: {one.cue for one in some} for name, some in by_name.items()}
    for guess in likely(parsed, references, found, held, positions) or ():
        sentence = parsed.sentences[guess.sentence]
        if times.is_background(sentence) or guess.position not in positions:
            continue
        own = [one for one in chosen if one.name is guess.name]
        if any(one.cue.position == guess.position or one.score >= CLEAR for one in own):
            continue
        stated = [one for one in stated if one[1].company != guess.name.text]
        stated.append((guess.sentence, _likely_stance(guess, sentence, times)))
    return [stance for _, stance in sorted(stated, key=lambda one: one[0])]


def _chosen(some: list[Evidence], positions: Mapping[str, Position]) -> list[Evidence]:
    """What stands of the evidence for one company: the best, and what is said apart from it."""
    some = [_together(one, some, positions) for one in some]
    ranked = sorted(
        some, key=lambda one: (-one.score, positions[one.cue.position].rank, one.cue.token.i)
    )
    kept: list[Evidence] = []
    for one in ranked:
        apart = all(one.cue.sentence != other.cue.sentence for other in kept)
        beside = _may_stand_beside(one, kept, positions)
        if not kept or (apart and one.score >= CLEAR and beside):
            kept.append(one)
    return kept


def _together(one: Evidence, some: list[Evidence], positions: Mapping[str, Position]) -> Evidence:
    """Evidence in the light of what its own sentence says besides: does this but not that."""
    beside = {other.cue.position for other in some if other.cue.sentence == one.cue.sentence}
    for amount in positions[one.cue.position].amounts:
        if amount.beside in beside and amount.to in positions:
            return replace(one, cue=replace(one.cue, position=amount.to))
    return one


def _may_stand_beside(
    one: Evidence, kept: list[Evidence], positions: Mapping[str, Position]
) -> bool:
    """Whether a company may hold a position beside those kept: no two that say the same or less."""
    held = {other.cue.position for other in kept}
    return one.cue.position not in held and held.isdisjoint(positions[one.cue.position].not_beside)


def _likely_stance(guess: Guess, sentence: Sentence, times: Times) -> FoundStance:
    return FoundStance(
        company=guess.name.text,
        company_id=guess.name.company_id,
        position=guess.position,
        date=times.of(sentence),
        text=whole_text(sentence),
        span=sentence.span,
    )


def _stance(one: Evidence, parsed: Parsed, times: Times) -> FoundStance:
    sentence = parsed.sentences[one.cue.sentence]
    return FoundStance(
        company=one.name.text,
        company_id=one.name.company_id,
        position=one.cue.position,
        date=times.of(sentence),
        text=card_text(one.cue, parsed),
        span=sentence.span,
    )

"""From cues to stances: the evidence for each company and position, and what of it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tools.draft.found import FoundStance
from tools.draft.names import Name, names_of
from tools.draft.stances.card import card_text, whole_text
from tools.draft.stances.cues import Cue, cues
from tools.draft.stances.holders import holders
from tools.draft.stances.likely import Guess, likely
from tools.draft.stances.reference import References
from tools.draft.stances.when import Times

if TYPE_CHECKING:
    from tools.draft.parse import Parsed, Sentence
    from tools.model.dates import Date
    from tools.model.vocabulary import Company


# of two that are shown as well, the one that says more
PLAINEST = (
    "challenges",
    "withdraws",
    "redirects",
    "refuses",
    "partly-complies",
    "complies",
    "pauses",
    "opposes",
    "supports",
    "undeclared",
)
HOLDS = {"undeclared", "pauses"}
# of these a company is given one, the better shown
ALIKE = (
    {"complies", "partly-complies", "supports"},
    {"refuses", "redirects", "opposes"},
    {"complies", "partly-complies", "refuses", "redirects", "withdraws"},
    {"supports", "opposes"},
)
# what two positions in one sentence amount to
BOTH = {
    frozenset({"complies", "refuses"}): "partly-complies",
    frozenset({"partly-complies", "refuses"}): "partly-complies",
    frozenset({"pauses", "withdraws"}): "pauses",
}
CLEAR = 3.0  # evidence for a second position


@dataclass(frozen=True, slots=True)
class Evidence:
    """One cue, read as one company's."""

    name: Name
    cue: Cue
    score: float


def stances(
    parsed: Parsed, published: Date | None, companies: Mapping[str, Company]
) -> list[FoundStance]:
    """The stances of an article, in the order of their sentences; one a company and position."""
    found = cues(parsed)
    references = References(parsed, names_of(parsed, companies))
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
    chosen = [one for some in by_name.values() for one in _chosen(some)]
    stated = [(one.cue.sentence, _stance(one, parsed, times)) for one in chosen]
    held = {name: {one.cue for one in some} for name, some in by_name.items()}
    for guess in likely(parsed, references, found, held) or ():
        sentence = parsed.sentences[guess.sentence]
        if times.is_background(sentence):
            continue
        own = [one for one in chosen if one.name is guess.name]
        if any(one.cue.position == guess.position or one.score >= CLEAR for one in own):
            continue
        stated = [one for one in stated if one[1].company != guess.name.text]
        stated.append((guess.sentence, _likely_stance(guess, sentence, times)))
    return [stance for _, stance in sorted(stated, key=lambda one: one[0])]


def _chosen(some: list[Evidence]) -> list[Evidence]:
    """What stands of the evidence for one company: the best, and what is said apart from it."""
    some = [_together(one, some) for one in some]
    ranked = sorted(
        some, key=lambda one: (-one.score, PLAINEST.index(one.cue.position), one.cue.token.i)
    )
    kept: list[Evidence] = []
    for one in ranked:
        apart = all(one.cue.sentence != other.cue.sentence for other in kept)
        if not kept or (apart and one.score >= CLEAR and _compatible(one, kept)):
            kept.append(one)
    return kept


def _together(one: Evidence, some: list[Evidence]) -> Evidence:
    """Evidence in the light of what its own sentence says besides: does this but not that."""
    beside = {other.cue.position for other in some if other.cue.sentence == one.cue.sentence}
    for pair, position in BOTH.items():
        if one.cue.position in pair and pair <= beside:
            return replace(one, cue=replace(one.cue, position=position))
    return one


def _compatible(one: Evidence, kept: list[Evidence]) -> bool:
    """Whether a company may hold a position beside those kept: no two that say the same or less."""
    positions = {other.cue.position for other in kept}
    if one.cue.position in positions or one.cue.position in HOLDS:
        return False
    return not any({one.cue.position, other} <= group for group in ALIKE for other in positions)


def _likely_stance(guess: Guess, sentence: Sentence, times: Times) -> FoundStance:
    return FoundStance(
        company=guess.name.text,
        company_id=guess.name.company_id,
        position=guess.position,
        date=times.of(sentence),
        text=whole_text(sentence),
        quote=sentence.quote,
    )


def _stance(one: Evidence, parsed: Parsed, times: Times) -> FoundStance:
    sentence = parsed.sentences[one.cue.sentence]
    return FoundStance(
        company=one.name.text,
        company_id=one.name.company_id,
        position=one.cue.position,
        date=times.of(sentence),
        text=card_text(one.cue, parsed),
        quote=sentence.quote,
    )

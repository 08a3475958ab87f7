"""What an article is about, as far as positions go: what is asked, of whom, and how near."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tools.draft.sense.demands import Demands, demands
from tools.draft.sense.meanings import meanings
from tools.draft.sense.places import place_of
from tools.draft.stances.lexicon import lexicon

if TYPE_CHECKING:
    from tools.draft.parse import Parsed
    from tools.draft.sense.names import Name
    from tools.draft.sense.reference import References

# what may be done to a company, by the meaning of the word that it hangs on
_DONE = frozenset(
    "order urge call-for request-demand order-injunction accuse sue lawsuit investigate punish "
    "fine-penalty forbid ban allegation-complaint investigation rule approve protest "
    "strike-protest".split()
)
_AIMED = ("object", "nsubjpass", "against", "on", "to", "at", "from", "with")


@dataclass(frozen=True, slots=True)
class About:
    """What an article is about; `public` and `aimed_at` are of all of it."""

    references: References
    public: Sequence[int]  # words of laws and of those who make them, by sentence
    demands: Demands
    aimed_at: Mapping[Name, frozenset[str]]  # what is done to a company: an order, a suit, a fine


def about(references: References) -> About:
    """What the article of some references is about."""
    parsed = references.parsed
    return About(references, _public_words(parsed), demands(parsed), _aimed_at(references))


def _public_words(parsed: Parsed) -> list[int]:
    public = lexicon().lists["public"]
    return [sum(token.lower_ in public for token in one.tokens) for one in parsed.sentences]


def _aimed_at(references: References) -> Mapping[Name, frozenset[str]]:
    found: dict[Name, set[str]] = {}
    doc = references.parsed.doc
    for name in references.names.all:
        for run in name.mentions if name.is_company else ():
            place = place_of(doc[run.last])
            if place.role in _AIMED and place.owned is None:
                done = _DONE.intersection(meanings(place.head))
                found.setdefault(name, set()).update(done)
    return {name: frozenset(some) for name, some in found.items()}

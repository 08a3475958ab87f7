"""How right drafts are: fresh ones compared with the reviewed records of the same articles.

Precision is the share of a draft's entries that the record has as well, recall the share of the
record's entries that the draft found, and F1 their harmonic mean.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from tools.model.article import Article
from tools.model.claims import slug
from tools.model.record import Claim, Event, Explainer, Profile, ShortForm, Stance
from tools.model.story import Story


@dataclass(frozen=True)
class Score:
    """The count of one kind of claim over all stories."""

    kind: str
    found: int = 0  # entries of records that the drafts have
    drafted: int = 0  # entries of the drafts
    recorded: int = 0  # entries of the records

    @property
    def precision(self) -> float:
        return self.found / self.drafted if self.drafted else 0.0

    @property
    def recall(self) -> float:
        return self.found / self.recorded if self.recorded else 0.0

    @property
    def f1(self) -> float:
        total = self.drafted + self.recorded
        return 2 * self.found / total if total else 0.0


Same = Callable[[Any, Any, Story], bool]


def scores(pairs: Iterable[tuple[Story, Explainer]]) -> list[Score]:
    """The scores of drafts, each with the reviewed story that it is compared with."""
    totals = {kind: Score(kind) for kind in KINDS}
    for story, draft in pairs:
        if story.record is None:
            continue
        for kind, (field, same) in KINDS.items():
            recorded, drafted = getattr(story.record, field), getattr(draft, field)
            total = totals[kind]
            totals[kind] = Score(
                kind,
                total.found + _matched(recorded, drafted, same, story),
                total.drafted + len(drafted),
                total.recorded + len(recorded),
            )
    return list(totals.values())


def _matched(recorded: Sequence[Any], drafted: Sequence[Any], same: Same, story: Story) -> int:
    """How many entries of a record have one of the draft to themselves."""
    left, matched = list(drafted), 0
    for entry in recorded:
        mate = next((other for other in left if same(entry, other, story)), None)
        if mate is not None:
            left.remove(mate)
            matched += 1
    return matched


def _same_sentence(one: Claim, other: Claim, story: Story) -> bool:
    """Whether the quotations of two claims share a stretch of an article."""
    return any(_overlap(one, other, article) for article in story.articles.values())


def _overlap(one: Claim, other: Claim, article: Article) -> bool:
    first, second = ([s for q in claim.quote for s in article.find(q)] for claim in (one, other))
    return any(a.start < b.end and b.start < a.end for a in first for b in second)


def _same_event(one: Event, other: Event, story: Story) -> bool:
    return one.date.text == other.date.text and _same_sentence(one, other, story)


def _same_stance(one: Stance, other: Stance, _: Story) -> bool:
    return (one.company, one.position) == (other.company, other.position)


def _same_name(one: Profile, other: Profile, _: Story) -> bool:
    first, second = (set(slug(profile.name).split("-")) for profile in (one, other))
    return first <= second or second <= first


def _same_short(one: ShortForm, other: ShortForm, _: Story) -> bool:
    return (one.short, slug(one.long)) == (other.short, slug(other.long))


KINDS: dict[str, tuple[str, Same]] = {
    "events with their date": ("timeline", _same_event),
    "events, whatever their date": ("timeline", _same_sentence),
    "positions": ("stances", _same_stance),
    "people and organisations": ("who", _same_name),
    "short forms": ("terms", _same_short),
    "figures": ("figures", _same_sentence),
    "words for the glossary": ("glossary", lambda one, other, _: bool(one == other)),
}

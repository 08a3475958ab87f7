"""Notice: two positions of a company at one time of which only one can be right."""

from __future__ import annotations

from tools.check.notices.finding import Claims, Findings, finding
from tools.check.rule import record_of
from tools.model.problem import Path, shorten
from tools.model.record import Stance
from tools.model.story import Story
from tools.model.vocabulary import Vocabulary


def positions_agree(story: Story, vocabulary: Vocabulary, claims: Claims) -> Findings:
    """A company has one position on an axis of a demand on one date, or one that says the other.

    What ended by itself stands beside what came after it.
    """
    positions, topic = vocabulary.positions, record_of(story).topic
    first: dict[tuple[str | None, ...], tuple[Path, str]] = {}
    for placed in claims:
        claim = placed.claim
        if not isinstance(claim, Stance) or claim.date is None or claim.until is not None:
            continue
        position = positions.get(claim.position)
        if position is None or position.axis is None:
            continue
        key = (claim.company, claim.topic or topic, claim.date.text, position.axis)
        path, other = first.setdefault(key, (placed.path, position.id))
        if other in (position.id, *position.includes) or position.id in positions[other].includes:
            continue  # the same twice is reported by claims_are_told_once
        line = story.places[path].line if path in story.places else 1
        yield finding(
            story,
            placed.path,
            ("position",),
            f"is another than that of the company on the same day, {other} on line {line}: "
            f"{shorten(position.id)}",
            "Delete the one that its quotation does not bear out, or mend a date or a topic.",
        )

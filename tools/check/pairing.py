"""Which claim of a record became which: what two states of a record say differently."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from tools.model.claims import Placed, claims
from tools.model.problem import Path
from tools.model.record import Explainer, Stance
from tools.model.text import fold

KINDS = ("answer", "stances", "timeline", "figures")  # on these, readers rely
UNSAID = {"quote", "source", "id", "checked"}  # of a claim, what a page shows elsewhere or not
ALIKE = 0.6  # of a claim's words in their order: the same claim in other words


@dataclass(frozen=True)
class Difference:
    """A field of a claim that says something else; `before` is None where the claim is new."""

    path: Path
    what: str  # has happened: change, be added, lose a claim
    value: str
    before: str | None


def anchored(record: Explainer) -> dict[str, Placed]:
    """The claims of a record by their anchors."""
    return {placed.anchor: placed for placed in claims(record)}


def partner(placed: Placed, others: Iterable[Placed]) -> Placed | None:
    """The claim among others that has the same anchor, else the one of its kind most alike."""
    alike = [(_likeness(placed, other), other) for other in others if other.kind == placed.kind]
    likeness, other = max(alike, key=lambda pair: pair[0], default=(0.0, None))
    return other if likeness >= ALIKE else None


def _likeness(one: Placed, other: Placed) -> float:
    if one.anchor == other.anchor:
        return 2.0  # more than any words can be alike
    words, others = (" ".join(_said(placed).values()).split() for placed in (one, other))
    return difflib.SequenceMatcher(None, words, others, autojunk=False).ratio()


def _said(placed: Placed) -> dict[str, str]:
    """What a claim tells a reader, by field: neither where it is quoted from nor its anchor."""
    said = placed.claim.model_dump(exclude=UNSAID, exclude_none=True)
    if isinstance(placed.claim, Stance) and placed.claim.until:
        said["until"] = placed.claim.until.date.text
    return {name: fold(str(value)) for name, value in said.items()}


def differences(
    old: Explainer, new: Explainer, led: Mapping[str, str] = MappingProxyType({})
) -> list[Difference]:
    """Where the claims on which readers rely say something else; their order says nothing.

    `led` has the earlier id of each topic that took the place of another.
    """
    was, now = _telling(old, {}), _telling(new, led)
    gone = [placed for placed, said in was if said not in [other for _, other in now]]
    found: list[Difference] = []
    for placed, said in now:
        if said in [other for _, other in was]:
            continue
        before = partner(placed, gone)
        if before is None:
            found.append(Difference(placed.path, "be added", _shown(said), None))
            continue
        gone.remove(before)
        found.append(_changed(placed, said, next(s for p, s in was if p == before)))
    return found + [
        Difference(placed.path[:1], "lose a claim", _shown(_said(placed)), _shown(_said(placed)))
        for placed in gone
    ]


def _telling(record: Explainer, led: Mapping[str, str]) -> list[tuple[Placed, dict[str, str]]]:
    """The claims on which readers rely, with what each says, the topic of a position included."""
    found = []
    for placed in claims(record):
        if placed.kind in KINDS:
            said = _said(placed)
            if isinstance(placed.claim, Stance) and record.topic:
                said.setdefault("topic", record.topic)
            if "topic" in said:
                said["topic"] = led.get(said["topic"], said["topic"])
            found.append((placed, said))
    return found


def _changed(placed: Placed, said: dict[str, str], before: dict[str, str]) -> Difference:
    """The first field in which a claim differs from what it was."""
    names = [name for name in (*said, *before) if said.get(name) != before.get(name)]
    name = names[0]
    return Difference(
        (*placed.path, name), "change", said.get(name, ""), before.get(name, "without it")
    )


def _shown(said: dict[str, str]) -> str:
    """A claim as a message names it; a position by whose it is, since many have like words."""
    if "position" in said:
        return f"{said['company']} {said['position']}: {said['text']}"
    return said.get("text") or " ".join(said.values())

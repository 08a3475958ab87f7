"""How right machines' drafts were in real use: what editors made of them at the desk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tools.desk.log import MENDED, Decision
from tools.model.claims import LISTS

CANDIDATES = "candidates"
KINDS = ("answer", *LISTS, CANDIDATES)
# what readers of the table call them, where that is not the name of the list
NAMES = {"stances": "positions", "timeline": "events", "who": "people and organisations"}
KEPT, CHANGED, DROPPED, TAKEN, NONE = VERDICTS = ("kept", "changed", "dropped", "taken", "none")


@dataclass(frozen=True)
class Row:
    """How many claims of one kind came to which end."""

    kind: str
    kept: int = 0
    changed: int = 0
    dropped: int = 0
    taken: int = 0
    none: int = 0

    @property
    def name(self) -> str:
        return NAMES.get(self.kind, self.kind.replace("_", " "))

    @property
    def decided(self) -> int:
        return self.kept + self.changed + self.dropped


def judged(decisions: Mapping[str, Sequence[Decision]]) -> list[Row]:
    """The kinds of which anything was decided, from the decisions of each story in their order.

    A claim counts once, however often it was decided; one that an editor made does not count.
    """
    ends = [end for story in decisions.values() for end in _ends(story)]
    rows = [
        Row(kind, *(ends.count((kind, verdict)) for verdict in VERDICTS))
        for kind in KINDS
        if any(kind == one for one, _ in ends)
    ]
    return [row for row in rows if row.decided + row.taken + row.none]


def _ends(decisions: Sequence[Decision]) -> list[tuple[str, str]]:
    """The kind of each claim of a story and what became of it."""
    chains: list[list[Decision]] = []
    for decision in decisions:
        # what a claim is called changes with its date; what it said before it was changed is known
        chain = next((one for one in reversed(chains) if _goes_on(one[-1], decision)), None)
        if chain is None:
            chains.append([decision])
        else:
            chain.append(decision)
    return [(chain[0].kind, _end([one.verdict for one in chain])) for chain in chains]


def _goes_on(last: Decision, decision: Decision) -> bool:
    """Whether a decision is of the claim that an earlier one left."""
    if last.kind not in (decision.kind, CANDIDATES):
        return False
    return last.claim == decision.claim or (
        last.after is not None and last.after == decision.before
    )


def _end(verdicts: list[str]) -> str:
    """What the verdicts on a claim come to; empty where it was not drafted."""
    decided = [one for one in verdicts if one != MENDED]
    if not decided:
        return ""
    first, last = decided[0], decided[-1]
    if first in (TAKEN, NONE):
        return NONE if last in (NONE, DROPPED) else TAKEN
    if first not in VERDICTS:
        return ""
    if last == DROPPED:
        return DROPPED
    return CHANGED if {CHANGED, MENDED} & {*verdicts} else KEPT


def table(rows: Sequence[Row], stories: int) -> str:
    """The rows in Markdown, and below them of how many stories; a sentence where there is none."""
    if not rows:
        return "Nothing was decided at the desk on this machine."
    claims = [row for row in rows if row.decided]
    lines = ["| What | As drafted | Changed | Dropped | Of |", "|---|---|---|---|---|"]
    lines += [
        f"| {row.name.capitalize()} | {row.kept} | {row.changed} | {row.dropped} | {row.decided} |"
        for row in claims
    ]
    told = [*lines, ""] if claims else []
    for row in rows:
        if offered := row.taken + row.none:
            told.append(f"Candidates: {offered} decided, {row.taken} taken.")
    told.append(f"Decided at the desk on this machine; stories: {stories}.")
    return "\n".join(told)

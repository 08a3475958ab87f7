"""What a notice is: something that an editor should look into, and may find to be right."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

from tools.check.around import Around
from tools.check.rule import record_of
from tools.model.claims import Placed, claims
from tools.model.problem import Path, Problem
from tools.model.receipts import places_of
from tools.model.story import Story
from tools.model.vocabulary import Vocabulary


@dataclass(frozen=True)
class Finding:
    """A notice and the claim that it is about; the path is empty where it is the whole record."""

    claim: Path
    problem: Problem


Findings: TypeAlias = Iterator[Finding]
Claims: TypeAlias = tuple[Placed, ...]
# what is looked at are the claims that their quotations bear out
NoticeRule: TypeAlias = Callable[[Story, Vocabulary, Claims], Findings]
AcrossRule: TypeAlias = Callable[[Story, Around], Findings]


def finding(story: Story, claim: Path, field: Path, message: str, way_out: str) -> Finding:
    """A notice about a claim, at one of the fields of its record."""
    return Finding(claim, story.problem((*claim, *field), message, way_out, notice=True))


def borne_out(story: Story) -> Iterator[Placed]:
    """The claims all of whose quotations stand in one place; the others have their own Problems."""
    for placed in claims(record_of(story)):
        claim = placed.claim
        if claim.quote and all(len(places_of(q, claim, story)) == 1 for q in claim.quote):
            yield placed


def named(found: Finding, name: str) -> Finding:
    """The same notice by the id of its rule, which the way out tells an editor to write."""
    where = "in this claim" if found.claim else "in the record"
    way_out = f"{found.problem.way_out} If it is right as it is, write {where}: checked: [{name}]"
    return replace(found, problem=replace(found.problem, id=name, way_out=way_out))

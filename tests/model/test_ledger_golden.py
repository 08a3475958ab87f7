"""Every case of tests/golden/model/ledger.yml: steps, and what was last known in the end."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import pytest

from tests.model.build import stance, story, vocabulary
from tests.project import Case, golden
from tools.model.ledger import Track, ledger
from tools.model.story import Story

CASES = golden("model/ledger.yml")


def stories(steps: list[str]) -> list[Story]:
    """The records that tell the steps of a case."""
    told: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for number, step in enumerate(steps):
        said, _, more = step.partition(" | ")
        date, position = said.split()
        made = stance("acme", position, date, id=f"step-{number}")
        if more.startswith("until "):
            made["until"] = {"date": more.removeprefix("until "), "quote": "It ended."}
            more = ""
        told[more or "a"].append(made)
    return [story(name=name, stances=stances) for name, stances in told.items()]


def track_of(case: Case) -> Track:
    return ledger(stories(case["steps"]), vocabulary(case.get("asked")))["acme", "data"]


@pytest.mark.parametrize("name", CASES)
def test_the_ledger_of_a_case(name: str) -> None:
    case, track = CASES[name], track_of(CASES[name])
    expected = {
        "moves": case["moves"],
        "now": case["now"],
        "earlier": case.get("earlier", []),
        "apart": case.get("apart", []),
        "differ": case.get("differ", []),
        "ended": {str(date): names for date, names in case.get("ended", {}).items()},
    }
    assert expected == {
        "moves": [step.move or "-" for step in track.steps],
        "now": [step.position for step in track.last_known],
        "earlier": [step.position for step in track.earlier],
        "apart": [step.position for step in track.apart],
        "differ": [step.position for step in track.steps if step.differs],
        "ended": {step.date.text: list(step.ended) for step in track.steps if step.ended},
    }


@pytest.mark.parametrize("name", [name for name in CASES if "before" in CASES[name]])
def test_a_move_knows_what_it_left(name: str) -> None:
    case, track = CASES[name], track_of(CASES[name])
    left = {s.date.text: s.before for s in track.steps if s.move == "changed"}
    assert {str(date): position for date, position in case["before"].items()} == left


@pytest.mark.parametrize("name", CASES)
def test_the_order_in_which_records_are_read_changes_nothing(name: str) -> None:
    told, words = stories(CASES[name]["steps"]), vocabulary(CASES[name].get("asked"))
    one, other = ledger(told, words), ledger(told[::-1], words)
    assert one == other

"""How a verb is meant: denied, untrue, asked for, supposed, told by others, or no longer so."""

from __future__ import annotations

from dataclasses import asdict

import pytest

from tests.project import Case, golden
from tools.draft.parse import parse
from tools.draft.reading import read
from tools.draft.sense.clauses import mood

CASES = golden("draft/clauses.yml")


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_verb_is_meant_as_the_case_says(case: Case) -> None:
    parsed = parse(read(f"A day in Ostvale\n\n{case['text']}"))
    [verb] = [token for token in parsed.doc if token.text == case["verb"]]
    assert {name for name, true in asdict(mood(verb)).items() if true} == set(case["mood"])

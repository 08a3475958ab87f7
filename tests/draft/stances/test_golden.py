"""Every case of tests/golden/draft/stances: a text, and the stances that must be found in it.

A new case needs no Python: `text`, `stances` with as many of their fields as matter, and where they
matter `published` and `companies` (names of the vocabulary by id).
"""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import Any

import pytest

from tests.model import build
from tests.project import Case, golden_folder
from tools.draft.reading import read
from tools.draft.sense.parse import parse
from tools.draft.stances import stances
from tools.model.dates import Date
from tools.model.vocabulary import Company, Vocabulary

CASES = golden_folder("draft/stances")


def vocabulary(case: Case) -> Vocabulary:
    companies = {
        entry: Company(
            id=entry, name=names[0], aliases=names[1:], kind="app", description="An app."
        )
        for entry, names in case.get("companies", {}).items()
    }
    return replace(build.vocabulary(), companies=companies)


def found(case: Case) -> list[dict[str, Any]]:
    published = Date(str(case["published"])) if "published" in case else None
    parsed = parse(read(f"A day in Ostvale\n\n{case['text']}"))
    text = parsed.reading.text
    made = [
        asdict(one) | {"quote": one.span.of(text)}
        for one in stances(parsed, published, vocabulary(case))
    ]
    return [one | {"date": one["date"] and one["date"]["text"]} for one in made]


@pytest.mark.parametrize("name", CASES)
def test_the_stances_of_a_text_are_those_of_the_golden_case(name: str) -> None:
    case = CASES[name]
    expected = [
        one | ({"date": str(one["date"])} if one.get("date") else {}) for one in case["stances"]
    ]
    actual = found(case)
    pairs = zip(expected, actual, strict=False)
    assert expected == [{key: one[key] for key in wanted} for wanted, one in pairs]
    assert len(expected) == len(actual), actual

"""Every case of tests/golden/draft/points: an article, and what must be chosen from it.

A new case needs no Python: `article`, the `stances` found in it, a `glossary`, and any of answer,
points, figures, unknowns and terms.
"""

from __future__ import annotations

from typing import Any

import pytest

from tests.project import Case, golden_folder
from tools.draft.found import FoundStance, Point
from tools.draft.points import answer_of, figures, glossary_terms, key_points, unknowns
from tools.draft.reading import read
from tools.draft.sense.parse import Parsed, parse
from tools.model.text import find, folded
from tools.model.vocabulary import GlossaryTerm

CASES = golden_folder("draft/points")
EXPECTED = ("answer", "points", "figures", "unknowns", "terms")


def stances(case: Case) -> list[FoundStance]:
    return [
        FoundStance(one["company"], None, one["position"], None, "", one["quote"])
        for one in case.get("stances", ())
    ]


def glossary(case: Case) -> dict[str, GlossaryTerm]:
    said = case.get("definitions", {})
    return {
        name: GlossaryTerm(
            id=name, term=forms[0], also=forms[1:], definition=said.get(name, "A word.")
        )
        for name, forms in case.get("glossary", {}).items()
    }


def chosen(parsed: Parsed, case: Case) -> tuple[Point | None, list[Point]]:
    answer = answer_of(parsed, stances(case))
    return answer, key_points(parsed, stances(case), (), answer)


def found(case: Case) -> dict[str, Any]:
    parsed = parse(read(case["article"]))
    answer, points = chosen(parsed, case)
    return {
        "answer": answer.text if answer else None,
        "points": [one.text for one in points],
        "figures": {one.value: one.text for one in figures(parsed)},
        "unknowns": [one.text for one in unknowns(parsed, stances(case))],
        "terms": glossary_terms(parsed, glossary(case)),
    }


@pytest.mark.parametrize("name", CASES)
def test_an_article_gives_what_the_case_says(name: str) -> None:
    case = CASES[name]
    expected = {key: case[key] for key in EXPECTED if key in case}
    assert expected
    actual = found(case)
    assert expected == {key: actual[key] for key in expected}


@pytest.mark.parametrize("name", CASES)
def test_every_quotation_stands_once_in_its_article(name: str) -> None:
    case = CASES[name]
    parsed = parse(read(case["article"]))
    answer, points = chosen(parsed, case)
    quotes = [one.quote for one in (*points, *figures(parsed), *unknowns(parsed, stances(case)))]
    quotes += [answer.quote] if answer else []
    assert [len(find(quote, folded(case["article"]))) for quote in quotes] == [1] * len(quotes)

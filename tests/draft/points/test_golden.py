"""Every case of tests/golden/draft/points: an article, and what must be chosen from it.

A new case needs no Python: `article`, the `stances` found in it, a `glossary`, and any of answer,
points, figures, unknowns and terms.
"""

from __future__ import annotations

from typing import Any

import pytest

from tests.project import Case, golden_folder
from tools.draft.findings import FoundStance, Point
from tools.draft.parse import parse
from tools.draft.points import (
    Told,
    answer_of,
    figures,
    glossary_terms,
    key_points,
    told_in,
    unknowns,
)
from tools.draft.quoting import Quoting
from tools.draft.reading import read
from tools.model.article import Article
from tools.model.text import find, folded
from tools.model.vocabulary import GlossaryTerm

CASES = golden_folder("draft/points")
EXPECTED = ("answer", "points", "figures", "unknowns", "terms")


def stances(case: Case) -> list[FoundStance]:
    article = folded(case["article"])
    return [
        FoundStance(one["company"], None, one["position"], None, "", span, 100)
        for one in case.get("stances", ())
        for span in find(one["quote"], article)[:1]
    ]


def silent(case: Case) -> list[FoundStance]:
    return [one for one in stances(case) if one.position == "undeclared"]


def glossary(case: Case) -> dict[str, GlossaryTerm]:
    said = case.get("definitions", {})
    return {
        name: GlossaryTerm(
            id=name, term=forms[0], also=forms[1:], definition=said.get(name, "A word.")
        )
        for name, forms in case.get("glossary", {}).items()
    }


def chosen(told: Told, case: Case) -> tuple[Point | None, list[Point]]:
    answer = answer_of(told, stances(case))
    return answer, key_points(told, stances(case), (), answer)


def found(case: Case) -> dict[str, Any]:
    parsed = parse(read(case["article"]))
    told = told_in(parsed)
    answer, points = chosen(told, case)
    return {
        "answer": answer.text if answer else None,
        "points": [one.text for one in points],
        "figures": {one.value: one.text for one in figures(told)},
        "unknowns": [one.text for one in unknowns(told, silent(case))],
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
    told = told_in(parse(read(case["article"])))
    answer, points = chosen(told, case)
    found = [*points, *figures(told), *unknowns(told, silent(case)), *([answer] if answer else [])]
    article = Article("article.txt", case["article"])
    quoting = Quoting(article, [article])
    quotes = [quoting.at(one.span)["quote"][0] for one in found]
    assert [len(article.find(quote)) for quote in quotes] == [1] * len(quotes)

"""Every case of tests/golden/draft/stances: a text, and the positions that companies hold in it.

A new case needs no Python: `text`, `stances` with as many of their fields as matter, and where they
matter `published` and `companies` (names of the vocabulary by id). A draft of the text states no
other position; what it does not state it offers, or leaves to the reader: what weights that are
learned find is measured and not tested, but that nothing is turned round is.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.draft.article import understood
from tests.model import build
from tests.project import Case, golden_folder
from tools.draft.stances import stances
from tools.draft.stances.choose import Stances
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


def drafted(case: Case) -> Stances:
    published = Date(str(case["published"])) if "published" in case else None
    known = vocabulary(case)
    article = understood(f"A day in Ostvale\n\n{case['text']}", published, known)
    return stances(article, known.positions)


def found(case: Case) -> list[dict[str, Any]]:
    return [
        {"company": one.company, "position": one.position, "date": one.date and one.date.text}
        for one in drafted(case).stated
    ]


@pytest.mark.parametrize("name", CASES)
def test_a_draft_states_nothing_that_the_case_does_not(name: str) -> None:
    case = CASES[name]
    held = {(str(one["company"]), one["position"]) for one in case["stances"]}
    assert {(one["company"], one["position"]) for one in found(case)} <= held

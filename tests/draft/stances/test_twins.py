"""Denied, asked, supposed, told by others, and the plain twin of each: no draft turns one round.

What a draft leaves out it may leave out; what it states wrongly still stands under `errs`.
"""

from __future__ import annotations

import pytest

from tests.draft.article import understood
from tests.model.build import vocabulary
from tests.project import Case, golden
from tools.draft.findings import FoundStance
from tools.draft.stances import stances
from tools.model.dates import Date

CASES = golden("draft/twins.yml")


def stated(case: Case) -> tuple[FoundStance, ...]:
    day = Date(str(case["published"])) if "published" in case else None
    article = understood(f"A day in Ostvale\n\n{case['text']}", day)
    return stances(article, vocabulary().positions).stated


@pytest.mark.parametrize("name", CASES)
def test_a_draft_states_nothing_that_a_twin_denies(name: str) -> None:
    case, made = CASES[name], stated(CASES[name])
    held = {(one.company, one.position) for one in made}
    wrong = [one for one in case.get("not", ()) if tuple(one) in held]
    wrong += [word for word in case.get("nobody", ()) if any(word in one.company for one in made)]
    assert wrong == case.get("errs", []), (
        f"twins.yml, {name}: 'errs' must list what is stated wrongly: {wrong}"
    )


@pytest.mark.parametrize("name", CASES)
def test_a_position_that_is_found_has_the_day_that_the_text_gives(name: str) -> None:
    days = {(one[0], one[1]): str(one[2]) for one in CASES[name].get("has", ()) if len(one) == 3}
    for one in stated(CASES[name]):
        key = one.company, one.position
        assert key not in days or (one.date and one.date.text) == days[key]

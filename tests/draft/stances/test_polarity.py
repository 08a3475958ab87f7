"""Polarity is never guessed: no draft says the opposite of its text, but for what is listed."""

from __future__ import annotations

import pytest

from tests.draft.stances.polarity import Text, texts

TEXTS = {one.name: one for one in texts()}


@pytest.mark.parametrize("name", TEXTS)
def test_a_draft_turns_no_position_round(name: str) -> None:
    one: Text = TEXTS[name]
    wrong = one.stated() & one.wrong
    assert wrong == one.errs, (
        f"polarity.yml, {name}: 'errs' must list what is stated wrongly: {sorted(wrong)}"
    )


def test_each_trap_has_ten_pairs() -> None:
    names = [name.rsplit(" ", 2)[0] for name in TEXTS]
    assert {names.count(name) for name in names} == {20}

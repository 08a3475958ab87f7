"""One value of a file changed: what is written, what stays, and what is refused."""

from __future__ import annotations

import time
from typing import Any

import pytest

from tests.project import Case, golden
from tools.files.edit import NotEditedError, insert, put, remove

CASES = golden("edit.yml")
RECORD = "seeds/stories/ruritania-data/explainer.yml"


def edited(case: Case) -> str:
    file = case.get("file", RECORD)
    for kind in ("put", "insert", "remove"):
        if kind in case:
            path = tuple(case[kind])
            value = text_of(case.get("value"))
            if kind == "put":
                return put(case["text"], path, value, file)
            if kind == "insert":
                return insert(case["text"], path, case["number"], value, file)
            return remove(case["text"], path, file)
    raise AssertionError(case)


def text_of(value: Any) -> Any:
    """A value of a golden file as the project reads it: all scalars are text."""
    if isinstance(value, dict):
        return {key: text_of(item) for key, item in value.items()}
    if isinstance(value, list):
        return [text_of(item) for item in value]
    return (
        value if value is None or isinstance(value, str) else {True: "yes"}.get(value, str(value))
    )


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_an_edit_changes_what_is_meant_or_says_why_not(case: Case) -> None:
    if "why" in case:
        with pytest.raises(NotEditedError) as refused:
            edited(case)
        assert case["why"] == str(refused.value)
    else:
        assert case["edited"] == edited(case)


@pytest.mark.parametrize("case", [one for one in CASES.values() if "put" in one], ids=str)
def test_what_is_put_again_changes_nothing(case: Case) -> None:
    if "why" not in case:
        assert case["edited"] == edited({**case, "text": case["edited"]})

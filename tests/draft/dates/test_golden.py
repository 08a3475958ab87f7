"""Each file of tests/golden/dates is one behaviour: a text, its publication day, its dates."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tools.draft.dates.find import find_dates
from tools.model.dates import Date

CASES = sorted((Path(__file__).parents[2] / "golden" / "dates").glob("*.yml"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_dates_of_a_text_are_those_of_the_golden_file(path: Path) -> None:
    case = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
    published = Date(case["published"]) if "published" in case else None
    found = find_dates(case["text"], published)
    actual = [{"text": case["text"][one.start : one.end], "date": one.date.text} for one in found]
    assert case["expected"] == actual

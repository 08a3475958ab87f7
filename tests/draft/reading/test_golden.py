"""Every case of tests/golden/reading: a text, and what must be understood of it.

A new case needs no Python: `text`, and any of headline, dek, authors, dateline, published,
headings, paragraphs, removed (the reasons, in order) and notes (how each begins).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tools.draft.reading import Reading, read

CASES = sorted((Path(__file__).parents[2] / "golden" / "reading").glob("*.yml"))


def understood(reading: Reading) -> dict[str, Any]:
    text = reading.text
    return {
        "headline": reading.headline,
        "dek": reading.dek,
        "authors": list(reading.authors),
        "dateline": reading.dateline,
        "published": reading.published,
        "headings": [span.of(text) for span in reading.headings],
        "paragraphs": [span.of(text) for span in reading.paragraphs],
        "removed": [removed.why for removed in reading.removed],
        "notes": list(reading.notes),
    }


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_an_article_reads_as_the_case_says(path: Path) -> None:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    expected = {key: value for key, value in case.items() if key != "text"}
    actual = understood(read(case["text"]))
    if "notes" in expected:
        assert len(expected["notes"]) == len(actual["notes"])
        begins = zip(actual["notes"], expected.pop("notes"), strict=True)
        assert all(note.startswith(begin) for note, begin in begins)
    assert expected == {key: actual[key] for key in expected}

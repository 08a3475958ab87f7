"""Every case of tests/golden/reading_files: a file as people have it, and what becomes of it.

A new case needs no Python: `file` (its name), `content`, and any of headline, authors, published,
headings, paragraphs, removed, `refused` (a part of the reason) and `kept` (not one byte changes).
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.draft.reading.test_golden import understood
from tools.draft.reading import NotAnArticleError, Reading, read
from tools.draft.reading.plain import article_of, plain

CASES = sorted((Path(__file__).parents[2] / "golden" / "reading_files").glob("*.yml"))


def reading_of(case: dict[str, Any]) -> Reading:
    data = case["content"].encode()
    if case["file"].endswith(".txt"):
        return read(article_of(data))
    pytest.importorskip("lxml", reason="the extra `draft` is not installed")
    pytest.importorskip("trafilatura", reason="the extra `draft` is not installed")
    from tools.draft.reading.page import read_html

    return read_html(data)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_file_is_read_or_refused_as_the_case_says(path: Path) -> None:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    if "refused" in case:
        with pytest.raises(NotAnArticleError) as refusal:
            reading_of(case)
        assert case["refused"] in str(refusal.value)
        return
    reading = reading_of(case)
    assert reading.text == case["content"] or not case.get("kept")
    expected = {k: v for k, v in case.items() if k not in ("file", "content", "kept")}
    actual = understood(reading)
    assert expected == {key: actual[key] for key in expected}


LONG = ("Page 1\n", "From: a\nSubject: b\n\n", "[a](h", "**a ", "ab-\n", "| ", "=====\n")
SECONDS = 5  # of this processor; what grows with the square of the length takes minutes


@pytest.mark.parametrize("piece", LONG)
def test_a_long_file_of_one_mark_is_read_in_seconds(piece: str) -> None:
    before = time.process_time()
    text = plain(piece * (60_000 // len(piece)))
    assert read(text).text == text
    assert time.process_time() - before < SECONDS

"""Each case of tests/golden/draft/timeline.yml is one text and what its timeline tells."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.draft.article import understood
from tools.draft.reading import Piece, Reading
from tools.draft.timeline import events
from tools.model.dates import Date
from tools.model.text import Span

GOLDEN = Path(__file__).parents[1] / "golden" / "draft" / "timeline.yml"
CASES: list[dict[str, Any]] = yaml.load(GOLDEN.read_text("utf-8"), yaml.BaseLoader)


def of_one_paragraph(text: str) -> Reading:
    """A text that is one paragraph, as the reader leaves it."""
    whole = (Span(0, len(text)),)
    return Reading(text, None, None, (), None, None, (), whole, (Piece("paragraph", whole[0]),), ())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_timeline_is_that_of_the_golden_case(case: dict[str, Any]) -> None:
    published = Date(case["published"]) if "published" in case else None
    article = understood(of_one_paragraph(case["text"]), published)
    found = [f"{one.date.text} | {one.text}" for one in events(article)]
    assert case.get("events", []) == found


@pytest.mark.parametrize(
    "text",
    [
        "",
        "May",
        "On Monday",
        "2031",
        "# 2031\n\n## 14 May 2031\n",
        "« Le 3 mai 2031, la société a fermé. »",
        "\u202eon Monday\u0000 it \u2028fell on 3 May\ufeff",
        "on 3 May 2031, " * 200,
        "On Monday it fell. " * 200,
        "(" * 99 + "in 2031" + ")" * 99,
        "- " * 99 + "on Monday",
        "10000-99-99 and 31 February and 0000",
    ],
)
def test_no_text_is_a_fault(text: str) -> None:
    for published in (None, Date("2031"), Date("2031-05"), Date("2031-05-14"), Date("9999-12-31")):
        for one in events(understood(of_one_paragraph(text), published)):
            assert one.date.fault is None
            assert one.text
            assert one.span.of(text)


def test_every_event_has_a_whole_sentence_and_comes_once_in_order() -> None:
    text = "On Friday it fell. It was built in 2029 and sold in 2030, and sold in 2030 again. " * 2
    article = understood(of_one_paragraph(text), Date("2031-05-14"))
    found = events(article)
    spans = {one.span for one in article.parsed.sentences}
    assert all(one.span in spans for one in found)
    keys = [(one.date.order, one.text) for one in found]
    assert keys == sorted(keys)
    assert {one.date.text for one in found} == {"2029", "2030", "2031-05-09"}


def test_a_known_publication_settles_what_the_text_leaves_open() -> None:
    text = of_one_paragraph("The law took effect on 1 July, as was said on Monday.")
    assert [one.date.text for one in events(understood(text))] == ["XXXX-07-01"]
    dates = [one.date.text for one in events(understood(text, Date("2031-07-09")))]
    assert dates == ["2031-07-01", "2031-07-07"]

"""The measure of drafts, and floors under it on invented stories."""

from __future__ import annotations

import pytest

from tests.draft.test_record import TEXT
from tests.draft.test_record import articles as article
from tests.draft.test_record import vocabulary as lists
from tests.test_documents import example_story, vocabulary
from tools.commands.records import fresh
from tools.draft.record import record
from tools.draft.score import Score, scores
from tools.model.dates import Date
from tools.model.record import Event, Explainer, Stance
from tools.model.story import Story

RECORDED = Explainer(
    status="reviewed",
    timeline=(
        Event(date=Date("2031-05-01"), text="An order.", quote=("on 1 May 2031 to hand",)),
        Event(date=Date("2031-05-02"), text="A council.", quote=("has called the order",)),
    ),
    stances=(
        Stance(company="Wrenmail", position="complies", text="x", quote=("hand over the logs",)),
        Stance(company="Wrenmail", position="refuses", text="x", quote=("hand over the logs",)),
    ),
)


def measured(told: Explainer, draft: Explainer) -> dict[str, Score]:
    story = Story("explainer.yml", name="a", record=told, articles=article(TEXT))
    return {score.kind: score for score in scores([(story, draft)])}


def test_a_record_compared_with_itself_is_right_in_everything() -> None:
    drafted = record(article(TEXT), lists())
    for score in measured(drafted, drafted).values():
        assert score.found == score.drafted == score.recorded, score.kind


def test_a_draft_is_right_as_far_as_the_record_has_the_same() -> None:
    draft = Explainer(
        timeline=(
            Event(date=Date("2031-05-01"), text="y", quote=("Ostvale ordered three",)),
            Event(date=Date("2031-05"), text="y", quote=("called the order unlawful",)),
        ),
        stances=(Stance(company="Wrenmail", position="complies", text="y", quote=("Mira",)),),
    )
    found = measured(RECORDED, draft)
    assert (found["positions"].precision, found["positions"].recall) == (1, 0.5)
    # the first event shares no word with what the record quotes, the second has another date
    assert found["events with their date"].found == 0
    assert found["events, whatever their date"].found == 1
    assert found["short forms"] == Score("short forms")
    assert found["short forms"].f1 == 0


def test_each_entry_of_a_record_is_found_once() -> None:
    twice = RECORDED.model_copy(update={"stances": RECORDED.stances[:1] * 2})
    assert measured(RECORDED, twice)["positions"].found == 1


@pytest.mark.parametrize(
    ("kind", "floor"),
    [
        ("events, whatever their date", 0.7),
        ("positions", 0.6),
        ("people and organisations", 0.6),
        ("short forms", 0.9),
        ("figures", 0.9),
        ("words for the glossary", 0.9),
    ],
)
def test_drafts_of_the_guides_example_do_not_get_worse(kind: str, floor: float) -> None:
    story = example_story()
    (score,) = [s for s in scores([(story, fresh(story, vocabulary()))]) if s.kind == kind]
    assert score.f1 >= floor

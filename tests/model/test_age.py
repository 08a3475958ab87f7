"""How old a date is on the publication's day, which no clock tells."""

import pytest

from tests.model.build import story
from tools.model.age import age, day_of, days
from tools.model.dates import Date


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2026-11-28", "recent"),
        ("2025-11-28", "recent"),
        ("2025-11-27", "old"),
        ("2025", "recent"),
        ("2024-11-28", "old"),
        ("2024-11-27", "history"),
        ("2024", "old"),
        ("../2025-04", "old"),
        ("2020/..", "history"),
        ("XXXX-07", "history"),
    ],
)
def test_a_date_is_recent_for_a_year_old_for_another_and_history_after(date, expected):
    assert expected == age(Date(date), "2026-11-28")


def test_nothing_is_old_where_no_record_gives_a_day():
    assert age(Date("1990"), "") == "recent"


def test_the_day_is_the_latest_of_any_review_change_or_withdrawal():
    change = {"date": "2026-01-03", "kind": "update", "text": "t"}
    stories = [
        story(name="a", reviewed="2026-01-02"),
        story(name="b", reviewed="2026-01-01", changes=[change]),
    ]
    assert day_of(stories) == "2026-01-03"
    gone = story(name="c", status="withdrawn", withdrawn={"date": "2026-02-01", "text": "t"})
    assert day_of([*stories, gone]) == "2026-02-01"
    assert day_of([]) == ""


def test_the_days_of_a_record_are_in_order():
    change = {"date": "2025-12-31", "kind": "update", "text": "t"}
    assert days(story(reviewed="2026-01-02", changes=[change]).record) == (
        "2025-12-31",
        "2026-01-02",
    )

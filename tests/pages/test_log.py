"""The corrections log: every change and every withdrawal, newest first."""

from __future__ import annotations

import re

from tests.pages.test_side_by_side import words
from tests.pages.world import site, story
from tools.pages import explainer, lists
from tools.pages.log import log

CHANGES = [
    {"date": "2031-03-01", "kind": "correction", "text": "Third."},
    {"date": "2031-02-01", "kind": "update", "text": "First."},
    {"date": "2031-02-01", "kind": "correction", "text": "Second."},
]
GONE = story(
    "2031-01-01",
    {"acme": "waits"},
    "gone",
    status="withdrawn",
    changes=CHANGES[1:2],
    withdrawn={"date": "2031-02-15", "text": "It was wrong about the bell."},
)
KEPT = story("2031-01-01", {"acme": "waits"}, "kept", changes=CHANGES)


def texts(body: str) -> list[str]:
    return re.findall(r"(First|Second|Third|It was wrong about the bell)\.", body)


def test_changes_are_sorted_newest_first_whatever_their_order_in_the_record() -> None:
    assert KEPT.record is not None
    assert [entry.text for entry in log(KEPT.record)] == ["Third.", "Second.", "First."]
    assert texts(explainer.page(site(KEPT), KEPT).body.partition("#changes")[2]) == [
        "Third",
        "Second",
        "First",
    ]


def test_a_withdrawal_enters_the_log_by_itself() -> None:
    page = lists.corrections(site(KEPT, GONE))
    assert texts(page.body) == [
        "Third",
        "It was wrong about the bell",
        "Second",
        "First",
        "First",
    ]
    assert "15 February 2031 Withdrawn" in words(page)


def test_a_withdrawn_page_says_so_in_its_own_log() -> None:
    body = explainer.page(site(GONE), GONE).body.partition("#changes")[2]
    assert texts(body) == ["It was wrong about the bell", "First"]


def test_the_list_gives_the_reason_in_the_place_of_an_answer_that_was_withdrawn() -> None:
    said = words(lists.explainers(site(KEPT, GONE))).partition("#withdrawn")[2]
    assert "It was wrong about the bell." in said
    assert "An answer of" not in said
    assert "Withdrawn on 15 February 2031" in said


def test_a_change_keeps_the_anchors_that_it_took_away_and_no_other() -> None:
    was = ["acme-refuses", "acme-waits", "acme-refuses"]
    changes = [{**CHANGES[0], "was": was}, {**CHANGES[1], "was": ["acme-refuses", "acme-sues"]}]
    told = story("2031-01-01", {"acme": "waits"}, changes=changes)
    body = explainer.page(site(told), told).body
    # the page has the claim still, and an anchor stands once
    assert re.findall(r'<span id="(acme-\w+)"></span>', body) == ["acme-refuses", "acme-sues"]
    gone = story("2031-01-01", {}, status="withdrawn", withdrawn=WITHDRAWN, changes=changes)
    assert '<span id="acme-waits"></span>' in explainer.page(site(gone), gone).body


WITHDRAWN = {"date": "2031-02-15", "text": "It was wrong about the bell."}


def test_a_draft_is_not_in_the_log() -> None:
    draft = story("2031-01-01", {"acme": "waits"}, status="draft", changes=CHANGES)
    assert texts(lists.corrections(site(draft)).body) == []

"""What drafts came to at the desk: each claim counts once, by how it ended."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.project import STORY
from tools.__main__ import FINE, MISUSED
from tools.desk.judged import Row, judged, table
from tools.desk.store import Decision, Store
from tools.files.edit import Plain

Run = Callable[..., tuple[int, str, str]]
A: Plain = {"text": "a"}
B: Plain = {"text": "b"}
C: Plain = {"text": "c"}


def one(verdict: str, before: Plain = None, after: Plain = None, claim: str = "x") -> Decision:
    return Decision(claim, "timeline", verdict, before, after)


@pytest.mark.parametrize(
    ("decisions", "expected"),
    [
        ([one("kept", A, A)], Row("timeline", kept=1)),
        ([one("kept", A, A), one("changed", A, B, "y")], Row("timeline", changed=1)),
        ([one("changed", A, B), one("kept", B, B, "y")], Row("timeline", changed=1)),
        ([one("changed", A, B), one("dropped", B, None, "y")], Row("timeline", dropped=1)),
        ([one("kept"), one("dropped")], Row("timeline", dropped=1)),
        ([one("kept", A, A), one("kept", B, B, "y")], Row("timeline", kept=2)),
        ([one("made", None, A), one("changed", A, B, "y")], None),
        ([], None),
    ],
)
def test_a_claim_counts_once_by_how_it_ended(decisions: list[Decision], expected: Row) -> None:
    assert judged({"story": decisions}) == ([expected] if expected else [])


def test_a_candidate_is_taken_or_none_whatever_became_of_it() -> None:
    decisions = [
        Decision("candidate:1", "candidates", "taken", A, B),
        Decision("stance-b", "stances", "changed", B, C),
        Decision("candidate:2", "candidates", "none", A),
        Decision("candidate:3", "candidates", "taken", C, A),
        Decision("stance-a", "stances", "dropped", A),
        Decision("stance-z", "stances", "kept", {"text": "z"}, {"text": "z"}),
    ]
    expected = [Row("stances", kept=1), Row("candidates", taken=1, none=2)]
    assert judged({"story": decisions}) == expected


def test_claims_of_two_stories_are_two() -> None:
    assert judged({"a": [one("kept", A, A)], "b": [one("dropped", A)]}) == [
        Row("timeline", kept=1, dropped=1)
    ]


def test_the_table_says_of_how_many() -> None:
    rows = [Row("stances", kept=2, dropped=1), Row("candidates", taken=1, none=2)]
    assert table(rows, 2).splitlines() == [
        "| What | As drafted | Changed | Dropped | Of |",
        "|---|---|---|---|---|",
        "| Positions | 2 | 0 | 1 | 3 |",
        "",
        "Candidates: 3 decided, 1 taken.",
        "Decided at the desk on this machine; stories: 2.",
    ]


def test_the_command_tells_what_was_decided_and_what_was_undone_is_not(
    run: Run, tmp_path: Path
) -> None:
    code, text, _ = run("score", "--desk")
    assert (code, text) == (FINE, "Nothing was decided at the desk on this machine.\n")
    store, file = Store(tmp_path / "project"), f"seeds/stories/{STORY}/explainer.yml"
    opened = store.open(file)
    store.save(file, opened.digest, opened.text, "kept", one("kept", A, A))
    store.save(file, opened.digest, opened.text, "dropped", one("dropped", B, None, "y"))
    store.undo(STORY)
    code, text, _ = run("score", "--desk", STORY)
    assert code == FINE
    assert "| Events | 1 | 0 | 0 | 1 |\n" in text
    assert "Nothing" in run("score", "--desk", "another")[1]
    assert run("score", "--desk", "--write")[0] == MISUSED


def test_what_a_button_wrote_is_no_decision_and_yet_a_change() -> None:
    mended = one("mended", A, B, "y")
    assert judged({"story": [mended]}) == []
    assert judged({"story": [mended, one("kept", B, B, "y")]}) == [Row("timeline", changed=1)]
    assert judged({"story": [mended, one("dropped", B, None, "y")]}) == [Row("timeline", dropped=1)]

"""The measure of drafts by labelled articles, on invented ones."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.draft.test_commands import Run, saved
from tests.draft.test_record import TEXT
from tests.project import Case, golden
from tools.__main__ import FINE, MISUSED
from tools.draft.labels import KINDS, Labelled, label_scores, without_position
from tools.draft.score import Score

CASES = golden("draft/labels.yml")
REFUSED = "Lanternpost said on Friday that it would not comply with the order."
GIVEN = "Wrenmail, a messenger with two million users, said it would hand over the logs."
LABELS = f"""
timeline:
  - date: 2031-05-02
    quote: {REFUSED}
  - date: 2031-04
    quote: Nobody said so in the article.
stances:
  - {{company: Lanternpost, position: refuses, quote: {REFUSED}}}
stances_unsure:
  - {{company: Wrenmail, position: complies, quote: "{GIVEN}"}}
who:
  - name: Mira Example
    description: lawyer at the council
terms: []
"""


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_an_entry_is_what_a_label_says(case: Case) -> None:
    field, _ = KINDS[case["kind"]]
    draft = {"candidates" if "positions" in case["entry"] else field: [case["entry"]]}
    (score,) = [
        one
        for one in label_scores([Labelled({field: [case["label"]]}, draft)])
        if one.kind == case["kind"]
    ]
    assert bool(score.found) == case["same"]


def scored(labels: dict[str, Any], draft: dict[str, Any]) -> dict[str, Score]:
    return {score.kind: score for score in label_scores([Labelled(labels, draft)])}


def stance(company: str, **more: str) -> dict[str, str]:
    return {"company": company, "position": "refuses", "quote": f"{company} said no.", **more}


def test_what_labellers_were_not_sure_of_counts_neither_way() -> None:
    labels = {"stances": [stance("Wrenmail")], "stances_unsure": [stance("Harbourline")]}
    draft = {"stances": [stance("Wrenmail"), stance("Harbourline"), stance("Smallpost")]}
    found = scored(labels, draft)["positions"]
    assert (found.found, found.drafted, found.recorded) == (1, 2, 1)
    assert scored(labels, {})["positions"].recorded == 1


def test_a_kind_that_is_not_labelled_is_not_counted() -> None:
    assert scored({"who": []}, {"stances": [stance("Wrenmail")]})["positions"].drafted == 0
    assert scored({"stances": []}, {"stances": [stance("Wrenmail")]})["positions"].drafted == 1


def test_each_label_takes_one_entry() -> None:
    found = scored({"stances": [stance("Wrenmail")]}, {"stances": [stance("Wrenmail")] * 2})
    assert (found["positions"].found, found["positions"].drafted) == (1, 2)


def test_an_editor_is_offered_twelve_the_positions_first() -> None:
    draft = {
        "stances": [stance("Harbourline")] * 2,
        "candidates": [stance(f"Firm{number}") for number in range(20)],
    }
    labels = {"stances": [stance("Firm9"), stance("Firm10"), stance("Harbourline")]}
    found = scored(labels, draft)["positions offered"]
    assert (found.found, found.drafted, found.recorded) == (2, 12, 3)
    assert scored(labels, draft)["positions"].drafted == 2


def test_articles_without_a_position_are_counted_apart() -> None:
    taken = {"stances": [stance("Wrenmail")]}
    articles = [
        Labelled({"stances": []}, taken),
        Labelled({"stances": []}, {}),
        Labelled({"stances": [], "stances_unsure": [stance("Wrenmail")]}, taken),
        Labelled({"who": []}, taken),
        Labelled(taken, taken),
    ]
    assert without_position(articles) == (1, 2)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two labelled articles: one with a position, one with none."""
    made = tmp_path / "labelled"
    made.mkdir()
    saved(made / "logs.txt", TEXT)
    saved(made / "logs.yml", LABELS)
    saved(made / "rain.txt", TEXT)
    saved(made / "rain.yml", "stances: []\n")
    return made


def rows(text: str) -> dict[str, list[str]]:
    cells = [line.strip("| ").split(" | ") for line in text.splitlines() if line[:2] == "| "]
    return {name: values for name, *values in cells[1:]}


def test_the_table_is_of_labelled_articles(run: Run, folder: Path) -> None:
    code, text, told = run("score", "--gold", folder)
    assert (code, told) == (FINE, "")
    table = rows(text)
    assert list(table) == [kind.capitalize() for kind in KINDS]
    assert table["Events with their date"][1:2] == ["50%"]
    assert table["Events with their date"][3:] == ["2"]
    assert table["People and organisations"][1:2] == ["100%"]
    assert table["Positions with their sentence"][1:2] == ["100%"]
    assert "Measured on 2 labelled articles" in text
    assert text.splitlines()[-1] == "Of 1 article without a position, 1 drafts have one."


def test_another_drafter_is_measured_by_the_same_labels(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    draft = {"candidates": [{"company": "Lanternpost", "quote": REFUSED, "positions": ["refuses"]}]}
    program = saved(
        tmp_path / "p.py", f"import sys; sys.stdin.read(); print({json.dumps(draft)!r})"
    )
    code, text, _ = run("score", "--gold", folder, "--with", f"{sys.executable} {program}")
    assert code == FINE
    assert rows(text)["Positions offered"] == ["50%", "100%", "0.67", "1"]
    assert rows(text)["Positions"][1:2] == ["0%"]
    assert "Of 1 article without a position, 0 drafts have one." in text


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (lambda folder: saved(folder / "logs.yml", "who: Mira"), "who must be a list"),
        (lambda folder: saved(folder / "logs.yml", "whom: []"), "no list of labels is 'whom'"),
        (lambda folder: saved(folder / "logs.yml", "who: [{name: Mira}]"), "who[1].description"),
        (lambda folder: saved(folder / "logs.yml", "who: [Mira]"), "who[1] must have name"),
        (lambda folder: saved(folder / "logs.yml", "- a"), "must be lists of labels"),
        (lambda folder: saved(folder / "logs.yml", "who: ["), "logs.yml"),
        (lambda folder: saved(folder / "logs.yml", b"who: \xff"), "must be UTF-8"),
        (lambda folder: (folder / "logs.txt").unlink(), "there is no article"),
        (lambda folder: saved(folder / "logs.txt", b"\xff"), "it must be UTF-8"),
    ],
)
def test_what_cannot_be_measured_is_told(
    run: Run, folder: Path, change: Callable[[Path], object], complaint: str
) -> None:
    change(folder)
    code, text, told = run("score", "--gold", folder)
    assert (code, text) == (MISUSED, "")
    assert complaint in told


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("--gold", "nowhere"), "there is no folder nowhere"),
        (("--gold", "."), "holds no labels"),
        (("--gold", ".", "--write"), "--gold must stand without --write"),
        (("--gold", ".", "ruritania-data"), "and without stories"),
    ],
)
def test_misuse_is_told(run: Run, arguments: tuple[str, ...], complaint: str) -> None:
    code, text, told = run("score", *arguments)
    assert (code, text, told.count("\n")) == (MISUSED, "", 1)
    assert complaint in told

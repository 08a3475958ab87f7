"""The commands that draft: what they print and write, and what they never touch."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.draft.test_record import TEXT
from tests.project import ROOT, STORY
from tools.__main__ import FINE, FOUND, MISUSED

Run = Callable[..., tuple[int, str, str]]
RECORD = "seeds/stories/{}/explainer.yml"
KEYS = (
    "title status drafted sources answer key_points timeline stances candidates who figures "
    "unknowns terms glossary"
).split()
UNDATED = TEXT.replace("Published 3 May 2031\n\n", "").replace(" on 1 May 2031", " on 1 May")


def saved(path: Path, text: str | bytes) -> Path:
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_json_has_one_draft_a_line_in_the_order_of_the_files(run: Run, tmp_path: Path) -> None:
    files = [saved(tmp_path / "b.txt", TEXT), saved(tmp_path / "a.txt", "")]
    code, text, _ = run("draft", "--json", *files)
    assert code == FINE
    first, second = map(json.loads, text.splitlines())
    assert list(first) == KEYS
    assert first["sources"][0]["published"] == "2031-05-03"
    assert {(s["company"], s["company_id"]) for s in first["stances"]} >= {("Lanternpost", None)}
    assert second["title"] is None
    assert second["stances"] == []


def test_json_takes_the_day_from_the_text_and_else_from_the_option(
    run: Run, tmp_path: Path
) -> None:
    files = [saved(tmp_path / "a.txt", UNDATED), saved(tmp_path / "b.txt", TEXT)]
    _, text, _ = run("draft", "--json", "--published", "2030-05", *files)
    undated, dated = map(json.loads, text.splitlines())
    assert [event["date"] for event in undated["timeline"]][:1] == ["2030-05-01"]
    assert [event["date"] for event in dated["timeline"]][:1] == ["2031-05-01"]
    assert undated["sources"][0]["published"] == "2030-05"


def test_a_story_of_which_an_article_cannot_be_read_is_not_drafted(
    run: Run, tmp_path: Path
) -> None:
    folder = tmp_path / "project/seeds/stories/a story"
    run("check")
    folder.mkdir()
    saved(folder / "article.txt", TEXT.encode("utf-16"))
    saved(folder / "later.txt", TEXT)
    code, _, complaint = run("draft", "a story")
    assert code == MISUSED
    assert "a story/article.txt:1:1: file must be UTF-8, and is UTF-16\n" in complaint
    assert not (folder / "explainer.yml").exists()
    saved(folder / "article.txt", TEXT.replace("3 May", "4 May"))
    code, text, _ = run("draft", "a story")
    assert (code, text.rpartition(": ")[2]) == (FINE, "python -m tools check 'a story'\n")


def test_a_record_under_another_name_is_to_be_renamed_and_no_second_one_is_written(
    run: Run, tmp_path: Path
) -> None:
    run("check")
    folder = tmp_path / "project/seeds/stories/ostvale-logs"
    folder.mkdir()
    saved(folder / "article.txt", TEXT)
    saved(folder / "explainer.yaml", "title: Kept\n")
    code, text, complaint = run("draft", "ostvale-logs")
    assert (code, text) == (MISUSED, "")
    assert "file must be named explainer.yml: 'explainer.yaml'" in complaint
    assert not (folder / "explainer.yml").exists()


def test_what_is_no_article_is_refused_and_the_others_are_drafted(run: Run, tmp_path: Path) -> None:
    files = [saved(tmp_path / "bad.txt", b"\0\0"), saved(tmp_path / "good.txt", TEXT)]
    code, text, complaint = run("draft", "--json", *files)
    refused, good = map(json.loads, text.splitlines())
    assert code == FOUND
    assert "NUL bytes" in refused["refused"]
    assert "bad.txt" in complaint
    assert good["stances"]


def test_a_page_without_an_article_is_refused_like_what_is_no_text(
    run: Run, tmp_path: Path
) -> None:
    pytest.importorskip("trafilatura", reason="the extra `draft` is not installed")
    page = saved(tmp_path / "menu.html", "<html><body><nav>Home</nav></body></html>")
    code, text, complaint = run("draft", "--json", page, saved(tmp_path / "good.txt", TEXT))
    refused, good = map(json.loads, text.splitlines())
    assert code == FOUND
    assert "no article was found" in refused["refused"]
    assert complaint.startswith(f"{page}: no article was found")
    assert good["stances"]


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("draft", "--json", "nowhere.txt"), "there is no file nowhere.txt"),
        (("draft", "nowhere"), "no story 'nowhere'"),
        (("draft", "--published", "2031-13", STORY), "--published must have a month from 01 to 12"),
        (("new", "a", "--from", "x", "--published", "May"), "--published must be a date"),
        (("score", "nowhere"), "no story 'nowhere'"),
    ],
)
def test_misuse_is_told_in_one_line(run: Run, arguments: list[str], complaint: str) -> None:
    code, text, told = run(*arguments)
    assert (code, text, told.count("\n")) == (MISUSED, "", 1)
    assert complaint in told


def test_a_story_is_drafted_once_and_then_left_alone(run: Run, tmp_path: Path) -> None:
    run("schema")  # writes the invented project
    folder = tmp_path / "project/seeds/stories/ostvale-logs"
    folder.mkdir()
    saved(folder / "article.txt", TEXT)
    code, text, _ = run("draft", "ostvale-logs")
    assert (code, text.split(".")[0]) == (FINE, "Wrote seeds/stories/ostvale-logs/explainer")
    assert run("check", "ostvale-logs")[0] == FINE
    kept = (folder / "explainer.yml").read_text("utf-8")
    _, text, _ = run("draft", "ostvale-logs")
    assert text.endswith("A fresh draft would change nothing.\n")
    edited = kept.replace("position: refuses", "position: opposes")
    assert edited != kept
    saved(folder / "explainer.yml", edited)
    _, text, _ = run("draft", "ostvale-logs")
    changes = [line for line in text.splitlines() if line[:1] in "+-" and line[1:3] == "  "]
    assert changes == ["-    position: opposes", "+    position: refuses"]
    assert (folder / "explainer.yml").read_text("utf-8") == edited


def test_a_record_that_cannot_be_read_is_left_alone(run: Run, tmp_path: Path) -> None:
    run("schema")
    record = tmp_path / "project" / RECORD.format(STORY)
    saved(record, "title: [")
    code, text, _ = run("draft", STORY)
    assert code == FINE
    assert "cannot be read" in text
    assert record.read_text("utf-8") == "title: ["


def test_score_compares_with_reviewed_records(run: Run) -> None:
    code, text, _ = run("score")
    assert code == FINE
    table = text.splitlines()
    assert table[0].startswith("| What | Right")
    (positions,) = [line for line in table if line.startswith("| Positions |")]
    assert positions.split(" | ")[2] == "100%"  # found, of what editors recorded


LABELS = """
timeline:
  - date: 2031-05-02
    quote: Lanternpost said on Friday that it would not comply with the order.
"""


@pytest.fixture
def measured(run: Run, tmp_path: Path) -> Path:
    """A project with the documents that have tables, and with labelled articles."""
    run("schema")
    project = tmp_path / "project"
    for folder in ("docs", "tests/gold"):
        (project / folder).mkdir(parents=True)
    for name in ("README.md", "docs/method.md"):
        saved(project / name, MARKS)
    for name, labels in (("logs", LABELS), ("rain", "stances: []\n")):
        saved(project / f"tests/gold/{name}.txt", TEXT)
        saved(project / f"tests/gold/{name}.yml", labels)
    return project


MARKS = "Before.\n\n<!-- accuracy -->\nold\n<!-- end of accuracy -->\n\nAfter.\n"


def test_score_writes_the_table_of_articles_that_nobody_tunes_to_before_its_own(
    run: Run, measured: Path
) -> None:
    _, own, _ = run("score")
    _, unseen, _ = run("score", "--gold", measured / "tests/gold")
    code, text, _ = run("score", "--write")
    assert code == FINE
    for name in ("README.md", "docs/method.md"):
        assert (measured / name).read_text("utf-8") == MARKS.replace("old", f"\n{text}")
    first, second = text.split("\n**On the reviewed records of the project itself**")
    assert first.startswith(
        "**On 2 articles that nobody tuned it to, labelled twice** (`tests/gold`):"
    )
    assert unseen.replace(str(measured / "tests/gold"), "tests/gold") in first
    assert "by `python -m tools score --gold tests/gold`.\nOf 1 article without a position" in first
    assert second.endswith(own)


def test_score_keeps_the_figures_of_both_sets_apart(run: Run, measured: Path) -> None:
    run("score", "--write")
    figures = json.loads((measured / "docs/accuracy.json").read_text("utf-8"))
    assert list(figures) == ["unseen", "own"]
    assert (figures["unseen"]["articles"], figures["own"]["stories"]) == (2, 1)
    assert figures["unseen"]["without_position"]["articles"] == 1
    assert figures["unseen"]["kinds"]["events with their date"]["recall"] == 1
    assert "positions offered" in figures["unseen"]["kinds"]
    assert "without_position" not in figures["own"]
    assert figures["own"]["kinds"]["positions"]["recall"] == 1


def test_score_needs_the_marks_and_else_writes_nothing(run: Run, measured: Path) -> None:
    saved(measured / "docs/method.md", "No marks.\n")
    code, _, complaint = run("score", "--write")
    assert code == MISUSED
    assert "docs/method.md must have <!-- accuracy -->" in complaint
    assert (measured / "README.md").read_text("utf-8") == MARKS
    assert not (measured / "docs/accuracy.json").exists()


def test_score_writes_nothing_without_the_labelled_articles(run: Run, measured: Path) -> None:
    (measured / "tests/gold").rename(measured / "tests/elsewhere")
    code, _, complaint = run("score", "--write")
    assert code == MISUSED
    assert "there is no folder" in complaint
    assert (measured / "README.md").read_text("utf-8") == MARKS


@pytest.mark.parametrize("command", ["check", "schema", "read --json"])
def test_what_does_not_draft_loads_no_model(command: str, tmp_path: Path) -> None:
    file = saved(tmp_path / "a.txt", TEXT)
    arguments = [*command.split(), str(file)] if "read" in command else command.split()
    arguments += ["--check"] if command == "schema" else []
    program = (
        f"import sys; from tools.__main__ import main; main({arguments!r}); "
        "print([m for m in ('spacy', 'trafilatura') if m in sys.modules])"
    )
    result = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert result.stdout.splitlines()[-1] == "[]"


def test_without_spacy_the_command_says_what_to_install(tmp_path: Path) -> None:
    file = saved(tmp_path / "a.txt", TEXT)
    program = (
        "import sys; sys.modules['spacy'] = None; from tools.__main__ import main; "
        f"sys.exit(main(['draft', '--json', {str(file)!r}]))"
    )
    result = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert result.returncode == MISUSED
    assert result.stderr.count("\n") == 1
    assert "make draft" in result.stderr

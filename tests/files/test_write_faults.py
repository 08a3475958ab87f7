"""Killed, on a full disk, in a folder that takes nothing, or twice at once: whole or not at all."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.draft.test_record import TEXT
from tests.files.dying import STORY, files, prepared
from tests.project import ROOT, messages
from tools.__main__ import FINE, MISUSED
from tools.files.canonical import record_text
from tools.files.read import seeds

Run = Callable[..., tuple[int, str, str]]
ARTICLE, RECORD = f"{STORY}/article.txt", f"{STORY}/explainer.yml"
COMMANDS = ("new", "draft")

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")


def arguments(name: str, folder: Path) -> list[str]:
    return [name, STORY, *(["--from", str(folder / "saved.txt")] if name == "new" else [])]


@pytest.fixture(scope="module", params=COMMANDS)
def faulty(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Runs a command under a fault, again and again; returns its name and what each run left."""
    folder = tmp_path_factory.mktemp(request.param) / "there"

    def runs(how: str) -> tuple[str, list[dict[str, Any]]]:
        program = [sys.executable, "-m", "tests.files.dying", how, str(folder)]
        result = subprocess.run(
            [*program, *arguments(request.param, folder)],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        )
        return request.param, [json.loads(line) for line in result.stdout.splitlines()]

    return runs


def own(left: dict[str, str]) -> dict[str, str]:
    """What is left of the story, without what no reader of a folder sees."""
    return {
        name: text for name, text in left.items() if name.startswith(STORY) and "/." not in name
    }


def is_whole(left: dict[str, str]) -> bool:
    """Whether the story is there with its article and a record to its end."""
    found = own(left)
    return (
        found.keys() == {ARTICLE, RECORD}
        and found[ARTICLE] == TEXT
        and found[RECORD].endswith("\nchanges:\n")
    )


def is_as_before(name: str, left: dict[str, str]) -> bool:
    return own(left) == ({} if name == "new" else {ARTICLE: TEXT})


def test_a_command_killed_at_any_line_of_writing_leaves_all_or_nothing(faulty: Any) -> None:
    name, moments = faulty("killed")
    assert len(moments) > {"new": 20, "draft": 5}[name]
    assert [one["killed"] for one in moments] == [True] * (len(moments) - 1) + [False]
    for one in moments:
        assert is_as_before(name, one["left"]) or is_whole(one["left"]), one["moment"]
        assert is_whole(one["then"]), one["moment"]
    assert is_whole(moments[-1]["left"])
    assert not is_whole(moments[0]["left"])
    assert len({json.dumps(own(one["then"])) for one in moments}) == 1


def test_what_a_killed_command_left_is_no_story_and_hides_none(tmp_path: Path) -> None:
    prepared(tmp_path, ["new"])
    stories = tmp_path / "project/seeds/stories"
    before = messages(tmp_path / "project")
    for name in (f".{STORY}.x1/.article.txt.y2", f".{STORY}.x1/article.txt"):
        (stories / name).parent.mkdir(exist_ok=True)
        (stories / name).write_text(TEXT[:100], "utf-8")
    (next(stories.glob("[!.]*")) / ".explainer.yml.z3").write_text("title: [", "utf-8")
    assert messages(tmp_path / "project") == before
    assert len(seeds(tmp_path / "project")[0].stories) == 1


def test_on_a_full_disk_nothing_changes_and_nothing_is_left_over(faulty: Any) -> None:
    _, runs = faulty("full")
    assert len(runs) > 1
    for one in runs:
        assert (one["code"], one["left"]) == (MISUSED, one["before"])


def test_of_three_at_once_one_result_is_left_and_it_is_whole(faulty: Any) -> None:
    name, runs = faulty("together")
    for one in runs:
        assert one["codes"] == ([FINE, MISUSED, MISUSED] if name == "new" else [FINE] * 3)
        assert is_whole(one["left"])
        assert one["left"].keys() - own(one["left"]).keys() == {
            path for path in one["left"] if not path.startswith((STORY, "."))
        }


def refused(*_: object, **__: object) -> None:
    raise PermissionError(13, "Permission denied")


STEPS = ((tempfile, "mkstemp"), (os, "replace"), (os, "fsync"), (os, "chmod"))


@pytest.mark.parametrize(
    ("name", "module", "step"),
    [("new", os, "mkdir"), *((name, *step) for name in COMMANDS for step in STEPS)],
    ids=lambda one: getattr(one, "__name__", one),
)
def test_where_nothing_may_be_written_one_line_says_so(
    name: str,
    module: Any,
    step: str,
    run: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    prepared(tmp_path, [name])
    before = files(tmp_path)
    run("check")
    with monkeypatch.context() as patch:
        patch.setattr(module, step, refused)
        code, text, complaint = run(*arguments(name, tmp_path))
    assert (code, text, complaint.count("\n")) == (MISUSED, "", 1)
    assert "Permission denied" in complaint
    assert files(tmp_path) == before


def test_where_a_file_stands_in_the_place_of_the_folder_one_line_says_so(
    run: Run, tmp_path: Path
) -> None:
    run("check")
    stories = tmp_path / "project/seeds/stories"
    stories.rename(tmp_path / "away")
    stories.write_text("no folder", "utf-8")
    (tmp_path / "saved.txt").write_text(TEXT, "utf-8")
    code, text, complaint = run(*arguments("new", tmp_path))
    assert (code, text, complaint.count("\n")) == (MISUSED, "", 1)
    assert stories.read_text("utf-8") == "no folder"


def test_a_record_put_in_order_on_a_full_disk_stays_as_it_was(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("check")
    (record,) = (tmp_path / "project").rglob("explainer.yml")
    old = record.read_text("utf-8").replace("status: reviewed", "status: 'reviewed'")
    record.write_text(old, "utf-8")
    monkeypatch.setattr(os, "fsync", refused)
    code, _, complaint = run("check", "--fix", "--all")
    assert (code, complaint.count("\n")) == (MISUSED, 1)
    assert record.read_text("utf-8") == old


def test_a_record_that_is_written_can_be_read_again(run: Run, tmp_path: Path) -> None:
    prepared(tmp_path, ["new"])
    assert run(*arguments("new", tmp_path))[0] == FINE
    story = next(one for one in seeds(tmp_path / "project")[0].stories if one.name == STORY)
    assert story.record is not None
    written = (tmp_path / "project" / story.path).read_text("utf-8")
    assert record_text(story.record) == written

"""The workflow of the intake, run from end to end without GitHub."""

from __future__ import annotations

import base64
import gzip
import json
import shutil
import sys
from pathlib import Path

import pytest

from tests.browsers import required
from tests.draft.test_record import TEXT
from tests.project import ROOT, write_project
from tests.test_command_intake import HOSTILE, NAME, issue
from tests.workflows import script, shell
from tools.files.issue import FORM


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """An invented project in git, with the form, the code and a Python where `make` puts it."""
    folder = tmp_path / "checkout"
    write_project(folder)
    (folder / FORM).parent.mkdir(parents=True)
    shutil.copy(ROOT / FORM, folder / FORM)
    shutil.copytree(ROOT / "tools", folder / "tools", ignore=shutil.ignore_patterns("__pycache__"))
    (folder / ".venv/bin").mkdir(parents=True)
    python = folder / ".venv/bin/python"
    python.write_text(f'#!/bin/sh\nexec {sys.executable} "$@"\n', "utf-8")
    python.chmod(0o755)
    (folder / ".gitignore").write_text(".venv\n__pycache__\n", "utf-8")
    shutil.copy(ROOT / ".gitattributes", folder)
    made = shell(
        "git init --quiet && git add . && git -c user.name=a -c user.email=a commit --quiet -m a",
        folder,
    )
    assert made.returncode == 0, made.stderr
    return folder


def status(folder: Path) -> list[str]:
    return shell("git status --porcelain --untracked-files=all", folder).stdout.splitlines()


def test_intake_carries_a_hostile_issue_from_the_event_to_two_files(
    checkout: Path, tmp_path: Path
) -> None:
    body = issue(article=TEXT + HOSTILE).replace("\n", "\r\n")
    event, output = tmp_path / "event.json", tmp_path / "output"
    event.write_text(json.dumps({"issue": {"body": body}}), "utf-8")
    required("jq", ("jq",))
    variables = {"GITHUB_EVENT_PATH": str(event), "GITHUB_OUTPUT": str(output)}
    drafted = shell(script("intake.yml", "draft", "Draft"), checkout, **variables)
    assert drafted.returncode == 0, drafted.stderr
    outputs = dict(line.split("=", 1) for line in output.read_text("utf-8").splitlines())
    assert outputs.keys() == {"story", "patch"}
    assert outputs["story"] == NAME

    shell("git reset --quiet --hard", checkout)
    assert status(checkout) == []
    variables = {"STORY": outputs["story"], "PATCH": outputs["patch"]}
    applied = shell(script("intake.yml", "propose", "Apply"), checkout, **variables)
    assert applied.returncode == 0, applied.stderr
    folder = f"seeds/stories/{NAME}"
    assert status(checkout) == [f"A  {folder}/article.txt", f"A  {folder}/explainer.yml"]
    assert (checkout / folder / "article.txt").read_text("utf-8") == TEXT + HOSTILE


def added(path: str, mode: str = "100644") -> str:
    """A patch that adds a file of one line."""
    return (
        f"diff --git a/{path} b/{path}\nnew file mode {mode}\n--- /dev/null\n+++ b/{path}\n"
        "@@ -0,0 +1 @@\n+x\n"
    )


ARTICLE, RECORD = "seeds/stories/a/article.txt", "seeds/stories/a/explainer.yml"
GOOD = added(ARTICLE) + added(RECORD)


@pytest.mark.parametrize(
    ("patch", "story", "accepted"),
    [
        (GOOD, "a", True),
        # left out by the filter, so that what remains is the story
        (GOOD + added(".github/workflows/evil.yml") + added("tools/evil.py"), "a", True),
        (GOOD + added("seeds/stories/a/more.txt"), "a", False),
        (GOOD + added("seeds/stories/b/article.txt"), "a", False),
        (GOOD, "b", False),
        (GOOD, "a; touch pwned", False),
        (GOOD, "../a", False),
        (added(ARTICLE, "100755") + added(RECORD), "a", False),
        (added(ARTICLE, "120000") + added(RECORD), "a", False),
        (GOOD + added("seeds/stories/../../evil.py"), "a", False),
        (added(ARTICLE), "a", False),
        ("no patch", "a", False),
    ],
)
def test_the_job_that_may_write_takes_two_new_files_of_text_and_nothing_else(
    patch: str, story: str, accepted: bool, checkout: Path
) -> None:
    code = base64.b64encode(gzip.compress(patch.encode())).decode()
    result = shell(script("intake.yml", "propose", "Apply"), checkout, STORY=story, PATCH=code)
    assert (result.returncode == 0) == accepted, result.stderr
    if accepted:
        assert status(checkout) == [f"A  {ARTICLE}", f"A  {RECORD}"]
    assert not (checkout / "pwned").exists()
    assert not (checkout / "evil.py").exists()

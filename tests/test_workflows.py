"""The workflows: two linters, and what none of them may do."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.browsers import required
from tests.project import ROOT
from tests.workflows import WORKFLOWS, loaded, script, shell, steps

# What an expression may hold: numbers, names of our own, settings, and the output of our own jobs.
HARMLESS = re.compile(
    r"github\.(event\.(issue|pull_request)\.number|sha|token|event_name == 'pull_request')"
    r"( \|\| github\.sha)?"
    r"|github\.base_ref \|\| github\.ref_name"  # branches of ours: a stranger's is head_ref
    r"|vars\.\w+|matrix\.\w+|needs\.\w+\.outputs\.\w+|steps\.\w+\.outputs\.\w+"
    r"|join\(needs\.\*\.result, ' '\)"
)


def test_zizmor_finds_nothing() -> None:
    zizmor = required("zizmor", ("zizmor", str(Path(sys.executable).parent / "zizmor")))
    result = subprocess.run(
        [zizmor, "--offline", "--no-progress", str(ROOT / ".github")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout


def test_actionlint_finds_nothing() -> None:
    actionlint = shutil.which("actionlint")
    if actionlint is None:
        pytest.skip("no actionlint is installed; the workflow `Check` runs it in a job of its own")
    result = subprocess.run(
        [actionlint, *map(str, WORKFLOWS.values())], capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize("name", WORKFLOWS)
def test_a_workflow_may_do_nothing_that_a_job_does_not_ask_for(name: str) -> None:
    assert loaded(name)["permissions"] == {}
    for job, content in loaded(name)["jobs"].items():
        assert "permissions" in content, job
        assert "timeout-minutes" in content, job
    triggers = set(loaded(name)[True])  # YAML takes `on` for a truth
    assert not triggers & {"pull_request_target", "workflow_run", "issue_comment"}


def test_an_action_is_named_by_its_commit() -> None:
    for where, step in steps():
        if "uses" in step:
            assert re.fullmatch(r"(actions|astral-sh)/[\w-]+@[0-9a-f]{40}", step["uses"]), where


def test_no_shell_holds_an_expression_and_no_expression_holds_a_strangers_text() -> None:
    for where, step in steps():
        assert "${{" not in step.get("run", ""), where
    for name, path in WORKFLOWS.items():
        for expression in re.findall(r"\$\{\{(.*?)\}\}", path.read_text("utf-8"), re.DOTALL):
            assert HARMLESS.fullmatch(expression.strip()), (name, expression)


def test_every_script_is_one_that_bash_can_read() -> None:
    for where, step in steps():
        result = subprocess.run(
            ["bash", "-n"], input=step.get("run", ""), capture_output=True, text=True, check=False
        )
        assert (result.returncode, result.stderr) == (0, ""), where


def test_the_one_required_check_waits_for_all_others() -> None:
    jobs = loaded("check.yml")["jobs"]
    assert set(jobs["all-green"]["needs"]) == jobs.keys() - {"all-green"}
    assert "secrets" not in WORKFLOWS["check.yml"].read_text("utf-8")
    assert {str(job["permissions"]) for job in jobs.values()} == {"{}", "{'contents': 'read'}"}


@pytest.mark.parametrize(
    ("results", "green"),
    [
        ("success success success", True),
        ("success skipped success", False),
        ("success failure success", False),
        ("success success cancelled", False),
    ],
)
def test_the_one_required_check_is_green_where_all_others_are(
    results: str, green: bool, tmp_path: Path
) -> None:
    (step,) = loaded("check.yml")["jobs"]["all-green"]["steps"]
    assert (shell(step["run"], tmp_path, RESULTS=results).returncode == 0) == green


# stands in for GitHub's command: says what it was asked, and which issue is open
GH = """#!/bin/sh
echo "$*" >> "$ASKED"
if [ "$1 $2" = "issue list" ]; then printf '%s' "$OPEN"; fi
"""


@pytest.mark.parametrize(
    ("dead", "open_issue", "expected"),
    [
        ("1", "", ["issue list", "label create", "issue create"]),
        ("1", "7", ["issue list", "issue edit 7"]),
        ("0", "7", ["issue list", "issue close 7"]),
        ("0", "", ["issue list"]),
    ],
)
def test_dead_links_have_one_issue_that_closes_itself(
    dead: str, open_issue: str, expected: list[str], tmp_path: Path
) -> None:
    folder = tmp_path / "checkout"
    folder.mkdir()
    (tmp_path / "gh").write_text(GH, "utf-8")
    (tmp_path / "gh").chmod(0o755)
    (tmp_path / "report.md").write_text("- a link\n", "utf-8")
    asked = tmp_path / "asked"
    path = f"{tmp_path}:{os.environ['PATH']}"
    variables = {"DEAD": dead, "OPEN": open_issue, "ASKED": str(asked), "PATH": path}
    result = shell(script("links.yml", "links", "Tell"), folder, **variables)
    assert result.returncode == 0, result.stderr
    told = asked.read_text("utf-8").splitlines()
    assert [line[: len(start)] for line, start in zip(told, expected, strict=True)] == expected

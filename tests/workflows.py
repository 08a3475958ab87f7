"""The workflows as data, and their scripts run as GitHub runs them."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from tests.project import ROOT

FOLDER = ROOT / ".github" / "workflows"
WORKFLOWS = {path.name: path for path in sorted(FOLDER.glob("*.yml"))}


def loaded(name: str) -> dict[Any, Any]:
    document: dict[Any, Any] = yaml.safe_load(WORKFLOWS[name].read_text("utf-8"))
    return document


def steps() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every step with a name for messages."""
    for name in WORKFLOWS:
        for job, content in loaded(name)["jobs"].items():
            for number, step in enumerate(content["steps"], 1):
                yield f"{name}, {job}, step {number}", step


def script(workflow: str, job: str, name: str) -> str:
    """The script of a step, by its name."""
    steps = loaded(workflow)["jobs"][job]["steps"]
    (found,) = [str(step["run"]) for step in steps if step.get("name") == name]
    return found


def shell(text: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Runs a script as GitHub does, in a folder and with git's settings of nobody."""
    nobody = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", text],
        cwd=folder,
        env={**os.environ, **nobody, "RUNNER_TEMP": str(folder.parent)} | variables,
        capture_output=True,
        text=True,
        check=False,
    )

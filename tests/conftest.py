"""What all tests share: the same invented inputs in every run, and the command."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

import tools.__main__ as command
from tests.browsers import ARGUMENTS, BROWSERS, required
from tests.project import write_project

settings.register_profile("same", derandomize=True, deadline=None, max_examples=100, database=None)
settings.load_profile("same")


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    """Runs the command on an invented project; returns exit code, output and complaint."""
    project = tmp_path / "project"
    monkeypatch.setattr(command, "ROOT", project)
    monkeypatch.chdir(tmp_path)

    def run(*arguments, case=None):
        if not project.exists():
            write_project(project, case)
        code = command.main([str(argument) for argument in arguments])
        return code, *capsys.readouterr()

    return run


@pytest.fixture
def git(tmp_path, monkeypatch):
    """A repository at tmp_path on the branch main; runs git in it, returns what it prints."""
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "Ostvale desk")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "desk@ostvale.example")
    # neither the settings of this machine nor a repository that runs the tests from a hook
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "no-config"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)

    def git(*arguments):
        result = subprocess.run(
            ["git", "-C", tmp_path, *arguments], capture_output=True, text=True, check=True
        )
        return result.stdout

    git("init", "--quiet", "--initial-branch=main")
    return git


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One for all: a second one in the same process was refused, and 178 tests with it."""
    path = required("Chromium", BROWSERS)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield chromium
        chromium.close()

"""What all tests share: the same invented inputs in every run, and the command."""

from __future__ import annotations

import pytest
from hypothesis import settings

import tools.__main__ as command
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

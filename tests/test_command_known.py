"""What commands know of records from earlier runs: of their own code, and from no one else."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.project import ROOT, STORY, write_project, write_site_seeds
from tests.warm import Counted, warm
from tools.__main__ import FINE, FOUND
from tools.check import check
from tools.commands import known
from tools.files.kept import FOLDER
from tools.files.read import seeds

RECORD = f"seeds/stories/{STORY}/explainer.yml"


def test_a_second_check_says_the_same_and_a_fault_that_came_and_went(run, tmp_path) -> None:
    said = run("check")
    assert run("check") == said == (FINE, "All is well.\n", "")
    record = tmp_path / "project" / RECORD
    text = record.read_text("utf-8")
    record.write_text(text.replace("status: reviewed", "status: fine"), "utf-8")
    found = run("check")
    assert run("check") == found
    assert found[0] == FOUND
    assert run("check", STORY) == found
    record.write_text(text, "utf-8")
    assert run("check") == said


def test_a_check_of_one_story_keeps_what_is_known_of_the_others(run, tmp_path) -> None:
    project = tmp_path / "project"
    for name in ("one", "two"):
        edit = {"article.txt": {"What comes next": f"What comes next in {name}"}}
        write_project(project, {"story": name, "edit": edit})
    run("check")
    before = entries(project)
    run("check", "one")
    run("check", "--hints", "two")
    run("check", "none-of-them")
    assert entries(project) == before
    shutil.rmtree(project / "seeds/stories/one")
    run("check")
    assert len(entries(project)) < len(before)


def entries(project: Path) -> list[tuple[str, str]]:
    kept = known.known(project)
    assert kept._base is not None
    found = kept._base.execute("SELECT kind, name FROM entry ORDER BY 1, 2").fetchall()
    kept.close(prune=False)
    return found


def test_where_nothing_can_be_kept_check_says_the_same(run, tmp_path) -> None:
    said = run("check")
    shutil.rmtree(tmp_path / "project" / FOLDER)
    (tmp_path / "project" / FOLDER).write_text("a file in the place of the folder")
    assert run("check") == said


def test_two_checks_at_once_say_what_one_says(tmp_path: Path) -> None:
    write_site_seeds(tmp_path)
    for name in ("tools", "docs", "overrides"):
        (tmp_path / name).symlink_to(ROOT / name)
    code = "import sys, pathlib, tools.__main__ as m; m.ROOT = pathlib.Path.cwd(); m.run()"
    runs = [
        subprocess.Popen(
            [sys.executable, "-B", "-c", code, "check"],
            cwd=tmp_path,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(3)
    ]
    said = [(*one.communicate(), one.returncode) for one in runs]
    assert said[0][1:] == ("", FINE)
    assert len(set(said)) == 1


def test_the_verdicts_of_a_pull_request_are_not_believed(tmp_path: Path) -> None:
    own, clone = tmp_path / "own", tmp_path / "clone"
    write_project(own, {"edit": {"explainer.yml": {"status: reviewed": "status: fine"}}})
    kept = Counted(own)
    found, unread = seeds(own, kept)
    assert "'fine'" in str(check(found, unread, (), kept))
    for kind, name in list(kept._used):
        if kind == "verdict":
            kept.put(kind, name, b"[]")
    kept.close()
    assert "'fine'" not in str(warm(own))  # where it was forged, it would be believed
    shutil.copytree(own, clone)
    assert list((clone / FOLDER).glob("*.sqlite"))
    assert "'fine'" in str(warm(clone))


def test_a_verdict_of_other_code_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(known.TOOLS / "check", tmp_path / "code/check")
    monkeypatch.setattr(known, "TOOLS", tmp_path / "code")
    found = []
    for text in ("before", "after", "before"):
        (tmp_path / "code/check/looks.yml").write_text(text)
        known._engine.cache_clear()
        kept = known.known(tmp_path)
        found.append(kept.get("kind", "name"))
        kept.put("kind", "name", text.encode())
        kept.close()
    known._engine.cache_clear()
    assert found == [None, None, b"before"]

"""The files of a revision, out of a repository made for the test."""

import os

import pytest

from tests.project import STORY, write_project
from tools.files.read import seeds
from tools.files.revision import RevisionError, seeds_at


def seeds_of(root):
    """What can be compared of the files of today: everything but what could not be read."""
    return seeds(root)[0]


def commit(git, message):
    git("add", ".")
    git("commit", "-m", message)


def test_a_revision_is_read_as_it_was_and_not_as_it_is(git, tmp_path):
    write_project(tmp_path)
    before = seeds_of(tmp_path)
    commit(git, "one")
    (tmp_path / f"seeds/stories/{STORY}/explainer.yml").write_text("title: Other\n", "utf-8")
    assert before == seeds_at(tmp_path, "HEAD")
    commit(git, "two")
    assert before == seeds_at(tmp_path, "HEAD~1")
    assert seeds_of(tmp_path) == seeds_at(tmp_path, "main")


def test_every_byte_comes_as_it_was_committed(git, tmp_path):
    write_project(tmp_path, {"files": {"odd.txt": "a\r\nb\t\n\n", "empty.txt": ""}})
    (tmp_path / "seeds/stories/Ümlaut tale").mkdir()
    (tmp_path / "seeds/stories/Ümlaut tale/a.txt").write_bytes(b"\xff\xfe")
    commit(git, "one")
    found = {story.name: story for story in seeds_at(tmp_path, "HEAD").stories}
    assert found[STORY].articles["odd.txt"].text == "a\r\nb\t\n\n"
    assert found[STORY].articles["empty.txt"].text == ""
    assert seeds_of(tmp_path) == seeds_at(tmp_path, "HEAD")


def test_what_another_branch_did_meanwhile_is_not_compared(git, tmp_path):
    write_project(tmp_path)
    commit(git, "one")
    before = seeds_of(tmp_path)
    git("checkout", "-b", "mine")
    git("checkout", "main")
    write_project(tmp_path, {"story": "another"})
    commit(git, "theirs")
    git("checkout", "mine")
    assert before == seeds_at(tmp_path, "main")


def test_a_link_out_of_the_repository_is_not_followed(git, tmp_path):
    write_project(tmp_path)
    os.symlink("/etc/hostname", tmp_path / f"seeds/stories/{STORY}/link.txt")
    commit(git, "one")
    (story,) = seeds_at(tmp_path, "HEAD").stories
    assert story.articles.keys() == {"article.txt"}


@pytest.mark.parametrize("revision", ["nowhere", "--output=x", "-h", "", " ", "HEAD:seeds", "a\nb"])
def test_a_revision_that_is_none_is_refused_with_the_way_out(git, revision, tmp_path):
    write_project(tmp_path)
    commit(git, "one")
    with pytest.raises(RevisionError, match=r"git fetch origin main|a branch, a tag or a commit"):
        seeds_at(tmp_path, revision)


def test_without_git_that_is_said(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(RevisionError, match="needs git, which is not installed"):
        seeds_at(tmp_path, "HEAD")


def test_a_folder_that_is_no_repository_is_refused(monkeypatch, tmp_path):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(RevisionError, match="not a git repository"):
        seeds_at(tmp_path, "HEAD")

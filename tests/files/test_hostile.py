"""What a stranger's pull request can hold: each thing gets an answer, and nothing is followed."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.project import STORY, messages, write_project
from tools.check import check
from tools.check.quotations import COPY, MOST_NEAREST
from tools.files import contents
from tools.files.contents import MOST
from tools.files.read import read_exactly, seeds
from tools.files.typed import MOST_TOLD

FOLDER = Path("seeds/stories") / STORY
SECRET = "The key of the press is under the mat."
TRUE = "Acme said it would not hand over the data."


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The invented project, beside a file that nobody outside the newsroom may read."""
    write_project(tmp_path / "project")
    (tmp_path / "secret.txt").write_text(SECRET, "utf-8")
    return tmp_path / "project"


def bent(project: Path, name: str, old: str, new: str) -> None:
    path = project / FOLDER / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def firsts(project: Path) -> list[str]:
    """The first line of each message, without the folder of all stories."""
    return [line.removeprefix("seeds/") for line in messages(project).splitlines()[::2]]


@pytest.mark.parametrize("name", ["article.txt", "explainer.yml"])
def test_a_link_in_the_place_of_a_file_is_refused_and_not_followed(
    project: Path, name: str
) -> None:
    path = project / FOLDER / name
    path.unlink()
    path.symlink_to(project.parent / "secret.txt")
    said = messages(project)
    assert f"{name}:1:1: file must not be a link, nor lie behind one: {name!r}" in said
    assert "press" not in said
    found, _ = seeds(project)
    assert name not in found.stories[0].articles
    assert read_exactly(path) is None


def test_a_link_to_the_file_beside_it_is_refused_too(project: Path) -> None:
    (project / FOLDER / "later.txt").symlink_to("article.txt")
    said = f"stories/{STORY}/later.txt:1:1: file must not be a link, nor lie behind one: "
    assert f"{said}'later.txt'" in firsts(project)


@pytest.mark.parametrize("name", [f"stories/{STORY}", "stories", "vocabulary", ""])
def test_a_link_in_the_place_of_a_folder_is_refused(project: Path, name: str) -> None:
    folder = project / "seeds" / name
    away = project.parent / "away"
    folder.rename(away)
    folder.symlink_to(away)
    found, problems = seeds(project)
    refused = [one for one in problems if "must not be a link" in one.message]
    assert refused
    assert bool(found.stories) == (name == "vocabulary")
    assert not (name in ("vocabulary", "") and found.vocabulary.companies)


def test_a_list_that_is_a_link_is_refused(project: Path) -> None:
    path = project / "seeds/vocabulary/topics.yml"
    path.rename(project.parent / "topics.yml")
    path.symlink_to(project.parent / "topics.yml")
    said = "vocabulary/topics.yml:1:1: file must not be a link, nor lie behind one: 'topics.yml'"
    assert [said] == firsts(project)


def test_the_folder_of_the_project_may_lie_behind_a_link(project: Path) -> None:
    (project.parent / "link").symlink_to(project)
    assert messages(project.parent / "link") == ""


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_that_never_ends_is_not_waited_for(project: Path) -> None:
    os.mkfifo(project / FOLDER / "later.txt")
    assert messages(project) == ""


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names there are Unicode")
@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("a\n::error::b", r"'a\n::error::b'"),
        ("a\x1b[31m", r"'a\x1b[31m'"),
        (os.fsdecode(b"caf\xe9"), r"'caf\udce9'"),
        ("a\u202eb", r"'a\u202eb'"),
    ],
    ids=["line end", "escape", "no UTF-8", "right to left"],
)
def test_a_name_speaks_in_the_place_of_no_message(project: Path, name: str, shown: str) -> None:
    (project / "seeds/stories" / name).mkdir()
    (project / FOLDER / f"{name}.txt").write_text("The rule takes effect in May.", "utf-8")
    said = messages(project)
    said.encode("utf-8")
    lines = said.splitlines()
    assert len(lines) == 4
    assert all(line.isprintable() for line in lines)
    assert {line.partition("letters only: ")[2] for line in lines[::2]} == {
        shown,
        f"{shown[:-1]}.txt'",
    }


@pytest.mark.parametrize("name", ["article.txt", "explainer.yml", "../../vocabulary/glossary.yml"])
@pytest.mark.parametrize("piece", [b"a", b"- a\n", b"\0", b"[", b'"'])
def test_a_file_of_ten_megabytes_is_refused_unread(project: Path, name: str, piece: bytes) -> None:
    path = project / FOLDER / name
    path.write_bytes(piece * (10_000_000 // len(piece)))
    _, (problem, *_) = seeds(project)
    assert problem.message == "file must hold at most 2 MB: '10.0 MB'"
    assert problem.path == path.resolve().relative_to(project.resolve()).as_posix()


def test_a_file_as_large_as_allowed_is_read(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    size = max(path.stat().st_size for path in project.rglob("*.*"))
    monkeypatch.setattr(contents, "MOST", size)
    assert messages(project) == ""
    monkeypatch.setattr(contents, "MOST", size - 1)
    assert len(firsts(project)) == 1


@pytest.mark.parametrize(
    "line",
    ["k{}: a\n", "title: a{}\n", "# {}\n", "- {}\n", "k{}:\n  - a\n", "{}\n", '"{}": {{a: b}}\n'],
)
def test_a_record_of_thousands_of_faults_is_answered(project: Path, line: str) -> None:
    path = project / FOLDER / "explainer.yml"
    text = path.read_text("utf-8")
    path.write_text(text + "".join(line.format(number) for number in range(20_000)), "utf-8")
    problems = check(*seeds(project))
    assert bool(problems) == (line[0] != "#")


def test_no_more_unknown_keys_are_told_than_anybody_reads(project: Path) -> None:
    path = project / FOLDER / "explainer.yml"
    keys = "".join(f"k{number}: a\n" for number in range(MOST_TOLD * 2))
    path.write_text(path.read_text("utf-8") + keys, "utf-8")
    assert len(firsts(project)) == MOST_TOLD


@pytest.mark.parametrize("scalar", ["a" * (MOST - 10_000), "ab " * (MOST // 4), "“" * (MOST // 4)])
def test_a_text_of_megabytes_is_text(project: Path, scalar: str) -> None:
    bent(project, "explainer.yml", "Acme says no.", f"a{scalar}")
    assert messages(project) == ""


def quotations(project: Path, lines: list[str]) -> list[str]:
    """What is said of the first key point, with these quotations and no others."""
    old = f"    quote: {TRUE}\n  - text: Bolt has"
    new = "".join(f"      - {line}\n" for line in lines)
    bent(project, "explainer.yml", old, f"    quote:\n{new}  - text: Bolt has")
    return messages(project).splitlines()


def test_ten_thousand_quotations_are_checked(project: Path) -> None:
    assert quotations(project, [TRUE] * 10_000) == []


def test_of_ten_thousand_false_quotations_each_is_told_and_the_first_are_explained(
    project: Path,
) -> None:
    said = quotations(project, [f"Acme said it would {n} not hand over" for n in range(10_000)])
    assert len(said) == 20_000
    way_outs = [line.strip() for line in said[1::2]]
    assert [one.startswith("Nearest is") for one in way_outs].index(False) == MOST_NEAREST
    assert set(way_outs[MOST_NEAREST:]) == {COPY}


def test_a_quotation_of_a_thousand_sentences_is_compared_with_nothing(project: Path) -> None:
    (project / FOLDER / "article.txt").write_text("Acme said it would. " * 5_000, "utf-8")
    said = quotations(project, ["Bolt said it may. " * 20_000])
    way_outs = {
        line.partition(": ")[2][:25]: way.strip()
        for line, way in zip(said[::2], said[1::2], strict=True)
    }
    expected = "No passage is near it; copy the words from the article."
    assert way_outs["key_points[1].quote[1] must stand word for word in"[:25]] == expected

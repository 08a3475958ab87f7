"""What is kept between two runs: never more than was put, and never a fault of its own."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

from tools.files.kept import FOLDER, HERE, Kept

KEY = ("kind", "name")


def filled(folder: Path, version: str = "1") -> Path:
    """Keeps one entry below a folder; returns the file that has it."""
    kept = Kept(folder, "things", version)
    kept.put(*KEY, b"made")
    kept.close()
    assert kept.fault == ""
    (file,) = (folder / FOLDER).glob("things-*.sqlite")
    return file


def found(folder: Path, version: str = "1") -> bytes | None:
    kept = Kept(folder, "things", version)
    data = kept.get(*KEY)
    kept.close()
    return data


def test_what_was_put_is_found_by_the_next_run_of_the_same_version(tmp_path: Path) -> None:
    filled(tmp_path)
    assert found(tmp_path) == b"made"
    assert found(tmp_path, "2") is None
    assert found(tmp_path) is None


@pytest.mark.parametrize(("prune", "left"), [(True, None), (False, b"made")])
def test_what_nobody_asked_for_goes_unless_only_a_part_was_asked_for(
    prune: bool, left: bytes | None, tmp_path: Path
) -> None:
    filled(tmp_path)
    kept = Kept(tmp_path, "things", "1")
    kept.put("kind", "other", b"made")
    kept.close(prune=prune)
    assert found(tmp_path) == left


def test_an_entry_whose_digest_is_another_is_not_found(tmp_path: Path) -> None:
    with sqlite3.connect(filled(tmp_path)) as base:
        base.execute("UPDATE entry SET data = ?", (b"other",))
    base.close()
    assert found(tmp_path) is None


def test_what_came_with_a_project_is_not_opened(tmp_path: Path) -> None:
    (tmp_path / "theirs").mkdir()
    filled(tmp_path / "theirs")
    shutil.copytree(tmp_path / "theirs", tmp_path / "ours")
    assert found(tmp_path / "ours") is None
    assert found(tmp_path / "theirs") == b"made"


@pytest.mark.parametrize("torn", [b"", b"no database", None])
def test_a_torn_file_is_begun_anew(torn: bytes | None, tmp_path: Path) -> None:
    file = filled(tmp_path)
    data = file.read_bytes()
    file.write_bytes(data[: len(data) // 2] if torn is None else torn)
    assert found(tmp_path) is None
    filled(tmp_path)
    assert found(tmp_path) == b"made"


def test_pages_of_another_file_are_not_believed(tmp_path: Path) -> None:
    file = filled(tmp_path)
    data = bytearray(file.read_bytes())
    data[len(data) // 2 :] = bytes(len(data) - len(data) // 2)
    file.write_bytes(data)
    assert found(tmp_path) in (None, b"made")


def test_another_run_that_writes_costs_what_is_kept_and_no_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tools.files.kept.PATIENCE", 0.01)
    file = filled(tmp_path)
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    kept = Kept(tmp_path, "things", "1")
    assert kept.get(*KEY) is None
    kept.put(*KEY, b"later")
    kept.close()
    assert "locked" in kept.fault
    other.execute("COMMIT")
    other.close()
    assert found(tmp_path) == b"made"


def test_a_disk_that_is_full_costs_what_is_kept_and_no_more(tmp_path: Path) -> None:
    filled(tmp_path)
    kept = Kept(tmp_path, "things", "1")
    assert kept._base is not None
    kept._base.execute("PRAGMA max_page_count = 1")
    kept.put("kind", "large", bytes(100_000))
    kept.close()
    assert "full" in kept.fault
    assert found(tmp_path) == b"made"


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / FOLDER).write_text("a file in the place of the folder")
    kept = Kept(tmp_path, "things", "1")
    kept.put(*KEY, b"made")
    kept.close()
    assert FOLDER in kept.fault


def test_a_folder_behind_a_link_is_left_alone(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (tmp_path / FOLDER).symlink_to(elsewhere)
    kept = Kept(tmp_path, "things", "1")
    kept.put(*KEY, b"made")
    kept.close()
    assert list(elsewhere.iterdir()) == []
    assert "link" in kept.fault


def test_a_second_run_takes_the_mark_of_the_first(tmp_path: Path) -> None:
    filled(tmp_path)
    mark = (tmp_path / FOLDER / HERE).lstat()
    filled(tmp_path)
    again = (tmp_path / FOLDER / HERE).lstat()
    assert (mark.st_ino, mark.st_ctime_ns) == (again.st_ino, again.st_ctime_ns)

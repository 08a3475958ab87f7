"""Files are written whole or not at all."""

import os
import stat

import pytest

from tools.files.write import write_tree, write_whole


def test_a_file_is_written_as_it_is_with_the_folders_on_the_way(tmp_path):
    text = "“é”\r\n\u2028 ×4\n"
    write_whole(tmp_path / "a/b/c.txt", text)
    assert text.encode() == (tmp_path / "a/b/c.txt").read_bytes()


@pytest.mark.parametrize("mask", [0o077, 0o000])
def test_everybody_may_read_a_file_and_its_owner_write_it(mask, tmp_path):
    old = os.umask(mask)
    try:
        write_whole(tmp_path / "a.txt", "text")
    finally:
        os.umask(old)
    expected = 0o644
    assert expected == stat.S_IMODE((tmp_path / "a.txt").stat().st_mode)


def test_a_new_text_takes_the_place_of_the_old_one(tmp_path):
    path = tmp_path / "a.txt"
    for text in ("a long old text", "new"):
        write_whole(path, text)
    assert text == path.read_text(encoding="utf-8")
    assert [path] == list(tmp_path.iterdir())


def full_disk(*_):
    raise OSError(28, "No space left on device")


def test_a_text_that_cannot_be_written_leaves_the_old_file_and_no_other(tmp_path):
    path = tmp_path / "a.txt"
    write_whole(path, "old")
    with pytest.raises(UnicodeEncodeError):
        write_whole(path, "half a text, then \ud800")
    assert {p.name: p.read_text("utf-8") for p in tmp_path.iterdir()} == {"a.txt": "old"}


@pytest.mark.parametrize("step", ["fsync", "chmod", "replace"])
def test_a_failure_at_any_step_leaves_the_old_file_and_no_other(step, tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    write_whole(path, "old")
    monkeypatch.setattr(os, step, full_disk)
    with pytest.raises(OSError, match="No space left"):
        write_whole(path, "new")
    assert {p.name: p.read_text("utf-8") for p in tmp_path.iterdir()} == {"a.txt": "old"}


def test_a_stop_by_the_keyboard_leaves_no_other_file(tmp_path, monkeypatch):
    def stop(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", stop)
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "a.txt", "new")
    assert not list(tmp_path.iterdir())


def test_a_folder_is_never_overwritten(tmp_path):
    (tmp_path / "a").mkdir()
    with pytest.raises(OSError, match=r"a.$"):
        write_whole(tmp_path / "a", "text")
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_a_tree_is_written_below_its_folder(tmp_path):
    write_tree(tmp_path / "out", {"a.txt": "A", "b/c.txt": "C"})
    found = {p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*") if p.is_file()}
    expected = {"out/a.txt", "out/b/c.txt"}
    assert expected == found

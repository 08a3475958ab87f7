"""Files of the last site are taken where they are what was written then, and made anew else."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.project import write_site_seeds
from tools.files.kept import Kept
from tools.files.read import seeds
from tools.model.story import Seeds
from tools.pages import Page, Settings, Site, jobs
from tools.publish import sheets
from tools.writing import BEFORE, Writer, clear, set_aside

PAGE = "companies/acme/index.html"


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Seeds:
    root = tmp_path_factory.mktemp("seeds")
    write_site_seeds(root)
    return seeds(root)[0]


def html(page: Page) -> str:
    return f"<!doctype html><title>{page.address}</title>{page.body}"


def build(found: Seeds, root: Path) -> dict[str, bytes]:
    """Builds into root/site as the hook does; gives every file's bytes."""
    folder = root / "site"
    folder.mkdir(exist_ok=True)
    set_aside(folder)
    (folder / "index.html").write_text("home")  # which MkDocs writes
    kept = Kept(root, "site-x", "1")
    site = Site(found, Settings(url="https://stand.example/"))
    Writer(folder, html, kept).write(sheets(site, jobs(site, ""), kept))
    clear(folder)
    kept.close()
    assert not (folder / BEFORE).exists()
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_what_did_not_change_is_the_very_file(found: Seeds, tmp_path: Path) -> None:
    first = build(found, tmp_path)
    number = (tmp_path / "site" / PAGE).stat().st_ino
    assert build(found, tmp_path) == first
    assert (tmp_path / "site" / PAGE).stat().st_ino == number


@pytest.mark.parametrize("how", ["other", "longer", "gone", "link"])
def test_a_file_that_somebody_changed_is_made_anew(how: str, found: Seeds, tmp_path: Path) -> None:
    first = build(found, tmp_path)
    path = tmp_path / "site" / PAGE
    data = path.read_bytes()
    path.unlink()
    if how == "other":
        path.write_bytes(data[:-1] + b"x")
    elif how == "longer":
        path.write_bytes(data + b"x")
        os.utime(path)
    elif how == "link":
        path.symlink_to(tmp_path / "site/index.html")
    assert build(found, tmp_path) == first


def test_what_is_no_more_is_removed(found: Seeds, tmp_path: Path) -> None:
    build(found, tmp_path)
    old = tmp_path / "site/explainers/old/index.html"
    old.parent.mkdir()
    old.write_text("of a story that is gone")
    assert "explainers/old/index.html" not in build(found, tmp_path)


def test_a_build_that_stopped_half_way_leaves_nothing(found: Seeds, tmp_path: Path) -> None:
    first = build(found, tmp_path)
    set_aside(tmp_path / "site")
    assert build(found, tmp_path) == first

"""After any edit, `check` says with what it kept what it says without."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.project import write_site_seeds
from tests.warm import RECORDS, cold, warm

WORDS = (
    "Acme",
    "Bolt & Sons",
    "1 May 2031",
    "12,000 users",
    "draft",
    "reviewed",
    "2099-01-01",
    "acme",
    "null",
    "",
    "#",
    '"',
    "\u200b",
    "checked: [date-differs]",
    "was: [2031-05-acme-maps]",
    "\n",
)


def replaced(draw: st.DrawFn, path: Path) -> None:
    """A piece of a file gives way to another."""
    text = path.read_text("utf-8")
    start = draw(st.integers(0, len(text)))
    length = draw(st.sampled_from([0, 1, 5, 40]))
    path.write_text(text[:start] + draw(st.sampled_from(WORDS)) + text[start + length :], "utf-8")


def changed_value(draw: st.DrawFn, path: Path) -> None:
    """A value of a file gives way to another, so that it can still be read."""
    text = path.read_text("utf-8")
    lines = text.splitlines(keepends=True)
    number = draw(st.sampled_from([n for n, line in enumerate(lines) if ": " in line]))
    key, _, value = lines[number].partition(": ")
    word = draw(st.sampled_from([*WORDS[:9], value.strip()[::-1]]))
    lines[number] = f"{key}: {yaml.safe_dump(word, width=10_000).splitlines()[0]}\n"
    path.write_text("".join(lines), "utf-8")


def folder_of(draw: st.DrawFn, root: Path) -> Path | None:
    folders = sorted((root / "seeds/stories").iterdir())
    return draw(st.sampled_from(folders)) if folders else None


def renamed(draw: st.DrawFn, root: Path) -> None:
    if folder := folder_of(draw, root):
        name = draw(st.sampled_from(["a", "b-b", "A", "z-z"]))
        if not folder.with_name(name).exists():
            folder.rename(folder.with_name(name))


def deleted(draw: st.DrawFn, root: Path) -> None:
    if folder := folder_of(draw, root):
        shutil.rmtree(folder)


def copied(draw: st.DrawFn, root: Path) -> None:
    """A story again under another name: its articles are told twice."""
    if folder := folder_of(draw, root):
        shutil.copytree(folder, folder.with_name(f"{folder.name}-b"), dirs_exist_ok=True)


def one_of(pattern: str, change: Callable[[st.DrawFn, Path], None]) -> Callable[..., None]:
    def changed(draw: st.DrawFn, root: Path) -> None:
        if files := sorted(root.glob(pattern)):
            change(draw, draw(st.sampled_from(files)))

    return changed


EDITS: dict[str, Callable[[st.DrawFn, Path], None]] = {
    "a passage of a record": one_of(RECORDS, replaced),
    "a value of a record": one_of(RECORDS, changed_value),
    "an article": one_of("seeds/stories/*/*.txt", replaced),
    "a passage of a list": one_of("seeds/vocabulary/*.yml", replaced),
    "a value of a list": one_of("seeds/vocabulary/*.yml", changed_value),
    "a passage of the publication": one_of("seeds/publication.yml", replaced),
    "a value of the publication": one_of("seeds/publication.yml", changed_value),
    "the name of a story": renamed,
    "a story that is there no more": deleted,
    "a story that is there twice": copied,
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A part of the invented site: a reviewed story, one that rests on it, and a draft."""
    root = tmp_path_factory.mktemp("project")
    write_site_seeds(root)
    for folder in root.glob("seeds/stories/*"):
        if not folder.name.endswith(("-acme-maps", "-acme-answers", "-draft")):
            shutil.rmtree(folder)
    return root


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
@settings(max_examples=12)
@given(data=st.data())
def test_after_an_edit_check_says_what_it_would_say_without_what_it_kept(
    edit: Callable[[st.DrawFn, Path], None], project: Path, data: st.DataObject
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder, "project")
        shutil.copytree(project, root)
        warm(root)
        for _ in range(2):
            edit(data.draw, root)
            assert warm(root) == cold(root)
        assert warm(root) == cold(root)

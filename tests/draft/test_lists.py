"""The drafter's lists of words: one form, no entry twice in a list, and nothing but text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.project import ROOT
from tools.draft.lists import ListError, checked, lists
from tools.draft.table import table

DRAFT = ROOT / "tools" / "draft"
# phrases and deeds of positions, and their examples, have forms of their own
APART = ("stances",)
FILES = sorted(one for one in DRAFT.rglob("*.yml") if one.relative_to(DRAFT).parts[0] not in APART)
# tables from a word to its value, and phrases grouped by what a line that holds them is
OTHER_FORMS = ("amounts.yml", "furniture.yml")


def phrases(entries: Any, where: str) -> Iterator[tuple[str, list[Any]]]:
    """Every list of a file that holds no lists of its own, and where it stands."""
    parts = entries.items() if isinstance(entries, dict) else ()
    if isinstance(entries, list):
        if not any(isinstance(entry, list | dict) for entry in entries):
            yield where, entries
        parts = enumerate(entries)
    for key, entry in parts:
        yield from phrases(entry, f"{where}, {key}")


def test_there_are_files() -> None:
    assert {one.name for one in FILES} >= {"words.yml", "roles.yml", "months.yml", "furniture.yml"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(DRAFT).as_posix())
def test_no_entry_stands_twice_in_a_list(path: Path) -> None:
    for where, entries in phrases(table(path), path.name):
        assert all(isinstance(entry, str) and entry.strip() for entry in entries), where
        assert sorted(set(entries)) == sorted(entries), where


@pytest.mark.parametrize(
    "path", [one for one in FILES if one.name not in OTHER_FORMS], ids=lambda path: path.name
)
def test_a_file_of_words_has_the_one_form(path: Path) -> None:
    assert all(isinstance(found, frozenset) for found in lists(path).values())
    assert lists(path) is lists(path)


@pytest.mark.parametrize(
    ("entries", "told"),
    [
        ({"a": ["x", "y", "x"]}, "w.yml, a: 'x' stands twice"),
        ({"a": ["x", True]}, "w.yml, a: True is no text; put it between quotation marks"),
        ({"a": ["x", 3]}, "w.yml, a: 3 is no text"),
        ({"a": ["x", None]}, "w.yml, a: None is no text"),
        ({"a": ["x", " "]}, "w.yml, a: ' ' is no text"),
        ({"a": ["x", ["y"]]}, r"w.yml, a: ['y'] is no text"),
        ({"a": "x y"}, "w.yml, a must be a list of phrases"),
        ({"a": {"x": 1}}, "w.yml, a must be a list of phrases"),
        (["x"], "w.yml must be names of lists"),
        (None, "w.yml must be names of lists"),
    ],
)
def test_what_is_no_list_of_phrases_is_refused(entries: Any, told: str) -> None:
    with pytest.raises(ListError) as refusal:
        checked(entries, "w.yml")
    assert told in str(refusal.value)


def test_lists_are_read_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "words.yml"
    path.write_text('speech: [says, tells]\nmore: ["on"]\nnone: []\n', "utf-8")
    expected = {"speech": {"says", "tells"}, "more": {"on"}, "none": set()}
    assert expected == dict(lists(path))

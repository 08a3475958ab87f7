"""A record that was read before is the same record: its values, its places, its Problems."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given

from tests.invented import NAME, records
from tests.project import STORY, write_project
from tools.files import known
from tools.files.canonical import record_text
from tools.files.kept import Kept
from tools.files.read import seeds, with_record
from tools.files.yaml_text import parse
from tools.model.article import Article
from tools.model.problem import Place, Problem
from tools.model.record import Explainer
from tools.model.story import Story

RECORD = f"seeds/stories/{STORY}/explainer.yml"


class Memory(Kept):
    """What is kept, in memory alone."""

    def __init__(self) -> None:
        self.entries: dict[tuple[str, str], bytes] = {}

    def get(self, kind: str, name: str) -> bytes | None:
        return self.entries.get((kind, name))

    def put(self, kind: str, name: str, data: bytes) -> None:
        self.entries[kind, name] = data


@given(records())
def test_a_record_that_is_known_is_read_as_it_was(made: tuple[Explainer, Article]) -> None:
    record, article = made
    bare = Story(f"seeds/stories/{NAME}/explainer.yml", articles={article.file: article})
    text, kept, problems = record_text(record), Memory(), list[Problem]()
    fresh = with_record(bare, text, problems, kept)
    again = with_record(bare, text, problems, kept)
    assert problems == []
    assert kept.entries
    assert isinstance(again.places, known.LatePlaces)
    assert again == fresh
    assert again.record is not None
    assert again.record.model_fields_set == record_set(fresh)
    assert list(again.places.items()) == list(fresh.places.items())


def record_set(story: Story) -> set[str]:
    assert story.record is not None
    return story.record.model_fields_set


@pytest.fixture
def kept(tmp_path: Path) -> Memory:
    """An invented project that was read once."""
    write_project(tmp_path)
    memory = Memory()
    seeds(tmp_path, memory)
    return memory


def test_what_is_known_is_not_parsed(
    kept: Memory, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fresh = seeds(tmp_path)
    parsed: list[str] = []
    for module in ("read", "known"):
        monkeypatch.setattr(
            f"tools.files.{module}.parse",
            lambda text, path, **more: parsed.append(path) or parse(text, path, **more),
        )
    again = seeds(tmp_path, kept)
    assert RECORD not in parsed
    assert again == fresh
    assert RECORD in parsed  # for its places, which were compared


def test_places_are_those_of_the_text_that_was_read(kept: Memory, tmp_path: Path) -> None:
    (story,) = seeds(tmp_path, kept)[0].stories
    place = seeds(tmp_path)[0].stories[0].places["stances", 1, "date"]
    (tmp_path / RECORD).write_text("title: Another\n")
    assert story.places["stances", 1, "date"] == place
    assert story.problem(("stances", 1, "none"), "must", "").line == place.line - 2
    assert ("stances", 9) not in story.places


@pytest.mark.parametrize(
    "edit",
    [
        {"status: reviewed": "status: [reviewed]"},
        {"text: Acme says no.": "text: Acme says #no."},
        {"text: Acme says no.": "text: Acme says no\n    no_key: here"},
        {"text: Acme says no.": "text: Acme says: no."},
    ],
)
def test_a_text_with_a_problem_is_parsed_each_time(edit: dict[str, str], tmp_path: Path) -> None:
    write_project(tmp_path, {"edit": {"explainer.yml": edit}})
    memory = Memory()
    fresh, again = seeds(tmp_path, memory), seeds(tmp_path, memory)
    assert fresh[1] or fresh[0].stories[0].record is None
    assert again == fresh == seeds(tmp_path)
    assert not memory.entries


def test_an_entry_that_is_no_record_is_read_from_its_text(kept: Memory, tmp_path: Path) -> None:
    fresh = seeds(tmp_path)
    for data in (b"", b"\xff", b"[]", b'{"title": 1}', b'{"title": "A", "more": "B"}'):
        kept.entries = dict.fromkeys(kept.entries, data)
        assert seeds(tmp_path, kept) == fresh


def test_a_record_that_no_file_can_hold_is_not_kept() -> None:
    memory = Memory()
    known.keep(memory, "name", Explainer(title="\ud800"))
    assert not memory.entries
    assert known.digest("\ud800") != known.digest("\ud801")


def test_the_places_of_a_known_record_are_a_mapping_of_all_its_values() -> None:
    places = known.LatePlaces("title: A\nwas: [b]\n", RECORD)
    assert dict(places) == {
        (): Place(1, 1),
        ("title",): Place(1, 8),
        ("was",): Place(2, 6),
        ("was", 0): Place(2, 7),
    }
    assert len(places) == 4

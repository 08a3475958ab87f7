"""The articles that nobody tunes drafts to: their labels hold, and no example is taken from them.

No test says here how right drafts are: that is measured, and nobody mends a rule by it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.model.build import POSITIONS
from tests.project import ROOT
from tools.commands.labelled import read_labels
from tools.draft.labels import UNSURE
from tools.model.article import Article
from tools.model.dates import Date
from tools.model.text import straighten

FOLDER = ROOT / "tests" / "gold"
EXAMPLES = ROOT / "tools" / "draft" / "stances" / "examples"
NAMES = [path.stem for path in sorted(FOLDER.glob("*.txt"))]
KNOWN = {entry["id"] for entry in yaml.safe_load(POSITIONS.read_text("utf-8"))}
SENTENCE = (
    5  # words from which on a sentence is nobody's by chance, as "He declined to comment." is
)


def text(name: str) -> str:
    return (FOLDER / f"{name}.txt").read_text("utf-8")


def labels(name: str) -> list[tuple[str, dict[str, Any]]]:
    """Every label of an article, sure or not, with its list."""
    lists = read_labels(FOLDER / f"{name}.yml")
    return [(kind.removesuffix(UNSURE), entry) for kind in lists for entry in lists[kind]]


def told(text: str) -> set[str]:
    """The sentences of a text, without what two writers may type in two ways."""
    parts = re.split(r"(?<=[.!?])[\"'’”]*\s+|\n+", straighten(text))
    found = (" ".join(re.findall(r"\w+", part.lower())) for part in parts)
    return {one for one in found if one.count(" ") >= SENTENCE - 1}


def texts(entry: Any) -> Iterator[str]:
    """Every text that stands anywhere in a file of examples."""
    if isinstance(entry, str):
        yield entry
    elif isinstance(entry, dict | list):
        for part in entry.values() if isinstance(entry, dict) else entry:
            yield from texts(part)


def test_there_are_forty_articles_by_four_writers_each_with_its_labels() -> None:
    assert [f"{writer}{n:02}" for writer in "abcd" for n in range(1, 11)] == NAMES
    assert [path.stem for path in sorted(FOLDER.glob("*.yml"))] == NAMES
    lists = {kind for name in NAMES for kind in read_labels(FOLDER / f"{name}.yml")}
    assert lists >= {"timeline", "stances", "who", "terms"}


@pytest.mark.parametrize("name", NAMES)
def test_each_quotation_stands_in_its_article(name: str) -> None:
    article = Article(f"{name}.txt", text(name))
    assert [
        e["quote"] for _, e in labels(name) if "quote" in e and not article.find(e["quote"])
    ] == []


@pytest.mark.parametrize("name", NAMES)
def test_each_name_and_short_form_stands_in_its_article(name: str) -> None:
    article = Article(f"{name}.txt", text(name))
    named = [e[key] for _, e in labels(name) for key in ("company", "name", "short") if key in e]
    assert [one for one in named if not article.find(one)] == []


@pytest.mark.parametrize("name", NAMES)
def test_each_position_is_one_of_the_scale_and_each_date_is_legal(name: str) -> None:
    held = {entry["position"] for kind, entry in labels(name) if kind == "stances"}
    assert held <= KNOWN
    dates = [str(entry["date"]) for kind, entry in labels(name) if kind == "timeline"]
    assert [date for date in dates if Date(date).fault] == []


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_labelled_twice(name: str) -> None:
    every = [(kind, *map(str, entry.values())) for kind, entry in labels(name)]
    assert [one for one in set(every) if every.count(one) > 1] == []


def test_no_example_of_drafts_shares_a_sentence_with_an_article() -> None:
    files = sorted(EXAMPLES.rglob("*.yml"))
    given = [one for path in files for one in texts(_entries(path))]
    assert len(given) > 1000
    learned = set().union(*map(told, given))
    assert {name: told(text(name)) & learned for name in NAMES} == {name: set() for name in NAMES}


def _entries(path: Path) -> Any:
    return yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)

"""What the documents say is true of the code."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import BaseModel

from tools.__main__ import parser
from tools.check import check
from tools.files.typed import typed
from tools.files.yaml_text import parse
from tools.model import record as records
from tools.model.article import Article
from tools.model.dates import Date
from tools.model.part import DATE_PATTERN, Part
from tools.model.record import Candidate, Explainer, Reference, Until, Withdrawal
from tools.model.schema import schemas
from tools.model.story import Seeds, Story
from tools.model.vocabulary import (
    ENTRIES,
    Authority,
    Company,
    GlossaryTerm,
    Milestone,
    Position,
    Topic,
    Vocabulary,
)
from tools.pages.data.lists import VERSION
from tools.pages.data.openapi import FILES
from tools.pages.data.places import API

ROOT = Path(__file__).parents[1]
GUIDE = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
METHOD = (ROOT / "docs" / "method.md").read_text("utf-8")
DATA_LOG = (ROOT / "CHANGELOG-DATA.md").read_text("utf-8")
README = (ROOT / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"```(\w+)\n(.*?)```", GUIDE, re.DOTALL)
EXAMPLE = next(text for kind, text in BLOCKS if kind == "yaml" and text.startswith("title:"))
ARTICLES = [text for kind, text in BLOCKS if kind == "text"][:2]
POSITIONS = yaml.safe_load((ROOT / "seeds" / "vocabulary" / "positions.yml").read_text("utf-8"))


def example_story() -> Story:
    node, problems = parse(EXAMPLE, "CONTRIBUTING.md")
    read = typed(node, Explainer, "CONTRIBUTING.md")
    assert [*problems, *read.problems] == []
    files = dict(zip(("article.txt", "statement.txt"), ARTICLES, strict=True))
    articles = {name: Article(name, text) for name, text in files.items()}
    return Story("CONTRIBUTING.md", read.places, "example", read.value, articles)


def block(start: str) -> str:
    """The one example in YAML of the guide that begins so."""
    (text,) = [text for kind, text in BLOCKS if kind == "yaml" and text.startswith(start)]
    return str(text)


def shown(name: str) -> list[Any]:
    """The entries of a list that the guide shows, read as the project reads them."""
    text = block(f"# {name}.yml")
    node, problems = parse(text, name)
    assert problems == []
    found = [typed(item, ENTRIES[name], name, (n,)) for n, item in enumerate(node.value)]
    assert [problem for one in found for problem in one.problems] == []
    return [one.value for one in found]


def vocabulary() -> Vocabulary:
    """The lists that the guide shows, and stand-ins for what it only names."""
    (lantern,), (police,), (word,), (logs,) = (
        shown(name) for name in ("companies", "authorities", "glossary", "topics")
    )
    others = ("wrenmail", "harbourline")
    return Vocabulary(
        companies={"lanternpost": lantern}
        | {
            name: lantern.model_copy(update={"id": name, "name": name.capitalize(), "aliases": ()})
            for name in others
        },
        authorities={police.id: police},
        glossary={word.id: word},
        topics={
            logs.id: logs,
            "ostvale-servers": logs.model_copy(update={"id": "ostvale-servers"}),
        },
        positions={entry["id"]: Position.model_validate(_tuples(entry)) for entry in POSITIONS},
    )


def _tuples(entry: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()}


def test_the_annotated_example_passes_every_rule() -> None:
    assert check(Seeds((example_story(),), vocabulary())) == []


@pytest.mark.parametrize(
    "model",
    [m for m in vars(records).values() if isinstance(m, type) and issubclass(m, Part)],
    ids=lambda model: model.__name__,
)
def test_the_annotated_example_shows_every_field(model: type[BaseModel]) -> None:
    if model is Withdrawal:
        assert "withdrawn: {date: 2024-06-01, text: " in EXAMPLE
        return
    if model is Until:
        assert "{date: 2024-05-02, quote: " in EXAMPLE
        return
    if model is Candidate:  # of drafts, and the example is reviewed
        assert all(f"`{name}`" in GUIDE for name in model.model_fields)
        return
    # a report of our own has an example by itself
    shown = block("    references:") if model is Reference else EXAMPLE
    for name in model.model_fields:
        assert re.search(rf"^[ -]*{name}:", shown, re.MULTILINE), name


@pytest.mark.parametrize(
    ("name", "model"),
    [
        ("companies", Company),
        ("authorities", Authority),
        ("glossary", GlossaryTerm),
        ("topics", Topic),
        ("topics", Milestone),
    ],
)
def test_the_annotated_lists_show_every_field(name: str, model: type[BaseModel]) -> None:
    shown = block(f"# {name}.yml")
    fields = [key for key in model.model_fields if not re.search(rf"(?m)^[ -]*{key}:", shown)]
    # the earlier ids of a list are shown where the entry of another one has them
    assert [key for key in fields if key != "was"] == []


def test_every_key_of_a_position_is_documented() -> None:
    assert [name for name in Position.model_fields if f"`{name}`" not in GUIDE] == []


def properties(schema: Any, name: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every property of a schema with its name, those of the parts included."""
    for key, value in schema.items() if isinstance(schema, dict) else ():
        if key == "properties":
            yield from ((f"{name}.{one}", about) for one, about in value.items())
        yield from properties(value, key if key != "properties" else name)


@pytest.mark.parametrize(("name", "text"), schemas().items())
def test_an_editor_has_a_word_to_say_of_every_field(name: str, text: str) -> None:
    found = dict(properties(json.loads(text)))
    assert found
    assert not [field for field, about in found.items() if not about.get("description")], name


@given(st.from_regex(r"[\dX~?/.-]{1,21}", fullmatch=True) | st.dates().map(str))
@example("2020/..")
@example("../198X~")
@example("XXXX-07-01")
@example("2020-07?/2020-12-01~")
def test_an_editor_marks_no_date_that_is_one(text: str) -> None:
    if Date(text).fault is None:
        assert re.search(DATE_PATTERN, text)


@pytest.mark.parametrize(
    "text", ["6 July", "2020-7-6", "20", "2020/07/06", "xxxx-07", "XXXX", "../.."]
)
def test_an_editor_marks_what_is_no_date(text: str) -> None:
    assert Date(text).fault
    assert not re.search(DATE_PATTERN, text)


def test_every_command_is_documented() -> None:
    (commands,) = [a.choices for a in parser()._actions if a.choices and a.dest != "format"]
    for name in commands:
        assert f"`python -m tools {name}" in GUIDE, name


def test_every_option_of_every_command_is_documented() -> None:
    (commands,) = [a.choices for a in parser()._actions if a.choices and a.dest != "format"]
    assert commands is not None
    for name, command in commands.items():
        options = [s for action in command._actions for s in action.option_strings]
        for option in options:
            if option not in ("-h", "--help"):
                assert re.search(rf"`[^`\n]*{option}\b", GUIDE), f"{name} {option}"


def test_the_table_of_positions_is_that_of_the_list() -> None:
    rows = re.findall(r"^\|.*\|$", METHOD, re.MULTILINE)
    labels = [(position["label"], position["meaning"]) for position in POSITIONS]
    shown = [
        (cells[-2], cells[-1])
        for cells in ([c.strip() for c in row.strip("|").split("|")] for row in rows)
        if (cells[-2], cells[-1]) in labels
    ]
    assert labels == shown


def test_the_changelog_of_the_data_has_its_version_on_top() -> None:
    versions = re.findall(r"^## (\d\S*) \(\d{4}-\d\d-\d\d\)$", DATA_LOG, re.MULTILINE)
    assert versions[0] == VERSION
    assert versions == sorted(versions, reverse=True)


def test_the_changelog_of_the_data_names_every_kind_of_file() -> None:
    for file in FILES:
        name = re.sub(r"\{\w+\}", "<", file.path.removeprefix(API)).partition("<")
        assert (name[0] or name[2]).rpartition("/")[2] in DATA_LOG, file.path


def test_the_readme_gives_the_two_commands_and_pictures_that_are_there() -> None:
    assert "make serve" in README
    assert "make test" in README
    pictures = re.findall(r"docs/assets/[\w.-]+\.png", README)
    assert len(pictures) >= 2
    for picture in pictures:
        assert (ROOT / picture).stat().st_size < 300_000, picture

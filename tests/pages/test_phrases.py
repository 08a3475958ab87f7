"""The words that stand in no template: each is said somewhere, and lacks no fact."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
import yaml

from tests.pages.world import site
from tools.pages import phrases
from tools.pages.phrases import FILE, WORDS, flat, headed, phrase

OWN = Path(phrases.__file__)  # which only hands facts on
MODULES = sorted(path for path in OWN.parent.rglob("*.py") if path != OWN)
NAMES = set(site().names)


def test_a_title_and_a_lede_are_filled_with_the_words_of_the_publication() -> None:
    title, lede = headed(site(), "companies")
    assert (title, lede.partition(",")[0]) == ("Companies", "Every company these pages know")


def test_what_is_put_in_is_text_and_no_words_of_ours() -> None:
    assert headed(site(), "receipts", name="{many} {0}").title == "Receipts: {many} {0}"
    assert phrase("feeds.withdrawn", site(), title="{x}") == "Withdrawn: {x}"


def test_a_fact_that_is_not_given_is_a_fault_that_says_where() -> None:
    with pytest.raises(KeyError, match=r"pages\.glossary-letter\.title.* asks for \{letter\}"):
        headed(site(), "glossary-letter")


def test_the_words_of_a_publication_are_not_there_without_one() -> None:
    with pytest.raises(KeyError, match=r"pages\.companies\.title.* asks for \{Many\}"):
        phrase("pages.companies.title")


@pytest.mark.parametrize("key", ["dates.never", "dates", ""])
def test_words_that_are_not_there_are_a_fault_that_says_which(key: str) -> None:
    with pytest.raises(KeyError, match=f"no words under “{key}”"):
        phrase(key)


@pytest.mark.parametrize(
    "table", [{"a": {"b": False}}, {"a": {"b": None}}, {"a": {"b": ["c"]}}, {"a": {True: "c"}}, []]
)
def test_what_yaml_takes_for_anything_but_text_is_a_fault(table: Any) -> None:
    with pytest.raises(TypeError, match="is no text"):
        dict(flat(table))


def test_no_key_stands_twice_in_the_list() -> None:
    def twice(node: yaml.Node) -> Iterator[str]:
        if isinstance(node, yaml.MappingNode):
            names = [name.value for name, _ in node.value]
            yield from (name for name in names if names.count(name) > 1)
            for _, below in node.value:
                yield from twice(below)

    assert list(twice(yaml.compose(FILE.read_text("utf-8"), yaml.SafeLoader))) == []


def asked(module: Path) -> Iterator[tuple[list[str], set[str]]]:
    """Of each place that says a phrase, the keys that it may mean and the facts that it gives."""
    for call in ast.walk(ast.parse(module.read_text("utf-8"))):
        if not isinstance(call, ast.Call):
            continue
        name, args = getattr(call.func, "id", ""), call.args
        if name == "partial":
            name, args = getattr(args[0], "id", ""), args[1:]
        if name == "phrase":
            keys, given = keyed(args[0], "{}"), set(NAMES if len(args) > 1 else ())
        elif name == "headed":
            keys, given = keyed(args[1], "pages.{}.title", "pages.{}.lede"), set(NAMES)
        else:
            continue
        yield keys, given | {word.arg for word in call.keywords if word.arg}


def keyed(node: ast.expr, *patterns: str) -> list[str]:
    """The keys that an argument may be; none where it is a name, whose value only a run knows."""
    if isinstance(node, ast.IfExp):
        return [*keyed(node.body, *patterns), *keyed(node.orelse, *patterns)]
    if isinstance(node, ast.Constant):
        return [pattern.format(node.value) for pattern in patterns]
    if isinstance(node, ast.JoinedStr):
        parts = [re.escape(p.value) if isinstance(p, ast.Constant) else ".*" for p in node.values]
        found = [key for key in WORDS if re.fullmatch("".join(parts), key)]
        assert found, f"line {node.lineno}: no key is like this"
        return found
    return []


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_what_a_module_says_is_in_the_list_and_has_all_facts(module: Path) -> None:
    for keys, given in asked(module):
        for key in keys:
            assert key in WORDS
            wanted = {name for _, name, _, _ in Formatter().parse(WORDS[key]) if name is not None}
            assert wanted <= given, key


def test_no_words_are_kept_that_nothing_says() -> None:
    said = {key for module in MODULES for keys, _ in asked(module) for key in keys}
    # elsewhere a key is the value of a name: it stands there as it is, or as a page's
    texts = {
        node.value
        for module in MODULES
        for node in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    said |= {key for key in WORDS if key in texts}
    said |= {key for key in WORDS if re.sub(r"^pages\.(.+)\..+$", r"\1", key) in texts}
    assert sorted(WORDS.keys() - said) == []
    parts = {key.split(".")[1] for key in WORDS if key.startswith("parts.")}
    assert sorted(parts - texts) == []  # their keys are put together

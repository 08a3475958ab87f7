"""One value of a file changed: what is written, what stays, and what is refused."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.files.commented import VALUES, files
from tests.project import Case, golden
from tools.files.edit import NotEditedError, insert, put, remove
from tools.files.node import Node, child, plain
from tools.files.yaml_text import parse
from tools.model.problem import Path

CASES = golden("edit.yml")
RECORD = "seeds/stories/ruritania-data/explainer.yml"


def edited(case: Case) -> str:
    file = case.get("file", RECORD)
    for kind in ("put", "insert", "remove"):
        if kind in case:
            path = tuple(case[kind])
            value = text_of(case.get("value"))
            if kind == "put":
                return put(case["text"], path, value, file)
            if kind == "insert":
                return insert(case["text"], path, case["number"], value, file)
            return remove(case["text"], path, file)
    raise AssertionError(case)


def text_of(value: Any) -> Any:
    """A value of a golden file as the project reads it: all scalars are text."""
    if isinstance(value, dict):
        return {key: text_of(item) for key, item in value.items()}
    if isinstance(value, list):
        return [text_of(item) for item in value]
    return (
        value if value is None or isinstance(value, str) else {True: "yes"}.get(value, str(value))
    )


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_an_edit_changes_what_is_meant_or_says_why_not(case: Case) -> None:
    if "why" in case:
        with pytest.raises(NotEditedError) as refused:
            edited(case)
        assert case["why"] == str(refused.value)
    else:
        assert case["edited"] == edited(case)


@pytest.mark.parametrize("case", [one for one in CASES.values() if "put" in one], ids=str)
def test_what_is_put_again_changes_nothing(case: Case) -> None:
    if "why" not in case:
        assert case["edited"] == edited({**case, "text": case["edited"]})


def paths(value: Any, path: Path = ()) -> Iterator[Path]:
    if path:
        yield path
    items = value.items() if isinstance(value, dict) else ()
    items = enumerate(value) if isinstance(value, list) else items
    for step, item in items:
        yield from paths(item, (*path, step))


def at(value: Any, path: Path) -> Any:
    for step in path:
        value = value[step]
    return value


def comments(text: str) -> dict[str, str]:
    """Each comment of an invented file and the path of what it is about."""
    return dict(re.findall(r"# (\d+) of (\S+)\.", text))


def says(text: str) -> Any:
    return plain(parse(text, RECORD)[0]).value


def lost(text: str, result: str) -> list[str]:
    return [of for number, of in comments(text).items() if number not in comments(result)]


# what is refused for good, each for want of a place for a comment, or for two lists on one line
REFUSED = r"would be lost|might be lost|would stand nowhere|two lists"


def outcome(edit: Callable[[], str]) -> str | None:
    """The text of an edit; None where it was refused for one of the reasons that there may be."""
    try:
        return edit()
    except NotEditedError as refused:
        if not re.search(REFUSED, str(refused)):
            raise
        return None


def around(text: str, path: Path) -> tuple[str, str]:
    """What stands before the key or item at a path, and from the next value on."""
    root = parse(text, RECORD)[0]
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    parent, node = node_at(root, path[:-1]), node_at(root, path)
    place = parent.keys[str(path[-1])] if isinstance(parent.value, dict) else node.place
    begin = starts[place.line - 1] + place.column - 1
    if isinstance(parent.value, list):  # a comment may stand between its hyphen and itself
        begin = min(begin, max(text.rfind("-", 0, begin), text.rfind(",", 0, begin)) + 1)
    inner = {id(one) for one in leaves(node)}
    ordered = list(leaves(root))
    last = max(number for number, one in enumerate(ordered) if id(one) in inner)
    behind = text[ordered[last + 1].start :] if last + 1 < len(ordered) else ""
    return text[:begin].rstrip(), behind


def node_at(node: Node, path: Path) -> Node:
    for step in path:
        found = child(node, step)
        assert found is not None
        node = found
    return node


def leaves(node: Node) -> Iterator[Node]:
    """The texts of a node; of an empty list or mapping, itself."""
    value = node.value
    parts = [*value.values()] if isinstance(value, dict) else value
    if not isinstance(parts, list) or not parts:
        yield node
        return
    for part in parts:
        yield from leaves(part)


@given(files(), st.data())
@settings(max_examples=300)
def test_a_value_put_anywhere_is_all_that_changes(
    made: tuple[str, Any], data: st.DataObject
) -> None:
    text, value = made
    path, new = data.draw(st.sampled_from([*paths(value)])), data.draw(VALUES)
    assert says(text) == value
    result = outcome(lambda: put(text, path, new, RECORD))
    if result is None:
        return
    before, behind = around(text, path)
    kept = [at(value, path), new]
    at(value, path[:-1])[path[-1]] = new
    assert says(result) == value
    # a key or an item that is in the old value alone goes with its comments
    assert all(of.startswith(f"{name(path)}/") and all(kept) for of in lost(text, result))
    assert result.startswith(before)
    assert result.endswith(behind)


@given(files(), st.data())
@settings(max_examples=300)
def test_an_entry_inserted_anywhere_takes_nothing_away(
    made: tuple[str, Any], data: st.DataObject
) -> None:
    text, value = made
    lists = [path for path in paths(value) if isinstance(at(value, path), list)]
    path, new = data.draw(st.sampled_from(lists or [("new",)])), data.draw(VALUES)
    number = data.draw(st.integers(0, 3))
    result = outcome(lambda: insert(text, path, number, new, RECORD))
    if result is None:
        return
    if lists:
        at(value, path).insert(number, new)
    else:
        value["new"] = [new]
    assert says(result) == value
    assert lost(text, result) == []


@given(files(), st.data())
@settings(max_examples=300)
def test_an_entry_removed_anywhere_takes_its_own_comments_along_and_no_others(
    made: tuple[str, Any], data: st.DataObject
) -> None:
    text, value = made
    path = data.draw(st.sampled_from([*paths(value)]))
    result = outcome(lambda: remove(text, path, RECORD))
    if result is None:
        return
    parent = at(value, path[:-1])
    del parent[path[-1]]
    if not parent and len(path) > 1 and at(says(result), path[:-1]) is None:
        at(value, path[:-2])[path[-2]] = None
    assert says(result) == value
    own = [of for of in comments(text).values() if f"{of}/".startswith(f"{name(path)}/")]
    if not text.startswith("#"):  # a comment with which a file begins is of the file
        assert lost(text, result) == own


def name(path: Path) -> str:
    return "/".join(map(str, path))

"""One value of a YAML file changed, and nothing else of its text.

What was not meant stays byte for byte: comments, order, quotation marks and line ends.
Each result is read again and compared with what was wanted; else there is none.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import PurePosixPath
from typing import Any

from pydantic import BaseModel

from tools.files.canonical import order
from tools.files.edit_block import Block, in_order
from tools.files.edit_flow import Flow, Splice
from tools.files.edit_layout import Layout, NotEditedError
from tools.files.edit_steps import Plain, Step, carried_out, changes, has, nested
from tools.files.node import Node, child, plain
from tools.files.typed import model_at
from tools.files.yaml_text import UnreadableError, parse
from tools.model.problem import Path, field_name
from tools.model.record import Explainer
from tools.model.vocabulary import ENTRIES

__all__ = ["NotEditedError", "Plain", "insert", "put", "remove", "tree"]

BOM = "\ufeff"


def put(text: str, path: Path, value: Plain, file: str) -> str:
    """The text with the value at a path; `file` names it in reasons and says which keys it has.

    Of a list or mapping that stands there only what differs is touched.
    A key that is absent is made at its place in the order in which records are written.
    Raises `NotEditedError` where that cannot be had without loss.
    """
    at = _plain(text, file)
    for number, step in enumerate(path):
        if has(at, step):
            at = at[step]
            continue
        if isinstance(step, int) or not (at is None or isinstance(at, dict)):
            raise NotEditedError(f"there is no {field_name(path)}")
        # an absent key, or one in what stands empty
        known = number if at is None else number + 1
        return _done(text, [Step("put", path[:known], nested(path[known:], value))], file)
    return _done(text, [*changes(at, value, path)], file)


def insert(text: str, path: Path, number: int, value: Plain, file: str) -> str:
    """The text with a new entry in the list at a path, before that of a number or at its end.

    A list that is absent or empty is made.
    Raises `NotEditedError` where that cannot be had without loss.
    """
    at = _plain(text, file)
    for step in path:
        at = at[step] if has(at, step) else None
    if not at:
        return put(text, path, [value], file)
    if not isinstance(at, list):
        raise NotEditedError(f"{field_name(path)} must be a list")
    return _done(text, [Step("insert", (*path, max(0, min(number, len(at)))), value)], file)


def remove(text: str, path: Path, file: str) -> str:
    """The text without a key or an entry, and without the comments that are its own.

    Where nothing is left beside it, a key stays empty, as in a draft.
    Raises `NotEditedError` where that cannot be had without loss.
    """
    at = _plain(text, file)
    for step in path:
        if not has(at, step):
            raise NotEditedError(f"there is no {field_name(path)}")
        at = at[step]
    return _done(text, [Step("remove", path)], file)


def tree(text: str, file: str) -> Any:
    """What a text says, as plain values; quick for one that an edit has just led to.

    Raises `NotEditedError` for a text that no edit could begin with.
    """
    return _plain(text, file)


def _done(text: str, steps: list[Step], file: str) -> str:
    """The text after some steps; proves that it says what they want and no more."""
    if not steps:
        return text
    wanted = _plain(text, file)
    for step in steps:
        wanted = carried_out(wanted, step)
    mark = BOM if text.startswith(BOM) else ""
    for escaped in (False, True):
        result = mark + _written(text.removeprefix(BOM), steps, file, escaped)
        if _says(result, wanted, steps[-1], text, file):
            return result
    raise NotEditedError("the file would not say the same everywhere else: edit it as text")


def _says(result: str, wanted: Any, last: Step, text: str, file: str) -> bool:
    """Whether a text can be read, has what is wanted in it and no more faults than before."""
    try:
        root, faults = _read(result, file)
    except NotEditedError:
        return False
    found, at = plain(root).value, wanted
    if last.kind == "remove":  # where nothing is left, it may be written as nothing
        place = found
        for step in last.path[:-2]:
            place, at = place[step], at[step]
        key = last.path[-2] if len(last.path) > 1 else None
        if key is not None and not at[key] and has(place, key) and not place[key]:
            at[key] = place[key]
    return bool(found == wanted) and len(faults) <= len(_read(text, file)[1])


def _written(text: str, steps: list[Step], file: str, escaped: bool) -> str:
    root, _ = _read(text, file)
    together = [one for one in steps if one.kind == "put" and _node(root, one.path) is not None]
    text = _spliced(text, [_splice(text, one, file, escaped) for one in together])
    for one in steps:
        if one not in together:
            text = _spliced(text, [_splice(text, one, file, escaped)])
    return text


def _spliced(text: str, splices: list[Splice]) -> str:
    """The text with each span replaced; spans do not overlap."""
    for start, end, piece in sorted(splices, reverse=True):
        text = text[:start] + piece + text[end:]
    return text


def _splice(text: str, step: Step, file: str, escaped: bool) -> Splice:
    """The one span of the text that a step changes."""
    root, faulty = _read(text, file)
    layout, model = Layout(text, root, faulty), _model(file)
    around = [_node(root, step.path[:number]) for number in range(len(step.path))]
    parent = around[-1] if around else None
    if parent is None:
        raise NotEditedError("a whole file is edited as text")
    key = step.path[-1]
    value = in_order(step.value, model_at(model, step.path) if model else None)
    is_flow = any(node is not None and layout.in_flow(node) for node in around)
    how: Flow | Block = Flow(layout) if is_flow else Block(layout, escaped)
    if step.kind == "remove":
        return how.remove(parent, key)
    if step.kind == "insert":
        return how.insert(parent, int(key), value)
    if child(parent, key):
        return how.put(parent, key, value)
    names = order(within) if model and (within := model_at(model, step.path[:-1])) else []
    return how.add_key(parent, str(key), _number(parent, str(key), names), value)


def _number(parent: Node, key: str, names: list[str]) -> int:
    """Behind how many of its keys a new one belongs: the last that is written before it."""
    keys = list(parent.keys)
    if key not in names:
        return len(keys)
    before = names[: names.index(key)]
    return max((number for number, one in enumerate(keys, 1) if one in before), default=0)


def _node(root: Node, path: Path) -> Node | None:
    node: Node | None = root
    for step in path:
        node = child(node, step) if node else None
    return node


def _model(file: str) -> type[BaseModel] | None:
    """What the values of a file are, as far as its name says."""
    path = PurePosixPath(file)
    if path.name == "explainer.yml":
        return Explainer
    return ENTRIES.get(path.stem) if path.parent.name == "vocabulary" else None


def _plain(text: str, file: str) -> Any:
    return plain(_read(text, file)[0]).value


@lru_cache(maxsize=8)  # each step and each next edit begins with what was read last
def _read(text: str, file: str) -> tuple[Node, frozenset[int]]:
    """The tree of a text, nobody changes it, and the lines of what is wrong with it."""
    text = text.removeprefix(BOM)
    if "\r" in text.replace("\r\n", ""):
        raise NotEditedError("it has line ends of old")
    try:
        root, problems = parse(text, file)
    except UnreadableError as error:
        raise NotEditedError(f"line {error.problem.line} cannot be read") from error
    return root, frozenset(one.line for one in problems if not one.notice)

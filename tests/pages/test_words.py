"""No words that readers see stand in the modules that make pages: templates and phrases have them.

What is found is a text of two words or more, or of a word and something put in; one word alone may
be a key, and is left to those who read the code.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tools import pages

FOLDER = Path(pages.__file__).parent
MODULES = sorted(FOLDER.rglob("*.py"))
PUT_IN = "\x00"
# what readers meet of an element besides what it holds
_SAID = re.compile(r"""\b(?:aria-label|title|alt|placeholder|content)="([^"]*)\"""")
_TAG = re.compile(r"<[^>]*>")
_WORDS = re.compile(
    rf"[^\W\d_][\w’'-]*[,.:;)]*[ \n]+(?:[(“]*[^\W\d_]|{PUT_IN})|{PUT_IN}[,;]? +[^\W\d_]"
)

# what only looks like words, by module and with its reason; of a longer text, its beginning
ALLOWED: dict[str, dict[str, str]] = {
    "data/objects.py": {"Absolute, or relative": "schema of the open data, given to `Field`"},
    "machine.py": {"User-agent": "robots.txt"},
    "safe_markdown.py": {"p em strong": "names of elements"},
    "svg.py": {"w many": "classes"},
    "theme.py": dict.fromkeys(("@media", ":root", "/* ", ".at-", ".of-"), "a stylesheet"),
    "voice.py": {
        "in its own words": "a value that the open data's contract fixes",
        "as reported": "another",
    },
}


def said(module: str) -> list[tuple[int, str]]:
    """The texts of a module in which words stand, each with its line; signs of HTML are none."""
    return [
        (line, text)
        for line, text in texts(ast.parse(module))
        if any(map(_WORDS.search, (_TAG.sub("", text), *_SAID.findall(text))))
    ]


def texts(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """The texts of a module that may reach a page, with their lines; `PUT_IN` stands for gaps."""
    silent: set[int] = set()
    for node in ast.walk(tree):  # what holds others comes before them
        silent |= {id(one) for part in _silent(node) for one in ast.walk(part)}
        if isinstance(node, ast.JoinedStr) and id(node) not in silent:
            pieces = [part for part in node.values if isinstance(part, ast.Constant)]
            silent |= set(map(id, pieces))
            yield (
                node.lineno,
                "".join(str(part.value) if part in pieces else PUT_IN for part in node.values),
            )
        elif (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in silent
        ):
            yield node.lineno, re.sub(r"\{\w*\}", PUT_IN, node.value)


def _silent(node: ast.AST) -> list[ast.AST]:
    """The parts of a node that reach no page: faults, docstrings, patterns, schema and keys."""
    match node:
        case ast.Raise() | ast.Assert():
            return [node]
        case ast.Expr(value=ast.Constant()):
            return [node.value]
        case ast.Call(func=ast.Attribute(value=ast.Name(id="re")), args=[pattern, *_]):
            return [pattern]
        case ast.Call(func=ast.Name(id="Field"), keywords=words):
            return [word.value for word in words if word.arg == "description"]
    return []


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_a_module_says_nothing_to_readers(module: Path) -> None:
    allowed = ALLOWED.get(module.relative_to(FOLDER).as_posix(), {})
    found = said(module.read_text("utf-8"))
    assert [one for one in found if not one[1].startswith(tuple(allowed))] == []
    # an exception that nothing needs any more is none
    assert [
        begun for begun in allowed if not any(text.startswith(begun) for _, text in found)
    ] == []


@pytest.mark.parametrize(
    "module",
    [
        'TITLE = "Who asks"',
        'TITLE = f"Of {count} companies"',
        'TITLE = f"{position} ended"',
        'TITLE = f"All {many}"',
        'TITLE = "as of {}"',
        'KINDS = {"law": "a law"}',
        "HTML = '<p class=\"a b\">Sources differ</p>'",
        'HTML = f\'<a class="r" aria-label="Quotation {n}: what rests on it">{n}</a>\'',
        'page(title="In brief: " "the order")',
        'Feed(description="What it says")',
    ],
)
def test_words_are_found(module: str) -> None:
    assert said(module), module


@pytest.mark.parametrize(
    "module",
    [
        '"""What it does."""',
        'raise ValueError(f"{name} is no name")',
        'assert fine, "it was not fine"',
        'class A:\n    b: str = Field(description="What it says")',
        'FORM = re.compile(r"one or more")',
        'KEY = "pages.search.title"',
        'HTML = f\'<svg class="track many" height="{height}">{body}</svg>\'',
        'PATH = f"{one}/{two}.json"',
        'ROW = " | ".join(names)',
    ],
)
def test_what_no_reader_sees_is_none(module: str) -> None:
    assert said(module) == []

"""Nothing in tools/ walks a set: what comes of it would have another order in the next run."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from tests.project import ROOT

FILES = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "tools").rglob("*.py"))
SETS = ("set", "frozenset")
# what takes what it is given in the order in which it comes
IN_ORDER = ("list", "tuple", "enumerate", "iter", "join", "extend", "fromkeys", "map", "reversed")
# what comes out the same in whatever order it is given
ANY_ORDER = ("sorted", "any", "all", "set", "frozenset", "len", "fsum")

Scope = ast.Module | ast.FunctionDef


def walks(source: str) -> list[str]:
    """The expressions that are sets and walked in an order that chance gives."""
    module = ast.parse(source)
    made = {one.name for one in ast.walk(module) if is_function(one) and is_annotated(one.returns)}
    scopes: list[Scope] = [module, *filter(is_function, ast.walk(module))]
    found = [
        (walked.lineno, ast.unparse(walked))
        for scope in scopes
        for walked in walked_in(scope)
        if is_set(walked, named_in(scope) | named_in(module), made)
    ]
    return [text for _, text in sorted(set(found))]


def is_function(node: ast.AST) -> bool:
    return isinstance(node, ast.FunctionDef)


def is_annotated(annotation: ast.AST | None) -> bool:
    return annotation is not None and ast.unparse(annotation).partition("[")[0] in SETS


def named_in(scope: Scope) -> set[str]:
    """The names that hold a set in a function, its arguments included, or in a module."""
    found = set()
    for node in scope.body if isinstance(scope, ast.Module) else ast.walk(scope):
        if isinstance(node, (ast.AnnAssign, ast.arg)) and is_annotated(node.annotation):
            target = node.arg if isinstance(node, ast.arg) else ast.unparse(node.target)
            found.add(target)
        if isinstance(node, ast.Assign) and is_set(node.value, set(), set()):
            found |= {ast.unparse(target) for target in node.targets}
    return found


def walked_in(scope: Scope) -> Iterator[ast.expr]:
    harmless = {
        id(argument)
        for call in ast.walk(scope)
        if isinstance(call, ast.Call) and name_of(call) in ANY_ORDER
        for argument in call.args
    }
    for node in ast.walk(scope):
        if isinstance(node, ast.For):
            yield node.iter
        # a set of what a set holds has no order, nor has a sorted list of it
        if isinstance(node, (ast.ListComp, ast.GeneratorExp, ast.DictComp)):
            yield from (one.iter for one in node.generators if id(node) not in harmless)
        if isinstance(node, ast.Call) and name_of(node) in IN_ORDER:
            yield from node.args
        if isinstance(node, ast.YieldFrom):
            yield node.value


def name_of(call: ast.Call) -> str:
    return ast.unparse(call.func).rpartition(".")[2]


def is_set(node: ast.expr, names: set[str], made: set[str]) -> bool:
    if isinstance(node, (ast.Set, ast.SetComp)):
        return True
    if isinstance(node, ast.Call):
        return name_of(node) in SETS or ast.unparse(node.func) in made
    if isinstance(node, ast.BinOp) and isinstance(node.op, (ast.BitAnd, ast.BitOr, ast.Sub)):
        # of two mappings the keys in common are a set as well
        keys = [one for one in (node.left, node.right) if ast.unparse(one).endswith(".keys()")]
        return bool(keys) or any(is_set(one, names, made) for one in (node.left, node.right))
    return ast.unparse(node) in names


@pytest.mark.parametrize("path", FILES)
def test_no_file_walks_a_set(path: str) -> None:
    assert walks((ROOT / path).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("for a in {1, 2}: print(a)", ["{1, 2}"]),
        ("for a in sorted({1, 2}): print(a)", []),
        ("b = [a for a in {c.d for c in e}]", ["{c.d for c in e}"]),
        ("b = {a for a in {c.d for c in e}}", []),
        ("b = {a: 1 for a in set(e)}", ["set(e)"]),
        ("b = any(a for a in set(e))", []),
        ("for a in {b, c} & d.keys(): yield a", ["{b, c} & d.keys()"]),
        ("for a in b.keys() - c: yield a", ["b.keys() - c"]),
        ("def f():\n    met: set[int] = set()\n    for a in met: yield a", ["met"]),
        ("def f():\n    met = set()\n    return ', '.join(met)", ["met"]),
        ("def f(met: frozenset[str]):\n    return list(met | {1})", ["met | {1}"]),
        ("def f() -> set[str]: ...\ndef g():\n    return tuple(f())", ["f()"]),
        ("M = {1}\ndef f():\n    return [a for a in M]", ["M"]),
        ("def f(a: dict[str, set[int]]):\n    return [b for b in a]", []),
        ("def f(a: list[str]):\n    return [b for b in a], 1 - 2", []),
    ],
)
def test_the_rule_sees_a_set_however_it_is_walked(source: str, expected: list[str]) -> None:
    assert walks(source) == expected

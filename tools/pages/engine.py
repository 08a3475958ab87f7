"""The engine of the templates: Jinja, whose code asks for attributes and calls as Python does.

Jinja's own code asks at every dot whether an item is meant, at every call whether the function
wants the context, and makes an object of all that it escapes: half the time of a page.
Our templates write `a.b` for an attribute and `a["b"]` for an item, and call what wants neither.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import markupsafe
from jinja2 import Environment, FileSystemLoader, StrictUndefined, nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, escape

# what `escape` calls for a text, before it makes an object of the result
_escaped: Callable[[object], str] = getattr(markupsafe, "_escape_inner", escape)


def shown(value: object) -> str:
    """A value as it stands in HTML: what is HTML already as it is, everything else escaped."""
    kind = type(value)
    if kind is Markup:
        return value  # type: ignore[return-value]  # mypy does not follow `kind`
    if kind is str:
        return _escaped(value)
    return str(value) if kind is int else escape(value)


def together(parts: tuple[object, ...]) -> str:
    """Values one after the other, as HTML where one of them is."""
    if any(type(part) is Markup for part in parts):
        return Markup("".join(map(shown, parts)))
    return "".join(map(str, parts))


class _Code(CodeGenerator):
    """Python of a template, without what only other templates than ours need."""

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802  # Jinja's name
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def visit_Getitem(self, node: nodes.Getitem, frame: Frame) -> None:  # noqa: N802  # Jinja's name
        self.write("(")
        self.visit(node.node, frame)
        self.write(")[")
        self.visit(node.arg, frame)
        self.write("]")

    def visit_Call(  # noqa: N802  # Jinja's name
        self, node: nodes.Call, frame: Frame, forward_caller: bool = False
    ) -> None:
        self.write("(")
        self.visit(node.node, frame)
        self.write(")(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        if node.dyn_args:
            self.write("*")
            self.visit(node.dyn_args, frame)
        self.write(")")

    def visit_CondExpr(  # noqa: N802  # Jinja's name
        self, node: nodes.CondExpr, frame: Frame
    ) -> None:
        node.expr2 = node.expr2 or nodes.Const("")  # not an object that says what is missing
        super().visit_CondExpr(node, frame)

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802  # Jinja's name
        self.write("environment.together((")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        self.write("environment.shown(")


class Engine(Environment):
    """The templates of a folder, with escaping everywhere and an error for every missing name."""

    code_generator_class = _Code
    shown = staticmethod(shown)
    together = staticmethod(together)

    def __init__(self, templates: Path) -> None:
        super().__init__(
            loader=FileSystemLoader(templates),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,  # they change no more often than this module does
        )

    def getitem(self, obj: Any, argument: Any) -> Any:
        """An attribute by its name, as filters ask for them, or an item by its number."""
        return getattr(obj, argument) if isinstance(argument, str) else obj[argument]

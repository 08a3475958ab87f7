"""The part of JSON Schema (2020-12) that our schemas use; any other keyword is a fault."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

TYPES: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "boolean": bool,
    "null": type(None),
}
FORMATS = {"date": r"\d{4}-\d{2}-\d{2}", "uri-reference": r"[^\s<>\"{}|\\^`]+"}
SAYS_NOTHING = {"title", "description", "$schema", "$defs", "default"}


def faults(value: Any, schema: Any, whole: Any, where: str = "") -> Iterator[str]:
    """Where a value breaks its schema; a field that the schema does not know breaks it too.

    `whole` is the document in which references are followed.
    """
    for keyword, rule in schema.items():
        if keyword not in SAYS_NOTHING:
            yield from _RULES[keyword](value, rule, whole, where)
    if isinstance(value, dict) and "properties" in schema:
        for name in value.keys() - schema["properties"].keys():
            yield f"{where}/{name} is in no schema"


def resolved(reference: str, whole: Any) -> Any:
    """What a reference within a document points to."""
    found = whole
    for step in reference.removeprefix("#/").split("/"):
        found = found[step]
    return found


def _reference(value: Any, rule: str, whole: Any, where: str) -> Iterator[str]:
    yield from faults(value, resolved(rule, whole), whole, where)


def _type(value: Any, rule: str | list[str], whole: Any, where: str) -> Iterator[str]:
    names = [rule] if isinstance(rule, str) else rule
    of_type = [isinstance(value, TYPES[name]) for name in names]
    if not any(of_type) or (isinstance(value, bool) and "boolean" not in names):
        yield f"{where} is no {rule}: {value!r}"


def _properties(value: Any, rule: Any, whole: Any, where: str) -> Iterator[str]:
    for name, schema in rule.items():
        if isinstance(value, dict) and name in value:
            yield from faults(value[name], schema, whole, f"{where}/{name}")


def _required(value: Any, rule: list[str], whole: Any, where: str) -> Iterator[str]:
    if isinstance(value, dict):
        yield from (f"{where}/{name} is missing" for name in rule if name not in value)


def _items(value: Any, rule: Any, whole: Any, where: str) -> Iterator[str]:
    for number, item in enumerate(value if isinstance(value, list) else ()):
        yield from faults(item, rule, whole, f"{where}/{number}")


def _enum(value: Any, rule: list[Any], whole: Any, where: str) -> Iterator[str]:
    if value not in rule:
        yield f"{where} is none of {rule}: {value!r}"


def _const(value: Any, rule: Any, whole: Any, where: str) -> Iterator[str]:
    yield from _enum(value, [rule], whole, where)


def _any_of(value: Any, rule: list[Any], whole: Any, where: str) -> Iterator[str]:
    tried = [list(faults(value, schema, whole, where)) for schema in rule]
    if all(tried):
        yield from min(tried, key=len)


def _one_of(value: Any, rule: list[Any], whole: Any, where: str) -> Iterator[str]:
    fitting = sum(not list(faults(value, schema, whole, where)) for schema in rule)
    if fitting != 1:
        yield f"{where} fits {fitting} schemas"


def _format(value: Any, rule: str, whole: Any, where: str) -> Iterator[str]:
    if isinstance(value, str) and not re.fullmatch(FORMATS[rule], value):
        yield f"{where} is no {rule}: {value!r}"


_RULES = {
    "$ref": _reference,
    "type": _type,
    "properties": _properties,
    "required": _required,
    "items": _items,
    "enum": _enum,
    "const": _const,
    "anyOf": _any_of,
    "oneOf": _one_of,
    "format": _format,
}

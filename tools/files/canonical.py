"""The form in which the project writes a record: one order of keys, one way to quote and fold."""

from __future__ import annotations

import math
from typing import Any

import yaml
from pydantic import BaseModel

from tools.model.dates import Date
from tools.model.part import Part
from tools.model.record import Claim, Explainer, Source

SCHEMA = "# yaml-language-server: $schema=../../../schema/explainer.schema.json\n"
WIDTH = 100
FOLDED = 80  # characters from which a text gets lines of its own
CHECKED = "checked"  # a fresh draft has nothing that an editor has looked into
LAST = ("id", "topic", "text", "quote", "source", "until", CHECKED)  # keys of a claim
NULL, TEXT = "tag:yaml.org,2002:null", "tag:yaml.org,2002:str"


class _Writer(yaml.SafeDumper):
    """YAML as our reader takes it: everything is text, so that only null needs its quotes."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """The items of a list stand in from their key."""
        super().increase_indent(flow, False)


def _text(writer: _Writer, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else ">" if len(text) >= FOLDED else None
    return writer.represent_scalar(TEXT, text, style=style)


def _null(writer: _Writer, _: None) -> yaml.ScalarNode:
    return writer.represent_scalar(NULL, "")


_Writer.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag == NULL]
    for first, resolvers in yaml.SafeDumper.yaml_implicit_resolvers.items()
}
_Writer.add_representer(str, _text)
_Writer.add_representer(type(None), _null)


class _OneLine(_Writer):
    """The same without lines of their own for long texts."""


_OneLine.add_representer(str, yaml.SafeDumper.represent_str)


class _Escaped(_Writer):
    """The same with escapes for what lines of its own would not give back."""


class _InFlow(_OneLine):
    """The same between brackets, where nothing at all would be no entry."""


def _escaped(writer: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    plain = text.isprintable() and text == " ".join(text.split())
    return writer.represent_scalar(TEXT, text, style=None if plain else '"')


_Escaped.add_representer(str, _escaped)
_InFlow.add_representer(str, _escaped)
_InFlow.add_representer(type(None), yaml.SafeDumper.represent_none)


def record_text(record: Explainer) -> str:
    """A record as the text of explainer.yml; reading it gives the same record."""
    # empty sections stay, so that whoever fills a draft in sees what there may be
    plain = _plain(record)
    return SCHEMA + yaml.dump(
        plain, Dumper=_Writer, allow_unicode=True, sort_keys=False, width=WIDTH
    )


def _plain(part: Part) -> dict[str, Any]:
    """A part of a record as mappings, lists and text, in the order of its fields."""
    values = {name: _value(getattr(part, name), name) for name in order(type(part))}
    if isinstance(part, (Explainer, Source)):
        return {name: value for name, value in values.items() if value or name != CHECKED}
    return {name: value for name, value in values.items() if value is not None}


def order(model: type[BaseModel]) -> list[str]:
    """The keys of a part as they are written: what a claim is, says and rests on, and its end."""
    names = list(model.model_fields)
    if not issubclass(model, Claim):
        return names
    last = [name for name in LAST if name in names]
    return [name for name in names if name not in last] + last


def scalar(text: str, *, in_flow: bool) -> str | None:
    """A text on one line with no more quotation marks than it needs; None where it has lines.

    `in_flow` says whether it stands inside `[…]` or `{…}`.
    """
    dumped = yaml.dump(
        [text], Dumper=_OneLine, default_flow_style=in_flow, allow_unicode=True, width=math.inf
    )
    line: str = dumped.strip()[1:-1] if in_flow else dumped[2:].strip()
    return None if "\n" in line else line


def block(value: Any, width: float, *, escaped: bool = False) -> list[str]:
    """A mapping or a list on lines of its own, none longer than `width` where that can be had.

    `escaped` is for texts that do not come back from lines of their own.
    """
    dumper, width = (_Escaped, math.inf) if escaped else (_Writer, width)
    text: str = yaml.dump(value, Dumper=dumper, allow_unicode=True, sort_keys=False, width=width)
    # a last text that keeps its empty lines is followed by the end of the document
    ended = text[: -len("...\n")] if text.endswith("\n...\n") else text
    return ended.removesuffix("\n").split("\n")


def flow(value: Any) -> str:
    """A value as it stands inside `[…]` or `{…}`, on one line whatever it holds."""
    text: str = yaml.dump(
        [value],
        Dumper=_InFlow,
        default_flow_style=True,
        allow_unicode=True,
        sort_keys=False,
        width=math.inf,
    )
    return text.strip()[1:-1]


def quoted(text: str, mark: str) -> str:
    """A text on one line in quotation marks of that kind; in double ones where it has lines."""
    line = ""
    for style in (mark, '"'):
        dumped: str = yaml.dump(
            [text], Dumper=_OneLine, default_style=style, allow_unicode=True, width=math.inf
        )
        line = dumped.strip()[2:]
        if "\n" not in line:
            break
    return line


def _value(value: Any, name: str) -> Any:
    if isinstance(value, Part):
        return _plain(value)
    if isinstance(value, Date):
        return value.text
    if not isinstance(value, tuple):
        return value
    if name == "quote" and len(value) == 1:
        return value[0]
    return [_value(item, name) for item in value] or None

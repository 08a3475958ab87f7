"""The fields of an entry: in which form each is shown, and what came back of it.

What a form shows of a value and what it brings back are compared as texts: a field that nobody
touched is never written.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, get_origin

import yaml
from pydantic import BaseModel

from tools.files.canonical import order
from tools.files.edit import NotEditedError, tree
from tools.files.node import plain
from tools.files.typed import model_at
from tools.files.yaml_text import UnreadableError, parse
from tools.model.part import DateText, Passages
from tools.model.problem import Path
from tools.model.vocabulary import AUTHORITIES, DEMANDS, Authority, Company, Topic

Plain = Any  # text, null, or lists and mappings of these: what a record is made of
AREAS = "text description definition question complies published_basis".split()
CHOICES = {
    "position": "scale",
    "company": "company",
    "parent": "company",
    "topic": "topic",
    "source": "file",
    "by": "ids",
}
KIND_LISTS: dict[type[BaseModel], tuple[str, ...]] = {Authority: AUTHORITIES, Topic: DEMANDS}
MILESTONE = "milestone"  # YAML as text, with an example beside it
OTHER = "other"  # the form of a field of which nothing is known: YAML as text


class NotReadError(ValueError):
    """What was typed into a field cannot be taken; raised by `value_of`, the text says why."""


@dataclass(frozen=True)
class Field:
    """A field of an entry with its form: line, area, date, lines, passages, scale and so on."""

    name: str
    form: str
    value: Plain
    given: bool  # whether the entry has the key
    needed: bool
    about: str  # what to write there
    choices: tuple[str, ...] = ()  # of a form `choice`, all that may be written

    @property
    def shown(self) -> str:
        """The value as one text."""
        return shown(self.value, self.form)

    @property
    def items(self) -> list[str]:
        """The passages of a quotation."""
        value = self.value
        return [value] if isinstance(value, str) else [str(one) for one in value or ()]


def fields_of(model: type[BaseModel], values: Mapping[str, Plain]) -> Iterator[Field]:
    """All fields that an entry may have, in the order in which they are written."""
    names = order(model)
    for name in names:
        about = model.model_fields[name]
        form = _form(model, name)
        value = values.get(name)
        yield Field(
            name,
            form if _fits(value, form) else OTHER,
            value,
            name in values,
            about.is_required(),
            about.description or "",
            KIND_LISTS.get(model, ()) if form == "choice" else (),
        )
    for name in values:
        if name not in names:
            yield Field(
                name, OTHER, values[name], True, False, "a key that the record does not know"
            )


def _form(model: type[BaseModel], name: str) -> str:
    about = model.model_fields[name]
    kinds = [about.annotation, *about.metadata]
    if name in CHOICES:
        return CHOICES[name]
    if name == "kind" and (model in KIND_LISTS or model is Company):
        return "choice" if model in KIND_LISTS else "kind"
    if name in ("asked", "ended") and model is Topic:
        return MILESTONE
    if model_at(model, (name,)) is not None:
        return OTHER
    if name == "quote":
        return "passages"
    if get_origin(about.annotation) is tuple:
        return "lines"
    if name in DATES or DateText in kinds or Passages in kinds:
        return "date"
    return "area" if name in AREAS else "line"


DATES = ("date", "published", "reviewed", "ended")


def _fits(value: Plain, form: str) -> bool:
    """Whether a form can show a value that somebody wrote by hand."""
    if form in ("lines", "passages", "ids"):
        return value is None or isinstance(value, str) or _is_texts(value)
    return form in (OTHER, MILESTONE) or value is None or isinstance(value, str)


def _is_texts(value: Plain) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def shown(value: Plain, form: str) -> str:
    """A value as the text that a form has of it."""
    if value is None:
        return ""
    if form in ("lines", "ids"):
        return value if isinstance(value, str) else "\n".join(value)
    if form in (OTHER, MILESTONE) and not isinstance(value, str):
        return str(yaml.safe_dump(value, allow_unicode=True, sort_keys=False)).strip()
    return str(value)


def typed(text: str) -> str:
    """What somebody typed, with the line ends of a record."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def is_touched(form: Any, one: Field) -> bool:
    """Whether a form brings another value of a field than it was made with.

    It says by `o.` what that was, since the file may have changed meanwhile.
    """
    name, was = f"f.{one.name}", f"o.{one.name}"
    if name not in form:
        return False
    if one.form == "passages":
        old = (
            given_passages(form, was)
            if was in form
            else [typed(item).strip() for item in one.items]
        )
        return given_passages(form, name) != old
    return given_text(form, name, one.form) != typed(form.get(was, one.shown)).strip()


def given_text(form: Any, name: str, kind: str) -> str:
    """What a form has under a name, as one text: ids stand in a field each."""
    some = [typed(text).strip() for text in form.getlist(name)]
    return "\n".join(filter(None, some)) if kind == "ids" else "".join(some[:1])


def given_passages(form: Any, name: str) -> list[str]:
    """The passages that a form has under a name."""
    return [text for one in form.getlist(name) if (text := typed(one).strip())]


def value_of(text: str, form: str) -> Plain:
    """The value that a text in a form means; None where it is empty. Raises `NotReadError`."""
    text = typed(text).strip()
    if not text:
        return None
    if form in ("lines", "ids"):
        return [line.strip() for line in text.split("\n") if line.strip()]
    if form in (OTHER, MILESTONE):
        return read_yaml(text)
    return text


def read_yaml(text: str) -> Plain:
    """A piece of YAML as plain values; raises `NotReadError` where it is none."""
    try:
        # a text by itself is no file, which a list of one is
        node, problems = parse("- " + text.replace("\n", "\n  ") + "\n", "field")
    except UnreadableError as error:
        raise NotReadError(error.problem.message) from error
    if problems:
        raise NotReadError(problems[0].message)
    return plain(node).value[0]


@lru_cache(maxsize=8)
def tree_of(text: str, file: str) -> Plain:
    """A whole file as plain values, to be read alone; None where it cannot be read."""
    with contextlib.suppress(NotEditedError):
        return tree(text, file)
    try:
        node, _ = parse(text, file)
    except UnreadableError:
        return None
    return plain(node).value


def at(value: Plain, path: Path) -> Plain:
    """The part of a value at a path; None where it is not there."""
    for step in path:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            return None
    return value

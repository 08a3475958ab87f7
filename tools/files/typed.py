"""From a YAML tree to the types of the model, with a Problem for everything that does not fit.

One fault does not hide the others: what does not fit is left out, and the rest is read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from tools.files.canonical import order
from tools.files.node import Node, plain
from tools.model.problem import Path, Place, Problem, did_you_mean, field_name, shorten

Model = TypeVar("Model", bound=BaseModel)
MOST_TOLD = 500  # faults of one value; for each there is a search for what was meant
MOST_ROUNDS = 4  # leaving a field out makes its parent unfit, and that one the list around it


@dataclass(frozen=True)
class Typed(Generic[Model]):
    """What could be read of a value, where each part of it stands, and what could not be read.

    Where something was left out, `origins` leads from a path in `value` to the one in the file.
    """

    value: Model | None
    places: Mapping[Path, Place]
    origins: Mapping[Path, Path]
    problems: tuple[Problem, ...]


def typed(root: Node, model: type[Model], path: str, base: Path = ()) -> Typed[Model]:
    """Reads the node as `model`; `path` names the file, `base` is the node's path in it.

    `value` is None where not even a part of it fits.
    """
    problems: list[Problem] = []
    skip: set[Path] = set()
    here = plain(root, skip, base)
    for number in range(MOST_ROUNDS):
        try:
            value = model.model_validate(here.value)
            return Typed(value, here.places, here.origins, tuple(problems))
        except ValidationError as error:
            for detail in error.errors(include_url=False):
                where = (*base, *_steps(detail["loc"]))
                if number == 0 and len(problems) < MOST_TOLD:
                    problems.append(_problem(detail, where, root, model, path, base))
                unfit = where[:-1] if detail["type"] == "missing" else where
                skip.add(here.origins.get(unfit, unfit))
            here = plain(root, skip, base)
    return Typed(None, here.places, here.origins, tuple(problems))


def _steps(location: tuple[int | str, ...]) -> Path:
    return tuple(location)


def _problem(
    detail: ErrorDetails, where: Path, root: Node, model: type[BaseModel], path: str, base: Path
) -> Problem:
    place = _place(detail, where, root, base)
    message, way_out = _words(detail, where, model, base)
    return Problem(path, place.line, place.column, message, way_out)


def _words(
    detail: ErrorDetails, where: Path, model: type[BaseModel], base: Path
) -> tuple[str, str]:
    """What a fault is called, and the way out of it."""
    name, value = field_name(where), detail["input"]
    parent = model_at(model, where[len(base) : -1])
    if detail["type"] == "missing":
        return f"{name} must be given", _line_to_add(parent, where[-1])
    if detail["type"] == "extra_forbidden":
        known = parent.model_fields if parent else ()
        return f"{name} must be a known key: {str(where[-1])!r}", did_you_mean(
            str(where[-1]), known
        )
    if value is None:
        return f"{name} must be given, and is empty", _after_the_colon(parent, where[-1])
    if detail["type"] in ("tuple_type", "list_type"):
        return f"{name} must be a list: {shorten(value)}", "Begin each item with a hyphen: - …"
    if detail["type"] == "string_type":
        return (
            f"{name} must be text: {shorten(value)}",
            "If the text begins with [ or {, or holds a colon, put it in quotation marks.",
        )
    if detail["type"] in ("model_type", "model_attributes_type"):
        keys = ", ".join(_fields(model_at(model, where[len(base) :])))
        return f"{name} must be keys and values: {shorten(value)}", f"Its keys are {keys}."
    return f"{name} must {detail['msg'].removeprefix('Value error, ')}", "See CONTRIBUTING."


def _line_to_add(parent: type[BaseModel] | None, key: str | int) -> str:
    return f"Add a line to it: {key}: {_hint(parent, key)}"


def _after_the_colon(parent: type[BaseModel] | None, key: str | int) -> str:
    return f"Write it after the colon: {key}: {_hint(parent, key)}"


def _hint(parent: type[BaseModel] | None, key: str | int) -> str:
    """What to write as the value of a key."""
    if key == "sha256":
        return "unknown (the next check says what to write instead)"
    field = parent.model_fields.get(str(key)) if parent else None
    return f"… ({field.description})" if field and field.description else "…"


def _fields(model: type[BaseModel] | None) -> list[str]:
    return order(model) if model else []


def model_at(model: type[BaseModel], path: Path) -> type[BaseModel] | None:
    """The model of the value at a path, as far as one is known."""
    found: Any = model
    for step in path:
        if isinstance(step, int):
            continue
        if not (isinstance(found, type) and issubclass(found, BaseModel)):
            return None
        field = found.model_fields.get(step)
        found = _inner(field.annotation) if field else None
    return found if isinstance(found, type) and issubclass(found, BaseModel) else None


def _inner(annotation: Any) -> Any:
    """The model inside `Model | None` or `tuple[Model, ...]`."""
    models = [a for a in get_args(annotation) if isinstance(a, type) and issubclass(a, BaseModel)]
    return models[0] if models else annotation


def _place(detail: ErrorDetails, where: Path, root: Node, base: Path) -> Place:
    """Where to look: an unknown key itself, the value of a known one, or what lacks a key."""
    node, place = root, root.place
    for step in where[len(base) :]:
        if isinstance(node.value, dict) and isinstance(step, str) and step in node.value:
            key, node = node.keys[step], node.value[step]
            place = key if detail["type"] == "extra_forbidden" else node.place
        elif isinstance(node.value, list) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
            place = node.place
        else:
            break
    return place

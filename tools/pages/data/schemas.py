"""The JSON Schemas that are published: of the data's own objects, and of what people write."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from tools.model.publication import Publication
from tools.model.schema import DIALECT
from tools.model.schema import schemas as record_schemas
from tools.model.vocabulary import ENTRIES
from tools.pages.data import (
    ledger_objects,
    list_objects,
    objects,
    places,
    story_objects,
    table,
)

RECORDS = ("explainer", "publication", *ENTRIES)  # what people write
TEXT = {"type": "string"}
# every kind of file, and the spreadsheet's rows, by the name of the schema
MODELS: dict[str, type[objects.Thing]] = {
    "index": list_objects.Index,
    "explainer": story_objects.Explainer,
    "withdrawn": story_objects.Withdrawn,
    "company": ledger_objects.Company,
    "topic": ledger_objects.Topic,
    "authority": ledger_objects.Authority,
    "glossary": list_objects.Glossary,
    "positions": list_objects.Positions,
    "timeline": list_objects.Timeline,
    "corrections": list_objects.Corrections,
    "stances": table.Row,
}


def files(publication: Publication) -> Iterator[tuple[str, Callable[[], str]]]:
    """The path of every schema, and what makes its text.

    Those of the files that people write begin with `record-`.
    """
    for name, model in sorted(MODELS.items()):
        yield places.schema(name), partial(_own, model, publication)
    for name in sorted(RECORDS):
        yield places.schema(f"record-{name}"), partial(_written, name)


def _own(model: type[objects.Thing], publication: Publication) -> str:
    return as_text({"$schema": DIALECT, **closed(_schema(model), publication)})


def _written(name: str) -> str:
    return record_schemas()[f"{name}.schema.json"]


def _schema(model: type[objects.Thing]) -> dict[str, Any]:
    return model.model_json_schema(mode="serialization")


def closed(schema: Any, publication: Publication) -> Any:
    """A schema in which a side is one of the publication's, and an axis as well.

    The lists are the publication's, so the types of the objects cannot hold them.
    """
    known = {
        "side": [side.id for side in publication.sides],
        "axis": [axis.id for axis in publication.axes],
    }

    def walk(value: Any, key: str = "") -> Any:
        if isinstance(value, list):
            return [walk(item, key) for item in value]
        if not isinstance(value, dict):
            return value
        if value == TEXT and key in known:
            return {"enum": known[key], **TEXT}
        if key in known and value == {"title": value.get("title"), **TEXT}:
            return {"enum": known[key], **value}
        return {name: walk(item, name if name != "anyOf" else key) for name, item in value.items()}

    return walk(schema)


def as_text(value: dict[str, Any]) -> str:
    """JSON as it is published: UTF-8, two spaces a level, a line end at the end."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"

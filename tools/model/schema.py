"""JSON Schemas of the record and the vocabularies, for editors and for those who use the data."""

from __future__ import annotations

import json
from typing import Any

from pydantic import BaseModel

from tools.model.publication import Publication
from tools.model.record import Explainer
from tools.model.vocabulary import ENTRIES

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> dict[str, str]:
    """The text of each schema by its file name."""
    record = {"title": "Explainer", **Explainer.model_json_schema()}
    publication = {"title": "Publication", **Publication.model_json_schema()}
    lists = {name: _list_of(model) for name, model in ENTRIES.items()}
    return {
        f"{name}.schema.json": _text(schema)
        for name, schema in {"explainer": record, "publication": publication, **lists}.items()
    }


def _list_of(model: type[BaseModel]) -> dict[str, Any]:
    entry = model.model_json_schema()
    return {"title": f"List of {model.__name__}", "type": "array", "items": entry}


def _text(schema: dict[str, Any]) -> str:
    nullable = _with_null({"$schema": DIALECT, **schema})
    return json.dumps(nullable, ensure_ascii=False, indent=2) + "\n"


def _with_null(schema: Any) -> Any:
    """Lists may be null as well: an emptied section of a record reads as none."""
    if isinstance(schema, list):
        return [_with_null(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    result = {key: _with_null(value) for key, value in schema.items()}
    if result.get("type") == "array" and "default" in result:
        result["type"] = ["array", "null"]
    return result

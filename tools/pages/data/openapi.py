"""The OpenAPI 3.1 file: every file of the open data, for programs and their authors."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from pydantic.json_schema import models_json_schema

from tools.pages import address
from tools.pages.data import lists, places
from tools.pages.data.schemas import MODELS, as_text, closed
from tools.pages.site import Site
from tools.pages.wording import capital, indefinite

JSON = "application/json"
COMPONENTS = "#/components/schemas/"


@dataclass(frozen=True)
class File:
    """A file, or all files of a kind: `{story}` in the path stands for an id."""

    path: str
    summary: str
    schemas: tuple[str, ...] = ()  # names in MODELS; one of them holds
    media: str = JSON


FILES = (
    File(places.INDEX, "What there is", ("index",)),
    File(
        places.explainer("{story}"), "An explainer, or its withdrawal", ("explainer", "withdrawn")
    ),
    File(
        places.topic("{topic}"),
        "A demand and where everyone was last known to stand",
        ("topic",),
    ),
    File(places.authority("{authority}"), "Who asks, and for what", ("authority",)),
    File(places.GLOSSARY, "All words explained", ("glossary",)),
    File(places.POSITIONS, "The positions", ("positions",)),
    File(places.TIMELINE, "Every event of every explainer", ("timeline",)),
    File(places.CORRECTIONS, "The corrections log", ("corrections",)),
    File(places.TABLE, "All positions, one a row", media="text/csv"),
    File(places.OPENAPI, "This file", media=JSON),
    File(places.schema("{schema}"), "A JSON Schema", media="application/schema+json"),
)


def _files(site: Site) -> list[File]:
    """Every kind of file that a site has."""
    one = indefinite(site.one)
    company = File(places.company("{company}"), f"{capital(one)} and its dossier", ("company",))
    return [*FILES[:2], company, *FILES[2:], *_feeds(site)]


def _feeds(site: Site) -> list[File]:
    return [
        File(f"{page}{name}", f"{words}, as {kind}", media=media)
        for page, words in (
            (address.HOME, "New and changed explainers"),
            (address.CORRECTIONS, "Corrections and updates"),
            (site.company_at("{company}"), f"Positions of {indefinite(site.one)}"),
            (address.topic("{topic}"), "Positions on a demand"),
        )
        for name, kind, media in (
            (address.ATOM, "Atom", "application/atom+xml"),
            (address.JSON_FEED, "JSON Feed", "application/feed+json"),
        )
    ]


def text(site: Site) -> str:
    """The description as it is published."""
    found = _files(site)
    _, shared = models_json_schema(
        [(MODELS[name], "serialization") for file in found for name in file.schemas],
        ref_template=f"{COMPONENTS}{{model}}",
    )
    name = site.publication.name
    return as_text(
        {
            "openapi": "3.1.0",
            "info": {
                "title": name,
                "version": lists.VERSION,
                "summary": f"Where {site.many} were last known to stand {site.publication.asked}, "
                "with every quotation",
                "description": "Static files, to be read only. Drafts are not among them. "
                "Quotations of articles by others remain their owners’.",
                "license": {"name": "CC BY 4.0", "identifier": "CC-BY-4.0"},
            },
            "servers": [{"url": site.settings.url.rstrip("/") or "../.."}],
            "paths": {f"/{file.path}": _path(file) for file in found},
            "components": {"schemas": closed(shared["$defs"], site.publication)},
        }
    )


def _path(file: File) -> dict[str, Any]:
    references = [{"$ref": COMPONENTS + MODELS[name].__name__} for name in file.schemas]
    schema: dict[str, Any] = {"oneOf": references} if len(references) > 1 else {}
    if len(references) == 1:
        (schema,) = references
    elif not references:
        schema = {"type": "object" if file.media.endswith("json") else "string"}
    item: dict[str, Any] = {
        "get": {
            "operationId": re.sub(r"[^a-z0-9]+", "-", file.path.lower()).strip("-"),
            "summary": file.summary,
            "responses": {
                "200": {"description": file.summary, "content": {file.media: {"schema": schema}}}
            },
        }
    }
    if names := re.findall(r"\{(\w+)\}", file.path):
        item["parameters"] = [_parameter(name) for name in names]
    return item


def _parameter(name: str) -> dict[str, Any]:
    return {
        "name": name,
        "in": "path",
        "required": True,
        "description": "An id in index.json, earlier ones among them"
        if name != "schema"
        else "Name of a schema",
        "schema": {"type": "string"},
    }

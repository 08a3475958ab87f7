"""The OpenAPI 3.1 file: every file of the open data, for programs and their authors."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from pydantic.json_schema import models_json_schema

from tools.pages import address
from tools.pages.data import lists, places
from tools.pages.data.schemas import MODELS, as_text, closed
from tools.pages.phrases import phrase
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
    File(places.INDEX, phrase("openapi.index"), ("index",)),
    File(places.explainer("{story}"), phrase("openapi.explainer"), ("explainer", "withdrawn")),
    File(places.topic("{topic}"), phrase("openapi.topic"), ("topic",)),
    File(places.authority("{authority}"), phrase("openapi.authority"), ("authority",)),
    File(places.GLOSSARY, phrase("openapi.glossary"), ("glossary",)),
    File(places.POSITIONS, phrase("openapi.positions"), ("positions",)),
    File(places.TIMELINE, phrase("openapi.timeline"), ("timeline",)),
    File(places.CORRECTIONS, phrase("openapi.corrections"), ("corrections",)),
    File(places.TABLE, phrase("openapi.table"), media="text/csv"),
    File(places.OPENAPI, phrase("openapi.openapi"), media=JSON),
    File(places.schema("{schema}"), phrase("openapi.schema"), media="application/schema+json"),
)


def _files(site: Site) -> list[File]:
    """Every kind of file that a site has."""
    one = indefinite(site.one)
    dossier = phrase("openapi.company", company=capital(one))
    company = File(places.company("{company}"), dossier, ("company",))
    return [*FILES[:2], company, *FILES[2:], *_feeds(site, one)]


def _feeds(site: Site, one: str) -> list[File]:
    return [
        File(f"{page}{name}", phrase(f"openapi.as-{kind}", feed=words), media=media)
        for page, words in (
            (address.HOME, phrase("files.feed-home")),
            (address.CORRECTIONS, phrase("files.feed-corrections")),
            (site.company_at("{company}"), phrase("openapi.feed-company", company=one)),
            (address.topic("{topic}"), phrase("openapi.feed-topic")),
        )
        for name, kind, media in (
            (address.ATOM, "atom", "application/atom+xml"),
            (address.JSON_FEED, "json", "application/feed+json"),
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
                "summary": phrase("openapi.summary", site, asked=site.publication.asked),
                "description": phrase("openapi.description"),
                "license": {"name": phrase("openapi.licence"), "identifier": "CC-BY-4.0"},
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
        "description": phrase("openapi.id" if name != "schema" else "openapi.schema-name"),
        "schema": {"type": "string"},
    }

"""The OpenAPI file describes every file that is there and none that is not."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from tests.pages.data.json_schema import faults, resolved
from tests.pages.data.test_api import data_files, of_key
from tools.pages.data import places


@pytest.fixture(scope="session")
def described(built: dict[str, str]) -> Any:
    return json.loads(built[places.OPENAPI])


def published(built: dict[str, str]) -> set[str]:
    """The files of the contract; the site map is none of them, nor is what search answers from."""
    ends = (".json", ".csv", "feed.xml")
    return {f"/{path}" for path in built if path.endswith(ends) and not path.startswith("search/")}


def pattern(path: str) -> str:
    return re.sub(r"\\\{\w+\\\}", "[^/]+", re.escape(path))


@pytest.mark.parametrize("site", ["built", "later"])
def test_every_file_is_described_once_and_every_path_is_there(
    site: str, request: pytest.FixtureRequest, described: Any
) -> None:
    files = published(request.getfixturevalue(site))
    matched = {
        path: {file for file in files if re.fullmatch(pattern(path), file)}
        for path in described["paths"]
    }
    assert [path for path, found in matched.items() if not found] == []
    counts = {file: sum(file in found for found in matched.values()) for file in files}
    assert {file: count for file, count in counts.items() if count != 1} == {}


def test_it_has_the_structure_of_openapi_3_1(described: Any) -> None:
    assert described["openapi"] == "3.1.0"
    assert {"title", "version", "license"} <= described["info"].keys()
    assert described["servers"] == [{"url": "https://stand.example/site"}]
    names = []
    for path, item in described["paths"].items():
        assert path.startswith("/"), path
        assert item.keys() <= {"get", "parameters"}, path
        parameters = item.get("parameters", [])
        assert re.findall(r"\{(\w+)\}", path) == [one["name"] for one in parameters], path
        assert all(one["in"] == "path" and one["required"] for one in parameters), path
        assert item["get"]["responses"]["200"]["description"], path
        names.append(item["get"]["operationId"])
    assert len(set(names)) == len(names)


def test_every_reference_leads_to_a_schema_and_every_schema_is_used(described: Any) -> None:
    references = set(of_key(described, "$ref"))
    assert all(isinstance(resolved(reference, described), dict) for reference in references)
    used = {reference.rpartition("/")[2] for reference in references}
    assert described["components"]["schemas"].keys() == used


def test_every_file_is_what_its_path_says(later: dict[str, str], described: Any) -> None:
    for path, value in data_files(later).items():
        (item,) = (i for p, i in described["paths"].items() if re.fullmatch(pattern(p), f"/{path}"))
        ((_, content),) = item["get"]["responses"]["200"]["content"].items()
        assert list(faults(value, content["schema"], described)) == [], path


def test_without_an_address_the_server_is_where_the_file_is(bare: dict[str, str]) -> None:
    assert json.loads(bare[places.OPENAPI])["servers"] == [{"url": "../.."}]


def test_the_schemas_of_what_people_write_are_there(built: dict[str, str]) -> None:
    names = {path.rpartition("/")[2] for path in built if "/schemas/" in path}
    assert {"record-explainer.json", "record-companies.json", "explainer.json"} <= names
    for path in built:
        if "/schemas/" in path:
            assert "draft/2020-12" in json.loads(built[path])["$schema"], path


def test_schemas_list_the_sides_and_axes_of_the_publication(built: dict[str, str]) -> None:
    step = json.loads(built["api/v1/schemas/company.json"])["$defs"]["Step"]["properties"]
    sides, axes = ["yields", "holds", "resists"], ["deed", "court", "market", "word"]
    assert step["side"] == {"enum": sides, "title": "Side", "type": "string"}
    assert step["axis"]["anyOf"] == [{"enum": axes, "type": "string"}, {"type": "null"}]
    # the words of a column are no values of a list
    row = json.loads(built["api/v1/schemas/stances.json"])["properties"]
    assert "enum" not in row["side"]

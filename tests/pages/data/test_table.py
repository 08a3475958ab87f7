"""The table: as RFC 4180 has it, and harmless in a spreadsheet."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.pages.data.json_schema import faults
from tools.pages.data import places
from tools.pages.data.table import FORMULA, Row, cell, parted, text

NOTHING = dict.fromkeys(Row.model_fields, "")


def read(table: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(table, newline=""), strict=True))


def test_every_step_is_a_row_with_its_receipt(built: dict[str, str]) -> None:
    rows = read(built[places.TABLE])
    told = [(r["company"], r["position"], r["date"], r["move"], r["before"]) for r in rows]
    assert [
        row for row, read in zip(told, rows, strict=True) if read["topic_id"] == "town-maps"
    ] == [
        ("Acme", "Refuses", "2031-05-04", "new", ""),
        ("Acme", "Complies in part", "2031-06-02", "changed", "Refuses"),
        ("Bolt", "Has not said", "2031-05", "new", ""),
        ("Bolt", "Complies", "2031-06-05", "new", ""),
        ("Cog & <Sons>", "Complies in part", "2031-03/2031-05", "new", ""),
        ("Cog & <Sons>", "Speaks against", "2031-07-01", "new", ""),
    ]
    first = next(row for row in rows if row["date"] == "2031-05-04")
    assert first["quotation"].startswith("“We draw them for walkers")
    assert (first["earliest"], first["latest"]) == ("2031-05-04", "2031-05-04")
    assert first["articles"] == "1"
    assert first["page"].endswith("explainers/2031-05-acme-maps/#stance-acme-2031-05-04")


def test_a_row_tells_the_demand_the_axis_and_what_is_last_known(later: dict[str, str]) -> None:
    rows = read(later[places.TABLE])
    (refused,) = [r for r in rows if r["company_id"] == "acme" and r["date"] == "2031-05-04"]
    (sued,) = [r for r in rows if r["position_id"] == "challenges"]
    columns = ("axis", "until", "last_known", "before_asked", "age", "own_report", "move")
    assert [refused[name] for name in columns] == ["deed", "", "no", "yes", "recent", "no", ""]
    assert [sued[name] for name in columns] == [
        *("court", "2032-02-02", "no", "no", "recent", "yes", "new"),
    ]
    demand = ("asked_by", "asked_by_id", "demand_kind", "demand_asked", "demand_ended")
    assert [refused[name] for name in demand] == ["The town", "town", "law", "2031-06-01", "2033"]
    assert [sued[name] for name in demand] == ["The town", "town", "order", "", ""]


def test_a_row_tells_who_published_its_article_and_where(built: dict[str, str]) -> None:
    rows = {row["explainer_id"]: row for row in read(built[places.TABLE])}
    told = {name: (row["publisher"], row["source_url"]) for name, row in rows.items()}
    assert told["2031-05-acme-maps"] == ("", "https://news.example/acme?a=1&b=2")
    assert told["2031-07-hostile"] == ('"><script>alert(9)</script>', "")


def test_what_is_known_of_one_article_of_two_stands_in_its_place() -> None:
    assert parted(["", None]) == ""
    assert parted(["The Post", None]) == "The Post | "
    assert parted([None, "https://post.example/"]) == " | https://post.example/"


def test_the_columns_of_the_first_version_stand_where_they_stood() -> None:
    assert list(Row.model_fields)[:22] == FIRST


FIRST = [
    *("company", "company_id", "topic", "topic_id", "position", "position_id", "side", "date"),
    *("earliest", "latest", "year_from_context", "move", "before", "voice", "differs", "text"),
    *("quotation", "article", "articles", "explainer", "explainer_id", "page"),
]


def test_lines_end_as_the_standard_has_it(built: dict[str, str]) -> None:
    lines = built[places.TABLE].split("\r\n")
    assert lines[0] == ",".join(Row.model_fields)
    assert lines[-1] == ""
    assert not any("\n" in line for line in lines)


def test_a_row_is_what_its_schema_says(built: dict[str, str]) -> None:
    schema = json.loads(built[places.schema("stances")])
    assert list(schema["properties"]) == list(Row.model_fields)
    for row in read(built[places.TABLE]):
        value = row | {"articles": int(row["articles"])}
        assert list(faults(value, schema, schema)) == []


@pytest.mark.parametrize("value", ["=1+1", "+1", "-1", "@a", "\t=1", "\r=1", "\uff1d1"])
def test_a_cell_is_never_a_formula(value: str) -> None:
    row = Row.model_validate(NOTHING | {"articles": 1, "text": value, "company": value})
    (shown,) = read(text([row]))
    assert (shown["text"], shown["company"]) == (f"'{value}", f"'{value}")


@given(st.text(max_size=20))
def test_any_text_comes_back_with_at_most_an_apostrophe(value: str) -> None:
    row = Row.model_validate(NOTHING | {"articles": 1, "quotation": value})
    (shown,) = read(text([row]))
    assert shown["quotation"] == cell(value)
    assert shown["quotation"].removeprefix("'" if value.startswith(FORMULA) else "") == value
    assert not shown["quotation"].startswith(FORMULA)


def test_an_unstated_start_of_a_period_is_empty() -> None:
    assert cell("") == ""
    assert cell("2031-05") == "2031-05"

"""The closed lists, the record, and the schemas made from them."""

import json

import pytest

from tests.project import ROOT
from tools.files.node import plain
from tools.files.yaml_text import parse
from tools.model.dates import Date
from tools.model.record import Explainer
from tools.model.schema import schemas
from tools.model.vocabulary import ENTRIES, Position, Vocabulary

FOUNDING = ROOT / "seeds/stories/2020-07-hong-kong-user-data/explainer.yml"


def test_the_scale_counts_positions_from_one_in_the_order_of_their_list():
    names = ["complies", "undeclared", "refuses"]
    positions = {
        name: Position(id=name, label="L", meaning="M", icon="i", side="holds") for name in names
    }
    expected = {"complies": 1, "undeclared": 2, "refuses": 3}
    assert expected == Vocabulary(positions=positions).scale


def test_a_record_may_empty_its_lists_and_give_one_passage_for_many():
    record = Explainer.model_validate(
        {"who": None, "answer": {"text": "t", "quote": "one"}, "reviewed": "2020-07-01"}
    )
    assert record.who == ()
    assert record.answer.quote == ("one",)
    assert Date("2020-07-01") == record.reviewed
    assert record == Explainer.model_validate(dict(record))


def test_a_record_is_written_as_it_was_read():
    given = {"reviewed": "2020-07-01", "answer": {"quote": ["one"], "text": "t"}}
    assert given == Explainer.model_validate(given).model_dump(mode="json", exclude_unset=True)


@pytest.mark.parametrize(("name", "text"), schemas().items())
def test_the_committed_schemas_are_current(name, text):
    committed = (ROOT / "schema" / name).read_text(encoding="utf-8")
    assert text == committed, "write them by: python -m tools schema"


def test_there_is_a_schema_for_the_record_and_for_every_list():
    expected = {f"{name}.schema.json" for name in ["explainer", "publication", *ENTRIES]}
    assert expected == set(schemas()) == {file.name for file in (ROOT / "schema").iterdir()}


def schema_of(name):
    return json.loads(schemas()[f"{name}.schema.json"])


def test_the_schema_knows_every_key_of_the_founding_record():
    node, _ = parse(FOUNDING.read_text(encoding="utf-8"), "explainer.yml")
    assert set(plain(node).value) <= set(schema_of("explainer")["properties"])


def test_the_schema_asks_for_what_a_whole_record_needs_and_for_nothing_unknown():
    schema = schema_of("explainer")
    expected = ["sources", "status", "title"]
    assert expected == schema["required"]
    closed = [part["additionalProperties"] for part in (schema, *schema["$defs"].values())]
    assert not any(closed)


def test_the_schema_lets_a_list_of_the_record_be_null():
    expected = ["array", "null"]
    assert expected == schema_of("explainer")["properties"]["timeline"]["type"]


@pytest.mark.parametrize("name", ENTRIES)
def test_the_schema_of_a_list_is_a_list_of_closed_entries(name):
    schema = schema_of(name)
    assert (schema["type"], schema["items"]["additionalProperties"]) == ("array", False)

"""The JSON files: what they hold, and that each is what its schema says."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import urldefrag, urljoin

import pytest

from tests.pages.data.conftest import URL
from tests.pages.data.json_schema import faults
from tests.publication import PUBLISHER
from tools.model.dates import Date
from tools.model.record import Change
from tools.model.story import Seeds
from tools.pages import Settings, address, build
from tools.pages.data import places
from tools.pages.data.stories import when
from tools.pages.records import record_of

EXPLAINER = places.explainer("2031-05-acme-maps")
HOSTILE = places.explainer("2031-07-hostile")
WITHDRAWN = places.explainer("2031-04-withdrawn")


def data_files(built: dict[str, str]) -> dict[str, Any]:
    """Every JSON file that holds data, by its path."""
    return {
        path: json.loads(text)
        for path, text in built.items()
        if path.startswith("api/")
        and path.endswith(".json")
        and "/schemas/" not in path
        and path != places.OPENAPI
    }


def schema_name(path: str, value: Any) -> str:
    kinds = {"explainers": "explainer", "companies": "company", "topics": "topic"}
    kinds |= {"authorities": "authority"}
    name = path.removeprefix(places.API).split("/")[0].removesuffix(".json")
    return "withdrawn" if value.get("status") == "withdrawn" else kinds.get(name, name)


def test_every_file_is_what_its_schema_says(built: dict[str, str], bare: dict[str, str]) -> None:
    for files in (built, bare):
        for path, value in data_files(files).items():
            schema = json.loads(files[places.schema(schema_name(path, value))])
            assert list(faults(value, schema, schema)) == [], path


@pytest.mark.parametrize(
    ("value", "fault"),
    [
        (
            {"id": "a", "status": "withdrawn", "page": "a/", "date": "2031-01-02"},
            "/text is missing",
        ),
        (
            {"id": "a", "status": "draft", "page": "a/", "date": "2031-01-02", "text": "t"},
            "/status is none of ['withdrawn']: 'draft'",
        ),
        (
            {"id": 1, "status": "withdrawn", "page": "a b", "date": "May", "text": "t", "x": 1},
            "/id is no string: 1",
        ),
    ],
)
def test_the_schemas_can_be_broken(built: dict[str, str], value: Any, fault: str) -> None:
    schema = json.loads(built[places.schema("withdrawn")])
    assert fault in list(faults(value, schema, schema))


def test_the_bytes_are_those_of_any_order_of_reading(
    built: dict[str, str], reordered: dict[str, str]
) -> None:
    data = {path for path in built if not path.endswith(".md")}
    assert data
    assert [path for path in sorted(data) if built[path] != reordered[path]] == []


def test_a_file_is_text_that_people_can_read(built: dict[str, str]) -> None:
    text = built[EXPLAINER]
    assert text.endswith("}\n")
    assert "“We draw them for walkers, not for clerks,” Acme wrote" in text


def test_a_claim_has_its_anchor_its_address_and_its_quotation(built: dict[str, str]) -> None:
    stance = json.loads(built[EXPLAINER])["stances"][0]
    assert stance == {
        "anchor": "stance-acme-2031-05-04",
        "page": f"{URL}explainers/2031-05-acme-maps/#stance-acme-2031-05-04",
        "quotations": [
            {
                "text": "“We draw them for walkers, not for clerks,” Acme wrote on 4 May 2031.",
                "source": "article.txt",
                "anchor": "receipt-4",
            }
        ],
        "text": "Will not hand over its maps.",
        "company": "acme",
        "topic": "town-maps",
        "position": "refuses",
        "date": {
            "edtf": "2031-05-04",
            "words": "4 May 2031",
            "earliest": "2031-05-04",
            "latest": "2031-05-04",
            "year_from_context": False,
        },
        "voice": "in its own words",
        "until": None,
    }


def test_every_quotation_stands_in_the_article(built: dict[str, str], invented: Seeds) -> None:
    articles = {
        places.explainer(story.name): {
            name: " ".join(article.text.split()) for name, article in story.articles.items()
        }
        for story in invented.stories
    }
    found = [
        (path, quotation)
        for path, value in data_files(built).items()
        if path in articles
        for quotation in of_key(value, "quotations")
    ]
    assert len(found) > 30
    for path, quotation in found:
        assert quotation["text"] in articles[path][quotation["source"]], path


def of_key(value: Any, key: str) -> Iterator[Any]:
    """All items of the lists, and all other values, that stand under a key."""
    if isinstance(value, dict):
        for name, item in value.items():
            if name == key:
                yield from item if isinstance(item, list) else [item]
            yield from of_key(item, key)
    elif isinstance(value, list):
        for item in value:
            yield from of_key(item, key)


def test_a_withdrawn_explainer_says_only_when_and_why(built: dict[str, str]) -> None:
    assert json.loads(built[WITHDRAWN]) == {
        "id": "2031-04-withdrawn",
        "status": "withdrawn",
        "page": f"{URL}explainers/2031-04-withdrawn/",
        "date": "2031-04-20",
        "text": "The article was wrong about the bell.",
    }


def test_a_draft_is_nowhere_in_the_data(built: dict[str, str]) -> None:
    data = {path: text for path, text in built.items() if not path.endswith(".md")}
    assert places.TABLE in data
    for path, text in data.items():
        assert "Dial Works" not in text, path
        assert "2031-08-draft" not in path + text, path


def test_a_dossier_has_every_step(built: dict[str, str]) -> None:
    company = json.loads(built[places.company("acme")])
    (track,) = [track for track in company["tracks"] if track["topic"] == "town-maps"]
    assert (track["current"], track["articles"]) == (["partly-complies"], 1)
    # the second is this publication's own report, and no independent article
    assert [(step["articles"], step["own_report"]) for step in track["steps"]] == [
        (1, False),
        (0, True),
    ]
    told = [(s["position"], s["move"], s["before"], s["story"]) for s in track["steps"]]
    assert told == [
        ("refuses", "new", None, "2031-05-acme-maps"),
        ("partly-complies", "changed", "refuses", "2031-06-acme-answers"),
    ]
    assert track["steps"][0]["sources"] == [
        {
            "file": "article.txt",
            "headline": "Acme keeps its maps",
            "publisher": None,
            "url": "https://news.example/acme?a=1&b=2",
        }
    ]
    assert company["owns"] == ["bolt"]
    topic = json.loads(built[places.topic("town-maps")])
    assert track in topic["tracks"]
    assert json.loads(built[places.topic("quiet")])["tracks"] == []


def track_of(files: dict[str, str], company: str, topic: str) -> Any:
    tracks = json.loads(files[places.topic(topic)])["tracks"]
    (track,) = [track for track in tracks if track["company"] == company]
    return track


def test_a_step_tells_its_axis_its_age_and_whether_it_is_last_known(built: dict[str, str]) -> None:
    track = track_of(built, "cog", "town-maps")
    told = [
        (s["axis"], s["position"], s["move"], s["last_known"], s["age"]) for s in track["steps"]
    ]
    assert told == [
        ("deed", "partly-complies", "new", True, "recent"),
        ("word", "opposes", "new", True, "recent"),
    ]
    assert track["current"] == ["partly-complies", "opposes"]
    assert track["as_of"] == json.loads(built[places.INDEX])["updated"]
    refused, answered = track_of(built, "acme", "town-maps")["steps"]
    assert (refused["last_known"], answered["last_known"]) == (False, True)


def test_a_position_that_ended_says_when_and_shows_it(later: dict[str, str]) -> None:
    steps = {s["position"]: s for s in track_of(later, "bolt", "bells")["steps"]}
    until = steps["challenges"]["until"]
    assert until["date"] == when(Date("2032-02-02")).model_dump()
    assert until["anchor"] == "bolt-goes-to-court-until"
    (quotation,) = until["quotations"]
    assert quotation["text"] == "an order of 3 January 2032"
    assert not steps["challenges"]["last_known"]
    assert track_of(later, "bolt", "bells")["current"] == ["refuses"]
    stances = json.loads(later[places.explainer("2032-01-bells")])["stances"]
    (stance,) = [stance for stance in stances if stance["position"] == "challenges"]
    assert stance["until"] == until


def test_what_was_said_before_it_was_asked_is_last_known_nowhere(later: dict[str, str]) -> None:
    track = track_of(later, "acme", "town-maps")
    (before,) = track["before_asked"]
    assert (before["position"], before["before_asked"], before["move"]) == ("refuses", True, None)
    assert before["axis"] == "deed"
    assert [step["before_asked"] for step in track["steps"]] == [True, False]
    assert track["steps"][1]["move"] == "new"  # there was nothing to answer before
    assert track["current"] == ["partly-complies"]


def test_a_topic_says_who_asks_since_when_and_how_it_ended(later: dict[str, str]) -> None:
    topic = json.loads(later[places.topic("town-maps")])
    assert (topic["by"], topic["kind"], topic["was"]) == (["town"], "law", ["maps"])
    assert topic["asked"] == {
        "date": when(Date("2031-06-01")).model_dump(),
        "how": "the town wrote to three companies",
        "story": "2031-05-acme-maps",
        "quotations": ["rang its bell on 3 May 2031"],
        "receipt": topic["asked"]["receipt"],
    }
    page, _, anchor = topic["asked"]["receipt"].removeprefix(URL).partition("#")
    assert (page, anchor[:8]) == ("sources/2031-05-acme-maps/", "receipt-")
    assert (topic["ended"]["date"]["edtf"], topic["ended"]["receipt"]) == ("2033", None)


def test_an_authority_has_its_demands_the_newest_first(later: dict[str, str]) -> None:
    town = json.loads(later[places.authority("town")])
    assert (town["kind"], town["aliases"], town["was"]) == (
        "government",
        ["Town hall"],
        ["village"],
    )
    assert [demand["topic"] for demand in town["demands"]] == [
        "town-maps",
        "bells",
        "quiet",
        "towers",
    ]
    first, _, quiet, towers = town["demands"]
    assert first["summary"].startswith("Of three companies, ")
    assert first["companies"] == [
        {"company": "acme", "positions": ["partly-complies"]},
        {"company": "bolt", "positions": ["complies"]},
        {"company": "cog", "positions": ["opposes"]},
    ]
    assert (quiet["summary"], towers["companies"]) == ("", [])


def test_sources_say_whose_they_are_and_what_they_were_written_from(later: dict[str, str]) -> None:
    (source,) = json.loads(later[places.explainer("2032-01-bells")])["sources"]
    assert source["own"]
    assert source["references"] == [
        {
            "title": "The order",
            "publisher": None,
            "url": "https://town.example/order",
            "date": when(Date("2032-01")).model_dump(),
        }
    ]
    record = json.loads(later[EXPLAINER])
    assert not record["sources"][0]["own"]
    assert record["as_of"]["edtf"] == "2031-05"


def test_positions_stand_on_axes(built: dict[str, str]) -> None:
    scale = {one["id"]: one for one in json.loads(built[places.POSITIONS])["positions"]}
    assert (scale["undeclared"]["axis"], scale["challenges"]["axis"]) == (None, "court")
    assert scale["complies"]["ends"] == ["threatens", "withdraws"]
    assert scale["threatens"]["includes"] == ["opposes"]


def test_a_company_that_has_closed_says_when(later: dict[str, str]) -> None:
    assert json.loads(later[places.company("cog")])["ended"]["edtf"] == "2033-04"
    assert json.loads(later[places.company("acme")])["ended"] is None


def test_records_that_disagree_are_both_current(built: dict[str, str]) -> None:
    (track,) = [
        track
        for track in json.loads(built[places.topic("bells")])["tracks"]
        if any(step["differs"] for step in track["steps"])
    ]
    assert len(track["current"]) == 2
    last = [step for step in track["steps"] if step["differs"]]
    assert sorted(step["position"] for step in last) == sorted(track["current"])
    assert "changed" not in {step["move"] for step in last}


def test_people_may_write_anything_and_it_stays_what_they_wrote(built: dict[str, str]) -> None:
    record = json.loads(built[HOSTILE])
    assert record["answer"]["text"] == "<script>alert('answer')</script>"
    assert json.loads(built[places.company("cog")])["name"] == "Cog & <Sons>"


def test_the_log_of_corrections_is_newest_first(built: dict[str, str]) -> None:
    changes = json.loads(built[places.CORRECTIONS])["changes"]
    days = [change["date"] for change in changes]
    assert days == sorted(days, reverse=True)
    assert {"2031-04-withdrawn", "2031-05-acme-maps"} <= {change["story"] for change in changes}


def test_the_log_of_corrections_tells_what_was_taken_away(invented: Seeds) -> None:
    log = (Change(date=Date("2031-07-02"), kind="correction", text="Gone.", was=("point-a",)),)
    first, *others = invented.stories
    record = record_of(first).model_copy(update={"changes": log})
    files = build(replace(invented, stories=(replace(first, record=record), *others)), Settings())
    changes = json.loads(files[places.CORRECTIONS])["changes"]
    assert ["point-a"] in [change["was"] for change in changes]


def test_the_scale_has_its_places(built: dict[str, str]) -> None:
    scale = json.loads(built[places.POSITIONS])["positions"]
    assert [position["place"] for position in scale] == list(range(1, len(scale) + 1))
    assert (scale[0]["id"], scale[-1]["id"]) == ("complies", "withdraws")


def addresses(value: Any) -> list[str]:
    keys = ("page", "data", "about", "openapi", "table", "atom", "json_feed", "glossary")
    return [
        item for key in keys for item in of_key(value, key) if isinstance(item, str) and "/" in item
    ]


def known(files: dict[str, str]) -> set[str]:
    """The addresses of all pages and files."""
    pages = {
        path.removesuffix(".md").removesuffix("index") for path in files if path.endswith(".md")
    }
    return {f"{page.rstrip('/')}/" if page else "" for page in pages} | files.keys()


@pytest.mark.parametrize("kind", ["absolute", "relative"])
def test_every_address_leads_to_a_page_or_a_file(
    kind: str, built: dict[str, str], bare: dict[str, str]
) -> None:
    files = built if kind == "absolute" else bare
    there = {URL + path for path in known(files)}
    assert json.loads(files[places.INDEX])["addresses"] == kind
    count = 0
    for path, value in data_files(files).items():
        for found in addresses(value):
            assert found.startswith(URL) == (kind == "absolute"), found
            assert urldefrag(urljoin(URL + path, found)).url in there, (path, found)
            count += 1
    assert count > 50


def test_the_index_names_every_file(built: dict[str, str]) -> None:
    named = set(addresses(json.loads(built[places.INDEX])))
    index = json.loads(built[places.INDEX])
    named |= {index[name] for name in ("positions", "timeline", "corrections")}
    paths = {URL + path for path in data_files(built)} - {URL + places.INDEX}
    assert paths <= named


@pytest.mark.parametrize(
    ("date", "earliest", "latest"),
    [
        ("2020-07-06", "2020-07-06", "2020-07-06"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("198X", "1980-01-01", "1989-12-31"),
        ("XXXX-07-01", None, None),
        ("../2020-12", None, "2020-12-31"),
        ("2020-07-01/..", "2020-07-01", None),
    ],
)
def test_an_end_that_is_not_known_has_no_day(
    date: str, earliest: str | None, latest: str | None
) -> None:
    told = when(Date(date))
    assert (told.edtf, told.earliest, told.latest) == (date, earliest, latest)


def test_a_site_without_stories_has_data_that_says_so() -> None:
    files = build(Seeds(publisher=PUBLISHER), Settings())
    index = json.loads(files[places.INDEX])
    assert (index["updated"], index["explainers"]) == (None, [])
    assert files[places.TABLE].count("\n") == 1
    assert address.markdown_file(address.DATA) in files

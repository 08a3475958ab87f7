"""Earlier ids: their pages, files and feeds lead on, in the shape that they had."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from tests.pages.data.conftest import URL
from tests.pages.data.json_schema import faults
from tests.pages.data.test_api import data_files, schema_name
from tests.pages.data.test_feeds import parsed
from tools.pages.data import places


def told(files: dict[str, str], path: str) -> Any:
    return json.loads(files[path])


def test_no_file_has_vanished_and_every_file_is_what_its_schema_says(
    built: dict[str, str], later: dict[str, str]
) -> None:
    assert built.keys() <= later.keys()
    for path, value in data_files(later).items():
        schema = told(later, places.schema(schema_name(path, value)))
        assert list(faults(value, schema, schema)) == [], path


def test_a_topic_that_was_split_tells_of_its_successors(later: dict[str, str]) -> None:
    old = told(later, places.topic("noise"))
    assert (old["id"], old["successors"], old["was"]) == ("noise", ["bells", "quiet"], [])
    assert old["question"] == "Will makers silence their bells? / Does anybody mind the noise?"
    assert (old["place"], old["by"]) == ("the town", ["town"])
    assert old["kind"] is None  # an order, and a law
    assert old["page"] == f"{URL}topics/noise/"
    bells, quiet = (told(later, places.topic(name)) for name in ("bells", "quiet"))
    assert old["tracks"] == bells["tracks"] + quiet["tracks"]
    assert old["explainers"] == sorted(bells["explainers"] + quiet["explainers"])


def test_an_entry_that_was_renamed_is_told_under_both_ids(later: dict[str, str]) -> None:
    for old, new in (("topics/maps", "topics/town-maps"), ("companies/clocks", "companies/cog")):
        before, after = (told(later, f"{places.API}{name}.json") for name in (old, new))
        assert before["successors"] == [new.partition("/")[2]]
        assert after["was"] == [old.partition("/")[2]]
        for key in before.keys() - {"id", "was", "successors", "page", "feeds"}:
            assert before[key] == after[key], key
    assert told(later, places.authority("village"))["successors"] == ["town"]


def test_a_story_that_was_renamed_has_both_files(later: dict[str, str]) -> None:
    old, new = (places.explainer(name) for name in ("bells-once", "2032-01-bells"))
    assert later[old] == later[new]
    assert told(later, new)["was"] == ["bells-once"]


def test_the_index_lists_earlier_ids_apart(later: dict[str, str]) -> None:
    index = told(later, places.INDEX)
    assert [(one["kind"], one["id"], one["successors"]) for one in index["former"]] == [
        ("explainer", "2031-06-which-map", ["2031-06-acme-answers"]),
        ("explainer", "bells-once", ["2032-01-bells"]),
        ("company", "clocks", ["cog"]),
        ("topic", "maps", ["town-maps"]),
        ("topic", "noise", ["bells", "quiet"]),
        ("authority", "village", ["town"]),
    ]
    assert "noise" not in [topic["id"] for topic in index["topics"]]
    for one in index["former"]:
        assert one["data"].removeprefix(URL) in later
        assert f"{one['page'].removeprefix(URL)}index.md" in later


def test_a_page_that_was_split_lists_its_successors_and_where_each_company_went(
    later: dict[str, str],
) -> None:
    page = later["topics/noise/index.md"]
    assert "robots: noindex" in page
    assert "canonical:" not in page
    assert "linked:" not in page
    for name in ("bells", "quiet"):
        assert f'href="../../topics/{name}/"' in page
    assert '<li id="company-bolt"><a href="../../topics/bells/#company-bolt">' in page
    assert "This page was split into two" in page


@pytest.mark.parametrize(
    ("old", "new"),
    [("topics/maps", "topics/town-maps"), ("companies/clocks", "companies/cog")],
)
def test_a_page_that_moved_names_the_one_it_moved_to(
    later: dict[str, str], old: str, new: str
) -> None:
    page = later[f"{old}/index.md"]
    assert f"canonical: {new}/" in page
    assert f'href="../../{new}/">Read it there</a>' in page
    assert f"{old}/</loc>" not in later["sitemap.xml"]


def test_the_old_page_of_an_authority_leads_on(later: dict[str, str]) -> None:
    assert "canonical: authorities/town/" in later["authorities/village/index.md"]


def test_feeds_of_earlier_ids_have_the_entries_of_their_successors(
    built: dict[str, str], later: dict[str, str]
) -> None:
    for old, news in (("topics/noise", ["topics/bells"]), ("companies/clocks", ["companies/cog"])):
        feed = parsed(later[f"{old}/feed.xml"])
        expected = {e.id for new in news for e in parsed(built[f"{new}/feed.xml"]).entries}
        assert expected
        assert {entry.id for entry in feed.entries} == expected
        items = told(later, f"{old}/feed.json")["items"]
        assert [item["id"] for item in items] == [entry.id for entry in feed.entries]
        assert f"feed: {feed.feed.title}" in later[f"{old}/index.md"].replace("'", "")


def test_anchors_of_earlier_ids_stand_once_where_the_successors_stand(
    later: dict[str, str],
) -> None:
    assert later["glossary/index.md"].count('<span id="word-chime"></span>') == 1
    assert '<span id="word-chime"></span>' in later["explainers/2031-05-acme-maps/index.md"]
    company = later["companies/acme/index.md"]
    assert company.count('id="topic-noise"') == 1
    assert company.count('id="topic-maps"') == 1
    assert 'id="company-bolt-topic-maps"' in company
    assert 'id="company-clocks"' in later["topics/town-maps/index.md"]
    for path, page in later.items():
        if path.endswith(".md"):
            ids = re.findall(r'\bid="([^"]+)"', page)
            assert len(ids) == len(set(ids)), path


def test_a_claim_that_was_deleted_leaves_its_anchor_in_the_log(later: dict[str, str]) -> None:
    log = later["explainers/2032-01-bells/index.md"].partition("{ #changes }")[2]
    assert '<span id="stance-gone"></span>' in log
    assert told(later, places.explainer("2032-01-bells"))["changes"][0]["was"] == ["stance-gone"]


def test_the_table_and_the_lists_do_not_count_anything_twice(
    built: dict[str, str], later: dict[str, str]
) -> None:
    assert later[places.TABLE].count("\r\n") == built[places.TABLE].count("\r\n")

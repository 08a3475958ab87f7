"""The data page, and the lines by which others cite."""

from __future__ import annotations

import re
from dataclasses import replace

from tools.model.story import Seeds
from tools.pages import Settings
from tools.pages.citing import of_story
from tools.pages.data import places
from tools.pages.data.page import page
from tools.pages.data.table import Row
from tools.pages.paging import ENTRIES
from tools.pages.site import Site

CITED = (
    "Where They Stand contributors, “Does Acme give the town its maps?”, Where They Stand, "
    "12 May 2031"
)


def test_it_links_the_table_every_feed_and_the_zip(built: dict[str, str]) -> None:
    page = built["data/index.md"]
    hrefs = {href.removeprefix("../") for href in re.findall(r'href="(\.\./[^"]*)"', page)}
    assert {places.TABLE, places.INDEX, places.OPENAPI, "stand.zip"} <= hrefs
    feeds = {path for path in built if path.endswith(("feed.xml", "feed.json"))}
    # those of an earlier id are kept for those who follow them, and offered to nobody
    assert feeds - hrefs == {"topics/noise/feed.xml", "topics/noise/feed.json"}
    open_list, _, folded = page.partition("<details")
    assert "topics/town-maps/feed.xml" in open_list
    assert "companies/acme/feed.xml" not in open_list
    assert "companies/acme/feed.xml" in folded


def test_it_names_no_more_feeds_than_a_list_has_on_a_page(invented: Seeds) -> None:
    some = dict(list(invented.vocabulary.topics.items())[:1])
    (topic,) = some.values()
    for count, named in ((ENTRIES, ENTRIES), (ENTRIES + 1, 1)):
        many = {f"t-{n}": topic.model_copy(update={"id": f"t-{n}"}) for n in range(count)}
        vocabulary = replace(invented.vocabulary, topics=many)
        made = page(Site(replace(invented, vocabulary=vocabulary, stories=[]), Settings())).body
        assert len(re.findall(r"topics/t-\d+/feed.xml", made)) == named
        assert ("Each of 51 demands has feeds" in made) == (named == 1)


def test_it_promises_no_zip_where_none_is_made(bare: dict[str, str]) -> None:
    assert "zip" not in bare["data/index.md"]


def test_it_explains_every_column(built: dict[str, str]) -> None:
    assert re.findall(r"<dt>([^<]*)</dt>", built["data/index.md"]) == list(Row.model_fields)


def test_every_reviewed_explainer_says_how_to_cite_it(
    built: dict[str, str], bare: dict[str, str]
) -> None:
    path = "explainers/2031-05-acme-maps/index.md"
    where = "https://stand.example/site/explainers/2031-05-acme-maps/"
    assert f"{CITED}, {where}." in re.sub("<.*?>", "", built[path])
    assert f"To cite this page: {CITED}." in re.sub("<.*?>", "", bare[path])
    assert "To cite" not in built["explainers/2031-08-draft/index.md"]


def test_a_citation_is_text(invented: Seeds) -> None:
    publication = invented.publication.model_copy(update={"name": "A & B"})
    publisher = replace(invented.publisher, publication=publication)
    site = Site(replace(invented, publisher=publisher), Settings())
    (story,) = [s for s in invented.stories if s.name == "2031-05-acme-maps"]
    assert of_story(site, story).line.startswith("A & B contributors, “Does Acme")

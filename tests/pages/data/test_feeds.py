"""The feeds, as feed readers take them."""

from __future__ import annotations

import json
from typing import Any
from xml.etree import ElementTree

import feedparser
import pytest

from tests.pages.data.conftest import URL
from tests.publication import PUBLISHER
from tools.model.story import Seeds
from tools.pages import Settings, build
from tools.pages.data.feeds import LONGEST, NOT_XML, Feed, Item, _atom, _feed, identity
from tools.pages.site import Site

PAGES = ("", "corrections/", "companies/acme/", "companies/cog/", "topics/town-maps/")


def parsed(text: str) -> Any:
    found = feedparser.parse(text.encode("utf-8"))
    assert not found.bozo, found.bozo_exception
    return found


def atoms(files: dict[str, str]) -> dict[str, str]:
    return {path: text for path, text in files.items() if path.endswith("feed.xml")}


def test_there_is_a_feed_for_the_site_and_every_company_topic_and_the_log(
    built: dict[str, str],
) -> None:
    others = {"companies/bolt/", "topics/quiet/", "topics/bells/", "topics/towers/"}
    others |= {"topics/noise/"}  # an earlier id
    assert {f"{page}feed.xml" for page in {*PAGES, *others}} == set(atoms(built))
    assert {path.replace(".xml", ".json") for path in atoms(built)} <= built.keys()


def test_every_feed_can_be_read(built: dict[str, str], bare: dict[str, str]) -> None:
    for files in (built, bare):
        for path, text in atoms(files).items():
            found = parsed(text)
            assert found.version == "atom10", path
            assert found.feed.title, path
            assert found.feed.author == "Where They Stand contributors", path


def test_both_formats_say_the_same(built: dict[str, str]) -> None:
    for page in PAGES:
        atom = parsed(built[f"{page}feed.xml"])
        feed = json.loads(built[f"{page}feed.json"])
        assert feed["version"] == "https://jsonfeed.org/version/1.1"
        assert feed["home_page_url"] == URL + page
        assert feed["feed_url"] == f"{URL}{page}feed.json"
        assert feed["items"]
        assert [(e.id, e.link, e.title, e.updated) for e in atom.entries] == [
            (i["id"], i["url"], i["title"], i["date_modified"]) for i in feed["items"]
        ]


def titles(text: str) -> list[tuple[str, str, str]]:
    return [(e.title, e.published, e.updated) for e in parsed(text).entries]


def test_days_are_those_of_the_records(built: dict[str, str]) -> None:
    assert titles(built["feed.xml"])[-3:] == [
        ("Which map did Acme hand over?", "2031-06-10T00:00:00Z", "2031-06-10T00:00:00Z"),
        ("Does Acme give the town its maps?", "2031-05-10T00:00:00Z", "2031-05-12T00:00:00Z"),
        ("Withdrawn: Has the town a bell?", "2031-04-20T00:00:00Z", "2031-04-20T00:00:00Z"),
    ]
    withdrawn = parsed(built["feed.xml"]).entries[-1]
    assert withdrawn.summary == "The article was wrong about the bell."
    feed = parsed(built["feed.xml"])
    assert feed.feed.updated == max(entry.updated for entry in feed.entries)


def test_a_companys_feed_tells_how_it_moved(built: dict[str, str]) -> None:
    told = [title for title, *_ in titles(built["companies/acme/feed.xml"])]
    assert [title for title in told if title.endswith("Town: maps")] == [
        "Acme, 2 June 2031: Complies in part (before: Refuses), Town: maps",
        "Acme, 4 May 2031: Refuses, Town: maps",
    ]
    own = next(e for e in parsed(built["companies/acme/feed.xml"]).entries if "2 June" in e.title)
    assert own.summary.startswith("2 June 2031, as we reported: ")
    newest = parsed(built["companies/acme/feed.xml"]).entries[-1]
    assert newest.link == f"{URL}explainers/2031-05-acme-maps/#stance-acme-2031-05-04"
    assert newest.summary == "4 May 2031: Will not hand over its maps."
    assert "<blockquote>“We draw them for walkers" in newest.content[0].value


def test_the_log_tells_corrections_and_updates(built: dict[str, str]) -> None:
    told = titles(built["corrections/feed.xml"])
    assert "Correction: Does Acme give the town its maps?" in [title for title, *_ in told]
    assert [day for *_, day in told] == sorted((day for *_, day in told), reverse=True)


def test_ids_outlive_a_move_of_the_site(built: dict[str, str], bare: dict[str, str]) -> None:
    ids = {path: [e.id for e in parsed(text).entries] for path, text in atoms(built).items()}
    assert ids == {path: [e.id for e in parsed(text).entries] for path, text in atoms(bare).items()}
    assert all(len(set(found)) == len(found) for found in ids.values())
    assert identity("explainers/2031-05-acme-maps/") in ids["feed.xml"]
    # these were published; another id would show every entry as new to everyone who follows
    assert identity("explainers/x/") == "urn:uuid:" + ID_OF_X


ID_OF_X = "914dc9bb-3396-5309-a381-a7e95136ee03"


def test_what_people_write_is_text_in_a_feed(built: dict[str, str]) -> None:
    (entry,) = [e for e in parsed(built["feed.xml"]).entries if "hostile" in e.link]
    item = next(i for i in json.loads(built["feed.json"])["items"] if "hostile" in i["url"])
    assert item["content_html"].startswith("<p>&lt;script&gt;alert(&#39;answer&#39;)")
    raw = ElementTree.fromstring(built["feed.xml"])
    contents = [node.text for node in raw.iter("{http://www.w3.org/2005/Atom}content")]
    assert item["content_html"] in contents
    assert "<script" not in entry.content[0].value


def entry(key: str, day: str, text: str = "t") -> Item:
    return Item(key, key, f"explainers/{key}/", day, day, text)


def site() -> Site:
    return Site(Seeds(publisher=PUBLISHER), Settings())


def test_a_feed_is_newest_first_and_of_limited_length() -> None:
    days = [f"2031-{month:02}-{day:02}" for month in range(1, 4) for day in range(1, 29)]
    feed = _feed(site(), "", "t", [entry(f"s{day}", day) for day in days])
    assert [e.updated for e in feed.entries] == sorted(days, reverse=True)[:LONGEST]
    assert feed.updated == days[-1]


def test_a_feed_without_entries_can_be_read() -> None:
    files = build(Seeds(publisher=PUBLISHER), Settings())
    assert parsed(files["feed.xml"]).entries == []
    assert json.loads(files["feed.json"])["items"] == []


@pytest.mark.parametrize("odd", ["\x0b", "\ufffe", "]]>", "&amp;", "\u2028", "\U0001d538", "<!--"])
def test_odd_letters_break_no_feed(odd: str) -> None:
    feed = Feed("", "t", (entry("a", "2031-01-01", f"a{odd}b"),), "2031-01-01")
    (found,) = ElementTree.fromstring(_atom(site(), feed)).iter(
        "{http://www.w3.org/2005/Atom}summary"
    )
    assert found.text == NOT_XML.sub("\ufffd", f"a{odd}b")


def test_a_page_leads_to_the_feed_that_stands_beside_it(built: dict[str, str]) -> None:
    assert 'href="feed.xml"' in built["index.md"]
    for page in ("topics/town-maps/", "companies/acme/"):
        for name in ("feed.xml", "feed.json"):
            assert f'href="../../{page}{name}"' in built[f"{page}index.md"]
        assert 'href="../../data/#feeds"' in built[f"{page}index.md"]

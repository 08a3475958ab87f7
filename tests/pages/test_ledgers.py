"""The ledger of a topic: what is told of several companies alike is one entry."""

from __future__ import annotations

import re
from typing import Any

from tests.pages.world import site, story
from tools.pages.ledgers import ledger, places, together
from tools.pages.site import Site
from tools.pages.topic import page

LETTER = "acme bolt signed."


def stance(who: str, quote: str = LETTER, **fields: Any) -> dict[str, Any]:
    return {
        "company": who,
        "position": "refuses",
        "date": "2031-01-01",
        "text": "Signed a letter.",
        "quote": quote,
        "id": f"{who}-letter",
        **fields,
    }


def world(*stances: dict[str, Any]) -> Site:
    return site(story("2031-01-01", {"acme bolt": "signed"}, stances=list(stances)))


def names(one: Site) -> list[list[str]]:
    return [[track.company for track in group] for group in together(one, one.tracks(topic="maps"))]


def test_those_who_signed_one_letter_are_one_entry() -> None:
    assert names(world(stance("acme"), stance("bolt"))) == [["acme", "bolt"]]


def test_what_differs_in_anything_stands_alone() -> None:
    for other in ({"date": "2031-01-02"}, {"text": "Signed."}, {"position": "waits"}):
        assert names(world(stance("acme"), stance("bolt", **other))) == [["acme"], ["bolt"]]
    assert names(world(stance("acme"), stance("bolt", "bolt signed."))) == [["acme"], ["bolt"]]


def test_an_entry_has_the_names_and_the_anchors_of_all() -> None:
    one = world(stance("acme"), stance("bolt"))
    body = page(one, one.vocabulary.topics["maps"]).body
    (entry,) = re.findall(r'<section class="led.*?</section>', body, re.DOTALL)
    assert re.sub(r"<[^>]+>", "", re.findall(r"<h3>.*?</h3>", entry)[0]) == "Acme and Bolt"
    assert {"company-acme", "company-bolt"} <= set(re.findall(r'id="([^"]+)"', entry))
    assert entry.count("Signed a letter.") == 1
    assert "1 position each" in entry


def test_each_of_them_is_found_where_the_entry_stands() -> None:
    one = world(stance("acme"), stance("bolt"))
    found = ledger("ledger/", together(one, one.tracks(topic="maps")))
    assert len(found) == 1
    assert places("here/", found) == {("acme", "maps"): "here/", ("bolt", "maps"): "here/"}

"""Pages on paper: how many sheets they take, and what is on them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.pages import long
from tests.pages.world import position, story
from tests.site.test_browser import EXPLAINER, Watched
from tools.pages import Settings, brief
from tools.pages.site import Site

pytestmark = pytest.mark.browser

BRIEF = "topics/town-maps/brief/"
SIDES = ("yields", "holds", "resists")
SCALE = {f"takes-place-{n}": SIDES[n // 4] for n in range(12)}
MOST = 4  # sheets of an explainer at one minute
HEADLINE = "Makers of maps say again that they wait until the town has made up its mind " * 2


@pytest.fixture
def reader(browser: Browser, address: str) -> Iterator[Watched]:
    watched = Watched(browser, address)
    yield watched
    assert watched.errors == []
    watched.close()


def sheets(page: Page) -> int:
    """How many sheets of A4 a page takes."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4")))


def test_explainers_take_few_sheets_at_one_minute(reader: Watched, site: Path) -> None:
    reader.page.add_init_script("localStorage.setItem('wts-read', 'minute')")
    names = sorted(path.parent.name for path in site.glob("explainers/20*/index.html"))
    taken = {name: sheets(reader.open(f"explainers/{name}/")) for name in names}
    assert len(taken) > 5
    assert {name: count for name, count in taken.items() if count > MOST} == {}


def test_every_topic_has_one_sheet(reader: Watched, site: Path) -> None:
    names = sorted(path.parts[-3] for path in site.glob("topics/*/brief/index.html"))
    taken = {name: sheets(reader.open(f"topics/{name}/brief/")) for name in names}
    assert taken == dict.fromkeys(names, 1) != {}


@pytest.mark.parametrize("companies", [8, 9, 40])
def test_a_topic_of_many_names_and_long_headlines_has_one_sheet(
    reader: Watched, companies: int
) -> None:
    page = reader.open(BRIEF)
    page.evaluate(
        "body => { document.getElementById('main').innerHTML = body; }", crowded(companies)
    )
    expect(page.locator(".brief__sides dd")).to_have_count(min(companies, len(SCALE)))
    expect(page.locator(".brief__sources")).to_contain_text(f"and {2 * companies - 6} more")
    assert sheets(page) == 1


def crowded(companies: int) -> str:
    """The sheet of companies that all have moved, and stand at every position there is."""
    names = [f"maps-of-town-{n}" for n in range(companies)]
    found = [
        story(
            long.day(turn * companies + n),
            {name: list(SCALE)[(n + turn) % len(SCALE) if n < 16 else turn]},
            f"s-{turn}-{n}",
            sources=[{"file": "article.txt", "sha256": "", "headline": HEADLINE}],
        )
        for turn in (0, 1)
        for n, name in enumerate(names)
    ]
    places = {name: position(name, side, "deed") for name, side in SCALE.items()}
    plain = long.world(*found, companies=names, topics=["maps"])
    vocabulary = replace(plain.seeds.vocabulary, positions=places)
    one = Site(replace(plain.seeds, vocabulary=vocabulary), Settings(url="https://stand.example/"))
    body = brief.page(one, one.vocabulary.topics["maps"]).body
    return re.sub(r"^(#+) (.*) \{ #.* \}$", _heading, body, flags=re.MULTILINE)


def _heading(line: re.Match[str]) -> str:
    level = len(line[1])
    return f"<h{level}>{line[2]}</h{level}>"


def test_paper_has_no_marks_and_no_ways_but_the_addresses_of_sources(reader: Watched) -> None:
    page = reader.open(EXPLAINER)
    page.emulate_media(media="print")
    for selector in ("a.p", ".bar__nav", ".cite__ways", "#fix", ".foot"):
        assert page.locator(f"{selector}:visible").count() == 0, selector
    expect(page.locator("#cite")).to_be_visible()
    content = "getComputedStyle(document.querySelector('.src a'), '::after').content"
    assert "https://news.example/acme?a=1&b=2" in str(page.evaluate(content))


def test_what_is_folded_is_open_on_paper(reader: Watched) -> None:
    page = reader.open("topics/town-maps/")
    inside = page.locator(".wts details > :not(summary)").first
    expect(inside).not_to_be_visible()
    page.emulate_media(media="print")
    expect(inside).to_be_visible()

"""The zip of the whole site, unpacked and opened from its folder in a browser."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, expect

from tests.site.html_pages import ids, links
from tests.site.watched import Watched


@pytest.fixture(scope="session")
def unpacked(public: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("an unpacked")
    with zipfile.ZipFile(public / "where-they-stand.zip") as archive:
        archive.extractall(folder)
    return folder / "where-they-stand"


@pytest.fixture
def offline(browser: Browser, unpacked: Path) -> Iterator[Watched]:
    watched = Watched(browser, f"{unpacked.as_uri()}/")
    yield watched
    watched.close()


def test_every_link_leads_to_a_file_and_an_anchor_that_are_there(unpacked: Path) -> None:
    pages = {
        path.relative_to(unpacked).as_posix(): path.read_text("utf-8")
        for path in unpacked.rglob("*.html")
    }
    broken = [
        (address, href)
        for address, page in pages.items()
        for href, target, anchor in links(address, page)
        if not (unpacked / unquote(target)).is_file()
        or (anchor and target in pages and anchor not in ids(pages[target]))
    ]
    assert len(pages) > 20
    assert broken == []


@pytest.mark.browser
def test_every_page_opens_in_style_and_asks_for_nothing_else(
    offline: Watched, unpacked: Path
) -> None:
    for path in sorted(unpacked.rglob("*.html")):
        page = offline.open(path.relative_to(unpacked).as_posix())
        page.wait_for_load_state("load")
        style = "getComputedStyle(document.querySelector('.bar__in')).display"
        assert page.evaluate(style) == "flex", path
        assert "js" in (page.locator("html").get_attribute("class") or "").split(), path
    assert offline.errors == []
    assert [url for url in offline.requests if not url.startswith(offline.address)] == []


@pytest.mark.browser
def test_a_reader_walks_from_page_to_page(offline: Watched) -> None:
    page = offline.open("index.html")
    page.locator("header nav").get_by_role("link", name="Companies").click()
    page.locator("#main").get_by_role("link", name="Acme", exact=True).click()
    demand = page.locator("#topic-town-maps")
    demand.locator("summary").first.click()
    demand.get_by_role("link", name="Receipt").last.click()
    assert page.url.endswith("/explainers/2031-05-acme-maps/index.html#stance-acme-2031-05-04")
    expect(page.locator("article:target")).to_contain_text("Will not hand over its maps.")
    assert offline.errors == []


@pytest.mark.browser
def test_search_says_that_it_needs_a_server(offline: Watched) -> None:
    page = offline.open("companies/acme/index.html")
    page.keyboard.press("/")
    expect(page.locator("#search")).to_be_hidden()
    page.get_by_role("link", name="Search").click()
    expect(page.get_by_text("Search needs JavaScript and a server")).to_be_visible()
    expect(page.get_by_role("searchbox")).to_have_count(0)
    assert offline.errors == []

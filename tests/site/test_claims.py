"""Every claim in hand: its address, its citation, and the way into the original."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator
from typing import Any

import bibtexparser
import pytest
import rispy
from playwright.sync_api import Browser, Page, expect

from tests.site.conftest import URL, serve
from tests.site.test_browser import EXPLAINER, NARROW, PHONE, Watched
from tools.model.article import Article
from tools.pages.fragments import text_fragment

pytestmark = pytest.mark.browser

COPYING = ["clipboard-read", "clipboard-write"]


@pytest.fixture
def reader(browser: Browser, address: str) -> Iterator[Watched]:
    watched = Watched(browser, address, permissions=COPYING, reduced_motion="reduce")
    yield watched
    assert watched.errors == []
    watched.close()


def pasted(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


def mark(page: Page, place: int = 1) -> Any:
    return page.locator("a.p").nth(place)


def test_a_mark_copies_the_address_of_its_claim_and_says_so(reader: Watched) -> None:
    page = reader.open(f"{EXPLAINER}?from=elsewhere")
    there = mark(page).get_attribute("href")
    mark(page).click()
    expect(page.locator(".said")).to_contain_text("Copied")
    expect(page.locator("body > [role=status]")).to_have_text("Copied: the address of this claim.")
    assert pasted(page) == f"{reader.address}{EXPLAINER}{there}"
    assert page.url.endswith(str(there))


def test_by_keyboard_a_mark_is_reached_copies_and_leads_to_the_citation(reader: Watched) -> None:
    page = reader.open(EXPLAINER)
    mark(page).focus()
    page.keyboard.press("Enter")
    expect(page.locator(".said")).to_be_visible()
    expect(mark(page)).to_be_focused()
    expect(page.locator(str(mark(page).get_attribute("href")))).to_be_in_viewport()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Cite it")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#cite")).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(page.locator(".said")).to_have_count(0)


def test_every_claim_has_a_mark_with_a_name_of_its_own(reader: Watched) -> None:
    page = reader.open(EXPLAINER)
    marks = page.locator("a.p").all()
    names = [str(one.get_attribute("aria-label")) for one in marks]
    assert len(names) == len(set(names)) > 5
    for name, one in zip(names, marks, strict=True):
        expect(page.get_by_role("link", name=name, exact=True)).to_have_count(1)
        assert page.locator(str(one.get_attribute("href"))).count() == 1


@pytest.mark.parametrize("size", [NARROW, PHONE], ids=["narrow", "phone"])
def test_a_mark_is_large_enough_to_hit(browser: Browser, address: str, size: Any) -> None:
    watched = Watched(browser, address, viewport=size, has_touch=True)
    watched.page.add_init_script("localStorage.setItem('wts-read', 'everything')")
    page = watched.open(EXPLAINER)
    boxes = [one.bounding_box() for one in page.locator("a.p").all()]
    assert boxes
    assert all(box and box["width"] >= 24 and box["height"] >= 24 for box in boxes)
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    watched.close()


def test_where_nothing_may_be_copied_the_address_bar_has_it(browser: Browser, address: str) -> None:
    watched = Watched(browser, address)
    page = watched.page
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    watched.open(EXPLAINER)
    there = mark(page).get_attribute("href")
    mark(page).click()
    expect(page.locator(".said")).to_contain_text("In the address bar")
    assert page.url.endswith(str(there))
    assert page.locator(".cite__ways button:visible").count() == 0
    assert watched.errors == []
    watched.close()


def test_without_a_script_a_mark_is_a_link_and_citations_are_files(
    browser: Browser, address: str
) -> None:
    watched = Watched(browser, address, java_script_enabled=False)
    page = watched.open(EXPLAINER)
    there = str(mark(page).get_attribute("href"))
    mark(page).click()
    assert page.url == f"{address}{EXPLAINER}{there}"
    assert page.locator(".cite button:visible").count() == 0
    with page.expect_download() as got:
        page.get_by_role("link", name="BibTeX", exact=True).click()
    assert got.value.suggested_filename == "2031-05-acme-maps.bib"
    watched.close()


READ: dict[str, Callable[[str], str]] = {
    "Copy citation": lambda text: text.rpartition(" ")[2].rstrip("."),
    "Copy BibTeX": lambda text: str(bibtexparser.parse_string(text).entries[0]["url"]),
    "Copy RIS": lambda text: str(rispy.loads(text)[0]["urls"][0]),
}


@pytest.mark.parametrize("name", READ)
def test_a_citation_leads_to_the_claim_a_reader_came_to_or_to_the_page(
    reader: Watched, name: str
) -> None:
    page = reader.open(EXPLAINER)
    there = str(mark(page).get_attribute("href"))
    page = reader.open(f"{EXPLAINER}{there}")
    page.reload()
    button = page.get_by_role("button", name=name)
    button.click()
    expect(page.locator(".cite .said")).to_have_text("Copied")
    assert READ[name](pasted(page)) == f"{URL}{EXPLAINER}{there}"
    page.get_by_role("button", name="Cite the whole page").click()
    button.click()
    expect(page.locator(".cite .said")).to_have_text("Copied")
    assert READ[name](pasted(page)) == f"{URL}{EXPLAINER}"


PASSAGES = {
    "whole": "Nobody asked them, so far.",
    "signs": "The town & its makers - all of them, it said - wait; 50% (or “more”)",
    "long": "The makers of maps said that they would wait until the town had made up its mind.",
    "begun before": "The makers of maps said that bells are loud, and rang each of them in turn.",
    "two paragraphs": "They asked: Will the town wait, or will it not wait?",
}
ARTICLE = f"""{PASSAGES["long"]}

{PASSAGES["begun before"]}

{PASSAGES["signs"]}.

They asked:

Will the town wait, or will it not wait?

{PASSAGES["whole"]}
"""


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """An article on a page of its own, a screen between one paragraph and the next."""
    folder = tmp_path_factory.mktemp("original")
    lines = "".join(f"<p>{html.escape(line)}</p>" for line in ARTICLE.splitlines() if line)
    style = "<style>p { margin: 3000px 0 }</style>"
    (folder / "article.html").write_text(f'<meta charset="utf-8">{style}{lines}', "utf-8")
    server, there = serve(folder)
    yield f"{there}article.html"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("passage", PASSAGES.values(), ids=PASSAGES)
def test_a_text_fragment_lands_on_its_passage(
    browser: Browser, original: str, passage: str
) -> None:
    article = Article("article.txt", ARTICLE)
    (span,) = article.find(passage)
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{original}#:~:{text_fragment(article, span)}")
    begins = passage.partition(": ")[0]
    expect(page.get_by_text(begins).first).to_be_in_viewport()
    assert page.evaluate("scrollY") > 0
    context.close()

"""Search where somebody asks who changed, what is still unknown, or of a place and a year."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.site.test_browser import EXPLAINER, RULES
from tests.site.test_search import CARDS, PAGES, STATUS, asked
from tests.site.watched import DESK, NARROW, PHONE, Watched

pytestmark = pytest.mark.browser

ASKED = "search/asked/"


def heads(page: Page) -> list[str]:
    """The titles of the cards, when all is shown."""
    expect(page.locator(CARDS).first).to_be_visible()
    return page.locator(f"{CARDS} b").all_inner_texts()


@pytest.mark.parametrize(
    "query",
    ["Who changed sides?", "who changed its mind", "changing", "who backed down", "谁改变了"],
)
def test_who_changed_is_answered_with_what_was_before(desk: Watched, query: str) -> None:
    page = asked(desk, query)
    assert heads(page)[0] == "Changed"
    row = page.locator(f"{CARDS} ul a", has_text="Acme · Town: maps")
    expect(row).to_have_count(1)
    expect(row).to_contain_text(re.compile(r"Refuses → *Complies in part"))
    expect(row).to_contain_text("2 June 2031")
    row.click()
    page.wait_for_url("**/explainers/2031-06-acme-answers/#stance-acme-*")
    assert desk.errors == []


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("acme changed", "Complies in part"),
        ("who changed in 2031", "2 June 2031"),
        ("who changed on town maps", "Acme · Town: maps"),
        ("cog and sons changed", "No change is recorded."),
        ("who changed in 1999", "No change of 1999 is recorded. The newest:"),
        ("acme changed in 1999", "No change of 1999 is recorded. The newest:"),
        ("who changed after refusing", "Refuses → "),
        ("who changed to withdraw", "No change with “Withdraws” is recorded. The newest:"),
    ],
)
def test_who_changed_is_narrowed_by_what_is_named(desk: Watched, query: str, said: str) -> None:
    page = asked(desk, query)
    assert heads(page)[0] == "Changed"
    expect(page.locator(CARDS).first).to_contain_text(said)
    rows = page.locator(CARDS).first.locator("ul a").all_inner_texts()
    if "2031" in query:
        assert all("2031" in row for row in rows)
    if "cog" in query:
        assert rows == []


@pytest.mark.parametrize(
    "query", ["What is still open?", "still unknown", "open questions", "what is not known", "未知"]
)
def test_what_is_still_unknown_is_answered(desk: Watched, query: str) -> None:
    page = asked(desk, query)
    assert heads(page)[0] == "Still unknown"
    row = page.locator(f"{CARDS} ul a", has_text="How many maps there are.")
    expect(row).to_contain_text("Does Acme give the town its maps? · as of May 2031")
    assert page.locator("#search :is(script, img, h1)").count() == 0
    row.click()
    page.wait_for_url(f"**/{EXPLAINER}#unknown-*")
    assert desk.errors == []


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("acme still unknown", True),
        ("still unknown 2031", True),
        ("still unknown town maps", True),
        ("town bells still unknown", False),
    ],
)
def test_what_is_still_unknown_is_narrowed_by_what_is_named(
    desk: Watched, query: str, told: bool
) -> None:
    page = asked(desk, query)
    assert heads(page)[0] == "Still unknown"
    row = page.locator(f"{CARDS} ul a", has_text="How many maps there are.")
    expect(row).to_have_count(int(told))
    if not told:
        expect(page.locator(CARDS).first).to_contain_text("Nothing unknown is recorded.")


@pytest.mark.parametrize(
    "query", ["who has not changed", "谁没改变", "xylophone changed", "charged", "open letter"]
)
def test_who_asks_something_else_is_not_told_who_changed(desk: Watched, query: str) -> None:
    page = asked(desk, query)
    titles = page.locator(f"{CARDS} b").all_inner_texts()
    assert not {"Changed", "Still unknown"} & set(titles)
    expect(page.locator(STATUS)).not_to_contain_text("Changed")  # nor offered as meant


def test_files_of_questions_are_fetched_only_where_one_is_asked(desk: Watched) -> None:
    for query in ("acme refuses 2031", "town bells", "the town"):
        asked(desk, query).wait_for_load_state("networkidle")
    assert [url for url in desk.requests if ASKED in url] == []
    asked(desk, "acme changed").wait_for_load_state("networkidle")
    found = [url.partition("search/")[2] for url in desk.requests if ASKED in url]
    assert found == ["asked/companies/acme.json"]


@pytest.mark.parametrize(
    ("year", "first", "without"),
    [("2031", "Town: maps", "Town: bells"), ("2032", "Town: bells", "Town: towers")],
)
def test_of_a_place_and_a_year_what_has_something_of_it_is_told(
    desk: Watched, year: str, first: str, without: str
) -> None:
    page = asked(desk, f"the town {year}")
    titles = heads(page)
    assert titles[0] == first
    assert without not in titles
    expect(page.locator(CARDS, has_text=f"Nothing of {year} is recorded")).to_have_count(0)
    assert "The town" in titles


def test_of_a_year_without_anything_what_is_last_known_is_told(desk: Watched) -> None:
    page = asked(desk, "the town 1999")
    assert "The town" in heads(page)
    assert desk.errors == []


def test_where_few_pages_have_all_words_those_follow_that_have_all_but_one(desk: Watched) -> None:
    page = asked(desk, "bolt silent lawyers")
    titles = page.locator(f"{PAGES} b")
    expect(titles.nth(1)).to_be_visible()
    told = titles.all_inner_texts()
    assert told[0] == "Who silences the town’s bells?"
    assert "Did Acme agree to silence?" in told
    expect(page.locator(STATUS)).to_contain_text(re.compile("1 has all of these words, [0-9]+ all"))


def test_of_two_words_none_is_let_go(desk: Watched) -> None:
    page = asked(desk, "walkers noon")
    expect(page.locator(f"{PAGES} b")).to_have_text(["Does Acme give the town its maps?"])


def test_a_letter_that_nobody_knows_belongs_to_the_word_beside_it(desk: Watched) -> None:
    page = asked(desk, "q walkers")
    expect(page.locator(STATUS)).to_contain_text("Nothing found. No page has “q”.")
    expect(page.locator("#search ol a")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [NARROW, PHONE, DESK], ids=["320", "phone", "desk"])
@pytest.mark.parametrize("query", ["who changed", "still unknown"])
def test_these_answers_bar_nobody_and_are_no_wider_than_a_phone(
    browser: Browser, address: str, scheme: str, width: dict[str, int], query: str
) -> None:
    watched = Watched(browser, address, color_scheme=scheme, viewport=width, bypass_csp=True)
    page = asked(watched, query)
    found = Axe().run(page, options={"runOnly": RULES}).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
    assert page.evaluate("document.querySelector('#search').scrollWidth") <= width["width"]
    watched.close()

"""What is folded: the menu, the contents, ledgers, and how it opens; what a phone shows first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from tests.site.test_browser import DESK, EXPLAINER, KINDS, NARROW, PHONE, RULES, Watched
from tests.site.test_reading import STANCE, step

pytestmark = pytest.mark.browser

TOPIC = "topics/bells/"
TRACK = "#company-acme"
OPEN = "document.querySelectorAll('details').forEach(one => { one.open = true; })"
LARGE = "html { font-size: 200% !important; }"


@pytest.fixture
def phone(browser: Browser, address: str) -> Iterator[Watched]:
    watched = Watched(browser, address, viewport=PHONE)
    yield watched
    assert watched.errors == []
    watched.close()


def menu(page: Page) -> Locator:
    return page.get_by_role("navigation", name="Menu")


def test_the_menu_opens_and_shuts_by_the_keyboard(phone: Watched) -> None:
    page = phone.open(EXPLAINER)
    button = page.locator(".menu summary")
    expect(menu(page)).to_be_hidden()
    button.focus()
    page.keyboard.press("Enter")
    expect(menu(page).get_by_role("link", name="Explainers")).to_be_visible()
    page.keyboard.press("Tab")
    expect(menu(page).get_by_role("link").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(menu(page)).to_be_hidden()
    expect(button).to_be_focused()


def test_the_menu_shuts_when_a_reader_goes_on(phone: Watched) -> None:
    page = phone.open("")
    x, y = PHONE["width"] - 4, PHONE["height"] - 4  # beside the menu
    for away in (lambda: page.mouse.click(x, y), lambda: page.locator("#foot a").last.focus()):
        page.locator(".menu summary").click()
        expect(menu(page)).to_be_visible()
        away()
        expect(menu(page)).to_be_hidden()


def test_each_way_of_the_menu_is_large_enough_for_a_finger(phone: Watched) -> None:
    page = phone.open("")
    page.locator(".menu summary").click()
    for link in (page.locator(".menu summary"), *menu(page).get_by_role("link").all()):
        box = link.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 44


@pytest.mark.parametrize("size", [NARROW, PHONE, DESK], ids=["narrow", "phone", "desk"])
def test_in_large_letters_the_head_of_a_page_stays_in_sight(
    browser: Browser, address: str, size: dict[str, int]
) -> None:
    watched = Watched(browser, address, viewport=size, bypass_csp=True)
    page = watched.open(EXPLAINER)
    page.add_style_tag(content=LARGE)
    page.evaluate("document.querySelector('.menu').open = true")
    for part in page.locator(".bar a:visible, .bar summary:visible").all():
        box = part.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= size["width"]
    watched.close()


def test_contents_are_a_closed_line_on_a_phone_and_a_list_on_a_desk(
    browser: Browser, address: str, phone: Watched
) -> None:
    page = phone.open(EXPLAINER)
    entry = page.get_by_role("navigation", name="On this page").get_by_role("link").first
    expect(entry).to_be_hidden()
    page.locator(".toc summary").click()
    entry.click()
    expect(page.locator("h2:target")).to_be_in_viewport()
    for script in (True, False):
        desk = Watched(browser, address, java_script_enabled=script)
        expect(desk.open(EXPLAINER).locator(".toc a").first).to_be_visible()
        desk.close()


def test_contents_come_before_the_text_in_the_order_of_focus(
    browser: Browser, address: str
) -> None:
    desk = Watched(browser, address)
    page = desk.open(EXPLAINER)
    order = page.evaluate(
        "Array.from(document.querySelectorAll('.toc a, #main a'))"
        ".map(one => one.closest('.toc') ? 'contents' : 'text')"
    )
    assert order == sorted(order)
    desk.close()


def test_a_phone_shows_one_minute_until_its_reader_chooses(phone: Watched) -> None:
    page = phone.open(EXPLAINER)
    expect(step(page, "One minute")).to_be_checked()
    expect(page.locator(STANCE)).to_be_visible()
    expect(page.locator("#timeline")).to_be_hidden()
    step(page, "Everything").check()
    expect(step(phone.open(EXPLAINER), "Everything")).to_be_checked()


def test_what_an_address_leads_to_is_shown_on_a_phone_too(phone: Watched) -> None:
    page = phone.open(f"{EXPLAINER}#event-2031-05-03")
    expect(page.locator("#event-2031-05-03")).to_be_in_viewport()


def test_a_ledger_stands_folded_and_opens_for_whom_an_address_leads_there(phone: Watched) -> None:
    page = phone.open(TOPIC)
    first = page.locator(f"{TRACK} > details > ol > li").first
    expect(first).to_be_hidden()
    page.locator(".now").get_by_role("link", name="Acme").first.click()
    expect(first).to_be_visible()
    expect(page.locator(TRACK)).to_be_in_viewport()
    page.locator(f"{TRACK} summary").first.click()
    expect(first).to_be_hidden()
    page.goto("about:blank")
    phone.open(f"{TOPIC}{TRACK}")
    expect(first).to_be_visible()


def test_folds_open_without_javascript(browser: Browser, address: str) -> None:
    plain = Watched(browser, address, java_script_enabled=False, viewport=PHONE)
    page = plain.open(TOPIC)
    page.locator(f"{TRACK} summary").first.click()
    expect(page.locator(f"{TRACK} > details > ol > li").first).to_be_visible()
    plain.close()


def test_at_the_narrowest_every_column_of_the_scale_is_on_the_page(
    browser: Browser, address: str
) -> None:
    narrow = Watched(browser, address, viewport=NARROW)
    page = narrow.open(TOPIC)
    for tick in page.locator(".moves__ticks li").all():
        box: Any = tick.bounding_box()
        assert box["x"] + box["width"] <= NARROW["width"]
    narrow.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_axe_finds_no_barrier_with_all_folds_open(
    browser: Browser, address: str, scheme: str, size: dict[str, int]
) -> None:
    watched = Watched(browser, address, color_scheme=scheme, viewport=size, bypass_csp=True)
    watched.page.add_init_script("localStorage.setItem('wts-read', 'everything')")
    found = {}
    for where in KINDS:
        page = watched.open(where)
        page.evaluate(OPEN)
        violations = Axe().run(page, options={"runOnly": RULES}).response["violations"]
        if violations:
            found[where] = [(one["id"], one["nodes"][0]["html"]) for one in violations]
    watched.close()
    assert found == {}

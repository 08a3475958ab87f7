"""The site as a reader's browser shows it."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from tests.site.watched import DESK, NARROW, PHONE, Watched

pytestmark = pytest.mark.browser

EXPLAINER = "explainers/2031-05-acme-maps/"
# one of each kind
KINDS = (
    "",
    "explainers/",
    EXPLAINER,
    "explainers/2031-07-hostile/",
    "explainers/2031-08-draft/",
    "explainers/2031-04-withdrawn/",
    "explainers/2031-06-which-map/",
    "topics/",
    "topics/town-maps/",
    "topics/town-maps/brief/",
    "topics/bells/",
    "topics/noise/",
    "authorities/",
    "authorities/town/",
    "companies/",
    "companies/acme/",
    "timeline/",
    "glossary/",
    "sources/",
    "sources/2031-05-acme-maps/",
    "sources/2031-06-acme-answers/",
    "corrections/",
    "data/",
    "search/",
    "method/",
    "contribute/",
    "about/",
    "glossary/bell/",
    "make-your-own/",
    "404.html",
)
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# what needs JavaScript
FORM = ("Search", "Search the site")
CONTROLS = ".ladder, .filters, .cite button"
FIRST_VIEW = 90_000  # bytes, gzipped, of everything that a first page loads, search aside
OWN_HTML = 12_000  # of it, the page itself


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [PHONE, DESK], ids=["phone", "desk"])
def test_axe_finds_no_barrier(
    browser: Browser, address: str, scheme: str, width: dict[str, int]
) -> None:
    # axe is injected as an inline script, which our policy would block
    watched = Watched(browser, address, color_scheme=scheme, viewport=width, bypass_csp=True)
    found = {}
    for where in KINDS:
        watched.open(where)
        result = Axe().run(watched.page, options={"runOnly": RULES})
        violations = [
            (violation["id"], violation["nodes"][0]["html"])
            for violation in result.response["violations"]
        ]
        if violations:
            found[where] = violations
    watched.close()
    assert found == {}


def test_no_page_breaks_the_policy_or_calls_another_host(desk: Watched) -> None:
    for where in KINDS:
        desk.open(where)
        desk.page.wait_for_load_state("networkidle")
    assert desk.errors == []
    assert [url for url in desk.requests if not url.startswith(desk.address[:-1])] == []


def test_an_inline_script_would_be_blocked(desk: Watched) -> None:
    page = desk.open(EXPLAINER)
    page.evaluate(
        "const s = document.createElement('script'); s.textContent = 'window.harm = 1';"
        "document.body.append(s)"
    )
    assert page.evaluate("window.harm") is None
    assert any("Content Security Policy" in error for error in desk.errors)


def test_all_text_is_there_without_javascript(browser: Browser, address: str) -> None:
    with_it, without = (
        Watched(browser, address),
        Watched(browser, address, java_script_enabled=False),
    )
    for where in KINDS:
        shown = without.open(where).locator("#main").inner_text()
        page = with_it.open(where)
        page.locator(CONTROLS).evaluate_all("all => all.forEach(one => one.remove())")
        lines = page.evaluate("document.getElementById('main').innerText").splitlines()
        assert [line for line in lines if line not in shown and line not in FORM] == [], where
    with_it.close()
    without.close()


def test_every_section_can_be_reached_without_javascript(browser: Browser, address: str) -> None:
    phone = Watched(browser, address, java_script_enabled=False, viewport=PHONE)
    page = phone.open("")
    page.locator(".menu summary").click()
    for place in (page.get_by_role("navigation", name="Menu"), page.locator("#foot")):
        for name in ("Explainers", "Topics", "Companies", "Timeline", "Glossary", "Sources"):
            expect(place.get_by_role("link", name=name)).to_be_visible()
    page.locator(".menu summary").click()
    page.get_by_role("link", name="Search").click()
    expect(page.get_by_role("heading", name="Everything, in lists")).to_be_visible()
    phone.close()


@pytest.mark.parametrize("width", [PHONE, NARROW], ids=["390", "320"])
def test_nothing_is_wider_than_a_phone(
    browser: Browser, address: str, width: dict[str, int]
) -> None:
    phone = Watched(browser, address, viewport=width)
    wide = {}
    for where in KINDS:
        page = phone.open(where)
        found = page.evaluate("document.documentElement.scrollWidth")
        if found > width["width"]:
            wide[where] = found
    phone.close()
    assert wide == {}


def test_the_first_view_is_light(desk: Watched, site: Path) -> None:
    for where in KINDS:
        desk.requests.clear()
        desk.open(where)
        desk.page.wait_for_load_state("networkidle")
        files = {url.removeprefix(desk.address).partition("?")[0] for url in desk.requests}
        paths = [
            site / (f"{name}index.html" if name.endswith("/") or not name else name)
            for name in files
        ]
        weight = sum(len(gzip.compress(path.read_bytes())) for path in paths)
        assert weight < FIRST_VIEW, where
        page = site / (where if where.endswith(".html") else f"{where}index.html")
        assert len(gzip.compress(page.read_bytes())) < OWN_HTML, where


def test_a_receipt_is_one_step_away_and_leads_back(desk: Watched) -> None:
    page = desk.open(EXPLAINER)
    page.locator("#stance-acme-2031-05-04 a.r").click()
    receipt = page.locator("li:target")
    expect(receipt).to_contain_text("We draw them for walkers")
    receipt.get_by_role("link", name="Acme", exact=True).click()
    expect(page.locator("article:target")).to_contain_text("Will not hand over its maps.")


def test_a_word_is_explained_to_pointer_and_keyboard(desk: Watched) -> None:
    page = desk.open(EXPLAINER)
    word = page.locator(".term > a").first
    tip = page.locator(".tip").first
    expect(tip).to_be_hidden()
    word.hover()
    expect(tip).to_be_visible()
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    page.mouse.move(0, 0)
    word.focus()
    expect(tip).to_be_visible()
    assert tip.get_attribute("id") == word.get_attribute("aria-describedby")


@pytest.mark.parametrize("where", ["start", "end"])
def test_a_tip_never_hides_its_word_on_a_small_phone(
    browser: Browser, address: str, where: str
) -> None:
    phone = Watched(browser, address, viewport=NARROW, has_touch=True, is_mobile=True)
    page = phone.open(EXPLAINER)
    word, tip = page.locator(".term > a").first, page.locator(".tip").first
    word.evaluate(f"word => word.scrollIntoView({{ block: '{where}' }})")
    word.tap()
    expect(tip).to_be_visible()
    above, below = sorted((word.bounding_box(), tip.bounding_box()), key=lambda box: box["y"])
    assert above["y"] + above["height"] <= below["y"]
    phone.close()


@pytest.mark.parametrize("width", [NARROW, DESK], ids=["phone", "desk"])
def test_the_axis_never_hides_the_row_in_focus(
    browser: Browser, address: str, width: dict[str, int]
) -> None:
    watched = Watched(browser, address, viewport={**width, "height": 240}, reduced_motion="reduce")
    page = watched.open("topics/town-maps/")
    page.locator("#ledger").scroll_into_view_if_needed()
    page.mouse.wheel(0, 2000)
    page.locator(".past summary, .led a").first.focus()
    for _ in range(3):
        page.keyboard.press("Shift+Tab")
    row = page.locator(".moves__row a:focus")
    axis = page.locator(".moves__axis").bounding_box()
    box = row.bounding_box()
    assert axis["y"] + axis["height"] <= box["y"]
    watched.close()


def test_the_section_in_use_shows_in_forced_colours(browser: Browser, address: str) -> None:
    watched = Watched(browser, address, forced_colors="active")
    page = watched.open("topics/")
    here, other = page.locator(".bar__nav a[aria-current]"), page.locator(".bar__nav a").first
    line = "link => getComputedStyle(link).textDecorationLine"
    assert (here.evaluate(line), other.evaluate(line)) == ("underline", "none")
    watched.close()


def test_a_word_is_explained_to_touch(browser: Browser, address: str) -> None:
    phone = Watched(browser, address, viewport=PHONE, has_touch=True, is_mobile=True)
    page = phone.open(EXPLAINER)
    word, tip = page.locator(".term > a").first, page.locator(".tip").first
    word.tap()
    expect(tip).to_be_visible()
    box = tip.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= PHONE["width"]
    assert "#" not in page.url
    page.locator("h1").tap()
    expect(tip).to_be_hidden()
    word.tap()
    word.tap()
    assert "#word-" in page.url
    phone.close()


def test_print_shows_the_claims_and_leaves_out_the_controls(desk: Watched) -> None:
    page = desk.open(EXPLAINER)
    page.emulate_media(media="print")
    expect(page.locator("#stance-acme-2031-05-04")).to_be_visible()
    expect(page.locator("#receipt-1")).to_be_visible()
    for selector in (".bar__nav", ".toc", ".fix .row"):
        expect(page.locator(selector).first).to_be_hidden()


def test_an_earlier_date_opens_by_the_keyboard_without_javascript(
    browser: Browser, address: str
) -> None:
    watched = Watched(browser, address, java_script_enabled=False)
    page = watched.open("topics/bells/")
    date = page.locator(".past summary").first
    expect(date).to_contain_text("20 January 2032")
    expect(page.locator(".past .strip").first).to_be_hidden()
    date.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".past .strip").first).to_contain_text("Refuses: Acme")
    watched.close()


def test_earlier_dates_are_open_in_print(desk: Watched) -> None:
    page = desk.open("topics/bells/")
    page.emulate_media(media="print")
    for strip in page.locator(".past .strip").all():
        expect(strip).to_be_visible()


@pytest.mark.parametrize("width", [1024, 1220, 1440])
def test_the_search_button_keeps_clear_of_the_sections(
    browser: Browser, address: str, width: int
) -> None:
    watched = Watched(browser, address, viewport={"width": width, "height": 800})
    page = watched.open("")
    last = page.locator(".bar__nav a").last.bounding_box()
    search = page.locator(".bar__search").bounding_box()
    assert last is not None
    assert search is not None
    assert last["x"] + last["width"] + 8 <= search["x"]
    assert search["x"] + search["width"] <= width
    watched.close()


def test_each_company_of_a_demand_can_be_touched_on_the_home_page(
    browser: Browser, address: str
) -> None:
    phone = Watched(browser, address, viewport=PHONE)
    page = phone.open("")
    companies = page.locator(".once li a")
    assert companies.count() > 1
    for link in companies.all():
        expect(link).to_have_accessible_name(re.compile(r"\w"))
        box = link.bounding_box()
        assert box is not None
        assert box["width"] >= 24
        assert box["height"] >= 24
    phone.close()


@pytest.mark.parametrize(
    ("where", "links"),
    [("topics/bells/", ".now"), ("glossary/", ".years"), ("glossary/", ".glossary")],
)
def test_links_that_stand_close_are_large_enough_to_hit(
    browser: Browser, address: str, where: str, links: str
) -> None:
    phone = Watched(browser, address, viewport=PHONE)
    found = phone.open(where).locator(links).locator("li a, dd a")
    boxes = [link.bounding_box() for link in found.all()]
    assert len(boxes) > 1
    assert all(box and min(box["width"], box["height"]) >= 24 for box in boxes)
    phone.close()


def test_a_part_of_a_long_page_is_a_click_away(desk: Watched) -> None:
    page = desk.open("topics/bells/")
    for link in page.get_by_role("navigation", name="On this page").get_by_role("link").all():
        link.click()
        expect(page.locator("h2:target")).to_be_in_viewport()


def test_the_skip_link_is_first_and_leads_to_the_title(desk: Watched) -> None:
    page = desk.open(EXPLAINER)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to content")).to_be_focused()
    page.keyboard.press("Enter")
    assert page.url.endswith("#title")


def test_all_of_a_step_on_the_front_page_leads_to_it(desk: Watched) -> None:
    page = desk.open("")
    step = page.locator(".list--whole > li").first
    where = step.get_by_role("link").get_attribute("href")
    box = step.locator(".fromto").bounding_box()
    assert where is not None
    assert box is not None
    page.mouse.click(box["x"] + 2, box["y"] + box["height"] / 2)
    expect(page).to_have_url(re.compile(re.escape(where)))

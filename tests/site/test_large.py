"""For those who see less or hit less: headings in order, large letters, lines for a finger."""

from __future__ import annotations

from itertools import pairwise

import pytest
from playwright.sync_api import Browser

from tests.site.html_pages import article, parsed
from tests.site.test_browser import EXPLAINER, KINDS, NARROW, PHONE
from tests.site.test_folds import LARGE, OPEN
from tests.site.watched import Watched

TABLES = {"method/", "make-your-own/"}  # they scroll in themselves where no column has room
# what no letter may leave: the sides of the page
OUT = """() => Array.from(document.querySelectorAll("#main *, .bar *, .foot *")).filter((one) => {
  if (!one.checkVisibility({ visibilityProperty: true })) return false;
  if (one.closest("svg, .vh, .tip, pre, legend")) return false;
  const box = one.getBoundingClientRect(), wide = document.documentElement.clientWidth;
  const folds = getComputedStyle(one).overflowX !== "visible";
  const out = box.right > wide + 1 || box.left < -1;
  return box.width && box.height && (out || (folds && one.scrollWidth > one.clientWidth + 1));
}).map((one) => `${one.tagName}.${one.className}: ${one.textContent.trim().slice(0, 40)}`)"""
# links that are all that their line says; WCAG 2.5.8 excepts those in a sentence
SMALL = """() => Array.from(document.querySelectorAll("#main a, #main summary")).filter((one) => {
  if (!one.checkVisibility({ visibilityProperty: true })) return false;
  const line = one.closest("p, li, dt, dd, h2, h3, h4"), box = one.getBoundingClientRect();
  const alone = line && line.textContent.trim() === one.textContent.trim();
  return (one.tagName === "SUMMARY" || alone) && Math.min(box.width, box.height) < 23.9;
}).map((one) => one.outerHTML)"""
# where what is drawn and written of each position begins and ends
TICKS = """() => Array.from(document.querySelectorAll(".moves__ticks li")).map((one) => {
  const range = document.createRange();
  range.selectNodeContents(one.querySelector("span"));
  const boxes = Array.from(range.getClientRects()).filter((box) => box.width);
  boxes.push(one.querySelector("svg").getBoundingClientRect());
  return [Math.min(...boxes.map((box) => box.left)), Math.max(...boxes.map((box) => box.right))];
})"""
DATES = """() => Array.from(document.querySelectorAll(".track text")).map((one) => {
  const box = one.getBoundingClientRect();
  return [box.left, box.right];
})"""


def test_no_heading_skips_a_level_whatever_is_folded(pages: dict[str, str]) -> None:
    skips = {}
    for address, page in pages.items():
        levels = [
            int(one.tag[1])
            for one in article(page).xpath(
                ".//*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::h6]"
            )
        ]
        if levels[:1] != [1] or levels.count(1) != 1 or any(b > a + 1 for a, b in pairwise(levels)):
            skips[address] = levels
    assert any(parsed(page).xpath("//details//h3") for page in pages.values())
    assert skips == {}


@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 390, 640, 1280])
def test_letters_twice_as_large_are_neither_cut_off_nor_off_the_page(
    browser: Browser, address: str, width: int
) -> None:
    watched = Watched(browser, address, viewport={"width": width, "height": 800}, bypass_csp=True)
    watched.page.add_init_script("localStorage.setItem('wts-read', 'everything')")
    found = {}
    for where in [kind for kind in KINDS if kind not in TABLES]:
        page = watched.open(where)
        page.add_style_tag(content=LARGE)
        page.evaluate(OPEN)
        if out := page.evaluate(OUT):
            found[where] = out
    watched.close()
    assert found == {}


@pytest.mark.browser
def test_at_twice_the_size_of_a_page_its_menu_and_text_stay_in_sight(
    browser: Browser, address: str
) -> None:
    half = Watched(browser, address, viewport={"width": 640, "height": 450}, bypass_csp=True)
    for where in ("", EXPLAINER, "topics/bells/", "companies/acme/", "timeline/", "glossary/"):
        page = half.open(where)
        page.evaluate(OPEN)
        assert page.evaluate(OUT) == [], where
        assert page.evaluate("document.documentElement.scrollWidth") == 640
    half.close()


@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 390, 768, 1024, 1440])
def test_the_marks_and_dates_of_the_scale_stand_clear_of_each_other_and_of_the_edge(
    browser: Browser, address: str, width: int
) -> None:
    watched = Watched(browser, address, viewport={"width": width, "height": 800}, bypass_csp=True)
    page = watched.open("topics/bells/")
    page.evaluate(OPEN)
    ticks = page.evaluate(TICKS)
    assert len(ticks) > 3
    for (_, end), (start, _) in pairwise(ticks):
        assert start - end >= 4
    for start, end in (ticks[0], ticks[-1], *page.evaluate(DATES)):
        assert start >= 0
        assert end <= width
    watched.close()


@pytest.mark.browser
@pytest.mark.parametrize("size", [NARROW, PHONE], ids=["narrow", "phone"])
def test_a_link_that_is_a_line_of_its_own_can_be_hit(
    browser: Browser, address: str, size: dict[str, int]
) -> None:
    phone = Watched(browser, address, viewport=size, has_touch=True, bypass_csp=True)
    phone.page.add_init_script("localStorage.setItem('wts-read', 'everything')")
    found = {}
    for where in KINDS:
        page = phone.open(where)
        page.evaluate(OPEN)
        if small := page.evaluate(SMALL):
            found[where] = small
    phone.close()
    assert found == {}

"""How much of an explainer a reader sees, and which events of the timeline."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.site.test_browser import EXPLAINER
from tests.site.watched import PHONE, Watched

pytestmark = pytest.mark.browser

OTHER = "explainers/2031-06-acme-answers/"
STANCE = "#stance-acme-2031-05-04"
TIMELINE = "timeline/"


@pytest.fixture
def reader(browser: Browser, address: str) -> Iterator[Watched]:
    watched = Watched(browser, address)
    yield watched
    assert watched.errors == []
    watched.close()


def step(page: Page, name: str) -> Locator:
    return page.get_by_role("group", name="How much to read").get_by_role("radio", name=name)


def choose(reader: Watched, name: str) -> Page:
    page = reader.open(EXPLAINER)
    step(page, name).check()
    return page


def test_everything_is_shown_to_who_has_not_chosen(reader: Watched) -> None:
    page = reader.open(EXPLAINER)
    expect(step(page, "Everything")).to_be_checked()
    expect(page.locator("#changes")).to_be_visible()


@pytest.mark.parametrize(
    ("name", "shown", "hidden"),
    [
        ("The answer", ["#answer"], ["#points", STANCE, "#timeline", "#receipt-1", "#fix"]),
        (
            "One minute",
            ["#answer", "#points", STANCE, "#unknown"],
            ["#timeline", "#receipt-1", "#fix"],
        ),
        ("Everything", ["#answer", "#points", STANCE, "#timeline", "#receipt-1", "#fix"], []),
    ],
)
def test_a_step_shows_its_part_and_is_kept(
    reader: Watched, name: str, shown: list[str], hidden: list[str]
) -> None:
    page = choose(reader, name)
    for where in (EXPLAINER, "", OTHER, EXPLAINER):
        page = reader.open(where)
    expect(step(page, name)).to_be_checked()
    for selector in shown:
        expect(page.locator(selector)).to_be_visible()
    for selector in hidden:
        expect(page.locator(selector)).to_be_hidden()


def test_a_step_is_known_before_the_page_is_painted(reader: Watched) -> None:
    choose(reader, "The answer")
    # this listener comes first, so nothing of ours has run but what runs before the first paint
    reader.page.add_init_script(
        "document.addEventListener('DOMContentLoaded', () => {"
        "  window.early = document.documentElement.dataset.read; });"
    )
    assert reader.open(EXPLAINER).evaluate("window.early") == "answer"


def test_steps_are_chosen_by_keyboard_and_said_aloud(reader: Watched) -> None:
    page = reader.open(EXPLAINER)
    step(page, "Everything").focus()
    page.keyboard.press("ArrowLeft")
    expect(step(page, "One minute")).to_be_checked()
    said = page.locator(".ladder [role=status]")
    expect(said).to_have_text(
        "Shown: the answer, the key points, the positions, and what is still unknown."
    )
    page.keyboard.press("ArrowLeft")
    expect(said).to_have_text("Shown: the answer alone.")


def test_steps_are_large_enough_for_a_finger(browser: Browser, address: str) -> None:
    phone = Watched(browser, address, viewport=PHONE, has_touch=True, is_mobile=True)
    for radio in phone.open(EXPLAINER).locator(".ladder input").all():
        box = radio.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 44
    phone.close()


def test_what_an_address_leads_to_is_shown(reader: Watched) -> None:
    choose(reader, "The answer")
    reader.page.goto("about:blank")
    page = reader.open(f"{EXPLAINER}#event-2031-05-03")
    expect(page.locator("#event-2031-05-03")).to_be_in_viewport()
    expect(step(page, "Everything")).to_be_checked()
    page = reader.open(OTHER)
    expect(step(page, "The answer")).to_be_checked()
    expect(page.locator("#points")).to_be_hidden()


def test_an_address_opens_no_more_than_it_must(reader: Watched) -> None:
    choose(reader, "The answer")
    reader.page.goto("about:blank")
    page = reader.open(f"{EXPLAINER}{STANCE}")
    expect(step(page, "One minute")).to_be_checked()
    expect(page.locator(STANCE).locator("q")).to_be_visible()
    expect(page.locator(".stance:not(:target) q").first).to_be_hidden()


def test_a_receipt_opens_as_often_as_it_is_asked_for(reader: Watched) -> None:
    page = choose(reader, "The answer")
    for _ in range(2):
        page.locator("#answer a.r").first.click()
        expect(page.locator("#receipt-1")).to_be_in_viewport()
        step(page, "The answer").check()
        expect(page.locator("#receipt-1")).to_be_hidden()


def test_reading_on_shows_the_rest(reader: Watched) -> None:
    page = choose(reader, "One minute")
    page.get_by_role("link", name="Read on").click()
    expect(page.locator("#timeline")).to_be_in_viewport()
    expect(page.get_by_role("link", name="Read on")).to_be_hidden()
    expect(step(reader.open(OTHER), "One minute")).to_be_checked()


def test_going_back_shows_the_newest_choice(reader: Watched) -> None:
    reader.open(EXPLAINER)
    step(reader.open(OTHER), "The answer").check()
    reader.page.go_back()
    expect(step(reader.page, "The answer")).to_be_checked()
    expect(reader.page.locator("#points")).to_be_hidden()


def test_the_contents_list_what_is_shown(reader: Watched) -> None:
    page = choose(reader, "One minute")
    expect(page.locator(".toc a:visible")).to_have_text(
        ["Key points", "Where they stood", "What is still unknown"]
    )
    step(page, "The answer").check()
    expect(page.locator(".toc")).to_be_hidden()
    step(page, "Everything").check()
    expect(page.locator(".toc").get_by_text("Sources and receipts")).to_be_visible()


def test_a_browser_that_keeps_nothing_still_has_steps(reader: Watched) -> None:
    reader.page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } });"
    )
    page = choose(reader, "The answer")
    expect(page.locator("#points")).to_be_hidden()
    expect(step(reader.open(OTHER), "Everything")).to_be_checked()


def test_all_is_shown_without_javascript(browser: Browser, address: str) -> None:
    plain = Watched(browser, address, java_script_enabled=False)
    page = plain.open(EXPLAINER)
    for selector in ("#answer", "#points", STANCE, "#timeline", "#receipt-1"):
        expect(page.locator(selector)).to_be_visible()
    for selector in (".ladder", ".rest"):
        expect(page.locator(selector)).to_be_hidden()
    plain.close()


@pytest.mark.parametrize("name", ["The answer", "One minute", "Everything"])
def test_a_step_is_printed_with_the_receipts_of_what_it_shows(reader: Watched, name: str) -> None:
    page = choose(reader, name)
    shown = page.locator("#main a.r:visible").evaluate_all("all => all.map(one => one.hash)")
    page.emulate_media(media="print")
    printed = page.locator(".quotes > li:visible").evaluate_all("all => all.map(o => '#' + o.id)")
    assert set(printed) == set(shown)
    expect(page.locator(".ladder")).to_be_hidden()
    expect(page.locator("#timeline")).to_be_visible(visible=name == "Everything")


def events(page: Page) -> Locator:
    return page.locator(".time > li:visible")


def test_an_address_narrows_the_timeline(reader: Watched) -> None:
    page = reader.open(TIMELINE)
    everything = events(page).count()
    page = reader.open(f"{TIMELINE}?company=acme&topic=town-maps&year=2031")
    expect(events(page)).to_contain_text(["Acme hands over a map."])
    expect(page.get_by_role("status").first).to_have_text(f"1 of {everything} events")
    expect(page.get_by_role("combobox", name="Company")).to_have_value("acme")
    expect(page.get_by_role("heading", name="2031")).to_be_visible()
    expect(page.get_by_role("heading", name="Year not stated")).to_be_hidden()
    expect(page.get_by_role("navigation", name="Years")).to_be_hidden()


def test_the_address_follows_the_filters_and_going_back_restores_them(reader: Watched) -> None:
    page = reader.open(TIMELINE)
    everything = events(page).count()
    page.get_by_role("combobox", name="Company").select_option("Acme")
    assert page.url.endswith("timeline/?company=acme")
    page.get_by_role("combobox", name="Year").select_option("Year not stated")
    assert page.url.endswith("timeline/?company=acme&year=unknown")
    events(page).get_by_role("link").click()
    page.wait_for_url(f"**/{EXPLAINER}*")
    page.go_back()
    expect(events(page)).to_have_count(1)
    expect(page.get_by_role("combobox", name="Year")).to_have_value("unknown")
    page.get_by_role("button", name="Show all").click()
    assert page.url.endswith("timeline/")
    expect(events(page)).to_have_count(everything)
    expect(page.get_by_role("button", name="Show all")).to_be_hidden()


def test_a_filter_that_the_page_does_not_have_is_none(reader: Watched) -> None:
    everything = events(reader.open(TIMELINE)).count()
    page = reader.open(f"{TIMELINE}?company=nobody&topic=%22%5D<b>&year=1&other=2")
    expect(events(page)).to_have_count(everything)
    expect(page.get_by_role("combobox", name="Company")).to_have_value("")


def test_years_are_links_without_javascript(browser: Browser, address: str) -> None:
    plain = Watched(browser, address, java_script_enabled=False)
    page = plain.open(f"{TIMELINE}?company=acme")
    expect(page.locator(".filters")).to_be_hidden()
    expect(events(page)).to_have_count(page.locator(".time > li").count())
    page.get_by_role("navigation", name="Years").get_by_role("link", name="Year not").click()
    expect(page.get_by_role("heading", name="Year not stated")).to_be_in_viewport()
    plain.close()

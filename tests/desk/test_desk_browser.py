"""The desk in a browser: by the keyboard alone, without scripts, narrow, dark, and for all."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.desk.visit import DRAFT, MAPS

pytestmark = pytest.mark.browser
STANCE = "stance-dial-works"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PAGES = (
    "",
    "new",
    "help",
    "lists/companies",
    "lists/topics?edit=town-maps",
    f"story/{DRAFT}",
    f"story/{DRAFT}?edit={STANCE}",
    f"story/{MAPS}",
    f"story/{MAPS}?new=timeline",
    f"story/{MAPS}/finish",
    f"story/{MAPS}/text",
    f"story/{MAPS}/join",
)


def text(root: Path) -> str:
    return (root / "seeds/stories" / DRAFT / "explainer.yml").read_text("utf-8")


def test_a_draft_is_decided_by_keys_alone(page: Page, desk: str, root: Path) -> None:
    page.goto(f"{desk}story/{DRAFT}")
    bar, said = page.locator("#bar"), page.locator("#said")
    expect(bar).to_contain_text("2 of 2 left")
    page.keyboard.press("n")
    expect(page.locator(f"#c-{STANCE}")).to_be_focused()
    page.keyboard.press("e")
    field = page.locator('textarea[name="f.text"]')
    expect(field).to_be_focused()
    page.keyboard.press("End")
    page.keyboard.type(" So it says, and means a.")  # letters in a field are no keys of the desk
    page.keyboard.press("Control+Enter")
    expect(said).to_have_text("Saved.")
    expect(bar).to_contain_text("1 of 2 left")
    assert "So it says, and means a." in text(root)
    page.keyboard.press("n")
    expect(page.locator(".candidate")).to_be_focused()
    page.keyboard.press("2")
    expect(bar).to_contain_text("0 of 2 left")
    assert "position: pauses" in text(root)
    page.keyboard.press("u")
    expect(bar).to_contain_text("1 of 2 left")
    page.keyboard.press("r")
    expect(bar).to_contain_text("0 of 2 left")
    page.keyboard.press("f")
    page.wait_for_url("**/finish")
    expect(page.locator("main")).to_contain_text("All 2 are decided")


def test_selected_words_become_the_quotation(page: Page, desk: str, root: Path) -> None:
    page.goto(f"{desk}story/{DRAFT}")
    page.keyboard.press("n")
    page.evaluate(
        """() => {
          const text = [...document.querySelectorAll(".s")].at(-1), range = document.createRange();
          range.selectNodeContents(text);
          getSelection().removeAllRanges();
          getSelection().addRange(range);
        }"""
    )
    page.wait_for_function("document.getElementById('words').value.includes('map order')")
    page.keyboard.press("s")
    expect(page.locator("#said")).to_have_text("Saved.")
    assert (
        text(root).count("Dial Works, a clock maker, said it would think about the map order.") == 2
    )


def test_the_file_that_changed_meanwhile_is_shown_in_place(
    page: Page, desk: str, root: Path
) -> None:
    page.goto(f"{desk}story/{DRAFT}?edit=record")
    record = root / "seeds/stories" / DRAFT / "explainer.yml"
    record.write_text(record.read_text("utf-8").replace("Will think", "Thinks"), "utf-8")
    page.locator('input[name="f.title"]').fill("Mine?")
    with page.expect_response(lambda answer: answer.status == 409):
        page.keyboard.press("Control+Enter")
    expect(page.locator("h1")).to_have_text("The file was changed meanwhile")
    assert "Mine?" not in text(root)
    page.get_by_role("button", name="Make my change").click()
    page.wait_for_url("**/story/**")
    expect(page.locator("h1")).to_contain_text("Mine?")
    assert "Thinks" in text(root)


def test_without_scripts_every_button_is_a_form(browser: Browser, desk: str, root: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{desk}story/{DRAFT}")
    page.locator(f"#c-{STANCE}").get_by_role("button", name="Keep").click()
    expect(page.locator("#bar")).to_contain_text("1 of 2 left")
    page.locator(f"#c-{STANCE}").get_by_role("link", name="Change").click()
    page.locator('textarea[name="f.text"]').fill("Says maybe.")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("#said")).to_have_text("Saved.")
    page.locator("summary", has_text="Words to quote").click()
    page.locator("#words").fill("a clock maker")
    page.locator(f"#c-{STANCE}").get_by_role("button", name="Quote selection").click()
    expect(page.locator(f"#c-{STANCE} blockquote")).to_have_text("a clock maker")
    page.locator(".candidate").get_by_role("button", name="None").click()
    expect(page.locator("#bar")).to_contain_text("0 of 2 left")
    context.close()
    assert "Says maybe." in text(root)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 900, 1440])
def test_no_page_has_a_barrier_or_is_too_wide(
    browser: Browser,
    desk: str,
    scheme: str,
    width: int,
) -> None:
    # axe is injected as an inline script, which our policy would block
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True
    )
    page, found = context.new_page(), {}
    for where in PAGES:
        page.goto(desk + where)
        said = Axe().run(page, options={"runOnly": RULES}).response["violations"]
        if said:
            found[where] = [(one["id"], one["nodes"][0]["html"][:200]) for one in said]
        if page.evaluate("document.documentElement.scrollWidth") > width:
            found[f"{where} is wide"] = []
    context.close()
    assert found == {}


def test_a_preview_is_the_very_page_and_takes_in_what_was_saved(page: Page, desk: str) -> None:
    page.goto(f"{desk}story/{MAPS}?edit=record")
    page.goto(f"{desk}preview/explainers/{MAPS}/")
    before = page.locator("h1").inner_text()
    page.goto(f"{desk}story/{MAPS}?edit=record")
    page.locator('input[name="f.title"]').fill(f"{before} Zebra")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#said")).to_have_text("Saved.")
    page.goto(f"{desk}preview/explainers/{MAPS}/")
    expect(page.locator("h1")).to_contain_text("Zebra")
    page.get_by_role("link", name="Back to the desk").click()
    page.wait_for_url(f"{desk}story/{MAPS}")

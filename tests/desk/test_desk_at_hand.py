"""The entry at hand, and what stands in an open form, by keys and mouse in a browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.desk.visit import DRAFT, MAPS

pytestmark = pytest.mark.browser
STANCE = "stance-dial-works"
FIELD = 'textarea[name="f.text"]'


def record(root: Path) -> Path:
    return root / "seeds/stories" / DRAFT / "explainer.yml"


def select(page: Page) -> None:
    """Selects the last sentence by the mouse, from its beginning to its end."""
    sentence = page.locator(".s").last
    box = sentence.bounding_box()
    assert box
    page.mouse.move(box["x"] + 1, box["y"] + 8)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] - 2, box["y"] + box["height"] - 8)
    page.mouse.up()


def test_words_selected_by_the_mouse_go_to_the_entry_at_hand(
    page: Page, desk: str, root: Path
) -> None:
    page.goto(f"{desk}story/{DRAFT}")
    select(page)
    page.keyboard.press("s")
    expect(page.locator("#said")).to_contain_text("No claim is chosen")
    page.keyboard.press("n")
    select(page)
    expect(page.locator(f"#c-{STANCE}")).not_to_be_focused()
    expect(page.locator(f"#c-{STANCE}")).to_have_class(r"card stances open amiss current")
    page.keyboard.press("s")
    expect(page.locator("#said")).to_have_text("Saved.")
    assert record(root).read_text("utf-8").count("Dial Works, a clock maker, said it") == 2


def test_a_way_out_fills_its_field_in_an_open_form(page: Page, desk: str, root: Path) -> None:
    old = record(root).read_text("utf-8")
    told = "published: 2031-08, published_basis: Its address."
    before = old.replace("published: null", told)
    record(root).write_text(before, "utf-8")
    page.goto(f"{desk}story/{DRAFT}?edit={STANCE}#c-{STANCE}")
    page.locator(FIELD).fill("It would think about it.")
    page.get_by_role("button", name="Write date").click()
    expect(page.locator("input[name='f.date']")).to_have_value("../2031-08")
    expect(page.locator(FIELD)).to_have_value("It would think about it.")
    expect(page.locator("#said")).to_contain_text("It stands in its field")
    assert record(root).read_text("utf-8") == before
    page.keyboard.press("ControlOrMeta+Enter")
    expect(page.locator("#said")).to_have_text("Saved.")
    expect(page.locator(".candidate")).to_be_focused()  # the next to decide
    assert "date: ../2031-08" in record(root).read_text("utf-8")


def test_what_is_told_goes_and_covers_nothing(page: Page, desk: str) -> None:
    page.goto(f"{desk}story/{DRAFT}")
    page.keyboard.press("n")
    page.keyboard.press("a")
    said = page.locator("#said")
    expect(said).to_have_text("Kept.")
    box, columns = said.bounding_box(), page.locator(".columns").bounding_box()
    assert box
    assert columns
    assert box["y"] + box["height"] <= columns["y"]
    page.keyboard.press("j")
    expect(said).to_have_text("")


def test_an_entry_of_a_list_is_made_by_keys_and_a_refusal_has_the_focus(
    page: Page, desk: str
) -> None:
    page.goto(f"{desk}lists/authorities")
    page.locator("summary", has_text="A new entry").click()
    name = page.locator("#f-new-name")
    name.fill("The Bell Court")
    page.keyboard.press("ControlOrMeta+Enter")
    expect(page.locator("#f-new-kind")).to_be_focused()  # it is needed
    page.locator("#f-new-kind").select_option("court")
    page.locator("#f-new-place").fill("Ostvale")
    page.locator("#f-new-description").fill("It hears of bells.")
    page.locator("#f-new-id").fill("No id")
    page.keyboard.press("ControlOrMeta+Enter")
    expect(page.locator("#f-new-id-wrong")).to_contain_text("The id must")
    expect(page.locator("#f-new-id")).to_be_focused()
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.type("the-bell-court")
    page.keyboard.press("ControlOrMeta+Enter")
    expect(page.locator("#e-the-bell-court")).to_contain_text("It hears of bells.")
    page.wait_for_load_state()


def test_the_description_of_somebody_is_what_e_opens(page: Page, desk: str) -> None:
    page.goto(f"{desk}story/{MAPS}")
    page.locator(".card.who").first.focus()
    page.keyboard.press("e")
    expect(page.locator('textarea[name="f.description"]')).to_be_focused()


def test_a_company_is_named_elsewhere_only_when_nothing_is_unsaved(
    page: Page, desk: str, root: Path
) -> None:
    old = record(root).read_text("utf-8")
    record(root).write_text(old.replace("company: Dial Works", "company: Acme Maps"), "utf-8")
    page.goto(f"{desk}story/{DRAFT}?edit=stance-acme-maps")
    page.locator(FIELD).fill("It would think about it.")
    use = page.locator(".candidate").get_by_role("button", name="Use acme")
    use.click()
    expect(page.locator("#said")).to_contain_text("not saved yet")
    expect(page.locator(FIELD)).to_have_value("It would think about it.")
    page.keyboard.press("ControlOrMeta+Enter")
    expect(page.locator("#said")).to_have_text("Saved.")
    use.click()
    expect(page.locator("#said")).to_have_text("Named acme in 2 entries.")
    assert record(root).read_text("utf-8").count("company: acme,") == 2

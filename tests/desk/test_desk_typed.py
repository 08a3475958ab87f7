"""What was typed at the desk and not saved is never lost, and keys reach what a mouse reaches."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.desk.visit import DRAFT, MAPS

pytestmark = pytest.mark.browser
STANCE = "stance-dial-works"
FIELD = 'textarea[name="f.text"]'
TYPED = "It would think about it."


def text(root: Path) -> str:
    return (root / "seeds/stories" / DRAFT / "explainer.yml").read_text("utf-8")


@pytest.fixture
def typed(page: Page, desk: str) -> Page:
    """The draft, with the fields of its position open and a text typed into one."""
    page.goto(f"{desk}story/{DRAFT}")
    page.keyboard.press("n")
    page.keyboard.press("e")
    expect(page.locator(FIELD)).to_be_focused()
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.type(TYPED)
    return page


def test_a_desk_that_was_started_anew_saves_what_was_typed_before(typed: Page, root: Path) -> None:
    typed.evaluate("document.querySelectorAll('[name=token]').forEach(one => one.value = 'old')")
    typed.keyboard.press("ControlOrMeta+Enter")
    expect(typed.locator("#said")).to_have_text("Saved.")
    assert TYPED in text(root)


def test_what_could_not_be_written_is_still_in_its_field(
    typed: Page, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = text(root)

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied", "explainer.yml")

    monkeypatch.setattr("tools.desk.store.write_whole", refuse)
    typed.keyboard.press("ControlOrMeta+Enter")
    expect(typed.locator("#said")).to_contain_text("Permission denied")
    expect(typed.locator(FIELD)).to_have_value(TYPED)
    assert text(root) == before
    monkeypatch.undo()
    typed.keyboard.press("ControlOrMeta+Enter")
    expect(typed.locator("#said")).to_have_text("Saved.")


def test_another_decision_takes_nothing_from_an_open_form(typed: Page, root: Path) -> None:
    typed.locator(".candidate").get_by_role("button", name="None").click()
    expect(typed.locator("#said")).to_have_text("Not a position.")
    expect(typed.locator(FIELD)).to_have_value(TYPED)
    typed.locator(FIELD).focus()
    typed.keyboard.press("ControlOrMeta+Enter")
    expect(typed.locator("#said")).to_have_text("Saved.")
    assert TYPED in text(root)


def test_an_open_form_is_left_only_where_that_is_meant(typed: Page, root: Path) -> None:
    typed.locator("#c-record").focus()
    typed.keyboard.press("e")
    expect(typed.locator("#said")).to_contain_text("not saved yet")
    expect(typed.locator(FIELD)).to_have_value(TYPED)
    expect(typed.locator(FIELD)).to_be_focused()
    typed.reload()  # no dialog is shown where nobody listens: the page stays as it is
    typed.keyboard.press("n")
    typed.keyboard.press("e")
    expect(typed.locator(FIELD)).to_be_focused()
    typed.keyboard.type("a")
    typed.keyboard.press("Escape")
    expect(typed.locator("#said")).to_contain_text("Esc once more")
    typed.keyboard.press("Escape")
    expect(typed.locator(FIELD)).to_have_count(0)
    assert TYPED not in text(root)


def test_a_sentence_picked_by_keys_becomes_a_claim(page: Page, desk: str, root: Path) -> None:
    page.goto(f"{desk}story/{DRAFT}")
    page.keyboard.press("n")
    page.keyboard.press(".")
    picked = page.evaluate("getSelection().toString().trim()")
    assert "map order" in picked
    page.keyboard.press("Shift+U")
    expect(page.locator("#new-unknowns " + FIELD)).to_be_focused()
    expect(page.locator("#new-unknowns [name='f.quote']")).to_have_value(" ".join(picked.split()))
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.type("What it means to do.")
    page.keyboard.press("ControlOrMeta+Enter")
    expect(page.locator("#list-unknowns .card")).to_contain_text("What it means to do.")
    assert "What it means to do." in text(root)


def test_a_selected_sentence_is_shortened_by_keys(page: Page, desk: str, root: Path) -> None:
    page.goto(f"{desk}story/{DRAFT}")
    page.keyboard.press("n")
    for key in (".", ">", "<", "<", "<"):
        page.keyboard.press(key)
    picked = page.evaluate("getSelection().toString()").strip()
    assert picked.startswith("Works, a clock maker, said")
    assert not picked.endswith("order.")
    page.keyboard.press("s")
    expect(page.locator("#said")).to_have_text("Saved.")
    assert picked in text(root).partition("candidates:")[0]


def test_words_are_taken_at_the_moment_of_the_key(page: Page, desk: str) -> None:
    page.goto(f"{desk}story/{DRAFT}")
    page.evaluate(
        """() => {
          getSelection().selectAllChildren([...document.querySelectorAll(".s")].at(-1));
          document.querySelector(".add[data-k=U]").click();  // before the browser tells of it
        }"""
    )
    expect(page.locator("[name='f.quote']")).to_have_value(
        "Dial Works, a clock maker, said it would think about the map order."
    )


def test_notices_are_gone_through_when_nothing_is_left_to_mend(
    page: Page, desk: str, root: Path
) -> None:
    record = root / "seeds/stories" / MAPS / "explainer.yml"
    number = record.read_text("utf-8").replace("No: Acme will", "No: of 7341 maps, Acme will")
    record.write_text(number, "utf-8")
    page.goto(f"{desk}story/{MAPS}")
    page.keyboard.press("m")
    expect(page.locator("#c-answer")).to_be_focused()
    page.locator("#c-answer").get_by_role("button", name="It is right").press("Enter")
    expect(page.locator("#c-answer .told")).to_have_count(0)
    assert "number-missing" in record.read_text("utf-8")


def test_a_date_is_told_in_words_while_it_is_typed(page: Page, desk: str) -> None:
    page.goto(f"{desk}story/{DRAFT}?new=timeline")
    field = page.locator("input[name='f.date']")
    field.fill("2031-07-0")
    words = page.locator("#new-timeline output.words")
    expect(words).to_have_text("not a date yet")
    field.fill("2031-07-06")
    expect(words).to_have_text("6 July 2031")


def test_the_key_of_the_help_page_works_everywhere(page: Page, desk: str) -> None:
    page.goto(desk)
    page.keyboard.press("?")
    page.wait_for_url("**/help")


def test_what_check_says_stands_at_its_field(page: Page, desk: str, root: Path) -> None:
    record = root / "seeds/stories" / DRAFT / "explainer.yml"
    record.write_text(text(root).replace("position: undeclared", "position: undeclard"), "utf-8")
    page.goto(f"{desk}story/{DRAFT}?edit={STANCE}")
    field = page.locator(".field", has=page.locator("legend", has_text="position"))
    expect(field.locator(".told")).to_contain_text("undeclard")

"""A file that another window, or another program, saved while a form was open."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from tests.desk.visit import DRAFT, Visit

COMPANIES = "/lists/companies"


@pytest.fixture
def visit(tmp_path: Path) -> Visit:
    return Visit(tmp_path)


def form_of(page: str) -> dict[str, str]:
    """The hidden fields of a page and their values."""
    found = re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)">', page)
    return {name: html.unescape(value) for name, value in found}


def lists(visit: Visit) -> str:
    return (visit.root / "seeds/vocabulary/companies.yml").read_text("utf-8")


def ids(visit: Visit) -> list[str]:
    return re.findall(r"^- id: (.*)$", lists(visit), re.MULTILINE)


def test_a_field_that_nobody_touched_here_keeps_what_another_window_wrote(visit: Visit) -> None:
    page = visit.page(f"/story/{DRAFT}?edit=record")
    form = form_of(page) | {"act": "change record", "f.topic": "town-maps"}
    form |= {"f.title": form["o.title"]}
    visit.act("change record", **{"f.title": "Theirs?"})
    answer = visit.post(f"/story/{DRAFT}", form)
    assert answer.status_code == 409
    theirs, _, ours = answer.text.partition("What you were about to change")
    assert "title: Theirs?" in theirs
    assert "town-maps" not in theirs
    assert "+topic: town-maps" in ours
    assert "+title" not in ours
    assert visit.post(f"/story/{DRAFT}", form_of(answer.text)).status_code == 303
    assert "title: Theirs?" in visit.text()
    assert "topic: town-maps" in visit.text()


def test_a_list_that_changed_meanwhile_is_shown_and_the_entry_found_again(visit: Visit) -> None:
    number, name = len(ids(visit)) - 1, ids(visit)[-1]
    page = visit.page(f"{COMPANIES}?edit={name}")
    form = form_of(page) | {"act": f"change {number} {name}", "f.description": "Mine alone."}
    made = {"f.id": "aaa", "f.name": "Aaa", "f.kind": "maker", "f.description": "It is first."}
    visit.post(COMPANIES, {"act": "make", "seen": visit.seen(COMPANIES), **made})
    before = lists(visit)
    answer = visit.post(COMPANIES, form)
    assert answer.status_code == 409
    assert "It is first." in answer.text
    assert "Mine alone." in answer.text
    assert lists(visit) == before
    assert visit.post(COMPANIES, form_of(answer.text)).status_code == 303
    entry = lists(visit).partition(f"- id: {name}")[2]
    assert "Mine alone." in entry


def test_a_further_article_is_joined_after_the_file_changed(visit: Visit) -> None:
    pytest.importorskip("spacy", reason="the extra `draft` is not installed")
    form = {"article": "Dial Works speaks\n\nDial Works refused.", "seen": "0" * 64}
    answer = visit.post(f"/story/{DRAFT}/join", form)
    assert answer.status_code == 409
    assert f'action="/story/{DRAFT}/join"' in answer.text
    assert visit.post(f"/story/{DRAFT}/join", form_of(answer.text)).status_code == 303
    assert "dial-works-speaks.txt" in visit.text()


def test_the_commands_take_the_lists_along_that_were_changed_for_no_story(visit: Visit) -> None:
    made = {"f.id": "aaa", "f.name": "Aaa", "f.kind": "maker", "f.description": "It is first."}
    visit.post(COMPANIES, {"act": "make", "seen": visit.seen(COMPANIES), **made})
    page = visit.page(f"/story/{DRAFT}/finish")
    assert f"git add seeds/stories/{DRAFT} seeds/vocabulary/companies.yml" in page


def test_an_entry_says_which_entries_name_it(visit: Visit) -> None:
    text = lists(visit)
    first, last = ids(visit)[0], ids(visit)[-1]
    path = visit.root / "seeds/vocabulary/companies.yml"
    path.write_text(text.rstrip("\n") + f"\n  parent: {first}\n", "utf-8")
    assert f"{COMPANIES}?edit={last}#e-{last}" in visit.page(COMPANIES)

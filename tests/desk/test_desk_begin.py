"""A story that begins at the desk, a further article, and the lists of the vocabulary."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
import yaml

from tests.desk.visit import DRAFT, Visit
from tests.draft.test_record import TEXT

pytest.importorskip("spacy", reason="the extra `draft` is not installed")


@pytest.fixture
def visit(tmp_path: Path) -> Visit:
    return Visit(tmp_path)


def stories(visit: Visit) -> set[str]:
    return {path.name for path in (visit.root / "seeds/stories").iterdir()}


def test_an_article_that_was_pasted_becomes_a_draft(visit: Visit) -> None:
    form = {
        "article": TEXT.replace("\n", "\r\n"),
        "title": "Who hands over logs?",
        "publisher": "The Ostvale Letter",
        "url": "https://example.org/a",
        "licence": "own",
        "references": "One | | https://example.org/b | 2031-05\nTwo | Her | https://example.org/c",
        "name": "2031-05-logs",
    }
    answer = visit.post("/new", form)
    assert answer.headers["Location"].startswith("/story/2031-05-logs")
    record = yaml.safe_load(visit.text("2031-05-logs"))
    assert record["title"] == "Who hands over logs?"
    (source,) = record["sources"]
    assert (source["publisher"], source["licence"]) == ("The Ostvale Letter", "own")
    assert [one["title"] for one in source["references"]] == ["One", "Two"]
    article = visit.file("2031-05-logs").parent / "article.txt"
    assert article.read_bytes() == TEXT.encode()
    assert "left to decide" in visit.page("/story/2031-05-logs")


def test_a_name_is_made_of_day_and_headline(visit: Visit) -> None:
    file = (io.BytesIO(TEXT.encode()), "C:\\fakepath\\a.txt")
    answer = visit.post("/new", {"file": file, "published": "2031-05-06"})
    assert answer.headers["Location"].startswith("/story/2031-05-")
    title = "Will Ostvale’s  extraordinarily longwinded telecommunications-companies rather obey?"
    answer = visit.post(
        "/new", {"article": f"{TEXT} More.", "published": "2031-05", "title": title}
    )
    name = answer.headers["Location"].removeprefix("/story/").partition("?")[0]
    assert name == "2031-05-will-ostvales-extraordinarily-longwinded-telecommunications"


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ({}, "no text of an article"),
        ({"article": "  \n "}, "no text of an article"),
        ({"article": TEXT, "published": "6 May"}, "The day must"),
        ({"article": TEXT, "name": DRAFT}, "is there, and stays as it is"),
        ({"article": TEXT, "references": "One | | https://a.example"}, "report of our own"),
        ({"article": TEXT, "licence": "own", "references": "One"}, "A reference is"),
    ],
)
def test_what_is_no_story_leaves_nothing(visit: Visit, form: dict[str, str], said: str) -> None:
    before = stories(visit)
    answer = visit.post("/new", form)
    assert answer.status_code == 422
    assert said in answer.text
    assert stories(visit) == before


def test_a_draft_is_made_where_there_is_none(visit: Visit) -> None:
    visit.file().unlink()
    assert visit.post(f"/story/{DRAFT}/draft").status_code == 303
    before = visit.text()
    assert "status: draft" in before
    assert visit.post(f"/story/{DRAFT}/draft").status_code == 422
    assert visit.text() == before


def test_a_further_article_joins_and_its_words_can_be_quoted(visit: Visit) -> None:
    form = {
        "article": "Dial Works speaks\n\nDial Works refused.",
        "seen": visit.seen(f"/story/{DRAFT}"),
    }
    assert visit.post(f"/story/{DRAFT}/join", form).status_code == 303
    sources = yaml.safe_load(visit.text())["sources"]
    assert [one["file"] for one in sources] == ["article.txt", "dial-works-speaks.txt"]
    visit.act("quote stance-dial-works", words="Dial Works refused.", file="dial-works-speaks.txt")
    assert "quote: Dial Works refused." in visit.text()
    answer = visit.post(f"/story/{DRAFT}/join", form)
    assert answer.status_code == 422


def test_an_article_that_no_record_names_does_not_stay(visit: Visit) -> None:
    form = {"article": "Dial Works speaks\n\nDial Works refused.", "seen": "0" * 64}
    assert visit.post(f"/story/{DRAFT}/join", form).status_code == 409
    assert not (visit.file().parent / "dial-works-speaks.txt").exists()


@pytest.mark.parametrize("name", ["companies", "topics", "authorities", "glossary"])
def test_an_entry_of_a_list_is_made_changed_and_undone(visit: Visit, name: str) -> None:
    path = visit.root / f"seeds/vocabulary/{name}.yml"
    before = path.read_bytes()
    fields = {
        "f.id": "dial-works",
        "f.name": "Dial Works",
        "f.term": "Dial",
        "f.kind": "other" if name == "authorities" else "order" if name == "topics" else "maker",
        "f.place": "Ostvale",
        "f.description": "It makes clocks.",
        "f.definition": "What shows the time.",
        "f.question": "Will it?",
        "f.complies": "does it",
    }
    form = {"act": "make", "seen": visit.seen(f"/lists/{name}")} | fields
    assert visit.post(f"/lists/{name}", form).status_code == 303
    entries = yaml.safe_load(path.read_text("utf-8"))
    ids = [one["id"] for one in entries]
    assert "dial-works" in ids
    made = path.read_bytes()
    page = f"/lists/{name}?edit=dial-works"
    form = {
        "act": f"change {ids.index('dial-works')} dial-works",
        "seen": visit.seen(page),
        "f.was": "old-dial",
    }
    assert visit.post(f"/lists/{name}", form).status_code == 303
    assert b"old-dial" in path.read_bytes()
    for expected in (made, before):
        visit.post(f"/lists/{name}", {"act": "undo", "seen": visit.seen(page)})
        assert path.read_bytes() == expected


def test_a_list_says_what_uses_an_entry_and_refuses_what_is_none(visit: Visit) -> None:
    assert "2031-05-acme-maps" in visit.page("/lists/companies")
    before = (visit.root / "seeds/vocabulary/companies.yml").read_bytes()
    seen = visit.seen("/lists/companies")
    for form in (
        {"act": "make", "seen": seen},
        {"act": "make", "seen": seen, "f.id": "acme", "f.name": "Acme", "f.kind": "a"},
        {
            "act": "make",
            "seen": seen,
            "f.id": "../a",
            "f.name": "A",
            "f.kind": "a",
            "f.description": "b",
        },
        {"act": "change 999", "seen": seen, "f.name": "b"},
        {"act": "change 0 acme", "seen": "0" * 64, "f.name": "b"},
        {"act": "change 0 nobody", "seen": seen, "f.name": "b"},
    ):
        assert visit.post("/lists/companies", form).status_code in (409, 422)
    assert (visit.root / "seeds/vocabulary/companies.yml").read_bytes() == before

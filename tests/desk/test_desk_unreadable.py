"""Files that cannot be read, as text or as YAML, are told of; none is an error of the desk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.desk.visit import DRAFT, Visit

LATIN_1 = b"title: caf\xe9\n"


@pytest.fixture
def visit(tmp_path: Path) -> Visit:
    return Visit(tmp_path / "project")


def outside(record: Path) -> Path:
    """A file outside of seeds/, to which a record is made a link."""
    there = record.parents[3] / "outside.yml"
    there.write_text("title: SECRET\n", "utf-8")
    record.unlink()
    record.symlink_to(there)
    return there


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda record: record.write_bytes(LATIN_1), "must be UTF-8"),
        (outside, "must not be a link"),
    ],
    ids=["latin-1", "link"],
)
def test_a_record_that_is_no_text_is_told_of_and_left(
    visit: Visit, spoil: Callable[[Path], object], said: str
) -> None:
    spoil(visit.file())
    before = visit.file().read_bytes()
    page = visit.page(f"/story/{DRAFT}")
    assert said in page
    assert "SECRET" not in page
    assert "cannot be read" in visit.page("/")
    for path in ("finish", "text"):
        assert visit.get(f"/story/{DRAFT}/{path}").status_code == 303
    assert visit.post(f"/story/{DRAFT}", {"act": "text", "text": "title: a"}).status_code == 422
    assert visit.post(f"/story/{DRAFT}/draft").status_code == 422
    assert visit.file().read_bytes() == before


def test_a_record_with_line_ends_of_old_is_edited_as_text(visit: Visit) -> None:
    visit.file().write_bytes(visit.file().read_bytes().replace(b"\n", b"\r"))
    assert "can be changed as text alone" in visit.page(f"/story/{DRAFT}/finish")


def test_a_list_that_is_no_yaml_is_mended_as_text(visit: Visit) -> None:
    path = visit.root / "seeds/vocabulary/companies.yml"
    good = path.read_bytes()
    path.write_bytes(b"- id: [\n" + good)
    where = "/lists/companies"
    assert "must be YAML" in visit.page(where)
    assert f'href="{where}"' in visit.page("/")
    text = good.decode().replace("\n", "\r\n")
    form = {"act": "text", "seen": visit.seen(where), "text": text}
    assert visit.post(where, form).status_code == 303
    assert path.read_bytes() == good
    assert 'name="text"' not in visit.page(where)


@pytest.mark.parametrize("spoil", [Path.unlink, lambda path: path.write_bytes(LATIN_1)])
def test_a_list_that_is_none_is_told_of(visit: Visit, spoil: Callable[[Path], object]) -> None:
    spoil(visit.root / "seeds/vocabulary/companies.yml")
    assert "Line 1:" in visit.page("/lists/companies")
    assert visit.page(f"/story/{DRAFT}")


def test_what_cannot_be_read_is_not_said_to_be_unwritten(
    visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied", "seeds")

    monkeypatch.setattr("tools.desk.corpus.read_lists", refuse)
    answer = visit.get("/")
    assert answer.status_code == 500
    assert "could not be read" in answer.text

"""The index that Pagefind's service makes of documents, through pipes."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from tools.files import pagefind, search_index
from tools.files.kept import Kept
from tools.files.search_index import DOCUMENTS, NotIndexedError, brought, carried, index, pages


def document(title: str, text: str = "") -> str:
    return (
        f'<html lang="en"><body data-pagefind-body><h1>{title}</h1>'
        f'<p data-pagefind-ignore data-pagefind-filter="claim">Acme|Refuses|2031</p>'
        f'<h6 id="one">Acme: Refuses</h6><p>{text}</p></body></html>'
    )


def fragments(folder: Path) -> list[dict[str, Any]]:
    """What the index at a site knows of each page, by address."""
    found = [
        json.loads(gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd"))
        for path in folder.glob("pagefind/fragment/*.pf_fragment")
    ]
    return sorted(found, key=lambda one: str(one["url"]))


def test_each_document_is_found_under_its_address(tmp_path: Path) -> None:
    index(tmp_path, [("b/", document("Bells", "It rings.")), ("glossary/#word-a", document("A"))])
    bells, word = fragments(tmp_path)
    assert (bells["url"], word["url"]) == ("/b/", "/glossary/#word-a")
    assert bells["content"] == "Bells. Acme: Refuses. It rings."
    assert bells["filters"] == {"claim": ["Acme|Refuses|2031"]}
    assert [anchor["id"] for anchor in bells["anchors"]] == ["one"]
    names = {path.name for path in (tmp_path / "pagefind").iterdir()}
    assert {"pagefind-worker.js", "pagefind-entry.json"} < names
    assert not [name for name in names if "ui" in name or "highlight" in name]


def test_more_than_a_pipe_holds_goes_through(tmp_path: Path) -> None:
    long = "word " * 50_000
    index(tmp_path, [(f"{n}/", document(f"Page {n}", long)) for n in range(20)])
    assert len(fragments(tmp_path)) == 20


def test_an_earlier_index_is_gone(tmp_path: Path) -> None:
    index(tmp_path, [("a/", document("A")), ("b/", document("B"))])
    index(tmp_path, [("a/", document("A"))])
    assert [one["url"] for one in fragments(tmp_path)] == ["/a/"]


def test_an_index_of_the_same_documents_is_made_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = Kept(tmp_path, "site", "1")
    first, second = tmp_path / "first", tmp_path / "second"
    index(first, [("a/", document("A"))], kept)

    def never(*_: object) -> dict[str, bytes]:
        raise AssertionError("it was made anew")

    monkeypatch.setattr(search_index, "files", never)
    index(second, [("a/", document("A"))], kept)
    assert sorted(path.name for path in first.rglob("*")) == sorted(
        path.name for path in second.rglob("*")
    )
    for other in ([("a/", document("B"))], [("b/", document("A"))]):
        with pytest.raises(AssertionError):
            index(second, other, kept)
    kept.close()


def test_nothing_to_index_says_what_makes_pages(tmp_path: Path) -> None:
    with pytest.raises(NotIndexedError, match="holds no pages: run make build first"):
        index(tmp_path, [])


def program(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "pagefind"
    path.write_text(f"#!/bin/sh\n{text}\n", "utf-8")
    path.chmod(0o755)
    return path


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("echo no memory >&2; exit 3", "no memory"),
        ("exit 0", "ended early"),
        ("exec sleep 60", "took longer than 0.5 s"),
        ("printf 'eyJ4,'; exec cat >/dev/null", "its answer cannot be read"),
        ("printf 'bnVsbA==,'; exec cat >/dev/null", "its answer cannot be read"),
    ],
)
def test_a_service_that_fails_is_told_with_its_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, said: str
) -> None:
    path = program(tmp_path, text)
    monkeypatch.setattr(pagefind, "get_executable", lambda: path)
    with pytest.raises(pagefind.PagefindError, match=said):
        pagefind.files([("a/", "x" * 1_000_000)], patience=0.5)


def test_a_failure_leaves_the_earlier_index_and_names_the_way_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index(tmp_path, [("a/", document("A"))])
    monkeypatch.setattr(pagefind, "get_executable", lambda: tmp_path / "missing")
    with pytest.raises(NotIndexedError, match=r"cannot be run.*pip install"):
        index(tmp_path, [("b/", document("B"))])
    assert [one["url"] for one in fragments(tmp_path)] == ["/a/"]


def test_what_an_export_carries_along_is_brought_with_the_pages_written_by_hand(
    tmp_path: Path,
) -> None:
    site = tmp_path / "site"
    for name in ("about", "explainers/a"):
        (site / name).mkdir(parents=True)
        (site / name / "index.html").write_text(f"<p>{name}", "utf-8")
    assert [address for address, _ in brought(site)] == ["about/", "explainers/a/"]
    (tmp_path / DOCUMENTS).write_text(carried([("b/", "<p>b")], ["about/", "gone/"]), "utf-8")
    assert list(brought(site)) == [("b/", "<p>b"), ("about/", "<p>about")]
    for broken in ("{", "[]", '{"documents": [1]}'):
        (tmp_path / DOCUMENTS).write_text(broken, "utf-8")
        with pytest.raises(NotIndexedError, match="export the tree again"):
            list(brought(site))


def test_pages_are_named_by_their_addresses(tmp_path: Path) -> None:
    (tmp_path / "404.html").write_text("<p>Gone", "utf-8")
    (tmp_path / "index.html").write_text("<p>Home", "utf-8")
    assert list(pages(tmp_path)) == [("404.html", "<p>Gone"), ("", "<p>Home")]

"""The zip of a built site: which files are in it, and where its links lead."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from tools.files.bundle import NotBundledError, Ways, bundle

NAME = "where-they-stand.zip"
FILES = frozenset(
    [
        "index.html",
        "404.html",
        "companies/index.html",
        "companies/acme/index.html",
        "companies/acme/feed.xml",
        "stylesheets/site.css",
        "a b/index.html",
    ]
)
ACME = "companies/acme/index.html"
WAYS = Ways(FILES)


@pytest.mark.parametrize(
    ("path", "there", "way"),
    [
        (ACME, "../../", "../../index.html"),
        (ACME, "..", "../index.html"),
        (ACME, "./", "./index.html"),
        (ACME, "../#all", "../index.html#all"),
        (ACME, "#now", "#now"),
        (ACME, "feed.xml", "feed.xml"),
        (ACME, "../../stylesheets/site.css", "../../stylesheets/site.css"),
        (ACME, "../../a%20b/", "../../a%20b/index.html"),
        ("index.html", ".", "./index.html"),
        ("index.html", "companies/acme/", "companies/acme/index.html"),
        ("404.html", "/site/companies/", "companies/index.html"),
        ("404.html", "/companies/", "companies/index.html"),
        ("404.html", "/site/", "./index.html"),
        ("404.html", "/", "./index.html"),
        (ACME, "/site/stylesheets/site.css", "../../stylesheets/site.css"),
        (ACME, "https://acme.example/?a=1&amp;b=2", "https://acme.example/?a=1&amp;b=2"),
        (ACME, "//acme.example/", "//acme.example/"),
        (ACME, "http://[acme", "http://[acme"),
    ],
)
def test_a_link_leads_from_file_to_file(path: str, there: str, way: str) -> None:
    page = f'<a class="x" href="{there}" rel="noopener">Acme</a>'
    assert WAYS.opened(page, path) == page.replace(f'"{there}"', f'"{way}"')


def test_a_way_is_that_of_its_own_page_in_whatever_order_pages_come() -> None:
    ways = Ways(["a/index.html", "b/a/index.html", "b/c/index.html"])
    page = '<a href="../a/">A</a>'
    assert ways.opened(page, "a/index.html") == '<a href="../a/index.html">A</a>'
    assert ways.opened(page, "b/c/index.html") == '<a href="../a/index.html">A</a>'
    assert ways.opened(page, "c/d/index.html") == "<a>A</a>"
    assert ways.opened(page, "index.html") == "<a>A</a>"


def test_a_link_to_what_is_not_there_keeps_its_words_only() -> None:
    page = '<a href="../../where-they-stand.zip" download>All</a>'
    assert WAYS.opened(page, ACME) == "<a download>All</a>"


def test_what_is_no_link_stays_as_it_is() -> None:
    page = (
        '<p>&lt;a href="/"&gt; href="/" </p><use href="#square-cross"/>'
        '<script type="application/ld+json">'
        '{"url":"/","text":"\\u003ca href=\\"/\\"\\u003e"}</script>'
    )
    assert WAYS.opened(page, ACME) == page


def test_the_policy_allows_files_and_nothing_more() -> None:
    page = (
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        "script-src 'self'; base-uri 'none'\"><p>'self'</p>"
    )
    assert WAYS.opened(page, ACME) == page.replace("src 'self'", "src 'self' file:")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root = tmp_path / "site"
    for name in (*FILES, "pagefind/pagefind.js", "assets/javascripts/x.js", "a.css.map", ".hidden"):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text('<a href="companies/">é</a>' if name == "index.html" else name, "utf-8")
    return root


def test_all_that_a_page_needs_is_in_it_below_one_folder(site: Path) -> None:
    path = bundle(site, NAME)
    assert path == site / NAME
    with zipfile.ZipFile(path) as archive:
        assert archive.namelist() == [f"where-they-stand/{name}" for name in sorted(FILES)]
        page = archive.read("where-they-stand/index.html").decode("utf-8")
        assert page == '<a href="companies/index.html">é</a>'
        assert archive.testzip() is None


def test_the_same_site_makes_the_same_bytes(site: Path) -> None:
    first = bundle(site, NAME).read_bytes()
    for path in site.rglob("*.html"):
        os.utime(path, (1, 1))
        path.chmod(0o600)
    assert bundle(site, NAME).read_bytes() == first


def test_a_folder_without_a_site_makes_no_zip(tmp_path: Path) -> None:
    with pytest.raises(NotBundledError, match="run make build first"):
        bundle(tmp_path, NAME)
    assert list(tmp_path.iterdir()) == []


def test_a_page_that_is_not_utf_8_is_in_the_zip_as_it_is(tmp_path: Path) -> None:
    latin = '<a href="caf\xe9/">Caf\xe9</a>'.encode("latin-1")
    (tmp_path / "index.html").write_bytes(b"<p>Home</p>")
    (tmp_path / "old.html").write_bytes(latin)
    with zipfile.ZipFile(bundle(tmp_path, NAME)) as archive:
        assert archive.read("where-they-stand/old.html") == latin

"""The publication can be published: nothing to mend, nothing broken, the same twice."""

from __future__ import annotations

import os
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

ROOT = Path(__file__).parents[1]
HOST = "https://site.invalid/"
ERROR = "404.html"  # is served for any address, so its links begin at the root of a host


def build(folder: Path, seed: int) -> Path:
    """The site, built strictly into a folder."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONHASHSEED": str(seed)}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    result = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stderr
    return folder


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("first") / "site", 1)


class _Links(HTMLParser):
    """The addresses to which a page leads, and the places in it to which one can lead."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids = set[str]()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ("href", "src") and value is not None:
                self.links.append(value)
            if name == "id" and value is not None:
                self.ids.add(value)


def address(path: Path, site: Path) -> str:
    return HOST + path.relative_to(site).as_posix().removesuffix("index.html")


def test_there_is_nothing_to_mend() -> None:
    command = [sys.executable, "-m", "tools", "check"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout


def test_every_link_within_the_site_leads_somewhere(site: Path) -> None:
    pages = {address(path, site): path for path in sorted(site.rglob("*.html"))}
    read = {there: _Links(path.read_text("utf-8")) for there, path in pages.items()}
    broken = []
    for here in (one for one in read if one != HOST + ERROR):
        for link in read[here].links:
            whole, _, anchor = urljoin(here, link).partition("#")
            if not whole.startswith(HOST):
                continue
            file = site / unquote(urlsplit(whole).path).lstrip("/")
            lost = anchor and whole in read and unquote(anchor) not in read[whole].ids
            if lost or not file.exists():
                broken.append((here, link))
    assert broken == []


def test_two_builds_are_the_same(site: Path, tmp_path: Path) -> None:
    assert contents(site) == contents(build(tmp_path / "site", 2))


def contents(site: Path) -> dict[str, bytes]:
    """Every file but the search index, which has an order of its own."""
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file() and "pagefind" not in path.parts
    }

"""Two engines build the exported pages, so neither MkDocs nor its hooks are needed for a word."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from lxml.html import HtmlElement

from tests.site.conftest import REPOSITORY, URL, run
from tests.site.html_pages import article, folded, links, own_scripts, parsed

Pages = dict[str, str]


@pytest.fixture(scope="module")
def exported(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("engines") / "exported"
    result = run(project, "-m", "tools", "export", str(folder))
    assert result.returncode == 0, result.stdout + result.stderr
    return folder


def built(exported: Path, name: str, *command: str) -> Pages:
    """The pages that an engine makes of its own copy of the exported tree."""
    folder = shutil.copytree(exported, exported.with_name(name))
    variables = {"NO_MKDOCS_2_WARNING": "1", "SITE_URL": URL, "REPOSITORY": REPOSITORY}
    result = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=folder,
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    assert "arning" not in result.stdout + result.stderr
    site = folder / "site"
    return {
        path.relative_to(site).as_posix().removesuffix("index.html"): path.read_text("utf-8")
        for path in site.rglob("*.html")
    }


@pytest.fixture(scope="module")
def mkdocs(exported: Path) -> Pages:
    return built(exported, "mkdocs", "mkdocs", "build", "--strict")


@pytest.fixture(scope="module")
def zensical(exported: Path) -> Pages:
    return built(exported, "zensical", "zensical", "build")


def test_both_engines_build_the_same_addresses(mkdocs: Pages, zensical: Pages) -> None:
    assert zensical.keys() == mkdocs.keys()
    assert len(mkdocs) > 20


def test_both_engines_build_the_same_words(mkdocs: Pages, zensical: Pages) -> None:
    for address, page in mkdocs.items():
        assert folded(article(zensical[address])) == folded(article(page)), address


def test_both_engines_build_the_same_links_and_ids(mkdocs: Pages, zensical: Pages) -> None:
    for address, page in mkdocs.items():
        ours = list(targets(address, article(page)))
        assert list(targets(address, article(zensical[address]))) == ours, address
        assert article(zensical[address]).xpath(".//@id") == article(page).xpath(".//@id"), address


def targets(address: str, element: HtmlElement) -> Iterator[str]:
    """Where the links of an element lead, however the engine writes the way."""
    for href in element.xpath(".//a/@href"):
        yield urljoin(f"{URL}{address}", href)


def test_every_link_of_the_other_engine_leads_to_a_page(zensical: Pages) -> None:
    root = urlsplit(URL).path.strip("/") + "/"
    for address, page in zensical.items():
        for href, target, anchor in links(root + address, page):
            there = target.removeprefix(root)
            if there.endswith("/") or not there:
                assert there in zensical, f"{address}: {href}"
                assert not anchor or parsed(zensical[there]).xpath(
                    "//*[@id=$anchor]", anchor=anchor
                ), f"{address}: {href}"


def test_no_page_of_the_other_engine_runs_a_script_of_its_own(zensical: Pages) -> None:
    for address, page in zensical.items():
        scripts = parsed(page).xpath("//script[not(contains(@type, 'json'))]")
        names = [str(script.get("src")).rpartition("/")[2] for script in scripts]
        assert names == own_scripts(address, page), address

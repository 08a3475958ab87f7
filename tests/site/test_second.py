"""Another publication: twelve car makers, five positions on two sides, and no word of the first."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.site.conftest import ROOT, build, serve
from tests.site.html_pages import links, parsed
from tests.site.test_browser import RULES
from tests.site.watched import DESK, PHONE, Watched

CARS = ROOT / "tests/publications/cars"
ENGINE = ("tools", "overrides", "schema")
# what the first publication says of itself, of its scale and of whom it watches
FIRST = re.compile(
    r"where.?they.?stand|gives? way|governments? asks?|yielding|resisting|"
    r"falls.short|compl(?:y|ies|ied) in part|speaks (?:for|against)|goes to court|"
    r"hong.?kong|whatsapp|telegram|facebook|microsoft|tech compan",
    re.IGNORECASE,
)
KEY = re.compile(
    r"company(_id)?|api/v1/companies/.*|.*column “company”.*|.*seeds/vocabulary/companies\.yml.*",
    re.DOTALL,
)
# the theme's own files, and Pagefind's, are everybody's
OTHERS = ("assets/", "pagefind/")


def make_second(folder: Path) -> Path:
    """The engine around the seeds and the pages of the second publication."""
    shutil.copytree(CARS, folder)
    ignore = shutil.ignore_patterns("__pycache__")
    for name in ENGINE:
        shutil.copytree(ROOT / name, folder / name, ignore=ignore)
    for name in ("stylesheets", "javascripts"):
        shutil.copytree(ROOT / "docs" / name, folder / "docs" / name)
    return folder


@pytest.fixture(scope="module")
def second(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = make_second(tmp_path_factory.mktemp("second") / "cars")
    result = build(folder)
    assert (result.returncode, result.stderr.count("WARNING")) == (0, 0), result.stderr
    return folder / "site"


@pytest.fixture(scope="module")
def second_pages(second: Path) -> dict[str, str]:
    found = {path.relative_to(second).as_posix(): path for path in sorted(second.rglob("*.html"))}
    own = {name: path for name, path in found.items() if not name.startswith(OTHERS)}
    assert {"index.html", "404.html", "search/index.html"} < own.keys()
    return {name: path.read_text("utf-8") for name, path in own.items()}


@pytest.fixture(scope="module")
def second_address(second: Path) -> Iterator[str]:
    server, url = serve(second.parent)
    yield f"{url}site/"
    server.shutdown()
    server.server_close()


def test_no_word_of_the_first_stands_in_the_tree_or_the_site(second: Path) -> None:
    told = {}
    files = [*CARS.rglob("*"), *second.rglob("*")]
    for path in files:
        base = CARS if path.is_relative_to(CARS) else second
        name = path.relative_to(base).as_posix()
        if path.suffix not in (".html", ".css", ".js", ".json", ".csv", ".xml", ".md", ".yml"):
            continue
        if base == second and name.startswith(OTHERS):
            continue
        if words := set(FIRST.findall(path.read_text("utf-8"))):
            told[name] = words
    assert told == {}


def test_readers_see_the_word_for_those_who_answer(second_pages: dict[str, str]) -> None:
    """Keys of the data stay as they are: a column is named `company` everywhere."""
    told = {}
    for name, page in second_pages.items():
        said = [
            text
            for text in parsed(page).xpath("//body//text()[not(ancestor::code)]")
            if re.search(r"\bcompan(y|ies)\b", text, re.IGNORECASE) and not KEY.fullmatch(text)
        ]
        if said:
            told[name] = said
    assert told == {}
    assert "Car makers" in second_pages["car-makers/index.html"]


def test_the_scale_is_that_of_the_list(second_pages: dict[str, str]) -> None:
    page = parsed(second_pages["topics/norvane-end-date/index.html"])
    zones = [zone.text_content().strip() for zone in page.xpath("//*[@class='moves__sides']/span")]
    assert zones == ["Switching", "Staying"]
    assert len(page.xpath("//*[@class='moves__ticks']/li")) == 5
    assert {"50%"} != {line.get("x1") for line in page.xpath("//*[@class='guide']")} == {"40%"}
    home = second_pages["index.html"]
    assert "Fresh off the line" in home
    assert "The newest explainer" not in home


def test_records_that_differ_are_told_so(second_pages: dict[str, str]) -> None:
    page = parsed(second_pages["topics/norvane-end-date/index.html"]).text_content()
    assert "Sources differ on Haskild." in page
    assert "set a last day or" in page
    assert "set a last day and built on" not in page


def test_every_link_leads_to_a_page_of_the_site(second: Path, second_pages: dict[str, str]) -> None:
    missing = []
    for name, page in second_pages.items():
        if name == "404.html":
            continue  # its links begin at the root of the address
        for written, there, _ in links(name, page):
            path = second / there
            if not (path / "index.html" if path.is_dir() else path).is_file():
                missing.append((name, written))
    assert missing == []


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [PHONE, DESK], ids=["phone", "desk"])
def test_axe_finds_no_barrier_in_the_second(
    browser: Browser,
    second_address: str,
    second_pages: dict[str, str],
    scheme: str,
    width: dict[str, int],
) -> None:
    watched = Watched(browser, second_address, color_scheme=scheme, viewport=width, bypass_csp=True)
    found = {}
    # every other page at each width, so that both widths together see all
    for name in sorted(second_pages)[width is DESK :: 2]:
        watched.open(name)
        response = Axe().run(watched.page, options={"runOnly": RULES}).response
        if response["violations"]:
            found[name] = [(one["id"], one["nodes"][0]["html"]) for one in response["violations"]]
    watched.close()
    assert found == {}


def test_a_name_in_arabic_or_with_markup_is_text(tmp_path: Path) -> None:
    name = "أين يقفون <script>alert(1)</script> {{ 7*7 }} \"': #"
    project = make_second(tmp_path / "odd")
    path = project / "seeds/publication.yml"
    quoted = name.replace("'", "''")
    text = path.read_text("utf-8")
    path.write_text(re.sub(r"(?m)^name: .*$", lambda _: f"name: '{quoted}'", text), "utf-8")
    result = build(project)
    assert result.returncode == 0, result.stderr
    for page in ("index.html", "car-makers/aldane/index.html", "data/index.html", "404.html"):
        tree = parsed((project / "site" / page).read_text("utf-8"))
        assert name in tree.xpath("//a[@class='brand']")[0].text_content(), page
        assert name in tree.xpath("//title/text()")[0], page
        scripts = tree.xpath("//script[not(@type='application/ld+json')]")
        assert not [script for script in scripts if script.text], page

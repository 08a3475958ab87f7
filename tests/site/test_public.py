"""`publish`: what it makes that no other build has, and when it makes nothing."""

from __future__ import annotations

import http.server
import shutil
import threading
from collections.abc import Callable, Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.site.conftest import URL, publish
from tests.site.html_pages import parsed
from tests.site.test_browser import Watched
from tests.site.test_same import contents
from tools.files.headers import FOREVER, HASHED

ZIP = "where-they-stand.zip"


def test_only_the_site_for_the_public_has_a_zip_and_leads_to_it(site: Path, public: Path) -> None:
    for folder, wanted in ((site, []), (public, [f"../{ZIP}"])):
        page = parsed((folder / "data/index.html").read_text("utf-8"))
        assert page.xpath("//a[@download][contains(@href, '.zip')]/@href") == wanted
        assert sorted(path.name for path in folder.glob("*.zip")) == [ZIP] * len(wanted)
        assert (folder / "_headers").exists() == bool(wanted)


def test_it_is_the_site_of_any_build_besides(site: Path, public: Path) -> None:
    made, known = contents(public), contents(site)
    others = {name for name in made | known if made.get(name) != known.get(name)}
    searched = {name for name in others if name.startswith("pagefind/")}  # of the data page
    assert others - searched == {ZIP, "_headers", "data/index.html"}


def test_the_same_project_makes_the_same_bytes(public: Path, own_project: Path) -> None:
    assert publish(own_project, PYTHONHASHSEED="1", TZ="America/Caracas").returncode == 0
    assert contents(own_project / "site") == contents(public)


def test_an_option_stands_in_the_place_of_the_environment(own_project: Path) -> None:
    result = publish(
        own_project,
        "--site-url=https://elsewhere.example/a",
        "--repository=",
        "--contact=mailto:desk@elsewhere.example",
    )
    site = own_project / "site"
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout == f"Built https://elsewhere.example/a into {site}.\n"
    page = parsed((site / "about/index.html").read_text("utf-8"))
    assert page.xpath("//link[@rel='canonical']/@href") == ["https://elsewhere.example/a/about/"]
    assert "mailto:desk@elsewhere.example" in page.xpath("//footer//a/@href")
    assert not [link for link in page.xpath("//a/@href") if "code.example" in link]


def test_what_stands_there_stays_until_the_new_site_is_whole(
    changed: Callable[[str, str, str], Path],
) -> None:
    project = changed("docs/about.md", "# About", "[nowhere](nowhere.md)\n\n# About")
    kept = project / "site" / "index.html"
    kept.parent.mkdir()
    kept.write_text("as it was", "utf-8")
    result = publish(project)
    assert result.returncode == 1
    assert "nowhere.md" in result.stderr
    assert result.stderr.endswith("Nothing was published; site/ is as it was.\n")
    assert [path.name for path in (project / "site").iterdir()] == ["index.html"]
    assert kept.read_text("utf-8") == "as it was"
    assert not [path for path in (project / ".cache").iterdir() if path.is_dir()]


def test_every_file_that_is_kept_for_ever_has_a_hash_in_its_name(public: Path) -> None:
    text = (public / "_headers").read_text("utf-8")
    files = [path for name in HASHED for path in (public / name).iterdir()]
    assert text.count(FOREVER) == len(HASHED)
    assert files
    for path in files:
        assert any(len(part) >= 7 for part in path.stem.replace("_", ".").split(".")), path


class Host(http.server.SimpleHTTPRequestHandler):
    """A host that sends with each file what `_headers` asks for."""

    rules: tuple[tuple[str, str, str], ...] = ()

    def end_headers(self) -> None:
        for pattern, name, value in self.rules:
            if fnmatchcase(self.path.partition("?")[0], pattern):
                self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def hosted(public: Path) -> Iterator[str]:
    rules, pattern = [], ""
    for line in (public / "_headers").read_text("utf-8").splitlines():
        if line.startswith("/"):
            pattern = line
        else:
            name, _, value = line.strip().partition(": ")
            rules.append((pattern, name, value))
    assert any(name == "Content-Security-Policy" for _, name, _ in rules)

    class Here(Host):
        def __init__(self, *arguments: Any) -> None:
            super().__init__(*arguments, directory=str(public))

    Here.rules = tuple(rules)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Here)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.mark.browser
def test_pages_and_the_search_work_with_the_headers(browser: Browser, hosted: str) -> None:
    watched = Watched(browser, hosted)
    page = watched.open("topics/town-maps/")
    page.get_by_role("link", name="Search").click()
    page.get_by_role("searchbox").fill("maps")
    expect(page.locator(".search__results li").first).to_be_visible()
    assert watched.errors == []
    watched.close()


@pytest.mark.parametrize(
    ("variables", "lacking"),
    [
        ({"SITE_URL": ""}, ["SITE_URL must say where"]),
        ({"SITE_URL": "stand.example"}, ["SITE_URL must be an address"]),
        ({"SITE_URL": "https://"}, ["SITE_URL must be an address"]),
        ({"SITE_URL": "https://[stand.example/"}, ["SITE_URL must be an address"]),
        ({"SITE_URL": "ftp://stand.example/"}, ["SITE_URL must be an address"]),
        ({"SITE_URL": f"{URL}?a=b"}, ["SITE_URL must be an address"]),
        ({"REPOSITORY": ""}, ["REPOSITORY or CONTACT must say"]),
        ({"REPOSITORY": "code.example"}, ["REPOSITORY must be an address"]),
        ({"CONTACT": "desk@stand.example"}, ["CONTACT must begin with mailto: or https://"]),
        (
            {"SITE_URL": " ", "REPOSITORY": ""},
            ["SITE_URL must say where", "REPOSITORY or CONTACT must say"],
        ),
    ],
)
def test_it_says_all_that_a_site_for_the_public_lacks(
    variables: dict[str, str], lacking: list[str], tmp_path: Path
) -> None:
    result = publish(bare(tmp_path), **{"CONTACT": ""} | variables)
    first, *lines = result.stderr.splitlines()
    assert (result.returncode, result.stdout) == (2, "")
    assert first == "python -m tools: this site is not ready for the public."
    assert [line[: len(start)] for line, start in zip(lines, lacking, strict=True)] == lacking
    assert not (tmp_path / "bare" / "site").exists()


def bare(folder: Path) -> Path:
    """The code alone, around no record."""
    project = folder / "bare"
    shutil.copytree(
        Path(__file__).parents[2] / "tools",
        project / "tools",
        ignore=shutil.ignore_patterns("__pycache__"),
    )
    return project


def test_it_stops_at_a_problem(changed: Callable[[str, str, str], Path]) -> None:
    record = "seeds/stories/2031-05-acme-maps/explainer.yml"
    project = changed(record, "status: reviewed", "status: approved")
    result = publish(project)
    assert result.returncode == 1
    assert f"{record}:" in result.stdout
    assert not (project / "site").exists()

"""`serve`: what was saved shows at once, and what is wrong stands over the last good page."""

from __future__ import annotations

import json
import shutil
import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, expect

from tests.site.conftest import REPOSITORY, URL
from tests.site.html_pages import tight
from tools.live.server import HOST, Server, free_port
from tools.live.site import LiveSite
from tools.live.watch import Watch

RECORD = "seeds/stories/2031-05-acme-maps/explainer.yml"
PAGE = "explainers/2031-05-acme-maps/"


@pytest.fixture
def live(own_project: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[LiveSite]:
    monkeypatch.setenv("REPOSITORY", REPOSITORY)  # which mkdocs.yml reads
    told = {"site_url": URL, "repository": REPOSITORY}
    site = LiveSite(own_project, URL, told)
    site.load(())
    yield site
    site.close()


def edit(project: Path, path: str, old: str, new: str) -> Path:
    file = project / path
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
    return file


def page(site: LiveSite, address: str) -> str:
    answer = site.answer(address)
    assert answer.status == 200, address
    return answer.data.decode("utf-8")


def test_every_page_is_that_of_a_build(live: LiveSite, site: Path) -> None:
    """But for the policy, which would stop the script that loads a page anew, and addresses."""
    for address in ("explainers/", PAGE, "topics/town-maps/", "companies/acme/", "method/", ""):
        built = (site / address / "index.html").read_text("utf-8").partition("<body")[2]
        shown = page(live, address).partition("<body")[2]
        assert tight(shown) == tight(built), address


def test_what_is_no_page_has_its_kind(live: LiveSite) -> None:
    kinds = {
        "stylesheets/site.css": "text/css",
        "stylesheets/sides.css": "text/css",
        "api/v1/index.json": "application/json",
        "assets/favicon.svg": "image/svg+xml",
    }
    assert kinds == {path: live.answer(path).kind for path in kinds}
    assert live.answer("companies/acme").status == 301
    assert live.answer("nothing/").status == 404
    assert live.answer("../mkdocs.yml").status == 404
    assert live.answer("pagefind/../../../mkdocs.yml").status == 404


def test_an_edit_shows_on_every_page_that_tells_of_it(live: LiveSite, own_project: Path) -> None:
    before = page(live, "companies/bolt/")
    saved = edit(own_project, RECORD, "title: ", "title: Zebra ")
    live.load({saved})
    assert live.problems == []
    for address in (PAGE, "explainers/", "topics/town-maps/"):
        assert "Zebra" in page(live, address), address
    assert tight(page(live, "companies/bolt/")) == tight(before)


def test_a_record_that_breaks_and_heals(live: LiveSite, own_project: Path) -> None:
    good = page(live, PAGE)
    live.load({edit(own_project, RECORD, "status: reviewed", "status: approved")})
    (problem,) = live.problems
    assert problem.path == RECORD
    assert page(live, PAGE) == good
    live.load({edit(own_project, RECORD, "status: approved", "status: reviewed")})
    assert live.problems == []
    assert page(live, PAGE) == good


def test_a_list_an_own_page_and_the_publication_show_too(live: LiveSite, own_project: Path) -> None:
    lists = edit(own_project, "seeds/vocabulary/companies.yml", "name: Acme", "name: Acme Zebra")
    live.load({lists})
    assert "Acme Zebra" in page(live, "companies/acme/")
    live.load({edit(own_project, "docs/about.md", "# About", "# About Zebras")})
    assert "About Zebras" in page(live, "about/")
    live.load({edit(own_project, "seeds/publication.yml", "Where They Stand", "Zebra Times")})
    assert "<bdi>Zebra Times</bdi>" in page(live, "about/")


def test_a_story_that_is_renamed_or_deleted(live: LiveSite, own_project: Path) -> None:
    folder = own_project / "seeds/stories/2032-01-bells"
    there = folder.with_name("2032-01-rung")
    folder.rename(there)
    live.load({folder, there})
    assert live.problems == []
    assert live.answer("explainers/2032-01-bells/").status == 404
    assert page(live, "explainers/2032-01-rung/")
    shutil.rmtree(there)
    live.load({there})
    assert live.answer("explainers/2032-01-rung/").status == 404


def test_a_site_that_is_broken_at_the_start_says_so(own_project: Path) -> None:
    edit(own_project, RECORD, "status: reviewed", "status: <script>approved")
    site = LiveSite(own_project, URL, {})
    site.load(())
    answer = site.answer("")
    assert answer.status == 503
    assert b"must be one of draft, reviewed, withdrawn" in answer.data
    assert b"<script>approved" not in answer.data
    site.load({edit(own_project, RECORD, "status: <script>approved", "status: reviewed")})
    assert site.answer("").status == 200
    site.close()


def test_search_is_made_when_it_is_asked_for(live: LiveSite) -> None:
    answer = live.answer("pagefind/pagefind-worker.js")
    assert (answer.status, answer.kind) == (200, "text/javascript")


def test_a_taken_port_leads_to_the_next_free_one() -> None:
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert free_port(port) > port


def test_an_editor_that_saves_by_renaming_is_seen(tmp_path: Path) -> None:
    story = tmp_path / "seeds/stories/a"
    story.mkdir(parents=True)
    (story / "explainer.yml").write_text("title: a\n")
    with Watch(tmp_path) as watch:
        (story / ".explainer.yml.swp").write_text("hidden")
        (story / "4913").write_text("title: b\n")
        (story / "4913").rename(story / "explainer.yml")
        saved: set[Path] = set()
        batches = watch.saved()
        while story / "explainer.yml" not in saved:
            saved |= next(batches)
    assert story / ".explainer.yml.swp" not in saved


@pytest.fixture
def server(live: LiveSite) -> Iterator[tuple[Server, str]]:
    server = Server(free_port(8300), live)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server, f"http://{HOST}:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_browser_waits_for_the_next_version(server: tuple[Server, str]) -> None:
    served, address = server
    with urlopen(f"{address}/-/wait") as answer:
        first = json.load(answer)["version"]
    threading.Timer(0.2, served.versions.step).start()
    with urlopen(f"{address}/-/wait?version={first}") as answer:
        assert json.load(answer)["version"] != first
    with pytest.raises(HTTPError, match="404"):
        urlopen(f"{address}/nothing/")


@pytest.mark.browser
def test_a_page_loads_anew_and_a_problem_stands_over_it(
    browser: Browser, server: tuple[Server, str], live: LiveSite, own_project: Path
) -> None:
    served, address = server
    shown = browser.new_page()
    shown.goto(f"{address}/{PAGE}")
    live.load({edit(own_project, RECORD, "title: ", "title: Zebra ")})
    served.versions.step()
    expect(shown.get_by_role("heading", level=1)).to_contain_text("Zebra")
    live.load({edit(own_project, RECORD, "status: reviewed", "status: approved")})
    served.versions.step()
    expect(shown.get_by_role("alert")).to_contain_text("must be one of draft")
    expect(shown.get_by_role("heading", level=1)).to_contain_text("Zebra")
    live.load({edit(own_project, RECORD, "status: approved", "status: reviewed")})
    served.versions.step()
    expect(shown.get_by_role("alert")).to_have_count(0)
    shown.close()

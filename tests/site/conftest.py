"""A whole site from an invented project, built once, and a browser to look at it."""

from __future__ import annotations

import functools
import http.server
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browsers import required
from tests.project import write_site_seeds
from tests.site.watched import Watched

ROOT = Path(__file__).parents[2]
URL = "https://stand.example/site/"
REPOSITORY = "https://code.example/stand"


def make_project(folder: Path) -> Path:
    """The project's own code and theme around the invented seeds."""
    for name in ("tools", "docs", "overrides", "schema"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    write_site_seeds(folder)
    return folder


def run(project: Path, *command: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """A command in a project, by the Python that runs the tests."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": URL} | variables
    return subprocess.run(
        [sys.executable, *command],
        cwd=project,
        env={**environment, "REPOSITORY": variables.get("REPOSITORY", REPOSITORY)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def build(project: Path, *options: str, **variables: str) -> subprocess.CompletedProcess[str]:
    return run(project, "-m", "mkdocs", "build", "--strict", *options, **variables)


def publish(project: Path, *options: str, **variables: str) -> subprocess.CompletedProcess[str]:
    return run(project, "-m", "tools", "publish", *options, **variables)


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_project(tmp_path_factory.mktemp("project") / "stand")


@pytest.fixture
def own_project(tmp_path: Path) -> Path:
    """A project that a test may change."""
    return make_project(tmp_path / "own")


@pytest.fixture(scope="session")
def build_log(project: Path) -> str:
    result = build(project)
    assert result.returncode == 0, result.stderr
    return result.stderr


@pytest.fixture(scope="session")
def site(project: Path, build_log: str) -> Path:
    """The built site."""
    return project / "site"


@pytest.fixture(scope="session")
def public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as it is built for the public."""
    folder = make_project(tmp_path_factory.mktemp("public") / "stand")
    result = publish(folder)
    assert (result.returncode, result.stderr) == (0, ""), result.stdout + result.stderr
    return folder / "site"


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, str]:
    """Every page's HTML by its address."""
    found = sorted(site.glob("**/*.html"))
    return {
        re.sub(r"index\.html$", "", path.relative_to(site).as_posix()): path.read_text("utf-8")
        for path in found
    }


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


def serve(folder: Path) -> tuple[http.server.ThreadingHTTPServer, str]:
    handler = functools.partial(_Quiet, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_port}/"


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the built site is served, below the path that SITE_URL gives it."""
    server, url = serve(site.parent)
    yield f"{url}site/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def java() -> str:
    return required("Java", ("java",))


@pytest.fixture
def desk(browser: Browser, address: str) -> Iterator[Watched]:
    watched = Watched(browser, address)
    yield watched
    watched.close()


@pytest.fixture
def changed(own_project: Path) -> Callable[[str, str, str], Path]:
    """Replaces a text in a file of a project and returns the project."""

    def change(name: str, old: str, new: str) -> Path:
        path = own_project / name
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")
        return own_project

    return change

"""The desk of an invented project."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from werkzeug.serving import make_server

from tests.site.conftest import make_project
from tools.desk.app import create_app
from tools.live.server import HOST, free_port

REFUSED = re.compile(r"status of (403|409|422|500)")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_project(tmp_path / "project")


@pytest.fixture
def desk(root: Path) -> Iterator[str]:
    """Where the desk of a project of its own is."""
    port = free_port(18010)
    app = create_app(root, HOST, port)
    server = make_server(HOST, port, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://{HOST}:{port}/"
    server.shutdown()
    thread.join()
    server.server_close()
    app.extensions["desk"].close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page in which no script fails and nothing is blocked; a refusal is an answer."""
    opened = browser.new_page(viewport={"width": 1440, "height": 900})
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    yield opened
    opened.close()
    assert [fault for fault in faults if not REFUSED.search(fault)] == []

"""`mkdocs serve`, as a contributor uses it."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

PATIENCE = 60  # seconds; a refreshed page takes one or two
TITLE = "Does Acme give the town its maps?"
NEW = "2031-09-new"


@pytest.fixture
def served(own_project: Path) -> Iterator[tuple[Path, str]]:
    """A project that is being served, and its address."""
    log = own_project / "serve.log"
    with log.open("w") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{_free_port()}"],
            cwd=own_project,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
            stdout=out,
            stderr=subprocess.STDOUT,
        )
        try:
            yield own_project, _address(process, log)
        finally:
            process.terminate()
            process.wait(timeout=PATIENCE)


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _address(process: subprocess.Popen[bytes], log: Path) -> str:
    """The address that the server says it listens on."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        found = re.search(r"Serving on http://127\.0\.0\.1:(\d+)/", log.read_text())
        if found:
            return f"http://127.0.0.1:{found.group(1)}/"
        time.sleep(0.1)
    raise AssertionError(log.read_text())


def _page(address: str) -> str:
    try:
        with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
            return answer.read().decode("utf-8")
    except urllib.error.HTTPError as error:
        error.close()
        return ""


def _wait_for(address: str, text: str) -> str:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        page = _page(address)
        if text in page:
            return page
        time.sleep(0.2)
    raise AssertionError(f"{text!r} never appeared at {address}")


def test_an_edit_shows_without_a_restart_and_search_stays(served: tuple[Path, str]) -> None:
    project, address = served
    page = f"{address}explainers/2031-05-acme-maps/"
    assert "Content-Security-Policy" not in _wait_for(page, TITLE)
    record = project / "seeds/stories/2031-05-acme-maps/explainer.yml"
    record.write_text(record.read_text("utf-8").replace(TITLE, "Does Acme mend?"), "utf-8")
    _wait_for(page, "Does Acme mend?")
    assert "pagefind" in _page(f"{address}pagefind/pagefind.js")


def test_a_new_story_shows_a_notice_with_the_command(served: tuple[Path, str]) -> None:
    project, address = served
    folder = project / "seeds" / "stories" / NEW
    folder.mkdir()
    (folder / "article.txt").write_text("Acme sings\n\nAcme sang on Monday.\n", "utf-8")
    page = _wait_for(f"{address}explainers/{NEW}/", "python -m tools draft")
    assert f"python -m tools draft {NEW}" in page

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
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.draft.test_record import TEXT

PATIENCE = 60  # seconds; a refreshed page takes one or two
TITLE = "Does Acme give the town its maps?"
NEW = "2031-09-new"


@pytest.fixture
def served(own_project: Path) -> Iterator[tuple[Path, str]]:
    """A project that is being served, and its address."""
    with serving(own_project) as address:
        yield own_project, address


@contextmanager
def serving(project: Path, **variables: str) -> Iterator[str]:
    """Serves a project; gives the address."""
    log = project / "serve.log"
    with log.open("w") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{_free_port()}"],
            cwd=project,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **variables},
            stdout=out,
            stderr=subprocess.STDOUT,
        )
        try:
            yield _address(process, log)
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
    assert "pagefind" in _page(f"{address}pagefind/pagefind-worker.js")
    data = _page(f"{address}data/")  # it makes no zip, so it promises none
    assert "stances.csv" in data
    assert ".zip" not in data


def new_story(project: Path) -> Path:
    folder = project / "seeds" / "stories" / NEW
    folder.mkdir()
    (folder / "article.txt").write_text(TEXT, "utf-8")
    return folder


def test_a_new_article_shows_as_a_draft_by_itself(served: tuple[Path, str]) -> None:
    project, address = served
    folder = new_story(project)
    page = _wait_for(f"{address}explainers/{NEW}/", "Drafted by machine, not yet reviewed")
    assert "1 May 2031" in page
    assert f"python -m tools draft {NEW}" in page
    assert [path.name for path in folder.iterdir()] == ["article.txt"]  # written nowhere
    (folder / "article.txt").write_text(TEXT.replace("on 1 May 2031", "on 28 April 2031"), "utf-8")
    _wait_for(f"{address}explainers/{NEW}/", "28 April 2031")
    glossary = project / "seeds/vocabulary/glossary.yml"
    entry = "- {id: message-log, term: message log, definition: Who wrote to whom and when.}\n"
    glossary.write_text(glossary.read_text("utf-8") + entry, "utf-8")
    _wait_for(f"{address}explainers/{NEW}/", 'id="word-message-log"')


def test_without_what_drafts_a_notice_names_the_command(own_project: Path) -> None:
    absent = own_project / "absent"
    absent.mkdir()
    (absent / "spacy.py").write_text("raise ImportError('spacy is not here')\n", "utf-8")
    new_story(own_project)
    with serving(own_project, PYTHONPATH=str(absent)) as address:
        page = _wait_for(f"{address}explainers/{NEW}/", "no record yet")
    assert f"python -m tools draft {NEW}" in page

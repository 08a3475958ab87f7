"""`links` and `compare`: what they print, and how they judge a host's answer."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import ClassVar

import pytest

from tests.project import ROOT, STORY, write_project
from tools.__main__ import FINE, FOUND, MISUSED
from tools.commands import linking

Run = Callable[..., tuple[int, str, str]]
RECORD = f"seeds/stories/{STORY}/explainer.yml"
COMPANIES = "seeds/vocabulary/companies.yml"


class Host(http.server.BaseHTTPRequestHandler):
    """Answers with the status that the address names; /get/200 refuses to answer HEAD."""

    seen: ClassVar[list[str]] = []

    def do_HEAD(self) -> None:
        self._answer(int(self.path[-3:]) if not self.path.startswith("/get/") else 405)

    def do_GET(self) -> None:
        self._answer(int(self.path[-3:]))

    def _answer(self, status: int) -> None:
        self.seen.append(f"{self.command} {self.path}")
        self.send_response(status)
        if status == 302:
            self.send_header("Location", "file:///etc/hostname")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def host(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a host of our own, below which every address is free to use."""
    monkeypatch.setattr(linking, "PAUSE", 0)
    monkeypatch.setattr(Host, "seen", [])
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Host)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def linked(tmp_path: Path, *urls: str) -> None:
    """An invented project whose companies have these homepages and no other link."""
    entries = "".join(
        f"- id: firm-{n}\n  name: Firm {n}\n  kind: firm\n  description: A firm.\n"
        f"  homepage: {url}\n"
        for n, url in enumerate(urls)
    )
    write_project(tmp_path / "project", {"files": {"companies.yml": entries}})
    (tmp_path / "project" / RECORD).unlink()


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/200", ("", True)),
        ("/get/200", ("", True)),
        ("/404", ("status 404", True)),
        ("/410", ("status 410", True)),
        ("/403", ("status 403", False)),
        ("/429", ("status 429", False)),
        ("/500", ("status 500", True)),
        ("/302", ("status 302", True)),
    ],
)
def test_a_host_that_refuses_programs_is_told_from_a_page_that_is_gone(
    path: str, expected: tuple[str, bool], host: str
) -> None:
    assert linking.fault(host + path) == expected


def test_a_fault_of_the_moment_is_asked_about_once_more_and_no_oftener(host: str) -> None:
    linking.fault(f"{host}/503")
    assert Host.seen == ["HEAD /503", "GET /503"] * 2


def test_a_host_that_does_not_answer_leads_nowhere(host: str) -> None:
    port = int(host.rpartition(":")[2])
    why, certain = linking.fault(f"http://127.0.0.1:{port}x/")
    assert (why, certain) == ("an address that this program cannot ask for", False)
    server = http.server.HTTPServer(("127.0.0.1", 0), Host)
    server.server_close()
    closed = f"http://127.0.0.1:{server.server_port}/"
    assert linking.fault(closed) == ("no answer (ConnectionRefusedError)", True)


def test_the_report_names_the_line_and_leaves_out_what_is_known(
    run: Run, host: str, tmp_path: Path
) -> None:
    linked(tmp_path, f"{host}/200", f"{host}/404", f"{host}/403", f"{host}/a404", f"{host}/é200")
    known = f"- url: {host}/a404\n  reason: It is mended soon.\n- {{url: '{host}/x', reason: y}}\n"
    (tmp_path / "project/seeds/links.yml").write_text(known, "utf-8")
    code, report, told = run("links", "--check")
    assert code == FOUND
    assert report == (
        "4 asked, 1 lead nowhere, 1 refuse programs.\n"
        f"\n### Lead nowhere\n\n- `{COMPANIES}:10`: `{host}/404`: status 404\n"
        "\n### Refuse programs, so nobody knows\n\n"
        f"- `{COMPANIES}:15`: `{host}/403`: status 403\n"
    )
    assert told == f"seeds/links.yml: no record has {host}/x any more: delete it\n"
    assert not any("a404" in asked for asked in Host.seen)


def test_all_is_well_where_every_link_leads_on(run: Run, host: str, tmp_path: Path) -> None:
    linked(tmp_path, f"{host}/200", f"{host}/200")
    assert run("links", "--check") == (FINE, "1 asked, 0 lead nowhere, 0 refuse programs.\n", "")


@pytest.mark.parametrize(
    "text",
    [
        *("- url: x\n", "- url: x\n  reason:\n", "- a: [\n", "- text\n", "- url: x\n  reason: é\n"),
        "- url: x\n  url: z\n  reason: y\n",
    ],
)
def test_an_exception_without_a_reason_is_refused(run: Run, tmp_path: Path, text: str) -> None:
    linked(tmp_path)
    (tmp_path / "project/seeds/links.yml").write_text(text, "latin-1")
    code, report, told = run("links", "--check")
    assert (code, report) == (MISUSED, "")
    assert "seeds/links.yml" in told


def test_the_list_names_every_link_with_its_place(run: Run, tmp_path: Path) -> None:
    linked(tmp_path, "https://example.org/a", "javascript:alert(1)", "https://example.org/b")
    expected = f"{COMPANIES}:5 https://example.org/a\n{COMPANIES}:15 https://example.org/b\n"
    assert run("links") == (FINE, expected, "")


def test_the_list_names_what_a_report_of_our_own_was_written_from(run: Run) -> None:
    pages = "[{title: A, url: https://a.example/}, {title: B, url: https://b.example/}]"
    own = f"published: 2020-07\n    licence: own\n    publisher: P\n    references: {pages}"
    code, text, _ = run("links", case={"edit": {"explainer.yml": {"published: 2020-07": own}}})
    assert code == FINE
    assert f"{RECORD}:12 https://a.example/\n{RECORD}:12 https://b.example/\n" in text


def test_the_exceptions_of_the_project_can_be_read() -> None:
    assert all(linking.exceptions(ROOT).values())


def pages(folder: Path, **texts: str) -> Path:
    for name, text in texts.items():
        (folder / name).mkdir(parents=True)
        (folder / name / "index.html").write_text(text, "utf-8")
    return folder


def test_compare_lists_pages_as_text_whatever_their_names(run: Run, tmp_path: Path) -> None:
    old = pages(tmp_path / "old", same="1", other="1", gone="1")
    new = pages(tmp_path / "new", same="1", other="2", **{"<b>_x_\n`@all`": "1"})
    assert run("compare", old, new) == (
        FINE,
        "### Pages that differ\n\n1 new, 1 gone, 1 changed, of 3.\n\n"
        "- new: <code>/&#60;b&#62;&#95;x&#95;&#10;&#96;&#64;all&#96;/</code>\n"
        "- gone: <code>/gone/</code>\n"
        "- changed: <code>/other/</code>\n",
        "",
    )


def test_compare_needs_two_built_sites(run: Run, tmp_path: Path) -> None:
    old = pages(tmp_path / "old", a="1")
    code, text, told = run("compare", old, tmp_path / "new")
    assert (code, text) == (MISUSED, "")
    assert "new holds no pages" in told

"""The content security policy in Chromium: it holds on every page, and stops what slips through."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.site.conftest import build, make_project, serve
from tests.site.watched import Watched

pytestmark = pytest.mark.browser

PAGE = "explainers/2031-05-acme-maps/"
TEMPLATE = "tools/pages/templates/explainer.md"
# what a template that forgets to escape would let through; each sets `harm` if it runs
INJECTED = """
<script>window.harm = "inline"</script>
<script src="https://evil.example/harm.js"></script>
<script src="data:text/javascript,window.harm='data'"></script>
<img src="nowhere.png" onerror="window.harm='handler'" alt="">
<a id="bait" href="javascript:window.harm='address'">x</a>
<iframe src="javascript:parent.harm='frame'" title="x"></iframe>
<object data="data:text/html,x"></object>
<base href="https://evil.example/">
<style>#main { display: none }</style>
<form id="form" action="https://evil.example/"><input name="q"></form>
<link rel="stylesheet" href="https://evil.example/harm.css">
"""


def test_it_holds_on_every_page(browser: Browser, address: str, pages: dict[str, str]) -> None:
    watched = Watched(browser, address)
    watched.page.add_init_script(
        "document.addEventListener('securitypolicyviolation', e => console.error(e.blockedURI))"
    )
    for where in pages:
        watched.open(where)
    assert watched.errors == []
    assert [url for url in watched.requests if not url.startswith(address)] == []
    watched.close()


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site whose template for explainers lets everything through."""
    project = make_project(tmp_path_factory.mktemp("broken") / "site-of-nobody")
    template = project / TEMPLATE
    template.write_text(template.read_text("utf-8") + INJECTED, "utf-8")
    result = build(project)
    assert "window.harm" in (project / "site" / PAGE / "index.html").read_text("utf-8"), result
    server, url = serve(project / "site")
    yield url
    server.shutdown()
    server.server_close()


def test_a_broken_template_runs_nothing_and_calls_nobody(browser: Browser, broken: str) -> None:
    watched = Watched(browser, broken)
    stopped: dict[str, str | None] = {}  # what was asked for and not sent, and why
    watched.page.on("requestfailed", lambda one: stopped.update({one.url: one.failure}))
    page = watched.open(PAGE)
    page.locator("#bait").dispatch_event("click")
    page.evaluate("document.getElementById('form').submit()")
    page.wait_for_load_state("networkidle")
    assert page.url == broken + PAGE
    assert page.evaluate("window.harm") is None
    assert page.locator("#main").is_visible()
    assert page.evaluate("document.baseURI") == broken + PAGE
    elsewhere = [url for url in watched.requests if not url.startswith((broken, "data:"))]
    assert elsewhere
    assert {stopped.get(url) for url in elsewhere} == {"csp"}
    said = "\n".join(watched.errors)
    for directive in ("script-src", "style-src", "base-uri", "form-action"):
        assert directive in said, directive
    watched.close()


def test_without_the_policy_it_would_have_run(browser: Browser, broken: str) -> None:
    watched = Watched(browser, broken, bypass_csp=True)
    page = watched.open(PAGE)
    assert page.evaluate("window.harm") is not None
    watched.close()

"""A timeline of more events than a page holds, as a reader's browser shows it."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.site.conftest import build, make_project, serve
from tests.site.test_browser import RULES
from tests.site.watched import DESK, PHONE, Watched

pytestmark = pytest.mark.browser

TIMELINE = "timeline/"
RECORD = """title: How often did Acme ring?
status: reviewed
reviewed: 2031-10-10
topic: bells
sources:
  - file: article.txt
    sha256: {digest}
    headline: Acme rings
    publisher: Town desk
    published: 2031-10-02
    licence: own
    references:
      - {{title: A notice, publisher: Town, url: 'https://town.example/', date: 2031-10-01}}
      - {{title: What they say, publisher: null, url: 'https://makers.example/', date: null}}
answer: {{text: All summer., quote: Acme rang all summer.}}
key_points:
  - {{text: It rang all summer., quote: Acme rang all summer.}}
  - {{text: It refused to stop., quote: Acme refused to stop.}}
  - {{text: Somebody rang as well., quote: Somebody rings bell 0.}}
timeline:
{events}
stances:
  - company: acme
    position: refuses
    date: 2031-10-01
    text: Goes on.
    quote: On 1 October 2031 Acme refused to stop.
glossary: []
changes:
  - {{date: 2031-10-10, kind: update, text: First published.}}
"""
INTRODUCTION = """Acme rings

Acme rang all summer.
On 1 October 2031 Acme refused to stop.
"""
MONTHS = {7: "July", 8: "August", 9: "September"}


def rung() -> Iterator[tuple[str, str, str]]:
    """The date of each ringing, its text and its sentence: more than a list of finds shows."""
    for number in range(3 * 28 * 3):
        day, month = number % 28 + 1, 7 + number // 28 % 3
        who = "Acme" if number % 6 else "Somebody"
        text = f"{who} rings bell {number}."
        yield f"2031-{month:02}-{day:02}", text, f"On {day} {MONTHS[month]} 2031 {text}"


def write_story(project: Path) -> None:
    folder = project / "seeds" / "stories" / "2031-10-ringing"
    folder.mkdir()
    body = INTRODUCTION + "".join(f"{sentence}\n" for _, _, sentence in rung())
    (folder / "article.txt").write_text(body, "utf-8")
    events = "\n".join(
        f"  - {{date: {date}, text: {text}, quote: {sentence}, id: ring-{number}}}"
        for number, (date, text, sentence) in enumerate(rung())
    )
    digest = sha256(body.encode()).hexdigest()
    (folder / "explainer.yml").write_text(RECORD.format(digest=digest, events=events), "utf-8")


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a site of many events is served."""
    project = make_project(tmp_path_factory.mktemp("long") / "stand")
    write_story(project)
    result = build(project)
    assert result.returncode == 0, result.stderr
    server, url = serve(project / "site")
    yield url
    server.shutdown()
    server.server_close()


@pytest.fixture
def reader(browser: Browser, long: str) -> Iterator[Watched]:
    watched = Watched(browser, long)
    yield watched
    assert watched.errors == []
    watched.close()


def total(page: Page) -> int:
    return int(page.get_by_role("status").first.inner_text().split()[0])


def test_nothing_is_fetched_before_somebody_chooses(reader: Watched) -> None:
    page = reader.open(TIMELINE)
    page.wait_for_load_state("networkidle")
    assert not any("index.json" in url for url in reader.requests)
    page.get_by_role("combobox", name="Topic").select_option("bells")
    expect(page.locator(".found li").first).to_be_visible()
    page.get_by_role("combobox", name="Year").select_option("2031")
    assert sum("index.json" in url for url in reader.requests) == 1


def test_a_choice_finds_events_of_every_page(reader: Watched) -> None:
    everything = total(reader.open(TIMELINE))
    page = reader.open(f"{TIMELINE}?company=acme&topic=bells&year=2031")
    rings = [text for _, text, _ in sorted(rung()) if text.startswith("Acme")]
    expect(page.get_by_role("status").first).to_have_text(f"{len(rings)} of {everything} events")
    events = page.locator(".time > li:visible")
    expect(events).to_have_count(200)
    expect(events.first).to_contain_text("2 July 2031")
    expect(page.locator(".found > .more")).to_have_text(
        f"And {len(rings) - 200} more, choose further."
    )
    expect(page.get_by_role("heading", name="By year")).to_be_hidden()
    events.first.get_by_role("link", name="Receipt: How often did Acme ring?").click()
    page.wait_for_url("**/explainers/2031-10-ringing/#ring-*")
    expect(page.locator(":target")).to_contain_text("2 July 2031")
    page.go_back()
    expect(page.get_by_role("combobox", name="Company")).to_have_value("acme")
    page.get_by_role("button", name="Show all").click()
    assert page.url.endswith(TIMELINE)
    expect(page.get_by_role("heading", name="By year")).to_be_visible()
    expect(page.locator(".found")).to_be_hidden()


def test_dates_read_as_they_do_on_their_pages(reader: Watched) -> None:
    where = f"{TIMELINE}?year=unknown"
    found = reader.open(where).locator(".found li")
    expect(found.first).to_be_visible()
    shown = found.all_inner_texts()
    dots = found.locator("svg").evaluate_all("all => all.map(one => one.innerHTML)")
    links = found.locator("a").evaluate_all("all => all.map(one => one.href)")
    page = reader.open(f"{TIMELINE}unknown/").locator(".time > li")
    page.evaluate_all("all => all.forEach(one => one.classList.remove('again'))")
    assert shown == page.all_inner_texts()
    assert dots == page.locator("svg").evaluate_all("all => all.map(one => one.innerHTML)")
    assert links == page.locator("a").evaluate_all("all => all.map(one => one.href)")


def test_what_cannot_be_loaded_leaves_the_years(browser: Browser, long: str) -> None:
    watched = Watched(browser, long)
    watched.page.route("**/index.json", lambda route: route.abort())
    page = watched.open(f"{TIMELINE}?topic=bells")
    expect(page.get_by_role("status").first).to_contain_text("could not be loaded")
    expect(page.get_by_role("heading", name="By year")).to_be_visible()
    watched.close()


def test_the_pages_lead_to_everything_without_javascript(browser: Browser, long: str) -> None:
    plain = Watched(browser, long, java_script_enabled=False)
    page = plain.open(f"{TIMELINE}#year-2031")
    expect(page.locator(".filters")).to_be_hidden()
    expect(page.locator(".found")).to_be_hidden()
    expect(page.locator(":target")).to_be_in_viewport()
    page.locator(":target > a").click()
    page.get_by_role("link", name="August").first.click()
    expect(page.locator(".time > li")).to_have_count(84)
    assert page.locator("link[rel=next]").get_attribute("href") == "../2031-09/"
    page.get_by_role("navigation", name="Before and after").get_by_role(
        "link", name="After"
    ).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Timeline: September 2031")
    plain.close()


@pytest.mark.parametrize(("scheme", "size"), [("light", DESK), ("dark", PHONE)])
def test_they_are_accessible_and_fit_a_screen(
    browser: Browser, long: str, scheme: Literal["light", "dark"], size: dict[str, int]
) -> None:
    watched = Watched(browser, long, viewport=size, color_scheme=scheme)
    for where in ("", "2031/", "2031-08/", "?year=unknown"):
        page = watched.open(TIMELINE + where)
        page.wait_for_load_state("networkidle")
        found = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}})
        assert found.response["violations"] == [], where
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"], where
    watched.close()

"""Search as a reader's browser has it: answers from the ledger first, then passages."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, expect

from tests.site.html_pages import ids
from tests.site.test_browser import EXPLAINER, RULES
from tests.site.watched import DESK, NARROW, PHONE, Watched

pytestmark = pytest.mark.browser

STATUS, CARDS, PAGES = (
    "#search [role=status]",
    "#search .search__answer",
    "#search ol > li:not(.search__answer)",
)
MODULES = "javascripts/search/"


def asked(watched: Watched, query: str, where: str = "") -> Page:
    """A page on which somebody searched, when everything is shown."""
    page = watched.open(where)
    page.keyboard.press("/")
    page.locator("#search-input").fill(query)
    expect(page.locator(STATUS)).to_have_text(re.compile(r"answer|page|Nothing|could not"))
    return page


def test_nothing_of_search_is_fetched_before_somebody_searches(desk: Watched) -> None:
    page = desk.open(EXPLAINER)
    page.wait_for_load_state("networkidle")
    wanted = (MODULES, "pagefind/", "search/names.json")
    assert [url for url in desk.requests if any(part in url for part in wanted)] == []


def test_the_page_of_search_says_what_it_lacks_only_where_it_lacks_it(
    browser: Browser, desk: Watched, address: str
) -> None:
    lacks = "Search needs JavaScript and a server"
    expect(desk.open("search/").get_by_text(lacks)).to_be_hidden()
    without = Watched(browser, address, java_script_enabled=False)
    expect(without.open("search/").get_by_text(lacks)).to_be_visible()
    without.close()


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("acme", "Acme"),
        ("Acme’s", "Acme"),
        ("ACME maps", "Acme"),
        ("amce", "Acme, for “amce”"),
        ("acne", "Acme, for “acne”"),
        ("where does bolt stand?", "Bolt"),
        ("cog sons", "Cog & <Sons>"),
        ("cog and sons", "Cog & <Sons>"),
        ("cog and sons’s", "Cog & <Sons>"),
        ("who refuses", "Refuses"),
        ("refusing", "Refuses"),
        ("town hall", "The town"),
        ("map orders", "Map order"),
        ("bells", "Town: bells"),
    ],
)
def test_what_is_named_is_answered_first(desk: Watched, query: str, title: str) -> None:
    page = asked(desk, query)
    titles = page.locator(f"{CARDS} b")
    expect(titles.first).to_be_visible()
    assert title in titles.all_inner_texts()
    expect(page.locator("#search ol > li").first).to_have_class("search__answer")
    assert desk.errors == []


def test_an_answer_tells_where_one_was_last_known_to_stand_and_leads_to_the_claim(
    desk: Watched,
) -> None:
    page = asked(desk, "acme maps refuses 2031")
    row = page.locator(f"{CARDS} ul a").first
    expect(row).to_contain_text("Refuses")
    expect(row).to_contain_text("4 May 2031")
    row.click()
    page.wait_for_url(f"**/{EXPLAINER}#stance-acme-2031-05-04")
    page.go_back()
    expect(page.locator("#search-input")).to_have_value("acme maps refuses 2031")


def test_who_asks_who_did_not_is_never_told_who_did(desk: Watched) -> None:
    page = asked(desk, "who did not withdraw")
    assert "Withdraws" not in page.locator(f"{CARDS} b").all_inner_texts()


def test_a_name_that_nearly_is_one_is_offered_where_nothing_is_found(desk: Watched) -> None:
    page = asked(desk, "twonbelsl")
    expect(page.locator(STATUS)).to_contain_text("Nothing found. Did you mean “Town: bells”?")
    expect(page.locator("#search ol a")).to_have_count(0)


HOSTILE = {
    "markup": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "long": "acme" * 2500,
    "words": "acme " * 2000,
    "stop words": "the of and who",
    "right to left": "من يرفض الخرائط",
    "emoji": "🗺️🔔",
    "marks": '"" \\ | ? * ( [ %00',
    "proto": "constructor __proto__ toString",
}


@pytest.mark.parametrize("query", HOSTILE.values(), ids=HOSTILE)
def test_whatever_is_typed_is_answered_in_words(desk: Watched, query: str) -> None:
    page = desk.open("")
    page.keyboard.press("/")
    page.locator("#search-input").evaluate(
        "(input, text) => { input.value = text; input.dispatchEvent(new InputEvent('input')); }",
        query,
    )
    expect(page.locator(STATUS)).to_have_text(re.compile(r"answer|page|Nothing"))
    assert page.locator("#search :is(script, img)").count() == 0
    assert "could not" not in page.locator(STATUS).inner_text()
    assert desk.errors == []


def test_search_works_where_a_browser_keeps_nothing(browser: Browser, address: str) -> None:
    watched = Watched(browser, address)
    watched.context.add_init_script(
        "for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])"
        " Object.defineProperty(window, name, { get() { throw new Error('off'); } })"
    )
    page = asked(watched, "acme")
    expect(page.locator(f"{CARDS} b").first).to_have_text("Acme")
    watched.close()


def gone(route: Route) -> None:
    route.fulfill(status=404, body="gone")


def halved(route: Route) -> None:
    whole = route.fetch()
    route.fulfill(response=whole, body=whole.body()[: len(whole.body()) // 2])


NO_PASSAGES, SOME = "Passages could not be searched.", "Some results could not be loaded."
NO_ANSWERS = "Answers from the ledger could not be loaded"


@pytest.mark.parametrize(
    ("how", "lost", "said", "cards", "pages"),
    [
        (gone, "**/pagefind/pagefind-worker.js", NO_PASSAGES, True, False),
        (gone, "**/pagefind/*.pagefind", NO_PASSAGES, True, False),
        (gone, "**/pagefind/index/*", SOME, True, False),
        (gone, "**/pagefind/fragment/*", SOME, True, False),
        (gone, "**/search/names.json", NO_ANSWERS, False, True),
        (gone, "**/search/companies/*", "page", False, True),
        (gone, "**/search/dialog.js", "Search could not be loaded.", False, False),
        (halved, "**/pagefind/pagefind-entry.json*", NO_PASSAGES, True, False),
        (halved, "**/pagefind/*.pf_meta", NO_PASSAGES, True, False),
        (halved, "**/pagefind/*.pagefind", NO_PASSAGES, True, False),
        (halved, "**/pagefind/index/*", SOME, True, False),
        (halved, "**/pagefind/fragment/*", SOME, True, False),
        (halved, "**/search/names.json", NO_ANSWERS, False, True),
        (halved, "**/search/companies/*", "page", False, True),
        (halved, "**/search/words/*", "answer", True, True),
    ],
)
def test_what_is_there_is_shown_and_what_lacks_is_said(
    browser: Browser,
    address: str,
    how: Callable[[Route], None],
    lost: str,
    said: str,
    cards: bool,
    pages: bool,
) -> None:
    watched = Watched(browser, address)
    watched.context.route(lost, how)
    page = watched.open("")
    page.keyboard.press("/")
    page.locator("#search-input").fill("acme")
    expect(page.locator(STATUS)).to_contain_text(said)
    for shown, results in ((cards, CARDS), (pages, PAGES)):
        if shown:
            expect(page.locator(results).first).to_be_visible()
        else:
            expect(page.locator(results)).to_have_count(0)
    watched.close()


def test_without_a_part_of_the_index_no_word_is_said_to_be_nowhere(
    browser: Browser, address: str
) -> None:
    watched = Watched(browser, address)
    watched.context.route("**/pagefind/index/*", gone)
    page = asked(watched, "walkers clocks noon")
    expect(page.locator(STATUS)).to_contain_text("Some results could not be loaded.")
    expect(page.locator(STATUS)).not_to_contain_text("No page has")
    watched.close()


@pytest.mark.parametrize("query", HOSTILE.values(), ids=HOSTILE)
def test_whatever_an_address_asks_is_answered_in_words(desk: Watched, query: str) -> None:
    page = desk.open(f"search/?q={quote(query)}&kind={quote(query[:50])}")
    expect(page.locator(STATUS)).to_have_text(re.compile(r"answer|page|Nothing"))
    assert page.locator("#search :is(script, img)").count() == 0
    assert desk.errors == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [NARROW, PHONE, DESK], ids=["320", "phone", "desk"])
def test_answers_bar_nobody_and_are_no_wider_than_a_phone(
    browser: Browser, address: str, scheme: str, width: dict[str, int]
) -> None:
    watched = Watched(browser, address, color_scheme=scheme, viewport=width, bypass_csp=True)
    page = asked(watched, "acme")
    found = Axe().run(page, options={"runOnly": RULES}).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
    assert page.evaluate("document.querySelector('#search').scrollWidth") <= width["width"]
    watched.close()


def test_words_are_compared_without_capitals_marks_and_endings(desk: Watched) -> None:
    page = desk.open("")
    found = page.evaluate(
        """async () => {
          const fold = await import(new URL("javascripts/search/fold.js", document.baseURI));
          const same = [["refuses", "refused"], ["refusing", "refuse"], ["complies", "comply"],
            ["treaties", "treaty"], ["stopped", "stops"], ["boxes", "box"], ["notices", "notice"]];
          return {
            same: same.filter(([one, other]) => fold.stem(one) !== fold.stem(other)),
            words: ["Café’s", "\\uff21\\uff23\\uff2d\\uff25", "AT&T", "doesn’t"]
              .map((text) => fold.words(text).join(" ")),
            apart: [["acme", "amce"], ["acme", "acm"], ["acme", "acmee"], ["acme", "bolt"]]
              .map(([one, other]) => fold.apart(one, other, 2)),
          };
        }"""
    )
    assert found == {
        "same": [],
        "words": ["cafe", "acme", "att", "does not"],
        "apart": [1, 1, 1, 3],
    }


NAMES = {
    "companies": [
        {"id": "acme", "name": "Acme", "also": ["顶点", "Peak"]},
        {"id": "bolt", "name": "Bolt", "parent": "acme"},
        *(
            {"id": name, "name": name}
            for name in ("D&T", "D-Mobile", "Pen and Ink", "Vu+", "Q.E. Co.")
        ),
    ],
    "topics": [
        {
            "id": "maps",
            "name": "Ostvale: maps",
            "says": "Whose maps?",
            "place": "Ostvale",
            "also": ["地图法"],
        },
        {
            "id": "logs",
            "name": "Norrland: logs",
            "says": "Whose logs?",
            "place": "Norrland",
            "also": ["地图法"],
        },
    ],
    "authorities": [{"id": "gov", "name": "Government of Ostvale", "place": "Ostvale"}],
    "positions": [
        {"id": "no", "name": "Refuses", "also": ["拒绝", "not comply", "不遵守"]},
        {"id": "yes", "name": "Complies", "also": ["遵守"]},
    ],
    "places": [{"name": "Norrland", "also": ["北国"]}, {"name": "Ostvale", "also": ["East Vale"]}],
    "words": [],
}


@pytest.mark.parametrize(
    ("query", "read"),
    [
        ("Peak Norrland 2031", "Acme, Norrland, 2031"),
        ("顶点拒绝北国", "Acme, Refuses, Norrland"),
        ("ostvale government", "Government of Ostvale"),
        ("bolt's logs", "Bolt; logs"),
        ("eastvale", "Ostvale"),
        ("who doesn’t comply", "Refuses"),
        ("who has not refused", ""),
        ("d and t", "D&T"),
        ("d & t", "D&T"),
        ("D&T’s maps", "D&T; maps"),
        ("d mobile", "D-Mobile"),
        ("dmobile's", "D-Mobile"),
        ("pen & ink", "Pen and Ink"),
        ("vu plus", "Vu+"),
        ("qe co", "Q.E. Co."),
        ("北国地图法", "Ostvale: maps, Norrland: logs, Norrland"),
        ("谁遵守", "Complies"),
        ("谁不遵守", "Refuses"),
        ("谁不拒绝", ""),
        ("the boltx", "; boltx"),
        ("ac", "; ac"),
    ],
)
def test_a_query_is_read_by_its_longest_names(desk: Watched, query: str, read: str) -> None:
    page = desk.open("")
    found = page.evaluate(
        """async ([names, query]) => {
          const at = new URL("javascripts/search/query.js", document.baseURI);
          const { dictionary, read } = await import(at);
          const found = read(dictionary(names), query);
          const kinds = ["companies", "positions", "authorities", "topics", "places", "words"];
          const named = kinds.flatMap((kind) => found[kind].map((one) => one.name));
          named.push(...found.years);
          return named.join(", ") + (found.rest.length ? "; " + found.rest.join(" ") : "");
        }""",
        [NAMES, query],
    )
    assert found == read


def test_a_slash_opens_search_and_the_keyboard_suffices(desk: Watched) -> None:
    page = desk.open(EXPLAINER)
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox", name="Search the site")).to_be_focused()
    page.keyboard.type("walkers")
    results = page.locator("#search ol a")
    expect(results.filter(has_text="Does Acme give the town its maps?").first).to_be_visible()
    expect(results.first.locator("span")).to_have_text("Explainer")
    expect(results.nth(1).locator("span")).to_have_text("Acme: Refuses, 4 May 2031")
    expect(results.nth(1).locator("mark")).to_have_text("walkers,")
    page.keyboard.press("ArrowDown")
    expect(results.first).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{EXPLAINER}#stance-acme-2031-05-04")
    expect(page.locator("article:target")).to_contain_text("Will not hand over its maps.")
    assert desk.errors == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("kind", "Company"),
        ("company", "Bolt"),
        ("topic", "Town: maps"),
        ("position", "Refuses"),
        ("year", "2032"),
    ],
)
def test_search_can_be_narrowed(desk: Watched, name: str, value: str) -> None:
    page = desk.open("")
    page.keyboard.press("/")
    page.keyboard.type("Acme")
    expect(page.locator("#search ol a").first).to_be_visible()
    everything = page.locator("#search [role=status]").inner_text()
    assert not [url for url in desk.requests if url.endswith(".pf_filter")]
    narrow(page, **{name: value})
    expect(page.locator("#search [role=status]")).not_to_have_text(everything)
    expect(page.locator("#search ol a").first).to_be_visible()


def narrow(page: Page, **chosen: str) -> None:
    page.get_by_text("Narrow it down").click()
    for name, value in chosen.items():
        page.locator(f"#search select[name={name}]").select_option(value)


def test_what_is_chosen_together_holds_for_one_claim(desk: Watched) -> None:
    page = desk.open("")
    page.keyboard.press("/")
    narrow(page, company="Bolt", position="Refuses")
    # Acme refuses, and Bolt has not said, on the page of the town's maps
    expect(page.locator("#search [role=status]")).not_to_have_text("")
    passages = page.locator("#search ol ul a")
    expect(passages.first).to_contain_text("Bolt: Refuses")
    titles = page.locator("#search ol b")
    assert "Does Acme give the town its maps?" not in titles.all_inner_texts()
    for label in passages.locator("span").all_inner_texts():
        assert label.startswith("Bolt: Refuses")
    page.locator("#search select[name=year]").select_option("2031")
    expect(page.locator("#search [role=status]")).to_contain_text("Nothing found")
    page.locator("#search select[name=company]").select_option("")
    expect(passages).to_have_count(1)
    expect(passages).to_contain_text("Acme: Refuses, 4 May 2031")
    passages.click()
    page.wait_for_url(f"**/{EXPLAINER}#stance-acme-2031-05-04")


def test_the_words_themselves_go_before_what_begins_with_them(desk: Watched) -> None:
    page = desk.open("")
    page.keyboard.press("/")
    words = page.locator("#search ol mark")
    page.keyboard.type("no")  # and not "noon", "nobody" or "not"
    expect(words.first).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert {re.sub(r"\W", "", word).lower() for word in words.all_inner_texts()} == {"no"}
    for nowhere in ("walk", "xylophone"):  # there are walkers, who are something else
        page.locator("#search-input").fill(nowhere)
        expect(page.locator("#search [role=status]")).to_have_text("Nothing found.")
        expect(page.locator("#search ol a")).to_have_count(0)


def test_a_word_is_found_in_another_form(desk: Watched) -> None:
    page = asked(desk, "walker map")
    expect(page.locator("#search ol mark", has_text="walkers").first).to_be_visible()


def test_what_no_page_has_is_named(desk: Watched) -> None:
    page = asked(desk, "walkers xylophone")
    expect(page.locator("#search [role=status]")).to_contain_text("No page has “xylophone”.")
    expect(page.locator("#search ol a").first).to_be_visible()


@pytest.mark.parametrize(
    "query",
    [
        "gearbox xylophone maps",
        "does the xylophone have a gearbox for walkers?",
        "xylophone gearbox refused",  # and not who else refused
    ],
)
def test_what_is_mostly_unknown_is_not_found_by_the_one_word_that_pages_share(
    desk: Watched, query: str
) -> None:
    page = asked(desk, query)
    expect(page.locator(STATUS)).to_contain_text("Nothing found.")
    expect(page.locator(STATUS)).to_contain_text("“xylophone”")
    expect(page.locator("#search ol a")).to_have_count(0)


def test_an_answer_stands_whatever_else_is_unknown(desk: Watched) -> None:
    page = asked(desk, "acme gearbox xylophone")
    expect(page.locator(f"{CARDS} b").first).to_have_text("Acme")
    expect(page.locator(STATUS)).to_contain_text("No page has “gearbox” or “xylophone”.")


def test_an_address_of_search_asks_and_the_way_back_keeps_it(desk: Watched) -> None:
    page = desk.open("search/?q=walkers")
    passage = page.locator("#search ol ul a")
    expect(passage).to_contain_text("We draw them for walkers")
    page.locator("#search-input").fill("clocks")
    narrow(page, kind="Explainer")
    expect(passage.first).to_contain_text("clocks")
    there = passage.first.get_attribute("href") or ""
    passage.first.click()
    page.wait_for_url(f"**{there}")
    page.go_back()
    expect(page.locator("#search-input")).to_have_value("clocks")
    expect(page.locator("#search select[name=kind]")).to_have_value("Explainer")
    expect(passage.first).to_contain_text("clocks")
    assert page.url.endswith("search/?q=clocks&kind=Explainer")


def test_a_result_on_the_page_itself_can_be_left_and_come_back_to(desk: Watched) -> None:
    page = desk.open(EXPLAINER)
    page.keyboard.press("/")
    page.keyboard.type("walkers")
    page.locator("#search ol ul a").click()
    expect(page.locator("#search")).to_be_hidden()
    page.go_back()
    expect(page.locator("#search-input")).to_have_value("walkers")
    page.get_by_role("button", name="Close").click()
    page.reload()
    expect(page.locator("#search")).to_be_hidden()


def test_more_results_come_on_demand(desk: Watched) -> None:
    page = desk.open("")
    page.keyboard.press("/")
    page.keyboard.type("the")
    results, more = page.locator(".search__results > li"), page.get_by_text("Show more")
    expect(results).to_have_count(12)
    more.click()
    expect(results.nth(12).locator("a").first).to_be_focused()
    expect(more).to_be_hidden()


def test_search_waits_for_who_composes_a_word(desk: Watched) -> None:
    page = desk.open("")
    page.keyboard.press("/")
    expect(page.locator("#search [role=status]")).not_to_have_text("")
    page.evaluate(
        "const one = document.getElementById('search-input'); one.value = 'walkers';"
        "one.dispatchEvent(new InputEvent('input', { isComposing: true }))"
    )
    page.wait_for_timeout(500)
    expect(page.locator("#search ol a")).to_have_count(0)
    page.evaluate(
        "document.getElementById('search-input')"
        ".dispatchEvent(new CompositionEvent('compositionend'))"
    )
    expect(page.locator("#search ol a").first).to_be_visible()


def test_every_passage_that_search_leads_to_is_on_its_page(site: Path) -> None:
    for path in site.glob("pagefind/fragment/*.pf_fragment"):
        found = json.loads(gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd"))
        page = site / found["url"].partition("#")[0].strip("/") / "index.html"
        assert {one["id"] for one in found["anchors"]} <= ids(page.read_text("utf-8")), found["url"]


def test_a_form_on_the_home_page_searches(desk: Watched) -> None:
    page = desk.open("")
    page.get_by_role("searchbox").first.fill("bell")
    page.keyboard.press("Enter")
    expect(page.locator("#search ol a").first).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(page.locator("#search")).to_be_hidden()

"""What the built site holds, and what it does not."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import extruct

from tests.site.conftest import ROOT, URL, build
from tests.site.html_pages import article, folded, ids, links, parsed

EXPLAINER = "explainers/2031-05-acme-maps/"
HOSTILE = "explainers/2031-07-hostile/"
DRAFT = "explainers/2031-08-draft/"
WITHDRAWN = "explainers/2031-04-withdrawn/"
# under this address a page of errors is served for any address, so its links begin at the root
ERROR = "404.html"


def test_a_strict_build_warns_of_nothing(build_log: str) -> None:
    assert "WARNING" not in build_log


def test_every_kind_of_page_is_there(pages: dict[str, str]) -> None:
    wanted = {"", "explainers/", "topics/", "companies/", "timeline/", "glossary/", "sources/"}
    wanted |= {"corrections/", "data/", "search/", "method/", "contribute/", "about/", ERROR}
    wanted |= {EXPLAINER, DRAFT, WITHDRAWN, "topics/town-maps/", "topics/quiet/"}
    wanted |= {"companies/acme/", "companies/bolt/", "sources/2031-05-acme-maps/"}
    wanted |= {"authorities/", "authorities/town/", "authorities/village/", "topics/noise/"}
    assert wanted <= pages.keys()


def test_nothing_of_the_theme_is_loaded_or_published(site: Path, pages: dict[str, str]) -> None:
    for address, page in pages.items():
        loaded = parsed(page).xpath("//link[@rel='stylesheet']/@href | //script/@src")
        folders = {there.split("/")[-2] for there in loaded}
        assert folders <= {"stylesheets", "javascripts"}, address
        assert not [there for there in loaded if "assets/" in there], address
    ours = {path.name for path in (ROOT / "docs/assets").iterdir()}
    assert {path.name for path in (site / "assets").rglob("*")} == ours


def test_every_link_leads_to_a_page_and_an_anchor_that_are_there(
    site: Path, pages: dict[str, str]
) -> None:
    broken = [
        (address, href)
        for address, page in pages.items()
        if address != ERROR
        for href, target, anchor in links(address, page)
        if not (site / target).exists()
        or (anchor and target in pages and anchor not in ids(pages[target]))
    ]
    assert broken == []


def test_no_id_stands_twice_on_a_page(pages: dict[str, str]) -> None:
    for address, page in pages.items():
        found = parsed(page).xpath("//@id")
        assert sorted(set(found)) == sorted(found), address


def test_every_claim_leads_to_a_receipt_that_leads_back(pages: dict[str, str]) -> None:
    page = pages[EXPLAINER]
    claims = parsed(page).xpath("//*[@id][.//a[@class='r']]/@id")
    receipts = {
        item.get("id"): set(item.xpath(".//p[@class='back']/a/@href"))
        for item in parsed(page).xpath("//ol[@class='quotes']/li")
    }
    backlinks = {href.removeprefix("#") for hrefs in receipts.values() for href in hrefs}
    assert "stance-acme-2031-05-04" in claims
    assert backlinks <= ids(page)
    for mark in parsed(page).xpath("//a[@class='r']"):
        assert mark.get("href").removeprefix("#") in receipts


def test_a_receipt_shows_the_passage_word_for_word(pages: dict[str, str]) -> None:
    (stance,) = parsed(pages[EXPLAINER]).xpath("//*[@id='stance-acme-2031-05-04']")
    (mark,) = stance.xpath(".//a[@class='r']/@href")
    (receipt,) = parsed(pages[EXPLAINER]).xpath(f"//*[@id='{mark[1:]}']//q")
    assert (
        folded(receipt) == "“We draw them for walkers, not for clerks,” Acme wrote on 4 May 2031."
    )


def test_a_quoted_statement_is_the_companys_own_words(pages: dict[str, str]) -> None:
    (stance,) = parsed(pages[EXPLAINER]).xpath("//*[@id='stance-acme-2031-05-04']")
    assert "In its own words" in folded(stance)


def test_the_receipts_page_follows_the_articles_order(pages: dict[str, str]) -> None:
    quotes = [folded(q) for q in parsed(pages["sources/2031-05-acme-maps/"]).xpath("//ol//q")]
    text = " ".join(
        (Path(__file__).parent / "seeds/stories/2031-05-acme-maps/article.txt").read_text().split()
    )
    assert [text.index(quote) for quote in quotes] == sorted(text.index(q) for q in quotes)


def test_an_editors_note_says_that_it_is_not_from_the_article(pages: dict[str, str]) -> None:
    (event,) = parsed(pages[EXPLAINER]).xpath("//*[@id='event-2031-05-03']")
    (note,) = event.xpath(".//aside")
    assert folded(note).startswith("Editor’s note, not from the article. The bell rang at noon.")


def test_an_unstated_year_is_shown_as_unstated(pages: dict[str, str]) -> None:
    assert "4 May (year not stated)" in folded(article(pages[EXPLAINER]))


def test_a_year_from_context_is_shown_as_such(pages: dict[str, str]) -> None:
    (event,) = parsed(pages[HOSTILE]).xpath("//*[@id='event-2031-07-01']")
    assert "context" not in folded(event)  # the article itself states the year


def test_a_moved_story_says_so(pages: dict[str, str]) -> None:
    said = folded(article(pages[EXPLAINER]))
    assert "This story has moved. Other positions since: Acme, Bolt and Cog & <Sons> on" in said
    assert "moved" not in folded(article(pages["explainers/2031-06-acme-answers/"]))


def test_the_ledger_keeps_every_step(pages: dict[str, str]) -> None:
    steps = parsed(pages["companies/acme/"]).xpath("//section[@id='topic-town-maps']/details/ol/li")
    words = [(folded(s.xpath(".//*[contains(@class,'pos ')]")[0]), s) for s in steps]
    assert [position for position, _ in words] == ["Complies in part", "Refuses"]
    assert [folded(s.xpath(".//*[contains(@class,'step ')]")[0]) for s in steps] == [
        "changed",
        "new",
    ]


def test_a_subsidiarys_position_stays_its_own(pages: dict[str, str]) -> None:
    page = parsed(pages["companies/acme/"])
    owned = page.xpath("//section[starts-with(@id, 'company-bolt-topic-')]//h3")
    assert [folded(name) for name in owned] == ["Bolt: Town: bells", "Bolt: Town: maps"]
    (now,) = page.xpath("//ul[@class='stands']")
    assert "Bolt" not in folded(now)


def test_a_topic_without_positions_says_so(pages: dict[str, str]) -> None:
    assert "No reviewed explainer has a position" in folded(article(pages["topics/quiet/"]))


def test_a_draft_says_what_it_is_and_counts_nowhere_else(site: Path, pages: dict[str, str]) -> None:
    for page in (DRAFT, "sources/2031-08-draft/"):
        assert "Draft, not yet reviewed" in folded(article(pages[page]))
    assert parsed(pages[DRAFT]).xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert "Dial Works not decided" in folded(article(pages[DRAFT]))
    assert "May be: “Has not said” or “Pauses”" in folded(article(pages[DRAFT]))
    naming = {address for address, page in pages.items() if "Dial Works" in page}
    assert naming == {DRAFT, "explainers/", "sources/2031-08-draft/"}
    assert "2031-08-draft" not in (site / "sitemap.xml").read_text("utf-8")


def test_a_withdrawn_story_keeps_an_explanation_at_its_address(pages: dict[str, str]) -> None:
    said = folded(article(pages[WITHDRAWN]))
    assert "The article was wrong about the bell." in said
    assert "The town has no bell." not in said


def test_a_renamed_story_is_reached_from_its_old_address(site: Path, pages: dict[str, str]) -> None:
    for kind in ("explainers", "sources"):
        page = parsed(pages[f"{kind}/2031-06-which-map/"])
        there = f"{kind}/2031-06-acme-answers/"
        (way,) = page.xpath("//article//p[@class='answer']/a/@href")
        assert way == f"../../{there}"
        assert page.xpath("//link[@rel='canonical']/@href") == [
            f"https://stand.example/site/{there}"
        ]
        assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
        assert not page.xpath("//*[@data-pagefind-body]")
    assert "which-map" not in (site / "sitemap.xml").read_text("utf-8")
    assert "which-map" not in pages["explainers/"]


def test_a_company_shows_the_names_it_had(pages: dict[str, str]) -> None:
    assert "Also known as Acme Maps" in folded(article(pages["companies/acme/"]))


def test_the_site_map_has_its_days_from_the_records(site: Path) -> None:
    entries = re.findall(
        r"<loc>(.*?)</loc>(?:<lastmod>(.*?)<)?", (site / "sitemap.xml").read_text()
    )
    assert ("https://stand.example/site/explainers/2031-05-acme-maps/", "2031-05-12") in entries
    assert not list(site.glob("sitemap.xml.gz"))


def test_pages_name_their_address_and_a_picture(site: Path, pages: dict[str, str]) -> None:
    page = parsed(pages[EXPLAINER])
    where = f"https://stand.example/site/{EXPLAINER}"
    assert page.xpath("//link[@rel='canonical']/@href") == [where]
    assert page.xpath("//meta[@property='og:title']/@content") == [
        "Does Acme give the town its maps?"
    ]
    (picture,) = page.xpath("//meta[@property='og:image']/@content")
    assert (site / picture.removeprefix("https://stand.example/site/")).is_file()


def test_every_page_links_the_feeds_and_some_their_own(site: Path, pages: dict[str, str]) -> None:
    for address, page in pages.items():
        found = parsed(page).xpath("//link[@rel='alternate']/@href")
        assert len(found) >= 2, address
    company = parsed(pages["companies/acme/"]).xpath("//link[@rel='alternate']")
    assert [(link.get("type"), link.get("href")) for link in company] == [
        ("application/atom+xml", "../../feed.xml"),
        ("application/feed+json", "../../feed.json"),
        ("application/atom+xml", "feed.xml"),
        ("application/feed+json", "feed.json"),
        ("application/json", "../../api/v1/companies/acme.json"),
    ]


def test_a_strangers_program_reads_what_a_page_says_of_itself(pages: dict[str, str]) -> None:
    (graph,) = extruct.extract(pages[EXPLAINER], syntaxes=["json-ld"])["json-ld"]
    article_, trail = graph["@graph"]
    assert article_["@type"] == "Article"
    assert article_["url"] == parsed(pages[EXPLAINER]).xpath("//link[@rel='canonical']/@href")[0]
    names = [step["name"] for step in trail["itemListElement"]]
    assert names[:-1] == [
        folded(a) for a in parsed(pages[EXPLAINER]).xpath("//nav[@class='crumb']//a")
    ]
    assert extruct.extract(pages[DRAFT], syntaxes=["json-ld"])["json-ld"] == []


def test_the_footer_leads_to_the_data(pages: dict[str, str]) -> None:
    assert "../../data/" in parsed(pages[EXPLAINER]).xpath("//footer//a/@href")


def test_only_pages_that_record_a_position_are_found_by_it(pages: dict[str, str]) -> None:
    found = {
        address
        for address, page in pages.items()
        if parsed(page).xpath("//*[@data-pagefind-filter='position']")
    }
    kinds = {address.partition("/")[0] for address in found}
    assert kinds == {"explainers", "companies", "topics"}
    assert not found & {"", "explainers/", "companies/", "topics/"}


def test_pages_are_found_by_their_years(pages: dict[str, str]) -> None:
    def years(address: str) -> list[str]:
        return [
            folded(y) for y in parsed(pages[address]).xpath("//*[@data-pagefind-filter='year']")
        ]

    assert years(EXPLAINER) == ["2031"]
    assert years("companies/acme/") == ["2031", "2032"]
    assert years("topics/towers/") == []
    assert years("topics/") == []


def test_corrections_link_to_the_record_and_its_history(pages: dict[str, str]) -> None:
    hrefs = parsed(pages[EXPLAINER]).xpath("//div[@class='fix']//a/@href")
    record = "main/seeds/stories/2031-05-acme-maps/explainer.yml"
    assert f"https://code.example/stand/edit/{record}" in hrefs
    assert f"https://code.example/stand/commits/{record}" in hrefs


def test_the_navigation_does_not_grow_with_the_stories(pages: dict[str, str]) -> None:
    counts = {len(parsed(page).xpath("//header//nav//a")) for page in pages.values()}
    assert counts == {7 + 16}  # on a desk, and in the menu, which has all sections


def test_every_claim_can_be_reported_by_its_own_link(pages: dict[str, str]) -> None:
    page = parsed(pages[EXPLAINER])
    claims = set(page.xpath("//p[@class='back']/a/@href"))
    reports = [urlsplit(href) for href in page.xpath("//details[@class='lines']//a/@href")]
    places = {parse_qs(parts.query)["page"][0] for parts in reports}
    assert {f"{URL}{EXPLAINER}{claim}" for claim in claims} == places


def test_the_way_to_the_editors_stands_where_it_is_set_and_only_there(
    own_project: Path, pages: dict[str, str]
) -> None:
    assert not any("mailto:" in page for page in pages.values())
    result = build(own_project, CONTACT="mailto:desk@stand.example")
    assert result.returncode == 0, result.stderr
    for name in ("index.html", f"{EXPLAINER}index.html", "about/index.html"):
        text = (own_project / "site" / name).read_text("utf-8")
        assert 'href="mailto:desk@stand.example"' in text, name

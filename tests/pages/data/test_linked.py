"""What pages tell search engines, as a stranger's program reads it."""

from __future__ import annotations

import json
from typing import Any

import extruct
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.pages.data.conftest import URL
from tests.pages.world import site
from tests.publication import PUBLISHER
from tools.model.dates import Date
from tools.model.story import Seeds
from tools.model.vocabulary import GlossaryTerm
from tools.pages import Settings, glossary
from tools.pages.data import linked
from tools.pages.data.spans import coverage, ends, temporal
from tools.pages.render import Page
from tools.pages.site import Site


def meta(text: str) -> dict[str, Any]:
    """The front matter of a page."""
    found: dict[str, Any] = yaml.safe_load(text.split("\n---\n")[0])
    return found


def nodes(built: dict[str, str], path: str) -> list[dict[str, Any]]:
    """The JSON-LD of a page, read from a page of HTML."""
    page = f'<script type="application/ld+json">{meta(built[path])["linked"]}</script>'
    (graph,) = extruct.extract(page, base_url=URL, syntaxes=["json-ld"])["json-ld"]
    assert graph["@context"] == "https://schema.org"
    found: list[dict[str, Any]] = graph["@graph"]
    return found


def of_type(found: Any, kind: str) -> list[dict[str, Any]]:
    """Every node of a type, wherever in the graph."""
    if isinstance(found, list):
        return [node for item in found for node in of_type(item, kind)]
    if not isinstance(found, dict):
        return []
    own = [found] if found.get("@type") == kind else []
    return own + [node for item in found.values() for node in of_type(item, kind)]


def test_an_explainer_is_an_article_with_its_events_and_sources(built: dict[str, str]) -> None:
    found = nodes(built, "explainers/2031-05-acme-maps/index.md")
    article = found[0]
    assert article["@type"] == "Article"
    assert article["@id"] == f"{URL}explainers/2031-05-acme-maps/"
    assert article["headline"] == "Does Acme give the town its maps?"
    assert (article["datePublished"], article["dateModified"]) == ("2031-05-10", "2031-05-12")
    # the days of the page are not those of what it tells
    assert article["temporalCoverage"] == "2031-01-01/2031-12-31"  # some of it is of "2031~"
    # an approximate date and one without a year are no dates that schema.org knows
    assert [(e["startDate"], e.get("endDate")) for e in of_type(found, "Event")] == [
        ("2031-05-03", None),
        ("2031-03", "2031-05"),
    ]
    assert [one["name"] for one in article["about"]] == [
        "Will map makers give the town their maps?",
        "The town",
    ]
    assert article["about"][1]["@type"] == "GovernmentOrganization"
    assert [source["headline"] for source in article["citation"]] == ["Acme keeps its maps"]
    assert article["mentions"][0] == {
        "@type": "Organization",
        "@id": f"{URL}companies/acme/",
        "name": "Acme",
    }


def test_a_company_is_an_organization_that_said_what_it_said(built: dict[str, str]) -> None:
    (company, *_) = nodes(built, "companies/bolt/index.md")
    assert company["parentOrganization"]["@id"] == f"{URL}companies/acme/"
    assert "sameAs" not in company
    acme, *rest = nodes(built, "companies/acme/index.md")
    said = next(node for node in of_type(rest, "Quotation") if "2031-06" in node["url"])
    assert acme["sameAs"] == "https://www.wikidata.org/wiki/Q1"
    assert said["@type"] == "Quotation"
    assert said["temporal"] == "2031-06-02"
    # what it left is not what is last known
    assert not any("2031-05-acme-maps" in node["url"] for node in of_type(rest, "Quotation"))
    assert said["about"] == {"@id": acme["@id"]}
    assert "spokenByCharacter" not in said  # a clerk said it
    assert said["url"].startswith(f"{URL}explainers/2031-06-acme-answers/#stance-acme")


def test_an_own_report_is_ours_and_cites_what_it_was_written_from(later: dict[str, str]) -> None:
    article = nodes(later, "explainers/2032-01-bells/index.md")[0]
    own, reference = article["citation"]
    assert (own["@type"], own["publisher"]["name"]) == ("Article", "Where They Stand")
    assert own["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert reference == {
        "@type": "WebPage",
        "name": "The order",
        "datePublished": "2032-01",
        "url": "https://town.example/order",
    }
    page = of_type(nodes(later, "sources/2032-01-bells/index.md"), "Article")[0]
    assert page["citation"] == [reference]


def test_an_authority_is_an_organization_of_the_state(later: dict[str, str]) -> None:
    town, *_ = nodes(later, "authorities/town/index.md")
    assert town["@type"] == "GovernmentOrganization"
    assert town["@id"] == f"{URL}authorities/town/"
    assert town["alternateName"] == ["Town hall"]


def test_a_company_that_has_closed_says_when(later: dict[str, str]) -> None:
    assert nodes(later, "companies/cog/index.md")[0]["dissolutionDate"] == "2033-04"


@pytest.mark.parametrize(
    ("date", "start", "end", "text"),
    [
        ("2031-05", "2031-05", None, "2031-05"),
        ("2031-03/2031-05-02", "2031-03", "2031-05-02", "2031-03/2031-05-02"),
        ("2031~/2032", None, "2032", "../2032"),
        ("2031-03/..", "2031-03", None, "2031-03/.."),
        ("../2031-03", None, "2031-03", "../2031-03"),
        ("2031~", None, None, None),
        ("203X", None, None, None),
        ("XXXX-05-04", None, None, None),
    ],
)
def test_a_date_has_the_ends_that_are_known(
    date: str, start: str | None, end: str | None, text: str | None
) -> None:
    assert (*ends(Date(date)), temporal(Date(date))) == (start, end, text)


def test_what_a_page_tells_reaches_from_its_first_to_its_last_day() -> None:
    told = [Date(text) for text in ("2031-05", "XXXX-01-01", "../2030-02", "2031-03/2032-01-04")]
    assert coverage(told) == "2030-02-01/2032-01-04"
    assert coverage([Date("2031-05-03")]) == "2031-05-03"
    assert coverage([Date("XXXX-05-03")]) is None


def test_receipts_are_quotations_of_their_article(built: dict[str, str]) -> None:
    found = nodes(built, "sources/2031-05-acme-maps/index.md")
    (article,) = of_type(found, "NewsArticle")
    quotations = of_type(found, "Quotation")
    assert len(quotations) > 5
    assert {quotation["isPartOf"]["@id"] for quotation in quotations} == {article["@id"]}
    assert quotations[0]["@id"] == "#receipt-1"


def test_the_glossary_is_a_set_of_terms(built: dict[str, str]) -> None:
    (terms, _) = nodes(built, "glossary/index.md")
    assert terms["@type"] == "DefinedTermSet"
    assert {"DefinedTerm"} == {term["@type"] for term in terms["hasDefinedTerm"]}
    assert "bell" in [term["name"] for term in terms["hasDefinedTerm"]]
    (word, trail) = nodes(built, "glossary/bell/index.md")
    assert word["@id"] == f"{URL}glossary/bell/"
    assert word["@id"] in [term["@id"] for term in terms["hasDefinedTerm"]]
    assert word["inDefinedTermSet"]["@id"] == terms["@id"]
    assert [step["name"] for step in trail["itemListElement"]] == ["Home", "Glossary", "Bell"]


def test_a_long_glossary_is_a_set_whose_terms_stand_on_their_own_pages() -> None:
    one = site()
    words = (GlossaryTerm(id=f"w{n}", term=f"word {n}", definition="d") for n in range(121))
    one.seeds.vocabulary.glossary.update({word.id: word for word in words})
    found = json.loads(linked.text(one, glossary.index(one)) or "")["@graph"]
    assert found[0]["@type"] == "DefinedTermSet"
    assert "hasDefinedTerm" not in found[0]


def test_the_data_is_a_dataset(built: dict[str, str]) -> None:
    (data,) = of_type(nodes(built, "data/index.md"), "Dataset")
    assert data["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert data["dateModified"] == json.loads(built["api/v1/index.json"])["updated"]
    files = [part["contentUrl"].removeprefix(URL) for part in data["distribution"]]
    assert len(files) == 2
    assert all(file in built for file in files)


def test_a_page_names_those_above_it(built: dict[str, str]) -> None:
    (trail,) = of_type(nodes(built, "topics/town-maps/index.md"), "BreadcrumbList")
    steps = [(step["position"], step["name"], step["item"]) for step in trail["itemListElement"]]
    assert steps == [
        (1, "Home", URL),
        (2, "Topics", f"{URL}topics/"),
        (3, "Will map makers give the town their maps?", f"{URL}topics/town-maps/"),
    ]


@pytest.mark.parametrize("name", ["2031-08-draft", "2031-04-withdrawn", "2031-09-frame"])
def test_a_page_that_no_engine_should_list_says_nothing(built: dict[str, str], name: str) -> None:
    assert "linked" not in meta(built[f"explainers/{name}/index.md"])


def test_a_site_without_an_address_names_pages_from_where_they_are(bare: dict[str, str]) -> None:
    (site,) = nodes(bare, "index.md")
    assert site["url"] == "./"
    company = nodes(bare, "companies/bolt/index.md")[0]
    assert company["parentOrganization"]["@id"] == "../../companies/acme/"


@given(st.text(max_size=60))
def test_no_text_can_end_the_script_that_holds_it(text: str) -> None:
    crumbs = (("", "</script><!--" + text),)
    shown = linked.text(
        Site(Seeds(publisher=PUBLISHER), Settings()), Page("x/", "t", "d", "", {}, crumbs)
    )
    assert shown is not None
    assert not set("<>&\u2028\u2029") & set(shown)
    (trail,) = json.loads(shown)["@graph"]
    assert trail["itemListElement"][0]["name"] == "</script><!--" + text


def test_a_head_links_the_feed_and_the_data_of_its_page(built: dict[str, str]) -> None:
    company = meta(built["companies/acme/index.md"])
    assert (company["feed"], company["data"]) == (
        "Acme · Where They Stand",
        "api/v1/companies/acme.json",
    )
    assert "feed" not in meta(built["index.md"])  # every page has the site's own
    for name in ("2031-08-draft", "2031-09-frame"):
        assert "data" not in meta(built[f"explainers/{name}/index.md"])

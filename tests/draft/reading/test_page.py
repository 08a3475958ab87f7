"""Saved HTML pages: what they say of themselves, what they show, and the text made of them."""

from __future__ import annotations

import json

import pytest

from tools.draft.reading import NotAnArticleError, Reading, read

pytest.importorskip("lxml", reason="the extra `draft` is not installed")
pytest.importorskip("trafilatura", reason="the extra `draft` is not installed")

from tools.draft.reading.page import as_text, read_html

HEADLINE = "Ministry orders ferry companies to hand over travel records"
PARAGRAPHS = (
    "The transport ministry of Ostvale ordered three ferry companies on Monday to hand over the "
    "travel records of their passengers.",
    "Lanternpost said that it would not comply with the order before a court had looked at it.",
    "The other two companies have not said what they will do, although the ministry asked for an "
    "answer by the end of the month.",
)
ARTICLE = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)


def page(head: str = "", body: str = ARTICLE, heading: str = HEADLINE) -> bytes:
    menu = "<nav><ul><li>Home</li><li>News</li></ul></nav>"
    whole = f"<html><head>{head}</head><body>{menu}<h1>{heading}</h1>{body}</body></html>"
    return whole.encode()


def linked_data(**fields: object) -> str:
    data = {"@context": "https://schema.org", **fields}
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def paragraphs(reading: Reading) -> tuple[str, ...]:
    return tuple(span.of(reading.text) for span in reading.paragraphs)


def test_json_ld_states_headline_authors_and_day() -> None:
    reading = read_html(
        page(
            linked_data(
                **{"@type": "NewsArticle"},
                headline=HEADLINE,
                author=[{"@type": "Person", "name": "By Anna Placeholder"}],
                datePublished="2021-05-03T08:00:00Z",
            )
        )
    )
    assert reading.headline == HEADLINE
    assert reading.authors == ("Anna Placeholder",)
    assert reading.published == "2021-05-03"
    assert paragraphs(reading) == PARAGRAPHS


def test_an_article_in_a_graph_has_its_author_elsewhere_in_the_graph() -> None:
    graph = [
        {"@type": "WebPage", "name": "A page"},
        {"@type": ["Article", "Report"], "headline": HEADLINE, "author": {"@id": "#anna"}},
        {"@type": "Person", "@id": "#anna", "name": "Anna Placeholder"},
    ]
    assert read_html(page(linked_data(**{"@graph": graph}))).authors == ("Anna Placeholder",)


def test_an_organisation_is_the_author_only_where_no_person_is() -> None:
    desk = {"@type": "Organization", "name": "Ostvale Letter"}
    anna = {"@type": "Person", "name": "Anna Placeholder"}
    both = page(linked_data(**{"@type": "Article"}, author=[desk, anna]))
    alone = page(linked_data(**{"@type": "Article"}, author=desk))
    assert read_html(both).authors == ("Anna Placeholder",)
    assert read_html(alone).authors == ("Ostvale Letter",)


def test_a_headline_that_the_page_does_not_show_is_not_taken() -> None:
    head = linked_data(**{"@type": "Article"}, headline="You will not believe what ferries do")
    assert read_html(page(head)).headline == HEADLINE


def test_the_name_of_the_site_is_no_part_of_the_headline() -> None:
    head = (
        f'<meta property="og:title" content="{HEADLINE} - The Ostvale Letter">'
        '<meta property="og:site_name" content="The Ostvale Letter">'
    )
    assert read_html(page(head)).headline == HEADLINE


def test_meta_tags_state_the_day_where_json_ld_does_not() -> None:
    head = '<meta property="article:published_time" content="2021-05-03 23:30:00 +01:00">'
    assert read_html(page(head)).published == "2021-05-03"


def test_linked_data_that_does_not_parse_is_as_none() -> None:
    head = '<script type="application/ld+json">{"@type": "Article", "headline": </script>'
    assert read_html(page(head)).headline == HEADLINE


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1", "cp1252"])
def test_a_page_is_read_in_the_encoding_it_declares(encoding: str) -> None:
    heading = "Ministry orders café owners to hand over records"
    head = f'<meta charset="{encoding}">'
    data = page(head, heading=heading).decode("utf-8").encode(encoding)
    assert read_html(data).headline == heading


@pytest.mark.parametrize("data", [b"", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"<p>" * 3_000_000])
def test_what_is_no_page_is_refused_with_a_reason(data: bytes) -> None:
    with pytest.raises(NotAnArticleError, match=r"^it (is|holds) (no|too)"):
        read_html(data)


def test_the_text_made_of_a_page_reads_as_the_page_did() -> None:
    head = linked_data(
        **{"@type": "Article"},
        headline=HEADLINE,
        author=["Anna Placeholder", "Otto Placeholder"],
        datePublished="2021-05-03",
    )
    body = f"{ARTICLE}<h2>What comes next</h2><p>{PARAGRAPHS[0]}</p><ul><li>Related</li></ul>"
    reading = read_html(page(head, body))
    text = as_text(reading)
    again = read(text)
    assert text.startswith(f"{HEADLINE}\n\nBy Anna Placeholder and Otto Placeholder\n\n")
    assert "\n\nPublished 3 May 2021\n\n" in text
    assert again.headline == reading.headline
    assert again.authors == reading.authors
    assert again.published == reading.published
    assert paragraphs(again) == paragraphs(reading)

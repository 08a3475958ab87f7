"""Nothing that a contributor writes runs, or becomes part of the page's structure."""

from __future__ import annotations

import json
import re

import pytest

from tests.site.html_pages import article, folded, own_scripts, parsed

PAGE = "explainers/2031-07-hostile/"


def test_the_only_script_that_can_run_is_ours(pages: dict[str, str]) -> None:
    for address, page in pages.items():
        scripts = parsed(page).xpath("//script[not(@type='application/ld+json')]")
        names = [s.get("src").lstrip("./").removeprefix("site/") for s in scripts]
        assert names == [f"javascripts/{name}" for name in own_scripts(address, page)], address
        assert not any(script.text for script in scripts), address


def test_linked_data_is_data_whatever_people_write(pages: dict[str, str]) -> None:
    for address, page in pages.items():
        for block in re.findall(r'<script type="application/ld\+json">(.*)</script>', page):
            assert not set("<>&") & set(block), address
            assert json.loads(block)["@context"] == "https://schema.org", address
    (block,) = parsed(pages[PAGE]).xpath("//script[@type='application/ld+json']/text()")
    (article_, _) = json.loads(block)["@graph"]
    assert article_["description"] == "<script>alert('answer')</script>"


def test_no_element_has_a_handler_or_a_style_of_its_own(pages: dict[str, str]) -> None:
    for address, page in pages.items():
        names = set(parsed(page).xpath("//@*[starts-with(name(), 'on')] | //@style"))
        assert set() == names, address


def test_every_address_is_a_page(pages: dict[str, str]) -> None:
    for address, page in pages.items():
        for href in parsed(page).xpath("//@href | //@src"):
            scheme = re.match(r"\s*([a-z]+):", href, re.IGNORECASE)
            assert scheme is None or scheme.group(1) in ("http", "https"), (address, href)


def test_no_picture_or_frame_comes_from_people(pages: dict[str, str]) -> None:
    for address, page in pages.items():
        found = parsed(page).xpath(
            "//img | //iframe | //object | //embed | //style | //form[@action]"
        )
        assert found == [], address


def test_a_title_shows_as_it_was_written(pages: dict[str, str]) -> None:
    title = (
        "<script>alert('title')</script> {{ 7*7 }} { onclick=alert(1) } "
        '[x](javascript:alert(2)) # --- & "quoted"'
    )
    page = parsed(pages[PAGE])
    assert folded(page.xpath("//h1")[0]) == title
    assert folded(page.xpath("//title")[0]) == f"{title} · Where They Stand"
    assert page.xpath("//meta[@property='og:title']/@content") == [title]
    assert title in folded(article(pages["explainers/"]))


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert('answer')</script>",
        "<img src=x onerror=alert(1)>",
        "</p></li></ol><script>alert(1)</script>",
        "{% raw %}{{ config }}{% endraw %}",
        "<style>*{display:none}</style>",
        "<script>alert('heading')</script> { #fix onclick=alert(1) }",
        "<script>alert('section')</script>",
        '<div onclick="alert(4)">raw</div>',
        "{: onclick=alert(3) }",
        '<a href="javascript:alert(1)">x</a>',
        "\"' onmouseover='alert(1)",
        "The end </article></div> came late.",
        "<script>alert('note')</script>",
        "<script>alert('change')</script>",
        '"><script>alert(9)</script>',
        "Cog & <Sons>",
        # what might stand for a part of the page while an engine works at it
        "<!--block 0--> <!--block 1--> wzxhzdk:0 # Sources { #sources } --- <h1 id=title>",
        "<!--block 2--> ## Sources and receipts { #sources }",
    ],
)
def test_a_text_shows_as_it_was_written(pages: dict[str, str], text: str) -> None:
    assert text in folded(article(pages[PAGE]))


def test_the_policy_stands_in_every_page(pages: dict[str, str]) -> None:
    policy = (
        "http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self';"
    )
    for address, page in pages.items():
        assert policy in page, address
        head = page.partition("</head>")[0]
        assert head.index("Content-Security-Policy") < head.index("<link"), address

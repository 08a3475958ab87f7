"""The page of a story's sources: what is quoted of others, and our own reports whole."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from tests.pages.world import site
from tools.model.article import Article
from tools.model.record import Explainer, Reference
from tools.model.story import Story
from tools.pages import explainer, sources
from tools.pages.reports import publishers

TEXT = """A headline

What the report is about.

By the Desk
Published 1 March 2031

Acme waits. Bolt, too, waits for a while, and it says so,
and that line was broken at its margin. Cog <b>sues</b>.

What do they wait for?

There are two things:

2. a map, with
   its legend;
3. a bell.

- loud ones
Written from public sources.
"""
OTHER = "Another headline\n\nCog rings. Nobody hears it."
PAGES = [
    {"title": "One", "publisher": "The Bell", "url": "https://bell.example/1", "date": "2031-02"},
    {"title": "Two", "publisher": "The bell", "url": "https://bell.example/2", "date": None},
    {"title": "Three", "publisher": None, "url": "https://www.bell.example/3", "date": None},
    {"title": "Four <b>", "publisher": None, "url": "https://map.example/4", "date": None},
]


def told(*quotes: str | list[str], text: str = TEXT, other: bool = False, **own: Any) -> Story:
    """A reviewed story with a key point for each quotation, in a report of our own."""
    source = {"file": "article.txt", "sha256": "", "headline": "A headline", "author": "Desk"}
    source |= {"publisher": "Bell", "published": "2031-03-01", "licence": "own", **own}
    points = [{"text": f"T{n}.", "quote": quote} for n, quote in enumerate(quotes, 1)]
    articles = {"article.txt": Article("article.txt", text)}
    told_sources = [source]
    if other:
        told_sources.append({"file": "other.txt", "sha256": "", "headline": "Another headline"})
        points.append({"text": "Cog rings.", "quote": "Cog rings."})
        articles["other.txt"] = Article("other.txt", OTHER)
    record = Explainer.model_validate(
        {
            "title": "Who waits?",
            "status": "reviewed",
            "reviewed": "2031-04-01",
            "answer": {"text": "An answer.", "quote": quotes[0]},
            "key_points": points,
            "sources": told_sources,
        }
    )
    return Story("s/explainer.yml", {}, "s", record, articles)


def body(story: Story) -> str:
    return sources.page(site(story), story).body


def report(story: Story) -> str:
    """The report as it is printed, without what stands beside it."""
    whole = body(story).partition('<div class="report">')[2].partition('<p class="fair">')[0]
    return re.sub(r'<ul class="supports".*?</ul>', "", whole, flags=re.DOTALL)


def read(html: str) -> str:
    """What a reader reads, without the numbers of quotations."""
    return Markup(re.sub(r'<a class="r".*?</a>', "", html)).striptags()


def provenance(story: Story) -> str:
    page = explainer.page(site(story), story).body
    return Markup(page.partition('class="prov">')[2].partition("</p>")[0]).striptags()


def test_a_report_of_our_own_is_printed_as_it_stands() -> None:
    printed = report(told("Acme waits."))
    tags = re.findall(r"<(p|h3|ol[^>]*|ul|li|br)(?: dir=\"auto\")?>([^<\n]*)", printed)
    assert tags == [
        ("p", "What the report is about."),
        ("p", "By the Desk"),
        ("br", "Published 1 March 2031"),
        ("p", ""),
        ("h3", "What do they wait for?"),
        ("p", "There are two things:"),
        ('ol start="2"', ""),
        ("li", "a map, with"),
        ("li", "a bell."),
        ("ul", ""),
        ("li", "loud ones"),
        ("p", "Written from public sources."),
    ]
    assert "Cog &lt;b&gt;sues&lt;/b&gt;." in printed
    assert "its margin" in printed
    assert "its legend;</li>" in printed


def test_a_quotation_is_marked_and_its_number_leads_to_its_claims() -> None:
    page = body(told("Acme waits.", "There are two things:"))
    assert (
        '<mark id="receipt-1">Acme waits.</mark><a class="r" href="#supports-1" '
        'data-pagefind-ignore aria-label="Quotation 1: what rests on it">1</a> Bolt' in page
    )
    beside = re.search(r'<li id="supports-1">.*?</li>', page)
    assert beside
    assert Markup(beside.group()).striptags() == "1 Supports: answer, key point 1¶"
    assert '<a href="../../explainers/s/#answer">answer</a>' in beside.group()
    assert page.index('id="supports-1"') < page.index("What do they wait for?</h3>")


def test_quotations_may_stand_in_each_other_and_overlap() -> None:
    text = "A headline\n\nOne two three four five six. More of it stands here."
    overlap = told("One two three four", "three four five six.", "two three", text=text)
    printed = report(overlap)
    shown = re.sub(r'<a class="r"[^>]*>(\d)</a>', r"[\1]", printed)
    assert (
        '<p dir="auto"><mark id="receipt-1">One <mark id="receipt-3">two '
        '<mark id="receipt-2">three</mark></mark>[3]<mark> four</mark></mark>[1]<mark> five six.'
        "</mark>[2] More of it stands here.</p>"
    ) in shown


def test_a_quotation_goes_on_in_the_next_paragraph_and_has_one_anchor() -> None:
    page = body(told("There are two things: 2. a map, with its legend; 3. a bell."))
    assert page.count('id="receipt-1"') == 1
    assert '<p dir="auto"><mark id="receipt-1">There are two things:</mark></p>' in page
    assert '<li dir="auto"><mark>a bell.</mark><a class="r"' in page


def test_a_headline_that_is_quoted_stands_in_the_text_as_well() -> None:
    assert '<p dir="auto"><mark id="receipt-1">A headline</mark>' in report(told("A headline"))
    assert "A headline" not in report(told("Acme waits."))


WORDS = "One two, three. Four five? Six seven; eight nine ten."
TEXTS = [f"A headline\n\n{WORDS}", "A headline\n\n- " + WORDS.replace(" ", "\n- ")]


@settings(max_examples=100, deadline=None, derandomize=True)
@given(
    st.sampled_from(TEXTS),
    st.lists(st.tuples(st.integers(0, 8), st.integers(1, 9)), min_size=1, max_size=9, unique=True),
)
def test_however_quotations_lie_all_text_is_there_once_and_every_anchor(
    text: str, pieces: list[tuple[int, int]]
) -> None:
    body_text = text.partition("\n\n")[2]
    words = [match.span() for match in re.finditer(r"\w+", body_text)]
    quotes = [
        body_text[words[first][0] : words[min(first + length, len(words)) - 1][1]]
        for first, length in pieces
    ]
    story = told(*dict.fromkeys(quotes), text=text)
    printed = report(story)
    assert read(printed).split() == body_text.replace("- ", "").split()
    anchors = re.findall(r'<mark id="receipt-(\d+)">', printed)
    numbers = [str(receipt.number) for receipt in site(story).receipts(story)]
    assert sorted(numbers) == sorted(anchors)
    assert sorted(numbers) == sorted(re.findall(r'href="#supports-(\d+)"', printed))
    assert sorted(numbers) == sorted(re.findall(r'<li id="supports-(\d+)"', body(story)))
    assert printed.count("<mark") == printed.count("</mark>")
    for element in re.findall(r"<(?:p|li) dir.*?</(?:p|li)>", printed, re.DOTALL):
        depth = [len(re.findall(r"<mark", element[:n])) for n in range(len(element))]
        shut = [len(re.findall(r"</mark", element[:n])) for n in range(len(element))]
        assert all(a >= b for a, b in zip(depth, shut, strict=True))


def test_an_article_by_others_is_not_printed() -> None:
    page = body(told("Cog rings.", text=OTHER, licence=None))
    assert "What stands between them is not published here." in page
    assert "All rights of the article are its owner’s." in page
    assert '<li id="receipt-1"><span class="quotes__n"' in page
    assert "Nobody hears it." not in page


def test_a_page_of_both_says_which_is_printed() -> None:
    said = read(body(told("Acme waits.", other=True)))
    assert "those of articles by others is not published here" in said
    assert "Our own report is printed whole." in said
    assert "Our own report, written by this publication from public sources · Desk · Bell" in said
    assert "What do they wait for?" in said
    assert "Nobody hears it." not in said


def test_our_own_report_says_that_it_is_one() -> None:
    page = body(told("Acme waits."))
    said = read(page)
    assert "Our own report, written by this publication from public sources and printed" in said
    assert "Our own report · Desk · Bell · as of 1 March 2031, first published here on" in said
    assert "Its words are this publication’s, under CC BY 4.0." in said
    assert "owner’s" not in said
    assert "not published here" not in said
    assert "references" not in page


def test_the_public_sources_of_our_own_report_are_named() -> None:
    page = body(told("Acme waits.", references=PAGES))
    listed = page.partition("Written from 2 public sources { #references }")[2]
    said = [Markup(item).striptags() for item in re.findall(r"<li>.*?</li>", listed, re.DOTALL)]
    assert said[:4] == [
        "OneThe Bell · February 2031",
        "TwoThe bell",
        "Threepublisher not stated",
        "Four <b>publisher not stated",
    ]
    assert '<a href="https://bell.example/1" rel="noopener" dir="auto">One</a>' in listed


@pytest.mark.parametrize(("pages", "count"), [([], 0), (PAGES[:2], 1), (PAGES[2:3], 1), (PAGES, 2)])
def test_publishers_are_counted_once_and_the_unnamed_by_their_host(
    pages: list[dict[str, Any]], count: int
) -> None:
    assert publishers(Reference.model_validate(page) for page in pages) == count


@pytest.mark.parametrize(
    ("story", "words"),
    [
        (
            told("Acme waits.", references=PAGES),
            "Rests on our own report, written from 2 public sources"
            " 2 claims, each tied to its sentence in the report",
        ),
        (
            told("Acme waits."),
            "Rests on our own report 2 claims, each tied to its sentence in the report",
        ),
        (
            told("Acme waits.", other=True),
            "from 1 independent article and our own report, 1 March 2031"
            " 3 claims, each tied to its passage in the articles and the report",
        ),
        (told("Acme waits.", licence=None), "from 1 article, 1 March 2031 2 claims, 2 with"),
        (
            told("Acme waits.", licence=None, published=None),
            "from 1 article, date not known 2 claims, 2 with",
        ),
    ],
    ids=["own", "own without references", "both", "others", "undated"],
)
def test_beside_the_answer_stands_what_it_rests_on(story: Story, words: str) -> None:
    assert words in " ".join(provenance(story).split())


def test_the_provenance_leads_to_the_public_sources() -> None:
    story = told("Acme waits.", references=PAGES)
    page = explainer.page(site(story), story).body
    assert '<a href="../../sources/s/#references">our own report, written from 2 public' in page


@pytest.mark.parametrize("licence", ["own", None])
def test_an_explainer_says_whether_its_article_is_published(licence: str | None) -> None:
    story = told("Acme waits.", licence=licence)
    said = read(explainer.page(site(story), story).body)
    assert ("The article itself is not published here." in said) == (licence is None)
    assert ("It is printed whole, with every quotation marked" in said) == (licence == "own")


def test_the_list_of_sources_tells_our_own_from_others() -> None:
    story = told("Acme waits.", other=True, references=PAGES)
    said = " ".join(read(sources.index(site(story)).body).split())
    assert "1 article by others, quoted in passages, and 1 report of our own, printed whole" in said
    day = "as of 1 March 2031, first published here on 1 April 2031"
    assert f"Our own report · {day}A headlineWritten from 2 public sources" in said


ARABIC = "شركة ترفض الطلب\n\nقالت الشركة إنها لن تسلم البيانات. ولم ترد شركة أخرى."  # noqa: RUF001 (letters of another script are meant)


@pytest.mark.parametrize("licence", ["own", None])
def test_what_runs_from_right_to_left_finds_its_direction(licence: str | None) -> None:
    story = told(
        "قالت الشركة إنها لن تسلم البيانات.",
        text=ARABIC,
        headline="شركة ترفض الطلب",
        licence=licence,
    )
    assert "## شركة ترفض الطلب { #article-1 dir=auto }" in body(story)
    page = explainer.page(site(story), story).body
    assert '<q dir="auto">قالت الشركة إنها لن تسلم البيانات.</q>' in page
    assert '<b dir="auto">شركة ترفض الطلب</b>' in page
    assert '<h3 dir="auto">' in sources.index(site(story)).body
    if licence:
        assert '<p dir="auto"><mark id="receipt-1">قالت الشركة' in report(story)
    else:
        assert '<q dir="auto">قالت' in body(story)

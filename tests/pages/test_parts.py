"""The small parts of pages: headings, addresses, words, safe Markdown, glossary marks."""

from __future__ import annotations

import re

import markdown
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from tests.pages.world import site, story
from tools.model.dates import Date
from tools.model.vocabulary import GlossaryTerm
from tools.pages import address, explainer
from tools.pages.dating import date_html
from tools.pages.glossing import Glosser
from tools.pages.moves import short
from tools.pages.render import HEADING, environment, heading
from tools.pages.safe_markdown import converted, safe_address, to_html
from tools.pages.wording import capital, counted, joined, number

EXTENSIONS = ["attr_list", "tables", "toc"]


@pytest.mark.parametrize(
    ("here", "there", "way"),
    [
        ("", "topics/x/", "topics/x/"),
        ("topics/x/", "", "../../"),
        ("topics/x/", "companies/", "../../companies/"),
        ("topics/x/", "topics/x/#y", "#y"),
        ("topics/x/", "glossary/#y", "../../glossary/#y"),
        ("", "", "./"),
    ],
)
def test_the_way_from_page_to_page(here: str, there: str, way: str) -> None:
    assert way == address.relative(here, there)


@pytest.mark.parametrize(
    ("where", "file"),
    [("", "index.md"), ("topics/", "topics/index.md"), ("topics/x/", "topics/x/index.md")],
)
def test_a_page_has_a_file(where: str, file: str) -> None:
    assert file == address.markdown_file(where)


def test_lists_are_joined_as_in_prose() -> None:
    assert [joined("abc"[:n]) for n in range(4)] == ["", "a", "a and b", "a, b and c"]


def test_things_are_counted() -> None:
    assert counted(1, "company", "companies") == "1 company"
    assert counted(0, "claim") == "0 claims"
    assert (number(12), number(13)) == ("twelve", "13")
    assert capital("the X") == "The X"
    assert capital("iCloud keeps it") == "iCloud keeps it"  # a name is spelt as its owner spells it


@settings(max_examples=150, deadline=None, derandomize=True)
@given(
    st.text(alphabet=st.characters(blacklist_categories=["Cs", "Cc"]), max_size=60).filter(
        str.strip
    )
)
@example("שלום {onclick=x}")
def test_a_heading_shows_any_text_and_has_no_attribute_but_id_and_direction(text: str) -> None:
    line = heading(2, "here", text).removeprefix(HEADING)
    shown = markdown.markdown(line, extensions=EXTENSIONS)
    match = re.fullmatch(r'<h2(?: dir="auto")? id="here">(.*)</h2>', shown, re.DOTALL)
    assert match
    assert "<" not in match.group(1)
    assert " ".join(text.split()) == Markup(match.group(1)).unescape().strip()


@pytest.mark.parametrize(
    ("text", "direction"), [("Maps", ""), ("خرائط", " dir=auto"), ("Maps, מפות", " dir=auto")]
)
def test_a_heading_in_a_script_that_runs_leftward_finds_its_direction(
    text: str, direction: str
) -> None:
    assert heading(2, "here", text).endswith(f" {{ #here{direction} }}")


def test_a_line_of_peoples_text_is_never_a_heading() -> None:
    told = story(
        "2031-01-01",
        {"acme": "waits"},
        key_points=[{"text": "One\n# two\n{#id}", "quote": "acme waits."}],
        sections=[{"heading": "H\n# I", "text": "    a\n    # b", "quote": "acme waits."}],
    )
    text = explainer.page(site(told), told).text
    assert "\n&#35; two\n" in text
    assert "\n&#35; b" in text
    assert all(
        re.search(r" \{ #[a-z-]+ \}$", line) for line in text.splitlines() if line[:1] == "#"
    )
    assert HEADING not in text


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Plain *and* **bold**.", "<p>Plain <em>and</em> <strong>bold</strong>.</p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("[a](https://a.example/)", '<p><a href="https://a.example/">a</a></p>'),
        ("[a](../b/#c)", '<p><a href="../b/#c">a</a></p>'),
        ("<b>raw</b>", "<p>&lt;b&gt;raw&lt;/b&gt;</p>"),
        ("<script>x</script>", "<p>&lt;script&gt;x&lt;/script&gt;</p>"),
        ("![a](https://a.example/b.png)", "<p></p>"),
        ("[a](javascript:alert(1))", "<p><a>a</a></p>"),
        ("[a](JaVaScRiPt&colon;alert(1))", "<p><a>a</a></p>"),
        ("[a](&#106;avascript:alert(1))", "<p><a>a</a></p>"),
        ("[a](//a.example/)", "<p><a>a</a></p>"),
        ("[a](data:text/html,b)", "<p><a>a</a></p>"),
        ("text {: onclick=alert(1) }", "<p>text {: onclick=alert(1) }</p>"),
    ],
)
def test_markdown_can_only_be_read(text: str, html: str) -> None:
    assert html == to_html(text)


@pytest.mark.parametrize(
    "text",
    [
        "- " * 600 + "deep",
        "1. " * 600 + "deep",
        "> " * 600 + "deep",
        "\n".join("    " * n + "- deep" for n in range(300)),
    ],
    ids=["list", "numbers", "quotes", "indented"],
)
def test_markdown_nested_beyond_reason_is_plain_text(text: str) -> None:
    html = to_html(text)
    assert re.findall(r"<(\w+)", html) == ["p"]
    assert "deep" in html


@pytest.mark.parametrize("text", ["- a\n    - b\n        - c", "    " * 9 + "code", "-" * 80])
def test_markdown_as_people_write_it_is_not_too_deep(text: str) -> None:
    assert not to_html(text).startswith("<p>-" if text.startswith("- ") else "<p>    ")


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.text(alphabet="<>\"'&;:/()[]{}=! \n`*_#abjscript", max_size=60))
def test_no_markdown_makes_a_tag_that_is_not_allowed(text: str) -> None:
    tags = set(re.findall(r"<[^>]*>", to_html(text)))
    allowed = r"</?(p|em|strong|ul|ol|li|code|blockquote|br|a)>|<a href=\"[^\"]*\">"
    assert set() == {tag for tag in tags if not re.fullmatch(allowed, tag)}


@settings(max_examples=400, deadline=None, derandomize=True)
@given(st.text(alphabet="aZé7世 \xa0\u2028\t\n,;:.?!'\"()/%$’–-—*_`#&<[\\", max_size=14))
@example("Read it at https://a.example/b")
@example("word  \nword")
def test_a_paragraph_without_marks_is_the_same_without_the_converter(text: str) -> None:
    assert converted(text) == to_html(text)


@pytest.mark.parametrize(
    "harm",
    [
        "javascript:x",
        " java\tscript:x",
        "vbscript:x",
        "data:x",
        "//x.example",
        "\\\\x",
        "file:///x",
    ],
)
def test_an_address_that_is_not_a_page_leads_nowhere(harm: str) -> None:
    assert safe_address(harm) is None


def term(name: str, *also: str, definition: str = "What it means.") -> GlossaryTerm:
    return GlossaryTerm(id=name.replace(" ", "-"), term=name, also=also, definition=definition)


def marked(html: str) -> list[str]:
    return re.findall(r'aria-describedby="tip-[^"]*">([^<]*)</a>', html)


def test_a_word_is_marked_at_its_first_use_only() -> None:
    glosser = Glosser([term("bell", "bells")], "#word-")
    assert marked(glosser.plain("Bells ring. A bell rings.")) == ["Bells"]
    assert marked(glosser.plain("The bell again.")) == []


def test_the_longest_form_is_marked() -> None:
    glosser = Glosser([term("bell"), term("bell tower")], "#")
    assert marked(glosser.plain("A bell tower has a bell.")) == ["bell tower", "bell"]


def test_words_inside_words_and_links_are_left_alone() -> None:
    glosser = Glosser([term("bell")], "#")
    assert marked(glosser.html(Markup("doorbell <a href='#'>bell</a> bells"))) == []


def test_either_apostrophe_is_found() -> None:
    for text in ("the users’ data", "the users' data"):
        assert len(marked(Glosser([term("users’ data")], "#").plain(text))) == 1


def test_an_entity_is_no_word() -> None:
    assert Glosser([term("AMP")], "#").plain("R&D") == "R&amp;D"


def test_an_address_keeps_its_ampersands() -> None:
    html = to_html("[a](https://a.example/?a=1&section=2&copy=3)")
    assert html == '<p><a href="https://a.example/?a=1&amp;section=2&amp;copy=3">a</a></p>'


def test_a_definition_is_escaped() -> None:
    html = Glosser([term("bell", definition="<script>")], "#").plain("bell & <b>")
    assert "&lt;script&gt;" in html
    assert "&amp; &lt;b&gt;" in html


@pytest.mark.parametrize(
    ("date", "from_context", "html"),
    [
        ("2020-07-06", False, '<time datetime="2020-07-06">6 July 2020</time>'),
        (
            "2020-07",
            True,
            '<time datetime="2020-07">July 2020</time><small>, year inferred</small>',
        ),
        ("XXXX-07-01", False, "1 July<small> (year not stated)</small>"),
        ("2020~", False, "Around 2020"),
    ],
)
def test_a_date_says_how_certain_it_is(date: str, from_context: bool, html: str) -> None:
    assert html == date_html(Date(date), from_context=from_context)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("It waits.", '<q dir="auto">It waits.</q>'),
        ("“It waits.”", '<q dir="auto" class="bare">“It waits.”</q>'),
        ("«لن نفعل»", '<q dir="auto" class="bare">«لن نفعل»</q>'),
        ("„Nein“, it said", '<q dir="auto" class="bare">„Nein“, it said</q>'),
    ],
)
def test_a_passage_has_marks_of_its_own_where_it_begins_with_none(text: str, html: str) -> None:
    made = environment().get_template("symbols.html").module
    assert html == str(made.passage(text))


def test_a_short_date_fits_a_drawing() -> None:
    assert short(Date("2020-07-06")) == "6 Jul 2020"
    assert short(Date("2020-07/2020-12")) == "Jul to Dec 2020"
    assert short(Date("2020-05~")) == "around May 2020"


def test_a_longer_form_that_was_explained_before_still_hides_the_word_in_it() -> None:
    glosser = Glosser([term("bell"), term("bell tower")], "#")
    assert marked(glosser.plain("A bell tower.")) == ["bell tower"]
    assert marked(glosser.plain("The bell tower, and ‘bell tower’.")) == []
    assert marked(glosser.plain("The bell tower’s bell.")) == ["bell"]


def test_no_form_begins_inside_a_word_that_ends_another_one() -> None:
    glosser = Glosser([term("big bell"), term("bells")], "#")
    assert marked(glosser.plain("A big bell, bigbells and Bells.")) == ["big bell", "Bells"]

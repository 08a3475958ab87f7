"""Headings become HTML as Markdown would make it; what stands between them is what it was."""

from __future__ import annotations

import re

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from tests.invented import HOSTILE, TEXTS, records, seeds
from tests.site.html_pages import tight
from tools.mkdocs_pages import final
from tools.model.article import Article
from tools.model.record import Explainer
from tools.pages import Settings, build
from tools.pages.render import HEADING, heading

EXTENSIONS = ["attr_list", "tables", "toc"]
PLACEHOLDERS = (
    "<!--block 0--> <!--block 1--> <!--block 2-->",
    "&lt;!--block 1--&gt;",
    "wzxhzdk:0",
    "klzzwxh:0000",
    "<h1>",
    "</h2>\n<h2 id=stand>",
    "\n\n## Key points { #points }\n\n",
    "\n---\n",
    "\\1 \\g<0> {0} %s $1",
)


def converted(text: str) -> str:
    """What Markdown makes of a page without its front matter."""
    return markdown.markdown(text.partition("\n---\n")[2], extensions=EXTENSIONS)


def of(body: str) -> str:
    return f"---\ntitle: 'a --- b'\n---\n\n{body}"


def test_a_page_without_a_heading_is_its_body() -> None:
    assert final("<p>a</p>\n") == ("<p>a</p>", [])


def test_headings_make_the_table_of_contents() -> None:
    html, (one,) = final(
        "# One & <b> { #one }\n\n<p>b\nc</p>\n\n### Deep { #deep }\n\n## Two { #two }\n"
    )
    assert html == (
        '<h1 id="one">One & <b></h1>\n<p>b\nc</p>\n<h3 id="deep">Deep</h3>\n<h2 id="two">Two</h2>'
    )
    # escaped, since themes strip what looks like a tag
    assert (one.title, one.url) == ("One &amp; &lt;b&gt;", "#one")
    assert [child.id for child in one.children] == ["deep", "two"]


@pytest.mark.parametrize("text", [*PLACEHOLDERS, *HOSTILE])
def test_no_text_is_taken_for_a_place_where_html_belongs(text: str) -> None:
    html = f"<p>{' '.join(text.splitlines())}</p>"
    (one, two) = (heading(2, name, text).removeprefix(HEADING) for name in ("one", "two"))
    whole, toc = final(f"{html}\n\n{one}\n\n{html}\n\n{two}\n\n{html}\n")
    made = re.findall(r'^<h2 (?:dir="auto" )?id="(one|two)">(.*)</h2>$', whole, re.MULTILINE)
    assert re.sub("<h2.*</h2>", "", whole).split() == f"{html} {html} {html}".split()
    assert [name for name, _ in made] == ["one", "two"]
    assert [Markup(shown).unescape().split() for _, shown in made] == [text.split()] * 2
    assert [Markup(anchor.title).unescape().split() for anchor in toc] == [text.split()] * 2


@settings(max_examples=25, deadline=None, derandomize=True)
@given(records(), st.sampled_from(PLACEHOLDERS) | TEXTS)
def test_every_page_is_what_markdown_makes_of_it_whole(
    record: tuple[Explainer, Article], odd: str
) -> None:
    texts = build(seeds(*record, odd), Settings(url="https://stand.example/"))
    for path, text in texts.items():
        if path.endswith(".md") and path != "index.md":
            body = text.partition("\n---\n")[2]
            assert tight(final(body)[0]) == tight(converted(text)), path

"""Markdown reads the headings of a page; the HTML between them is what it was."""

from __future__ import annotations

import re

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from tests.invented import HOSTILE, TEXTS, records, seeds
from tests.site.html_pages import tight
from tools.mkdocs_pages import Bodies
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


def put_together(path: str, text: str) -> str:
    bodies = Bodies()
    return bodies.whole(path, converted(bodies.headings(path, text)))


def of(body: str) -> str:
    return f"---\ntitle: 'a --- b'\n---\n\n{body}"


def test_markdown_sees_front_matter_and_headings_alone() -> None:
    text = of("<p>a</p>\n\n# One { #one }\n\n<p>b\nc</p>\n\n## Two { #two }\n")
    bodies = Bodies()
    assert bodies.headings("a.md", text) == of("# One { #one }\n\n## Two { #two }")
    whole = bodies.whole("a.md", '<h1 id="one">One</h1>\n<h2 id="two">Two</h2>')
    assert whole == '<p>a</p>\n\n<h1 id="one">One</h1>\n<p>b\nc</p>\n\n<h2 id="two">Two</h2>'


def test_a_page_without_a_heading_is_its_body() -> None:
    assert put_together("a.md", of("<p>a</p>\n")) == "<p>a</p>"


def test_a_page_written_by_hand_is_what_markdown_made_of_it() -> None:
    assert Bodies().whole("method.md", "<h1>a</h1>\n<p>b</p>") == "<h1>a</h1>\n<p>b</p>"


def test_headings_that_markdown_lost_stop_the_build() -> None:
    bodies = Bodies()
    bodies.headings("a.md", of("# One\n\n## Two\n"))
    with pytest.raises(ValueError, match=r"a\.md has 2 headings, and Markdown made 1$"):
        bodies.whole("a.md", "<h1>One</h1>")


@pytest.mark.parametrize("text", [*PLACEHOLDERS, *HOSTILE])
def test_no_text_is_taken_for_a_place_where_html_belongs(text: str) -> None:
    html = f"<p>{' '.join(text.splitlines())}</p>"
    (one, two) = (heading(2, name, text).removeprefix(HEADING) for name in ("one", "two"))
    whole = put_together("a.md", of(f"{html}\n\n{one}\n\n{html}\n\n{two}\n\n{html}\n"))
    made = re.findall(r'^<h2 (?:dir="auto" )?id="(one|two)">(.*)</h2>$', whole, re.MULTILINE)
    assert re.sub("<h2.*</h2>", "", whole).split() == f"{html} {html} {html}".split()
    assert [name for name, _ in made] == ["one", "two"]
    assert [Markup(shown).unescape().split() for _, shown in made] == [text.split()] * 2


@settings(max_examples=25, deadline=None, derandomize=True)
@given(records(), st.sampled_from(PLACEHOLDERS) | TEXTS)
def test_every_page_is_what_markdown_makes_of_it_whole(
    record: tuple[Explainer, Article], odd: str
) -> None:
    texts = build(seeds(*record, odd), Settings(url="https://stand.example/"))
    for path, text in texts.items():
        if path.endswith(".md") and path != "index.md":
            assert tight(put_together(path, text)) == tight(converted(text)), path

"""Contributors' Markdown as HTML that can do nothing but be read.

Python-Markdown converts; what comes out is then rebuilt from a short list of elements, so that
neither raw HTML nor a clever link survives whatever the converter does.
"""

from __future__ import annotations

import html
import re
from functools import cache
from html.parser import HTMLParser

import markdown

ALLOWED = frozenset("p em strong ul ol li a code blockquote br".split())
EMPTY = frozenset(["br"])
DEEPEST = 20  # levels of nesting; the converter calls itself for each, and Python ends that
_MARK = re.compile(r"[-*+]\s|>|\d+\.\s")
_NESTING = re.compile(rf"(?:\s|{_MARK.pattern})*")
# a paragraph of words and nothing that Markdown, or HTML, could take for a mark
_WORDS = re.compile(r"[^\W\d_](?:[^\W_]|[ ,;:.?!'\"()/%$€£“”‘’–—-])*(?<! )")
SCHEMES = ("http:", "https:")


def to_html(text: str) -> str:
    """The Markdown as HTML of paragraphs, lists, emphasis, code and links; raw HTML shows as text.

    What is nested beyond reason shows as it was written.
    Links lead to http, https or a relative address; any other keeps its words and leads nowhere.
    """
    if _WORDS.fullmatch(text):
        return f"<p>{text}</p>"
    if any(_depth(line) > DEEPEST for line in text.splitlines()):
        return f"<p>{html.escape(text, quote=False)}</p>"
    return converted(text)


def converted(text: str) -> str:
    """The same by way of the converter, whatever the text holds."""
    cleaner = _Cleaner()
    cleaner.feed(_converter().reset().convert(text))
    cleaner.close()
    return "".join(cleaner.out)


@cache
def _converter() -> markdown.Markdown:
    converter = markdown.Markdown(extensions=[], output_format="html")
    # without these two, Python-Markdown has no notion of raw HTML and escapes it
    converter.preprocessors.deregister("html_block")
    converter.inlinePatterns.deregister("html")
    return converter


def _depth(line: str) -> int:
    """How many lists, quotations and indentations a line begins with."""
    start = _NESTING.match(line)
    marks = start.group() if start else ""
    return len(_MARK.findall(marks)) + marks.count(" ") // 4


def safe_address(address: str) -> str | None:
    """The address if following it can only lead to a page, else None.

    What is checked is what a browser sees: without control characters and white space.
    """
    plain = re.sub(r"[\x00-\x20\x7f]", "", address)
    scheme = re.match(r"[^/?#]*:", plain)
    if scheme:
        return plain if scheme.group().lower() in SCHEMES else None
    return None if plain.startswith(("//", "/\\", "\\")) else plain


class _Cleaner(HTMLParser):
    """Rebuilds HTML from the allowed elements; everything else becomes text or vanishes."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.out: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ALLOWED:
            return
        address = safe_address(dict(attrs).get("href") or "") if tag == "a" else None
        self.out.append(f'<a href="{html.escape(address)}">' if address else f"<{tag}>")

    def handle_endtag(self, tag: str) -> None:
        if tag in ALLOWED - EMPTY:
            self.out.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.out.append(html.escape(data, quote=False))

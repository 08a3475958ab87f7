"""The way into the original: the address of a passage, as text fragments of URLs have it.

A browser looks for the words of a fragment in the page, from its beginning, in any case.
A phrase that crosses from one paragraph to the next is not found; a range from a first phrase to
a last one may.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from tools.model.article import Article
from tools.model.receipts import Receipt
from tools.model.story import Story
from tools.model.text import Span

WHOLE = 10  # words of a passage that is named whole; a longer one by its first and last words
ENDS = 4  # words that name either end, or more where these stand elsewhere too


def originals(receipt: Receipt, story: Story) -> Iterator[tuple[bool, str]]:
    """Each known address of a passage, and whether it is that of an archived copy."""
    source = receipt.source
    for archived, url in ((False, source.url), (True, source.archived)):
        if url:
            text = text_fragment(story.articles[source.file], receipt.span)
            yield archived, f"{url.partition('#')[0]}#:~:{text}"


def text_fragment(article: Article, span: Span) -> str:
    """The directive that names a passage of an article: `text=first,last` or `text=whole`."""
    lines = [line.split() for line in article.text[span.start : span.end].splitlines()]
    lines = [line for line in lines if line]
    words = [word for line in lines for word in line]
    if len(lines) == 1 and len(words) <= WHOLE:
        return f"text={_encoded(words)}"
    first = _first(article, lines[0], span)
    last = _last(article, lines[-1], span, len(" ".join(first)))
    if len(lines) == 1 and len(first) + len(last) >= len(words):
        return f"text={_encoded(words)}"
    return f"text={_encoded(first)},{_encoded(last)}"


def _first(article: Article, line: list[str], span: Span) -> list[str]:
    """The words that begin a passage, enough of them to stand nowhere before it."""
    for count in range(ENDS, len(line)):
        found = article.find(" ".join(line[:count]))
        if not found or found[0].start >= span.start:
            return line[:count]
    return line


def _last(article: Article, line: list[str], span: Span, begun: int) -> list[str]:
    """The words that end a passage, enough of them not to stand within it before."""
    for count in range(ENDS, len(line)):
        found = article.find(" ".join(line[-count:]))
        inside = [one for one in found if one.start >= span.start + begun]
        if not inside or inside[0].end >= span.end:
            return line[-count:]
    return line


def _encoded(words: list[str]) -> str:
    """Words as a directive takes them, in which `&`, `-` and `,` have a meaning of their own."""
    return quote(" ".join(words), safe="").replace("-", "%2D")

"""From an article to a draft of its record.

Today a draft holds only what can be read off without judgement: which articles there are, and
headline, author and day of publication as far as their texts state them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tools.model.article import Article

SCHEMA = "# yaml-language-server: $schema=../../../schema/explainer.schema.json\n"


def draft(articles: Mapping[str, Article]) -> str:
    """The text of a draft record for a story's articles, every section there and empty.

    Raises `ValueError` where there is no article with a line of text.
    """
    # not at the top, since whoever wants `tools.draft.dates` alone comes through here as well
    import yaml

    from tools.model.record import Explainer

    sources = [
        _source(name, article)
        for name, article in sorted(articles.items())
        if first_line(article.text)
    ]
    if not sources:
        raise ValueError("there is no article: put its text into article.txt in the story's folder")
    empty = dict.fromkeys(Explainer.model_fields)
    record = empty | {"title": sources[0]["headline"], "status": "draft", "sources": sources}
    body = yaml.safe_dump(record, allow_unicode=True, sort_keys=False, width=100)
    return SCHEMA + body.replace(": null\n", ":\n")


def _source(name: str, article: Article) -> dict[str, str | None]:
    """An article's entry: what the text states, and null for what it does not."""
    from tools.draft.reading import read

    reading = read(article.text)
    return {
        "file": name,
        "sha256": article.sha256,
        "headline": reading.headline or first_line(article.text),
        "author": " and ".join(reading.authors) or None,
        "publisher": None,
        "published": reading.published,
        "published_basis": None,  # the text states it
        "url": None,
        "archived": None,
        "licence": None,
    }


def first_line(text: str) -> str:
    """The first line of a text that is not blank, its white space folded."""
    return next((" ".join(line.split()) for line in text.splitlines() if line.strip()), "")

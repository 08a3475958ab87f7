"""From an article to a draft of its record.

Today a draft holds only what can be read off without judgement: which articles there are, their
first lines, and that nothing else is known of them.
"""

from __future__ import annotations

from collections.abc import Mapping

import yaml

from tools.model.article import Article
from tools.model.record import Explainer

SCHEMA = "# yaml-language-server: $schema=../../../schema/explainer.schema.json\n"


def draft(articles: Mapping[str, Article]) -> str:
    """The text of a draft record for a story's articles, every section there and empty.

    Raises `ValueError` where there is no article with a line of text.
    """
    sources = [
        {
            "file": name,
            "sha256": article.sha256,
            "headline": headline,
            "author": None,
            "publisher": None,
            "published": None,
            "published_basis": None,
            "url": None,
            "archived": None,
            "licence": None,
        }
        for name, article in sorted(articles.items())
        if (headline := first_line(article.text))
    ]
    if not sources:
        raise ValueError("there is no article: put its text into article.txt in the story's folder")
    empty = dict.fromkeys(Explainer.model_fields)
    record = empty | {"title": sources[0]["headline"], "status": "draft", "sources": sources}
    body = yaml.safe_dump(record, allow_unicode=True, sort_keys=False, width=100)
    return SCHEMA + body.replace(": null\n", ":\n")


def first_line(text: str) -> str:
    """The first line of a text that is not blank, its white space folded."""
    return next((" ".join(line.split()) for line in text.splitlines() if line.strip()), "")

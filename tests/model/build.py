"""Stories in memory, for tests of the model."""

from __future__ import annotations

from typing import Any

from tools.model.article import Article
from tools.model.record import Explainer
from tools.model.story import Story


def source(file: str = "article.txt", **fields: Any) -> dict[str, Any]:
    """A source entry, with whatever a test wants otherwise."""
    return {"file": file, "sha256": "", "headline": "Firms split", **fields}


def story(*texts: str, name: str = "a-story", **fields: Any) -> Story:
    """A reviewed story of one article a text: article.txt, article-2.txt and so on."""
    files = ["article.txt", *(f"article-{number}.txt" for number in range(2, len(texts) + 1))]
    articles = {file: Article(file, text) for file, text in zip(files, texts, strict=False)}
    sources = [source(file) for file in articles]
    record = {"title": "T", "status": "reviewed", "topic": "data", "sources": sources, **fields}
    made = Explainer.model_validate(record)
    return Story(f"seeds/stories/{name}/explainer.yml", name=name, record=made, articles=articles)


def stance(company: str, position: str, date: str | None, **fields: Any) -> dict[str, Any]:
    """A stance with a quotation of its own."""
    text = f"{company} {position} {date}"
    return {
        "company": company,
        "position": position,
        "date": date,
        "text": text,
        "quote": text,
        **fields,
    }

"""Stories in memory, for tests of the model."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from tools.model.article import Article
from tools.model.record import Explainer
from tools.model.story import Story
from tools.model.vocabulary import Milestone, Position, Topic, Vocabulary

POSITIONS = Path(__file__).parents[1] / "site/seeds/vocabulary/positions.yml"


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


def vocabulary(asked: str | None = None) -> Vocabulary:
    """The twelve positions, and the topics "data" and "tax"; `asked` is since when "data" is."""
    written = yaml.safe_load(POSITIONS.read_text(encoding="utf-8"))
    positions = [Position.model_validate(entry) for entry in written]
    since = Milestone.model_validate({"date": asked, "how": "it began"}) if asked else None
    topics = [
        Topic(
            id=n, name=n, question="?", place="p", by=("town",), kind="law", asked=at, complies="c"
        )
        for n, at in (("data", since), ("tax", None))
    ]
    return Vocabulary(
        positions={one.id: one for one in positions}, topics={one.id: one for one in topics}
    )

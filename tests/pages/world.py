"""An invented world of three companies, for tests of pages."""

from __future__ import annotations

from typing import Any

from tests.publication import PUBLISHER
from tools.model.article import Article
from tools.model.record import Explainer
from tools.model.story import Seeds, Story
from tools.model.vocabulary import Authority, Company, Position, Topic, Vocabulary
from tools.pages import Settings
from tools.pages.site import Site

PLACES = [
    ("complies", "yields", "deed"),
    ("waits", "holds", "deed"),
    ("refuses", "resists", "deed"),
    ("sues", "resists", "court"),
]


def position(name: str, side: str, axis: str) -> Position:
    return Position(
        id=name, label=name.title(), meaning="m", icon=f"p-{name}", side=side, axis=axis
    )


def company(name: str, parent: str | None = None) -> Company:
    return Company(id=name, name=name.title(), kind="k", description="d", parent=parent)


def story(day: str, positions: dict[str, str], name: str = "", **fields: Any) -> Story:
    """A reviewed story of one day; each company has a stance, or several, parted by spaces."""
    told = [(who, place) for who, places in positions.items() for place in places.split()]
    text = f"A headline of {day}\n\n" + " ".join(f"{who} {place}." for who, place in told)
    record = Explainer.model_validate(
        {
            "title": name or day,
            "status": "reviewed",
            "reviewed": "2031-01-01",
            "topic": "maps",
            "answer": {"text": f"An answer of {day}.", "quote": f"A headline of {day}"},
            "sources": [{"file": "article.txt", "sha256": "", "headline": f"A headline of {day}"}],
            "stances": [
                {
                    "company": who,
                    "position": place,
                    "date": day,
                    "text": "t",
                    "quote": f"{who} {place}.",
                    "id": f"{who}-{place}",
                }
                for who, place in told
            ],
            **fields,
        }
    )
    return Story(
        f"{name or day}.yml", {}, name or day, record, {"article.txt": Article("article.txt", text)}
    )


def topic(name: str, **fields: Any) -> Topic:
    """A demand of the town, with other fields where they are given."""
    title = name.title()
    one = Topic(
        id=name, name=title, question=f"{title}?", place="p", by=("town",), kind="law", complies="c"
    )
    return one.model_copy(update=fields)


def authority(name: str) -> Authority:
    return Authority(id=name, name=name.title(), kind="government", place="p", description="d")


def site(*stories: Story, **companies: str) -> Site:
    """A site of these stories; `companies` says which company owns which: `bolt="acme"`."""
    vocabulary = Vocabulary(
        companies={name: company(name, companies.get(name)) for name in ("acme", "bolt", "cog")},
        authorities={"town": authority("town")},
        topics={name: topic(name) for name in ("maps", "bells")},
        positions={name: position(name, side, axis) for name, side, axis in PLACES},
    )
    return Site(Seeds(stories, vocabulary, publisher=PUBLISHER), Settings())

"""Drafts as `draft --json` writes them: the keys of a record, whoever drafted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any

from tools.model.article import Article
from tools.model.dates import Date

if TYPE_CHECKING:
    from tools.draft.given import Given
    from tools.draft.reading import Reading
    from tools.draft.whole import Draft

# the fields of a claim in the order in which they are written
ORDER = (
    "company company_id position positions date name description value short long text quote "
    "sureness"
).split()


def draft_as_json(article: Article, draft: Draft) -> dict[str, Any]:
    """A draft with the keys of a record; a company by its name, and by its id where it is known."""
    claims = {one.name: _plain(getattr(draft, one.name)) for one in fields(draft)}
    for key in ("reading", "published"):
        del claims[key]
    return {**_head(article, draft.reading, draft.published), **claims}


def given_as_json(
    article: Article, reading: Reading, given: Given, published: Date | None
) -> dict[str, Any]:
    """What holds of another program's draft, in the same form."""
    day = Date(reading.published) if reading.published else published
    claims = {kind: [_claim(one) for one in some] for kind, some in given.claims.items()}
    answer = next(iter(claims.pop("answer")), None)
    head = _head(article, reading, day)
    head["title"] = given.title or head["title"]
    return {**head, "answer": answer, **claims, "glossary": list(given.glossary)}


def _head(article: Article, reading: Reading, published: Date | None) -> dict[str, Any]:
    source = {
        "file": article.file,
        "sha256": article.sha256,
        "headline": reading.headline,
        "author": " and ".join(reading.authors) or None,
        "published": published.text if published else None,
    }
    head = {"title": reading.headline, "status": "draft", "drafted": "machine"}
    return {**head, "sources": [source]}


def _claim(claim: Mapping[str, Any]) -> dict[str, Any]:
    """One passage as text, several as a list; no sureness where none was given."""
    shown = {key: _plain(claim[key]) for key in ORDER if key in claim}
    if len(shown["quote"]) == 1:
        (shown["quote"],) = shown["quote"]
    if shown.get("sureness") is None:
        shown.pop("sureness", None)
    return shown


def _plain(value: Any) -> Any:
    """Dates as text, parts as mappings."""
    if isinstance(value, Date):
        return value.text
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    if is_dataclass(value):
        return {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
    return value

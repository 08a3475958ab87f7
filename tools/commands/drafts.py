"""Drafts as `draft --json` writes them: the keys of a record, whoever drafted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from tools.commands.drafter import tell
from tools.draft.findings import Found
from tools.model.article import Article
from tools.model.dates import Date

if TYPE_CHECKING:
    from pathlib import Path

    from tools.commands.drafter import Drafter
    from tools.draft.draft import Draft
    from tools.draft.given import Given
    from tools.draft.reading import Reading
    from tools.model.vocabulary import Vocabulary

# the fields of a claim in the order in which they are written
ORDER = (
    "company company_id position positions date name description value short long text quote "
    "sureness"
).split()


def draft_of_file(
    article: Article,
    file: Path,
    known: Vocabulary,
    published: Date | None,
    drafter: Drafter | None,
) -> dict[str, Any]:
    """The draft of one file; what of another program's draft does not hold is told.

    Raises `DrafterError` where that program gives none, and `NoModelError` where the project's own
    drafter is not installed.
    """
    from tools.draft.reading import read

    reading = read(article.text)
    if drafter is not None:
        given = drafter.draft(article, reading, known, published)
        tell(str(file), given.left_out)
        return given_as_json(article, reading, given, published)
    from tools.draft.draft import draft_of

    return draft_as_json(article, draft_of(reading, known, published))


def draft_as_json(article: Article, draft: Draft) -> dict[str, Any]:
    """A draft with the keys of a record; a company by its name, and by its id where it is known."""
    text = draft.reading.text
    names = [one.name for one in fields(draft) if one.name not in ("reading", "published")]
    claims = {name: _plain(_quoted(getattr(draft, name), text)) for name in names}
    return {**_head(article, draft.reading, draft.published), **claims}


def _quoted(value: Any, text: str) -> Any:
    """What was found with the words at its place in the article, as a mapping."""
    if isinstance(value, tuple):
        return [_quoted(item, text) for item in value]
    if isinstance(value, Found):
        names = [one.name for one in fields(value) if one.name != "span"]
        shown = {name: getattr(value, name) for name in names}
        return {**shown, "quote": value.span.of(text)}
    return value


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
    """Dates as text, whatever holds them."""
    if isinstance(value, Date):
        return value.text
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return value

"""What a page says of itself for machines: JSON-LD first, then its meta tags."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tools.draft.reading.names import byline, is_person, names
from tools.draft.reading.stamps import stamps

NAME_LENGTH = 80
# An article, whatever its kind: NewsArticle, ReportageNewsArticle, BlogPosting, Report.
_ARTICLE = re.compile(r"(?:Article|Posting|Report|Review)$")
_ORGANISATION = re.compile(r"Organi[sz]ation$|Corporation$|NewsMedia")
_ISO_DAY = re.compile(r"\s*(\d{4}-\d{2}-\d{2})(?!\d)")
_SLUG = re.compile(r"https?:|www\.|@|[/_]|^[a-z0-9.-]+$")
_DATE_KEYS = (
    *("article:published_time", "og:article:published_time", "datepublished", "publish-date"),
    *("parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.created", "publishdate"),
    *("dc.date", "pubdate", "cxenseparse:recs:publishtime", "date"),
)
_AUTHOR_KEYS = (
    "author",
    "parsely-author",
    "byl",
    "dc.creator",
    "sailthru.author",
    "article:author",
)


@dataclass(frozen=True)
class PageData:
    """Headline, authors and day of publication as the page states them for machines."""

    headline: str | None = None
    title: str | None = None  # of the meta tags, for links from elsewhere
    authors: tuple[str, ...] = ()
    organisation: str | None = None  # the author where no person is named
    published: str | None = None
    site: tuple[str, ...] = ()  # names of the site, as titles end with them


def page_data(tree: Any) -> PageData:
    """What JSON-LD and meta tags state; fields that neither states are empty."""
    things = list(_things(tree))
    by_id = {str(thing["@id"]): thing for thing in things if "@id" in thing and len(thing) > 1}
    meta = _meta(tree)
    article = next((thing for thing in things if _is_article(thing)), {})
    people, organisation = _authors(article, by_id)
    if not people:
        people = _people_in_meta(meta) or people
    published = _day(article.get("datePublished"))
    for key in _DATE_KEYS:
        published = published or _day(meta.get(key))
    publisher = _name(_resolved(article.get("publisher"), by_id))
    site = (publisher, meta.get("og:site_name"), meta.get("application-name"))
    return PageData(
        headline=_text(article.get("headline")) or _text(article.get("name")),
        title=_text(meta.get("og:title")) or _text(meta.get("twitter:title")),
        authors=people,
        organisation=organisation,
        published=published or _day(_time_tag(tree)),
        site=tuple(name for name in site if name),
    )


def _things(tree: Any) -> Iterator[dict[str, Any]]:
    """Every object of the page's JSON-LD, outermost first; scripts that do not parse are none."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").casefold():
            continue
        try:
            waiting: list[Any] = [json.loads(_bare(script.text or ""), strict=False)]
        except (ValueError, RecursionError):
            continue
        while waiting:
            thing = waiting.pop(0)
            if isinstance(thing, dict):
                yield thing
                waiting.extend(thing.values())
            elif isinstance(thing, list):
                waiting.extend(thing)


def _bare(script: str) -> str:
    """JSON without what hides it from old browsers, and without a comma too many."""
    text = re.sub(r"^\s*(?:<!--|//<!\[CDATA\[|<!\[CDATA\[)|(?://)?(?:-->|\]\]>)\s*$", "", script)
    return re.sub(r",(\s*[}\]])", r"\1", text.strip().rstrip(";"))


def _is_article(thing: dict[str, Any]) -> bool:
    kinds = thing.get("@type")
    listed = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and _ARTICLE.search(kind) for kind in listed)


def _meta(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for tag in tree.iter("meta"):
        key = tag.get("property") or tag.get("name") or tag.get("itemprop") or ""
        content = (tag.get("content") or "").strip()
        if key and content:
            found.setdefault(key.casefold(), content)
    return found


def _time_tag(tree: Any) -> str | None:
    for tag in tree.iter("time"):
        if (tag.get("itemprop") or "").casefold() == "datepublished" or tag.get("pubdate"):
            return str(tag.get("datetime") or "") or None
    return None


def _authors(
    article: dict[str, Any], by_id: dict[str, dict[str, Any]]
) -> tuple[tuple[str, ...], str | None]:
    """The people, and the organisation where there are none."""
    given = article.get("author") or article.get("creator") or ()
    people: list[str] = []
    organisations: list[str] = []
    for one in given if isinstance(given, list) else [given]:
        thing = _resolved(one, by_id)
        text = _name(thing)
        if not text:
            continue
        kind = str(thing.get("@type", "")) if isinstance(thing, dict) else ""
        (organisations if _ORGANISATION.search(kind) else people).extend(_split(text))
    unique = {person.casefold(): person for person in reversed(people)}
    kept = tuple(reversed(unique.values()))
    real = tuple(person for person in kept if is_person(person))
    return real or kept, organisations[0] if organisations else None


def _resolved(thing: Any, by_id: dict[str, dict[str, Any]]) -> Any:
    if isinstance(thing, list):
        thing = thing[0] if thing else None
    if isinstance(thing, dict) and "name" not in thing and "@id" in thing:
        return by_id.get(str(thing["@id"]), thing)
    return thing


def _name(thing: Any) -> str | None:
    if isinstance(thing, dict):
        thing = thing.get("name")
    if isinstance(thing, list):
        thing = thing[0] if thing else None
    return _text(thing)


def _split(text: str) -> tuple[str, ...]:
    """The names in an author field: "By A. B. and C. D., Political reporter" holds two."""
    if len(text) > NAME_LENGTH * 3 or _SLUG.search(text):
        return ()
    found = byline(text) or names(text)
    return found if any(is_person(name) for name in found) else (text[:NAME_LENGTH],)


def _people_in_meta(meta: dict[str, str]) -> tuple[str, ...]:
    for key in _AUTHOR_KEYS:
        text = _text(meta.get(key))
        if text and (found := _split(text)):
            return found
    return ()


def _day(stated: Any) -> str | None:
    """The day of a time stamp, in the zone in which the page states it."""
    if not isinstance(stated, str):
        return None
    match = _ISO_DAY.match(stated)
    found = stamps(match[1] if match else stated[:60])
    return found[0].date if found else None


def _text(value: Any) -> str | None:
    if not isinstance(value, str):
        return None
    return " ".join(html.unescape(value).split()) or None

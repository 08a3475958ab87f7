"""Reading built pages as a browser's parser would."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import unquote, urljoin, urlsplit

import lxml.html
from lxml.html import HtmlElement


@lru_cache(maxsize=256)
def parsed(page: str) -> HtmlElement:
    return lxml.html.document_fromstring(page)


def ids(page: str) -> set[str]:
    return set(parsed(page).xpath("//@id"))


def article(page: str) -> HtmlElement:
    (found,) = parsed(page).xpath("//article[@id='main']")
    return found


def folded(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def tight(page: str) -> str:
    """The HTML without the white space between its tags."""
    return re.sub(r">\s+<", "><", page)


def links(address: str, page: str) -> Iterator[tuple[str, str, str]]:
    """The links of a page that stay on the site: as written, the page they lead to, the anchor."""
    for href in parsed(page).xpath("//a/@href | //link/@href | //script/@src"):
        parts = urlsplit(href)
        if not parts.scheme and not parts.netloc:
            target = urlsplit(urljoin(f"http://site/{address}", href))
            yield href, unquote(target.path.lstrip("/")), unquote(target.fragment)


COMMON = ["reading.js", "folds.js", "tips.js", "contents.js", "search.js"]


def own_scripts(address: str, page: str) -> list[str]:
    """The names of the scripts that a page loads: beside the common ones, those of what it has."""
    more = ["timeline.js"] if address == "timeline/" else []
    in_hand = parsed(page).xpath("//a[@class='p'] | //*[@class='cite']")
    return [*COMMON, *more, *(["claim.js"] if in_hand else [])]

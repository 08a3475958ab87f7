"""What a page tells search engines and other programs: schema.org in JSON-LD, no more than that."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from tools.pages import address
from tools.pages.data import article_nodes, nodes
from tools.pages.data.nodes import Node
from tools.pages.data.places import Here
from tools.pages.render import Page
from tools.pages.site import Site

# no text can end the script element that holds it, or open a comment in it
ESCAPES = {mark: f"\\u{ord(mark):04x}" for mark in "<>&\u2028\u2029"}


def text(site: Site, page: Page) -> str | None:
    """The JSON-LD of a page, safe inside a script element; None where there is nothing to say."""
    here = Here(site, page.address)
    found = [*_main(here), *_trail(here, page)]
    if not found:
        return None
    graph = {"@context": "https://schema.org", "@graph": found}
    plain = json.dumps(_whole(graph), ensure_ascii=False, separators=(",", ":"))
    for mark, escape in ESCAPES.items():
        plain = plain.replace(mark, escape)
    return plain


def _whole(value: Any) -> Any:
    """The value without what is empty or not known."""
    if isinstance(value, dict):
        return {key: _whole(item) for key, item in value.items() if item not in (None, "", [], ())}
    return [_whole(item) for item in value] if isinstance(value, list | tuple) else value


def _main(here: Here) -> Iterator[Node]:
    stories, lists = here.site.reviewed, here.site.vocabulary
    section, _, name = here.path.rstrip("/").partition("/")
    match f"{section}/", name:
        case ("/", _):
            yield nodes.site(here)
        case (address.EXPLAINERS, _) if name in stories:
            yield article_nodes.article(here, stories[name])
        case (address.SOURCES, _) if name in stories:
            yield from article_nodes.quotations(here, stories[name])
        case (here.site.companies_at, _) if name in lists.companies:
            yield from nodes.company(here, name)
        case (address.AUTHORITIES, _) if name in lists.authorities:
            yield nodes.authority(here, name)
        case (address.GLOSSARY, ""):
            yield nodes.glossary(here)
        case (address.GLOSSARY, _) if name in lists.glossary:
            yield nodes.word(here, name)
        case (address.DATA, _):
            yield nodes.dataset(here)


def _trail(here: Here, page: Page) -> Iterator[Node]:
    """The pages above this one, and this one."""
    if not page.crumbs:
        return
    trail = [*page.crumbs, (page.address, page.title)]
    yield {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": name, "item": here.to(there)}
            for place, (there, name) in enumerate(trail, start=1)
        ],
    }

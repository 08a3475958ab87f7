"""Words that readers see and that stand in no template: they are data, in phrases.yml."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import yaml

from tools.pages.said import Said
from tools.pages.wording import capital

TABLE: dict[str, dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("phrases.yml").read_text(encoding="utf-8")
)


class Headed(NamedTuple):
    """The title of a page, and its lede, which is its description as well."""

    title: str
    lede: str


def headed(site: Said, page: str, **facts: str) -> Headed:
    """What a page is called; `facts` are what only this page knows.

    Raises `KeyError` where the words ask for a fact that is not given.
    """
    words: dict[str, str] = TABLE["pages"][page]
    return Headed(*(_filled(words[part], site, facts) for part in Headed._fields))


def in_feed(site: Said, name: str, **facts: str) -> str:
    """What a feed says; raises as `headed` does."""
    return _filled(TABLE["feeds"][name], site, facts)


def _filled(words: str, site: Said, facts: dict[str, str]) -> str:
    known = {"one": site.one, "many": site.many, "Many": capital(site.many)}
    return words.format_map(known | {"publication": site.publication.name} | facts)

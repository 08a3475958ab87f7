"""The pages above another: the address and the name of each."""

from __future__ import annotations

from typing import TypeAlias

from tools.pages import address
from tools.pages.phrases import phrase
from tools.pages.said import Said
from tools.pages.wording import capital

Crumb: TypeAlias = tuple[str, str]

HOME: Crumb = (address.HOME, phrase("home"))
EXPLAINERS: Crumb = (address.EXPLAINERS, phrase("pages.explainers.title"))
TOPICS: Crumb = (address.TOPICS, phrase("pages.topics.title"))
AUTHORITIES: Crumb = (address.AUTHORITIES, phrase("pages.authorities.title"))
TIMELINE: Crumb = (address.TIMELINE, phrase("pages.timeline.title"))
GLOSSARY: Crumb = (address.GLOSSARY, phrase("pages.glossary.title"))
SOURCES: Crumb = (address.SOURCES, phrase("pages.sources.title"))


def companies(site: Said) -> Crumb:
    """The list of all who answer, under the publication's own word for them."""
    return site.companies_at, capital(site.many)

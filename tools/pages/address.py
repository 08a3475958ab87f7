"""Addresses of pages, below the site's root; each ends in a slash, the root's is empty."""

from __future__ import annotations

HOME = ""
EXPLAINERS = "explainers/"
TOPICS = "topics/"
AUTHORITIES = "authorities/"
TIMELINE = "timeline/"
GLOSSARY = "glossary/"
SOURCES = "sources/"
CORRECTIONS = "corrections/"
SEARCH = "search/"
DATA = "data/"
METHOD = "method/"  # written by hand, as is the next
CONTRIBUTE = "contribute/"


def explainer(story: str) -> str:
    return f"{EXPLAINERS}{story}/"


def topic(name: str) -> str:
    return f"{TOPICS}{name}/"


def brief(name: str) -> str:
    """A topic on one sheet of paper."""
    return f"{topic(name)}brief/"


def authority(name: str) -> str:
    return f"{AUTHORITIES}{name}/"


def sources(story: str) -> str:
    return f"{SOURCES}{story}/"


def term(name: str) -> str:
    return f"{GLOSSARY}{name}/"


def letter(name: str) -> str:
    """The words of a letter, where the glossary is too long for one page."""
    return f"{GLOSSARY}letter-{name.lower()}/"


def relative(here: str, there: str) -> str:
    """The way from one page to another, both given from the site's root.

    `relative("topics/x/", "companies/#y")` is `../../companies/#y`.
    """
    if there.startswith(f"{here}#"):
        return there[len(here) :]
    up = "../" * here.count("/")
    return up + there if up or there[:1] not in ("", "#") else f"./{there}"


def markdown_file(address: str) -> str:
    """The Markdown file below docs/ that is published at an address.

    Always the index of a folder: engines agree on what a relative link means there only.
    """
    return f"{address}index.md"

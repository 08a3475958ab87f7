"""Puts generated pages into the theme of MkDocs, one after the other.

A generated page is HTML under Markdown headings, and final but for these.
MkDocs and Python-Markdown each parsed every tag of it, which took half of a build, and kept all
pages in memory; so MkDocs is told where the pages are, and no more.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from html import escape, unescape
from typing import TYPE_CHECKING, Any

from mkdocs import utils
from mkdocs.commands.build import get_context
from mkdocs.structure.files import File

from tools.files.read import read_text
from tools.pages import Page
from tools.pages.values import digest

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation

LOOK = ("overrides", "mkdocs.yml")  # whose text says how a page looks
_HEADING = re.compile(r"^(#{1,6}) (.*) \{ #(\S+)( dir=auto)? \}$", re.MULTILINE)


class MadeFile(File):
    """A generated file as MkDocs knows it: links may lead there; what is in it comes later."""

    def __init__(self, path: str, config: MkDocsConfig) -> None:
        there = re.sub(r"\.md$", ".html", path)
        super().__init__(path, None, config.site_dir, config.use_directory_urls, dest_uri=there)
        self.generated_by = "publication"

    def is_documentation_page(self) -> bool:
        return False

    def copy_file(self, dirty: bool = False) -> None:
        """Nothing: it is written when it is made."""


@dataclass(frozen=True)
class Anchor:
    """An entry of a page's table of contents."""

    title: str
    id: str
    level: int
    children: list[Anchor] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"#{self.id}"


@dataclass(frozen=True)
class Shown:
    """A generated page as templates of a theme ask for it."""

    url: str
    title: str
    meta: Mapping[str, Any]
    content: str
    toc: list[Anchor]
    canonical_url: str
    is_homepage: bool = False
    edit_url: None = None
    previous_page: None = None
    next_page: None = None


class Theme:
    """The theme with the navigation of the site."""

    def __init__(self, config: MkDocsConfig, nav: Navigation, env: Environment) -> None:
        self._config, self._nav = config, nav
        self._template = env.get_template("main.html")

    def html(self, page: Page) -> str:
        """A whole page."""
        content, toc = final(page.body)
        canonical = f"{self._config.site_url}{page.address}" if self._config.site_url else ""
        shown = Shown(page.address, page.title, page.front, content, toc, canonical)
        context = get_context(
            self._nav, [], self._config, base_url=utils.get_relative_url(".", page.address)
        )
        return self._template.render({**context, "page": shown})


def final(body: str) -> tuple[str, list[Anchor]]:
    """The HTML of a page's body, and its table of contents, by the headings in it."""
    toc: list[Anchor] = []

    def heading(match: re.Match[str]) -> str:
        marks, text, name, direction = match.groups()
        # themes take a title for HTML: they strip what looks like a tag in it
        anchor = Anchor(escape(unescape(text), quote=False), name, len(marks))
        above = toc
        while above and above[-1].level < anchor.level:
            above = above[-1].children
        above.append(anchor)
        kind = ' dir="auto"' if direction else ""
        return f'<h{anchor.level}{kind} id="{name}">{text}</h{anchor.level}>'

    lines = _HEADING.sub(heading, body)
    return re.sub(r"\n{2,}", "\n", lines).strip(), toc


def look_of(root: Path, config: MkDocsConfig) -> str:
    """What says how a page looks, besides its content: the theme, its settings, the navigation."""
    told = [
        f"{path.relative_to(root).as_posix()}\n{read_text(path)}"
        for name in LOOK
        for path in sorted([root / name, *(root / name).rglob("*.html")])
        if path.is_file()
    ]
    extra = json.dumps(config.extra, sort_keys=True, default=str)
    return digest(config.site_name, config.site_url or "", extra, *told)

"""MkDocs' part of a served site: its settings, its theme, and the pages written by hand."""

from __future__ import annotations

import logging
import mimetypes
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.structure.files import File, Files, get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page as Handwritten

from tools.mkdocs_pages import MadeFile, Theme
from tools.pages.theme import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs.config.defaults import MkDocsConfig

    from tools.model.publication import Publication
    from tools.pages import Page

HOME = "index.md"
MISSING = "404.html"
SITE_MAP = "sitemap.xml"  # of which MkDocs has one that needs its own pages


class Look:
    """How a site looks: the theme around generated pages, and everything that is not generated."""

    def __init__(
        self, root: Path, address: str, publication: Publication, paths: Iterable[str]
    ) -> None:
        """`address` is where the site is served, `paths` are those of its generated files."""
        self._config = _config(root, address, publication)
        self._env = self._config.theme.get_env()
        self._files = self._all_files(paths)
        self._nav = get_navigation(self._files, self._config)
        self._theme = Theme(self._config, self._nav, self._env)
        self._by_address = {file.dest_uri: file for file in self._files}

    def _all_files(self, paths: Iterable[str]) -> Files:
        files = get_files(self._config)
        files.add_files_from_theme(self._env, self._config)
        for path in paths:
            if path != HOME:
                old = files.get_file_from_path(path)
                if old is not None:
                    files.remove(old)
                files.append(MadeFile(path, self._config))
        set_exclusions(files, self._config)
        return files

    def page(self, page: Page) -> str:
        """A generated page in the theme."""
        return self._theme.html(page)

    def home(self, page: Page) -> str:
        """The home page, which begins with Markdown written by hand."""
        file = File(HOME, None, self._config.site_dir, self._config.use_directory_urls)
        file.content_string = page.text
        return self._written(file)

    def other(self, path: str) -> tuple[bytes, str] | None:
        """A file that is not generated, with its media type: a page written by hand, a picture."""
        if path == MISSING:
            context = get_context(self._nav, [], self._config, base_url="/")
            return self._env.get_template(MISSING).render(context).encode(), "text/html"
        file = self._by_address.get(path)
        if file is None or isinstance(file, MadeFile):
            return None
        if file.is_documentation_page():
            return self._written(file).encode(), "text/html"
        kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
        return file.content_bytes, kind

    def _written(self, file: File) -> str:
        page = file.page or Handwritten(None, file, self._config)
        page.read_source(self._config)
        page.render(self._config, self._files)
        context = get_context(self._nav, [], self._config, page)
        return str(self._env.get_template("main.html").render(context))


def _config(root: Path, address: str, publication: Publication) -> MkDocsConfig:
    """The settings of mkdocs.yml, with who publishes, and without the hook."""
    logging.getLogger("mkdocs").setLevel(logging.ERROR)  # `check` and a build say what is wrong
    config = load_config(str(root / "mkdocs.yml"), hooks=[], site_url=address)
    config.site_name = publication.name
    config.site_description = publication.strapline
    config.theme.static_templates.discard(SITE_MAP)
    config.extra["publication"] = words(publication)
    config.extra["serving"] = True
    return config

"""Hands the generated pages to MkDocs, runs search index and zip; nothing else knows MkDocs.

MkDocs loads this file by its path, so it works in a bare `mkdocs build` as well.
"""

from __future__ import annotations

import importlib.util
import json
import logging
import shutil
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

ROOT = Path(__file__).resolve().parent.parent
NEEDED = {  # module: the package that brings it
    "material": "mkdocs-material",
    "markdown": "markdown",
    "yaml": "pyyaml",
    "jinja2": "jinja2",
    "pydantic": "pydantic",
    "pagefind_bin": "pagefind-bin",
}


def _stop_where_incomplete() -> None:
    """One line instead of a traceback where a package is missing."""
    missing = [name for module, name in NEEDED.items() if not importlib.util.find_spec(module)]
    if missing:
        raise SystemExit(
            f"Missing: {', '.join(missing)}. "
            "Install what the site needs: pip install --require-hashes -r requirements/base.txt"
        )


_stop_where_incomplete()
if str(ROOT) not in sys.path:
    # the bare `mkdocs` script does not put the folder it runs in on the path
    sys.path.insert(0, str(ROOT))

from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files

from tools.check import check
from tools.commands.accuracy import FIGURES
from tools.commands.common import MisuseError
from tools.commands.records import fresh
from tools.files.bundle import bundle
from tools.files.canonical import record_text
from tools.files.publisher import publisher
from tools.files.read import read_text, seeds, with_record
from tools.files.search_index import FOLDER, NotIndexedError, index
from tools.mkdocs_pages import Bodies
from tools.model.problem import Problem
from tools.model.story import Seeds, Story
from tools.model.vocabulary import Vocabulary
from tools.pages import Settings, build, waiting
from tools.pages.theme import words

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

HOME = "index.md"
SITE_MAP = "sitemap.xml"
# under mkdocs' own name, so that --strict counts what is logged here
log = logging.getLogger("mkdocs.publication")


class _Serving:
    """What `mkdocs serve` must remember from one build to the next."""

    def __init__(self) -> None:
        self.on = False
        self.search: Path | None = None  # the search index of the first build
        self.drafts: dict[tuple[str, ...], Story] = {}  # by the SHA-256 of their articles
        self.vocabulary = Vocabulary()  # with which they were drafted

    def with_drafts(self, found: Seeds) -> Seeds:
        """Stories without a record with one made in memory, anew where a list has changed."""
        if found.vocabulary != self.vocabulary:
            self.drafts, self.vocabulary = {}, found.vocabulary
        return replace(found, stories=tuple(map(self._drafted, found.stories)))

    def _drafted(self, story: Story) -> Story:
        """A story with a draft where it has no record, and where drafting is installed.

        Articles that have not changed since the last build are not drafted again.
        """
        if story.record is not None or (ROOT / story.path).exists():
            return story
        key = tuple(article.sha256 for article in story.articles.values())
        if key not in self.drafts:
            try:
                record = fresh(story, self.vocabulary)
                self.drafts[key] = with_record(story, record_text(record), [])
            except MisuseError as error:
                log.info("%s", error)
                self.drafts[key] = story
        return replace(self.drafts[key], name=story.name, path=story.path)


_serving = _Serving()
_bodies = Bodies()


def on_startup(command: str, dirty: bool) -> None:
    """Called once: notes whether this is `serve`."""
    _serving.on = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Puts in who publishes; leaves the site map to us, and the policy out of a served page.

    The content security policy would stop the script by which `serve` refreshes the page.
    """
    publication = publisher(ROOT)[0].publication
    config.site_name = publication.name
    config.site_description = publication.strapline
    config.theme.static_templates.discard(SITE_MAP)
    config.extra["publication"] = words(publication)
    config.extra["serving"] = _serving.on
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds the generated pages; stops with all Problems where a record has any."""
    found, unread = seeds(ROOT)
    bare = {s.path for s in found.stories if s.record is None and not (ROOT / s.path).exists()}
    if _serving.on:
        unread = [problem for problem in unread if problem.path not in bare]
        found = _serving.with_drafts(found)
    _stop_on(check(found, unread))
    settings = Settings(
        url=config.site_url or "",
        repository=str(config.extra.get("repository") or "").rstrip("/"),
        bundle="" if _serving.on else f"{found.publication.bundle}.zip",
        contact=str(config.extra.get("contact") or ""),
    )
    unwritten = frozenset(story.name for story in found.stories if story.path in bare)
    home = read_text(ROOT / "docs" / HOME)
    texts = build(found, settings, home, unwritten, _accuracy())
    texts |= waiting([story.name for story in found.stories if story.record is None], settings)
    for path in (*texts, SITE_MAP):
        # MkDocs copies its own template of a site map as it is, unless that is taken away here
        old = files.get_file_from_path(path)
        if old is not None:
            files.remove(old)
    for path, text in texts.items():
        # home begins with Markdown written by hand
        final = path.endswith(".md") and path != HOME
        shown = _bodies.headings(path, text) if final else text
        files.append(File.generated(config, path, content=shown))
    return files


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Puts the HTML of a generated page around the headings that Markdown made."""
    return _bodies.whole(page.file.src_uri, html)


def _accuracy() -> Mapping[str, Any]:
    """What was last measured of drafts; nothing where that was never done."""
    path = ROOT / FIGURES
    return dict(json.loads(read_text(path))) if path.is_file() else {}


def _stop_on(problems: list[Problem]) -> None:
    for problem in problems:
        log.log(logging.INFO if problem.notice else logging.ERROR, "%s", problem)
    faults = [problem for problem in problems if not problem.notice]
    if faults:
        raise Abort(
            f"Stopped: {len(faults)} to mend in seeds/. Look again by: python -m tools check"
        )


def on_post_build(config: MkDocsConfig) -> None:
    """Makes the search index and the zip of the whole site.

    `serve` makes the index once, and each later build keeps the first: an index of 1,000 stories
    takes seconds, and nobody searches what they have just edited. It makes no zip.
    """
    site = Path(config.site_dir)
    if _serving.search:
        shutil.copytree(_serving.search, site / FOLDER, dirs_exist_ok=True)
        return
    try:
        index(site)
    except NotIndexedError as error:
        raise Abort(str(error)) from error
    if _serving.on:
        _serving.search = Path(tempfile.mkdtemp(prefix="search-index-")) / FOLDER
        shutil.copytree(site / FOLDER, _serving.search)
    else:
        bundle(site, f"{publisher(ROOT)[0].publication.bundle}.zip")


def on_shutdown() -> None:
    """Removes what `serve` kept."""
    if _serving.search:
        shutil.rmtree(_serving.search.parent, ignore_errors=True)

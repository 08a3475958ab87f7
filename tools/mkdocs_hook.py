"""Hands the generated pages to MkDocs, runs search index and zip; nothing else knows MkDocs.

MkDocs loads this file by its path, so it works in a bare `mkdocs build` as well.
"""

from __future__ import annotations

import importlib.util
import logging
import shutil
import sys
import tempfile
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

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
from tools.commands.known import known
from tools.commands.records import Drafts
from tools.files.bundle import NotBundledError, bundle
from tools.files.figures import accuracy
from tools.files.kept import Kept
from tools.files.publisher import publisher
from tools.files.read import seeds
from tools.files.search_index import FOLDER, NotIndexedError, index, pages
from tools.mkdocs_pages import MadeFile, Theme, look_of
from tools.model.problem import Problem
from tools.pages import Job, Site, documents, jobs, waiting
from tools.pages.theme import words
from tools.pages.values import digest
from tools.publish import HOME, engine, home, settings, sheets, text, written
from tools.writing import Writer, clear, set_aside

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation

SITE_MAP, ROBOTS = "sitemap.xml", "robots.txt"
# under mkdocs' own name, so that --strict counts what is logged here
log = logging.getLogger("mkdocs.publication")


@dataclass
class _Build:
    """What one build must remember from one event of MkDocs to the next."""

    site: Site
    jobs: list[Job]
    kept: Kept
    nav: Navigation | None = None
    env: Environment | None = None


class _Run:
    """What the hook must remember from one build to the next."""

    def __init__(self) -> None:
        self.serving = False
        self.search: Path | None = None  # the search index of the first build that is served
        self.drafts = Drafts(ROOT)
        self.build: _Build | None = None


_run = _Run()


def on_startup(command: str, dirty: bool) -> None:
    """Called once: notes whether this is `serve`."""
    _run.serving = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Puts in who publishes; leaves the site map to us, and the policy out of a served page.

    The content security policy would stop the script by which `serve` refreshes the page.
    """
    publication = publisher(ROOT)[0].publication
    config.site_name = publication.name
    config.site_description = publication.strapline
    config.theme.static_templates.discard(SITE_MAP)
    config.extra["publication"] = words(publication)
    config.extra["serving"] = _run.serving
    return config


def on_pre_build(config: MkDocsConfig) -> None:
    """Puts the last site aside: what did not change is taken from it."""
    set_aside(Path(config.site_dir))


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Says where generated files will be; stops with all Problems where a record has any.

    Home begins with Markdown written by hand, and goes the way of such pages.
    """
    site = _site(config)
    todo = [*jobs(site, home(ROOT)), *waiting(site)]
    look = look_of(ROOT, config)
    kept = Kept(ROOT, f"site-{digest(look)[:8]}", digest(engine(ROOT), look))
    if kept.fault:
        log.info("%s", kept.fault)
    _run.build = _Build(site, todo, kept)
    ours = {*(job.path for job in todo), SITE_MAP, ROBOTS}
    for old in list(files):
        # MkDocs copies its own template of a site map as it is, unless that is taken away here
        if old.src_uri in ours or _is_of_theme(old, config):
            files.remove(old)
    for job in todo:
        if job.path == HOME:
            files.append(File.generated(config, HOME, content=_front(site, job, kept)))
        else:
            files.append(MadeFile(job.path, config))
    return files


def _is_of_theme(file: File, config: MkDocsConfig) -> bool:
    """Whether it came with the theme: its styles, scripts and pictures, which no page loads."""
    return file.src_dir not in (None, config.docs_dir, config.theme.custom_dir)


def _front(site: Site, job: Job, kept: Kept) -> str:
    """The home page as MkDocs takes it."""
    (sheet,) = islice(sheets(site, [job], kept), 1)
    known = kept.get("front", sheet.digest)
    if known is not None:
        return known.decode()
    page = text(sheet)
    kept.put("front", sheet.digest, page.encode())
    return page


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Keeps the navigation for the generated pages."""
    _building().nav = nav
    return nav


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Keeps the theme for the generated pages."""
    _building().env = env
    return env


def on_post_build(config: MkDocsConfig) -> None:
    """Writes the generated files; makes the search index and the zip of the whole site.

    `serve` makes the index once, and each later build keeps the first: an index of 1,000 stories
    takes seconds, and nobody searches what they have just edited. It makes no zip.
    """
    build, site = _building(), Path(config.site_dir)
    kept, _run.build = build.kept, None
    try:
        if build.nav is None or build.env is None:
            raise Abort("MkDocs left out an event that the pages need: on_nav and on_env")
        theme = Theme(config, build.nav, build.env)
        Writer(site, theme.html, kept).write(sheets(build.site, build.jobs, kept))
        clear(site)
        if _run.search:
            shutil.copytree(_run.search, site / FOLDER, dirs_exist_ok=True)
            return
        index(site, [*documents(build.site), *pages(site, written(build.site))], kept)
        if _run.serving:
            _run.search = Path(tempfile.mkdtemp(prefix="search-index-")) / FOLDER
            shutil.copytree(site / FOLDER, _run.search)
        else:
            bundle(site, build.site.settings.bundle, kept)
    except (NotIndexedError, NotBundledError) as error:
        raise Abort(str(error)) from error
    finally:
        kept.close()


def on_shutdown() -> None:
    """Removes what `serve` kept."""
    if _run.search:
        shutil.rmtree(_run.search.parent, ignore_errors=True)


def _building() -> _Build:
    if _run.build is None:
        raise Abort("MkDocs left out an event that the pages need: on_files comes first")
    return _run.build


def _site(config: MkDocsConfig) -> Site:
    """The checked records, with drafts where this is `serve`."""
    kept = known(ROOT)
    found, unread = seeds(ROOT, kept)
    unwritten: frozenset[str] = frozenset()
    if _run.serving:
        found, unread, unwritten = _run.drafts.added(found, unread)
    problems = check(found, unread, verdicts=kept)
    kept.close()
    _stop_on(problems)
    told = {
        "site_url": config.site_url or "",
        "repository": str(config.extra.get("repository") or ""),
        "contact": str(config.extra.get("contact") or ""),
    }
    said = settings(found.publication, told, bundled=not _run.serving)
    return Site(found, said, unwritten, accuracy(ROOT))


def _stop_on(problems: list[Problem]) -> None:
    for problem in problems:
        log.log(logging.INFO if problem.notice else logging.ERROR, "%s", problem)
    faults = [problem for problem in problems if not problem.notice]
    if faults:
        raise Abort(
            f"Stopped: {len(faults)} to mend in seeds/. Look again by: python -m tools check"
        )

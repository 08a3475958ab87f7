"""From records to a finished tree: what rests on nothing that changed is not made again.

The hook of MkDocs and `export` take every file from here; `serve` makes each when it is asked for.
"""

from __future__ import annotations

import json
import platform
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from tools.files.kept import Kept
from tools.files.read import read_text
from tools.model.publication import Publication
from tools.pages import Job, Page, Settings, Site, machine_files
from tools.pages.values import Values, digest

PACKAGES = ("mkdocs", "mkdocs-material", "markdown", "jinja2", "pydantic", "pyyaml")
# whose text says how a page is made; drafter and desk make records, and no pages
CODE, ELSEWHERE = ("*.py", "*.html", "*.md", "*.xml", "*.yml"), ("draft", "desk")
HOME = "index.md"


@dataclass(frozen=True)
class Sheet:
    """A file of the site: what it is, whether it had to be made, and what makes it.

    `digest` is that of its content, `listed` what lists of all pages tell of a page.
    """

    path: str  # below docs/
    digest: str
    job: Job
    listed: Mapping[str, str]
    made: Page | str | None = None  # None where it was made before, and rests on what it did

    def content(self) -> Page | str:
        """The page or text, made anew where it was not made in this build."""
        return self.job.make() if self.made is None else self.made


def sheets(site: Site, todo: Iterable[Job], kept: Kept | None = None) -> Iterator[Sheet]:
    """Every generated file, one after the other; the site map and its kind come last.

    With `kept`, a file whose facts are worth what they were is not made; without, each is.
    """
    values = Values(site)
    known = _known(kept) if kept else {}
    ground = _ground(site)
    pages = []
    for job in todo:
        sheet = _as_before(job, known.get(job.path), ground, values) or _made(
            site, job, ground, values, kept
        )
        if kept:
            kept.use("made", job.path)
        if sheet.listed:
            pages.append(sheet.listed)
        yield sheet
    for path, text in machine_files(site, pages).items():
        yield Sheet(path, digest(text), Job(path, partial(str, text)), {}, text)


def _known(kept: Kept) -> dict[str, Any]:
    return {path: json.loads(data) for path, data in kept.all("made").items()}


def _ground(site: Site) -> str:
    """What every file rests on."""
    lists = site.seeds.vocabulary
    return digest(
        repr(site.settings),
        site.publication.model_dump_json(),
        *(position.model_dump_json() for position in lists.positions.values()),
        repr(lists.axes),
        repr(sorted(site.unwritten)),
        json.dumps(site.accuracy, sort_keys=True),
    )


def _as_before(job: Job, known: Any, ground: str, values: Values) -> Sheet | None:
    """A file that was made before and rests on what it did."""
    if not known or known["ground"] != ground:
        return None
    if known["worth"] != values.together(map(tuple, known["facts"])):
        return None
    return Sheet(job.path, known["digest"], job, known["listed"])


def _made(site: Site, job: Job, ground: str, values: Values, kept: Kept | None) -> Sheet:
    with site.notebook.page() as asked:
        made = job.make()
    facts = sorted(asked)
    listed = made.listed if isinstance(made, Page) else {}
    sheet = Sheet(job.path, _content(made), job, listed, made)
    if kept:
        entry = {
            "ground": ground,
            "facts": facts,
            "worth": values.together(facts),
            "digest": sheet.digest,
            "listed": listed,
        }
        kept.put("made", job.path, json.dumps(entry, ensure_ascii=False).encode())
    return sheet


def _content(made: Page | str) -> str:
    if isinstance(made, str):
        return digest(made)
    return digest(made.address, made.title, made.description, made.body, json.dumps(made.meta))


def text(sheet: Sheet) -> str:
    """A file as a docs tree has it: a page as Markdown under its front matter."""
    content = sheet.content()
    return content.text if isinstance(content, Page) else content


def written(site: Site) -> list[str]:
    """The addresses of the pages written by hand, but for home, which generated parts follow."""
    return [f"{name}/" for name in sorted(site.seeds.publisher.pages - {"index"})]


def home(root: Path) -> str:
    """The hand-written beginning of the home page."""
    return read_text(root / "docs" / HOME)


@lru_cache(maxsize=4)
def engine(root: Path) -> str:
    """A digest of all that makes files of records: code, templates, and the packages used."""
    tools = root / "tools"
    texts = [
        f"{path.relative_to(tools).as_posix()}\n{read_text(path)}"
        for pattern in CODE
        for path in sorted(tools.rglob(pattern))
        if path.relative_to(tools).parts[0] not in ELSEWHERE
    ]
    return digest(platform.python_version(), *map(_version, PACKAGES), *texts)


def _version(package: str) -> str:
    try:
        return f"{package} {version(package)}"
    except PackageNotFoundError:
        return package


def settings(publication: Publication, told: Mapping[str, str], *, bundled: bool) -> Settings:
    """What a build is told: `site_url`, `repository` and `contact`, each of which may be absent."""
    url = told.get("site_url") or ""
    return Settings(
        url=url and url.rstrip("/") + "/",
        repository=(told.get("repository") or "").rstrip("/"),
        bundle=f"{publication.bundle}.zip" if bundled else "",
        contact=told.get("contact") or "",
    )

"""What stands at each address of a served site, and the Problems of what cannot be shown."""

from __future__ import annotations

import shutil
import tempfile
import threading
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tools.check import check
from tools.commands.known import known
from tools.files.figures import accuracy
from tools.files.search_index import FOLDER, index
from tools.live.reader import Reader
from tools.live.theme import HOME, MISSING, Look
from tools.pages import Page, Site, documents, jobs, waiting
from tools.publish import home, settings, written

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tools.files.kept import Kept
    from tools.model.problem import Problem
    from tools.pages import Job

HTML = "text/html"
KINDS = {
    ".json": "application/json",
    ".xml": "application/xml",
    ".csv": "text/csv",
    ".css": "text/css",
}
# what stands in the place of a site whose records cannot be shown yet
BROKEN = """<!doctype html><html lang="en"><title>{count} to mend</title>
<body><h1>{count} to mend in seeds/</h1>
<pre style="white-space: pre-wrap">{told}</pre></body></html>
"""


class Answer(NamedTuple):
    """What a browser gets."""

    status: int
    data: bytes
    kind: str  # media type


class Verdicts:
    """What was found in each story, in memory: a story is judged anew only when it changed."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept
        self._known: dict[tuple[str, str], bytes] = {}

    def get(self, kind: str, name: str) -> bytes | None:
        """An entry as it was put, in this run or an earlier one, or None."""
        data = self._known.get((kind, name)) or self._kept.get(kind, name)
        if data is not None:
            self._known[kind, name] = data
        return data

    def put(self, kind: str, name: str, data: bytes) -> None:
        """Keeps an entry."""
        self._known[kind, name] = data
        self._kept.put(kind, name, data)


class LiveSite:
    """The site of the project at `root`, made as it is asked for; threads may share it."""

    def __init__(self, root: Path, address: str, told: Mapping[str, str]) -> None:
        """`address` is where it is served; `told` what a build would be told of the site."""
        self._root, self._address, self._told = root, address, told
        self._kept = known(root)
        self._verdicts = Verdicts(self._kept)
        self._reader = Reader(root, self._kept)
        self._lock = threading.Lock()
        self._jobs: dict[str, Job] = {}
        self._site: Site | None = None
        self._look: Look | None = None
        self._made: dict[str, bytes] = {}
        self._search: Path | None = None
        self._searching = threading.Lock()
        self.problems: list[Problem] = []

    def load(self, saved: Iterable[Path]) -> None:
        """Takes in what was saved; what is wrong with it is in `problems`, and nothing is lost."""
        changed = list(saved)
        with self._lock:
            seeds, unread, unwritten = self._reader.read(
                path for path in changed if path.is_relative_to(self._root / "seeds")
            )
            found = check(seeds, unread, verdicts=self._verdicts)
            self.problems = [one for one in found if not one.notice]
            if self.problems:
                return
            said = settings(seeds.publication, self._told, bundled=False)
            site = Site(seeds, said, unwritten, accuracy(self._root))
            todo = {job.path: job for job in (*jobs(site, home(self._root)), *waiting(site))}
            if self._look is None or self._is_new(changed, todo):
                self._look = Look(self._root, self._address, seeds.publication, todo)
            self._site, self._jobs, self._made = site, todo, {}

    def _is_new(self, changed: list[Path], todo: dict[str, Job]) -> bool:
        """Whether more than records changed: the theme, a page written by hand, who publishes."""
        records = self._root / "seeds" / "stories", self._root / "seeds" / "vocabulary"
        other = [path for path in changed if not any(path.is_relative_to(one) for one in records)]
        return bool(other) or todo.keys() != self._jobs.keys()

    def answer(self, address: str) -> Answer:
        """What stands at an address below the root, without its leading slash."""
        if self._look is None:
            return self._broken()
        if address.startswith(f"{FOLDER}/"):
            return self._of_search(address)
        path = f"{address}index.html" if not address or address.endswith("/") else address
        found = self._found(path)
        if found is None and self._found(f"{path}/index.html"):
            return Answer(301, f"/{address}/".encode(), "")
        if found is None:
            missing = self._other(MISSING)
            return Answer(404, missing[0] if missing else b"", HTML)
        return Answer(200, *found)

    def _broken(self) -> Answer:
        told = "\n".join(escape(str(problem)) for problem in self.problems)
        count = len(self.problems)
        return Answer(503, BROKEN.format(count=count, told=told).encode(), HTML)

    def _found(self, path: str) -> tuple[bytes, str] | None:
        source = f"{path.removesuffix('.html')}.md" if path.endswith(".html") else path
        with self._lock:
            job = self._jobs.get(source)
            if job is not None:
                if source not in self._made:
                    self._made[source] = self._make(job)
                return self._made[source], KINDS.get(Path(path).suffix, HTML)
        return self._other(path)

    def _make(self, job: Job) -> bytes:
        made = job.make()
        if not isinstance(made, Page) or self._look is None:
            return str(made).encode("utf-8", "xmlcharrefreplace")
        text = self._look.home(made) if job.path == HOME else self._look.page(made)
        return text.encode("utf-8", "xmlcharrefreplace")

    def _other(self, path: str) -> tuple[bytes, str] | None:
        with self._lock:
            return self._look.other(path) if self._look else None

    def _of_search(self, address: str) -> Answer:
        """A file of the search index, which is made when it is first asked for, and kept."""
        with self._searching:
            if self._search is None:
                self._search = self._indexed()
        path = (self._search / address).resolve()
        if not path.is_relative_to(self._search / FOLDER) or not path.is_file():
            return Answer(404, b"", HTML)
        kind = "text/javascript" if path.suffix == ".js" else "application/octet-stream"
        return Answer(200, path.read_bytes(), kind)

    def _indexed(self) -> Path:
        folder = Path(tempfile.mkdtemp(prefix="search-index-"))
        with self._lock:
            known = list(documents(self._site)) if self._site else []
            pages = written(self._site) if self._site else []
        for address in pages:
            found = self._other(f"{address}index.html")
            if found:
                known.append((address, found[0].decode()))
        index(folder, known)
        return folder

    def close(self) -> None:
        """Removes what it kept outside of memory, but for what the next run will read."""
        self._kept.close()
        if self._search:
            shutil.rmtree(self._search, ignore_errors=True)

"""A story that begins, with text that was pasted or a file that was chosen, as `new` does it."""

from __future__ import annotations

import hashlib
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tools.commands.common import MisuseError
from tools.commands.inputs import HTML, article_text
from tools.commands.records import check_new, fresh, write_story
from tools.desk.work import RefusedError
from tools.draft.reading import NotAnArticleError, read
from tools.draft.record import first_line
from tools.files.canonical import record_text
from tools.files.edit import insert
from tools.files.read import STORIES
from tools.files.write import write_whole
from tools.model.claims import slug
from tools.model.dates import Date
from tools.model.record import OWN, Reference
from tools.model.story import name_fault
from tools.model.text import fold

if TYPE_CHECKING:
    from tools.commands.drafter import Drafter
    from tools.desk.app import Desk
    from tools.desk.sheet import Sheet
    from tools.model.story import Seeds


class TakenError(RefusedError):
    """An article that a story has already; `story` is its name."""

    def __init__(self, story: str, file: str) -> None:
        super().__init__(f"It must be the article of one story, and is {story}/{file} already.")
        self.story = story


WORDS = 7  # of title or headline that the name of a folder takes
LONGEST = 60  # characters of them, as far as whole words go


def begin(root: Path, seeds: Seeds, form: Any, files: Any, drafter: Drafter | None) -> str:
    """Makes a story's folder from a form; returns its name. Raises `RefusedError`.

    `seeds` has all stories as they stand now, none of which may have the article.
    """
    try:
        text = _article(form, files)
        _untold(seeds, text)
        published = _day(form)
        name = form.get("name", "").strip() or _name(text, published, form.get("title", ""))
        check_new(root, name)
        known = _source(form)
        title = " ".join(form.get("title", "").split())
        write_story(root, name, text, published, known=known, title=title, drafter=drafter)
    except (MisuseError, ModuleNotFoundError) as error:
        raise RefusedError(_way_out(error)) from error
    return str(name)


def _untold(seeds: Seeds, text: str) -> None:
    """Raises `TakenError` where a story has an article, as `check` would say at the end."""
    folded = fold(text)
    for story in seeds.stories:
        for file, article in story.articles.items():
            if fold(article.text) == folded:
                raise TakenError(story.name, file)


def _way_out(error: Exception) -> str:
    """What a refusal says; a package that is absent is named with what brings it."""
    if isinstance(error, ModuleNotFoundError):
        return f"Drafting needs {error.name}, which is not installed: run make draft once."
    return str(error)


def _article(form: Any, files: Any) -> str:
    """The article's text, from the file or else from what was pasted."""
    chosen = files.get("file")
    if chosen is not None and chosen.filename:
        # of a name that somebody else chose nothing is used but whether it is a page
        page = chosen.filename.lower().endswith(HTML)
        data, ending = chosen.read(), ".html" if page else ".txt"
    else:
        data, ending = form.get("article", "").replace("\r\n", "\n").encode(), ".txt"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"article{ending}"
        path.write_bytes(data)
        try:
            text = article_text(path)
        except NotAnArticleError as refusal:
            raise RefusedError(f"That is no article: {refusal}") from refusal
    if not text.strip():
        raise RefusedError("There is no text of an article yet: paste it, or choose a file.")
    return text


def _day(form: Any) -> Date | None:
    given = form.get("published", "").strip()
    date = Date(given) if given else None
    if date is not None and date.fault:
        raise RefusedError(f"The day must {date.fault}, for example 2024-03-08: {given}")
    return date


def _name(text: str, published: Date | None, title: str) -> str:
    """Year and month, as far as they are known, and the first words of title or headline."""
    reading = read(text)
    words = slug(title, WORDS) or slug(reading.headline or first_line(text), WORDS)
    while len(words) > LONGEST and "-" in words:
        words = words.rpartition("-")[0]
    day = published.text if published else reading.published or ""
    return f"{day[:7]}-{words}" if day[:7].replace("-", "").isdigit() else words


def _source(form: Any) -> dict[str, Any]:
    """What the form tells of the article besides its text."""
    names = ("publisher", "url", "licence", "author")
    known: dict[str, Any] = {n: v for n in names if (v := " ".join(form.get(n, "").split()))}
    if basis := " ".join(form.get("basis", "").split()):
        known["published_basis"] = basis
    rows = [line.strip() for line in form.get("references", "").splitlines() if line.strip()]
    if rows and known.get("licence") != OWN:
        raise RefusedError("References belong to a report of our own, whose licence is own.")
    if rows:
        known["references"] = tuple(map(_reference, rows))
    return known


def _reference(row: str) -> Reference:
    """A line `title | publisher | address | day`; publisher and day may be empty."""
    parts = [part.strip() for part in row.split("|")]
    if len(parts) not in (3, 4) or not parts[0] or not parts[2]:
        raise RefusedError(f"A reference is: title | publisher | address | day. This is not: {row}")
    day = Date(parts[3]) if len(parts) == 4 and parts[3] else None
    return Reference(title=parts[0], publisher=parts[1] or None, url=parts[2], date=day)


def draft(root: Path, sheet: Sheet, drafter: Drafter | None) -> None:
    """Writes the first record of a story that has none."""
    if sheet.digest or sheet.unreadable:
        raise RefusedError("There is a record already, and it stays as it is.")
    try:
        record = fresh(sheet.story, sheet.seeds.vocabulary, None, drafter)
    except (MisuseError, ModuleNotFoundError) as error:
        raise RefusedError(_way_out(error)) from error
    write_whole(root / sheet.file, record_text(record))


def join(desk: Desk, sheet: Sheet, form: Any, files: Any) -> str:
    """A further article joins a story: its file first, then its entry; returns the file's name."""
    root, store = desk.root, desk.store
    text, published = _article(form, files), _day(form)
    _untold(desk.corpus.read()[0], text)
    reading = read(text)
    headline = reading.headline or first_line(text)
    stem = form.get("name", "").strip() or slug(headline, WORDS)
    if fault := name_fault(stem):
        raise RefusedError(f"The file's name must {fault}: {stem}")
    file = f"{stem}.txt"
    path = root / STORIES / sheet.name / file
    if path.exists():
        raise RefusedError(f"There is an article {file} already, and it stays as it is.")
    day = reading.published or (published.text if published else None)
    entry: dict[str, Any] = {
        "file": file,
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "headline": headline,
        "author": " and ".join(reading.authors) or None,
        "publisher": None,
        "published": day,
        "published_basis": None,
        "url": None,
        "archived": None,
        "licence": None,
    }
    entry |= {name: value for name, value in _source(form).items() if name != "references"}
    now = insert(sheet.text, ("sources",), len(sheet.of_kind("sources")), entry, sheet.file)
    write_whole(path, text)
    try:
        store.save(sheet.file, form.get("seen", ""), now, f"joined {file}")
    except BaseException:
        path.unlink(missing_ok=True)  # an article that no record names would be a Problem
        raise
    return file

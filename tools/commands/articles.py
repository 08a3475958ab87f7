"""The commands that begin with an article: `read` and `new`."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tools.commands.common import FINE, FOUND, MisuseError, add_command, legal
from tools.model.dates import Date

if TYPE_CHECKING:
    from tools.draft.reading import Reading

ARTICLE = "article.txt"
HTML = (".html", ".htm", ".xhtml")
SHOWN = 100  # characters of a removed stretch that are shown


def add_read(commands: Any) -> None:
    """Adds `read --json FILE...` to the parser."""
    reads = add_command(
        commands, "read", "say what is taken for the article in a file, and what not"
    )
    reads.add_argument("--json", action="store_true", required=True, help="one object a line")
    reads.add_argument("file", nargs="+", type=Path, help="articles as .txt or .html")
    reads.set_defaults(run=_read)


def add_new(commands: Any) -> None:
    """Adds `new STORY --from FILE` to the parser."""
    news = add_command(commands, "new", "make a story's folder from an article")
    news.add_argument("story", help="its name, for example 2024-03-ostvale-message-logs")
    news.add_argument(
        "--from", dest="file", required=True, type=Path, help="the article, as .txt or .html"
    )
    news.add_argument(
        "--published",
        metavar="DATE",
        type=Date,
        help="the day of the article, such as 2024-03-08, where its text does not state it",
    )
    news.set_defaults(run=_new)


def _read(options: argparse.Namespace) -> int:
    """`read --json FILE...`: one line a file, in their order; 1 where one could not be read."""
    from tools.draft.reading import NotAnArticleError

    missing = next((file for file in options.file if not file.is_file()), None)
    if missing is not None:
        raise MisuseError(f"there is no file {missing}")
    code = FINE
    for file in options.file:
        entry: dict[str, Any] = {"file": str(file)}
        try:
            entry |= _as_json(_reading(file), with_offsets=file.suffix.lower() not in HTML)
        except NotAnArticleError as refusal:
            print(f"{file}: {refusal}", file=sys.stderr)
            entry |= {**_as_json(None), "refused": str(refusal)}
            code = FOUND
        print(json.dumps(entry, ensure_ascii=False))
    return code


def _reading(file: Path) -> Reading:
    from tools.draft.reading import read
    from tools.draft.reading.decoded import text_of

    if file.suffix.lower() in HTML:
        return _html_reader()(file.read_bytes())
    return read(text_of(file.read_bytes()))


def _html_reader() -> Callable[[bytes], Reading]:
    """The function that reads a page, or a way out where what it needs is not installed."""
    try:
        from tools.draft.reading.page import read_html
    except ImportError as error:
        raise MisuseError(
            f"a saved page needs {error.name}, which is not installed: run make draft, "
            "or save the article as plain text"
        ) from error
    return read_html


def _as_json(reading: Reading | None, *, with_offsets: bool = False) -> dict[str, Any]:
    if reading is None:
        fields = (
            "headline dek authors dateline published headings paragraphs pieces removed".split()
        )
        single = ("headline", "dek", "dateline", "published")
        return {field: None if field in single else [] for field in fields}
    text = reading.text
    return {
        "headline": reading.headline,
        "dek": reading.dek,
        "authors": list(reading.authors),
        "dateline": reading.dateline,
        "published": reading.published,
        "headings": [span.of(text) for span in reading.headings],
        "paragraphs": [span.of(text) for span in reading.paragraphs],
        "pieces": [
            {"kind": piece.kind, "start": piece.span.start, "end": piece.span.end}
            for piece in reading.pieces
            if with_offsets
        ],
        "removed": [
            {
                **({"start": gone.span.start, "end": gone.span.end} if with_offsets else {}),
                "text": _shortened(gone.span.of(text)),
                "why": gone.why,
            }
            for gone in reading.removed
        ],
    }


def _shortened(text: str) -> str:
    return text if len(text) <= SHOWN else text[: SHOWN - 1].rstrip() + "…"


def _new(options: argparse.Namespace) -> int:
    """`new STORY --from FILE`: the folder with the article and the draft of its record."""
    from tools.draft.reading import NotAnArticleError
    from tools.files.read import RECORD, STORIES

    name, file = options.story, options.file
    legal(options.published)
    check_new(options.root, name)
    if not file.is_file():
        raise MisuseError(f"there is no file {file}")
    try:
        text = article_text(file)
    except NotAnArticleError as refusal:
        raise MisuseError(f"{file}: {refusal}") from refusal
    if not text.strip():
        raise MisuseError(f"{file}: there is no text in it")
    write_story(options.root, name, text, options.published)
    print(f"Wrote {STORIES}/{name}: {ARTICLE} and the draft of {RECORD}.")
    print(f"Review the draft against the article, and run: python -m tools check {name}")
    return FINE


def check_new(root: Path, name: str) -> None:
    """Raises `MisuseError` where a new story cannot have this name."""
    from tools.files.read import STORIES
    from tools.model.story import name_fault

    if fault := name_fault(name):
        raise MisuseError(
            f"a story's name must {fault}: {name!r}. For example 2024-03-ostvale-message-logs"
        )
    if (root / STORIES / name).exists():
        raise MisuseError(
            f"{STORIES}/{name} is there, and stays as it is. 1. To add an article to that story, "
            f"put it there as another .txt. 2. For another story, choose another name, or another "
            "headline in the form"
        )


def write_story(root: Path, name: str, text: str, published: Date | None, **known: str) -> None:
    """Makes a new story's folder: its article, and the draft of its record.

    `known` are fields of the source that no reading of the text gives, such as its `url`.
    """
    from tools.commands.drafting import fresh
    from tools.files.canonical import record_text
    from tools.files.read import RECORD, STORIES, vocabulary
    from tools.files.write import write_new_folder
    from tools.model.article import Article
    from tools.model.story import Story

    folder = f"{STORIES}/{name}"
    story = Story(folder, name=name, articles={ARTICLE: Article(ARTICLE, text)})
    record = fresh(story, vocabulary(root)[0], published)
    sources = tuple(source.model_copy(update=known) for source in record.sources)
    record = record.model_copy(update={"sources": sources})
    write_new_folder(root / folder, {ARTICLE: text, RECORD: record_text(record)})


def article_text(file: Path) -> str:
    """The text to keep: that of a .txt as it is, that of a page once and for all.

    Raises `NotAnArticleError` where it is no text, or a page holds no article, and `MisuseError`
    where what reads pages is not installed.
    """
    from tools.draft.reading import NotAnArticleError
    from tools.draft.reading.decoded import text_of

    if file.suffix.lower() not in HTML:
        return text_of(file.read_bytes())
    reading = _html_reader()(file.read_bytes())
    if not reading.paragraphs:
        raise NotAnArticleError("no article was found in it; save it as plain text by hand")
    from tools.draft.reading.page import as_text

    return as_text(reading)

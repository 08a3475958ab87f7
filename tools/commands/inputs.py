"""Articles given as files, and what is read in them, for all commands that take one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tools.commands.common import MisuseError

if TYPE_CHECKING:
    from tools.draft.reading import Reading

HTML = (".html", ".htm", ".xhtml")
SHOWN = 100  # characters of a removed stretch that are shown


def reading_of(file: Path) -> Reading:
    """What is read in a .txt or a page; raises `NotAnArticleError` where it is neither."""
    from tools.draft.reading import read
    from tools.draft.reading.plain import article_of

    if file.suffix.lower() in HTML:
        return _html_reader()(file.read_bytes())
    return read(article_of(file.read_bytes()))


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


def is_kept(file: Path, reading: Reading) -> bool:
    """Whether the text read is that of the file, so that offsets into it mean something."""
    from tools.draft.reading.decoded import text_of

    return file.suffix.lower() not in HTML and reading.text == text_of(file.read_bytes())


def reading_as_json(reading: Reading | None, *, with_offsets: bool = False) -> dict[str, Any]:
    """What `read --json` says of an article; every list empty where nothing could be read."""
    if reading is None:
        fields = (
            "headline dek authors dateline published headings paragraphs pieces removed notes"
        ).split()
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
        "notes": list(reading.notes),
    }


def _shortened(text: str) -> str:
    return text if len(text) <= SHOWN else text[: SHOWN - 1].rstrip() + "…"


def article_text(file: Path) -> str:
    """The text to keep: that of a .txt as it is, that of a page or a mail once and for all.

    Raises `NotAnArticleError` where it is no text, or a page holds no article, and `MisuseError`
    where what reads pages is not installed.
    """
    from tools.draft.reading import NotAnArticleError
    from tools.draft.reading.plain import article_of

    if file.suffix.lower() not in HTML:
        return article_of(file.read_bytes())
    reading = _html_reader()(file.read_bytes())
    if not reading.paragraphs:
        raise NotAnArticleError("no article was found in it; save it as plain text by hand")
    from tools.draft.reading.page import as_text

    return as_text(reading)

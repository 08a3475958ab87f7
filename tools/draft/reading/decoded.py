"""Bytes as text, or a reason in plain words why they are none."""

from __future__ import annotations

import codecs
import re

from tools.draft.reading import NotAnArticleError
from tools.model.encodings import utf_16

# The longest book is no longer, and the longest saved page; reading this much takes seconds.
MOST_TEXT = 2_000_000
MOST_HTML = 6_000_000
HEAD = 4096  # bytes in which a page declares its encoding
CONTROL_SHARE = 0.02  # of the characters; more of them is a picture or a program, not a text

_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def text_of(data: bytes) -> str:
    """The text of an article's file, which is UTF-8, with every character where it stands.

    UTF-16, in which some editors save, is read as well, without its mark.
    Raises `NotAnArticleError`.
    """
    _limited(data, MOST_TEXT)
    if (wide := utf_16(data)) is not None:
        return _printable(wide)
    if b"\0" in data:
        raise NotAnArticleError("it is no text: it holds NUL bytes, as pictures and programs do")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise NotAnArticleError(
            f"it must be UTF-8, and is not in line {line}: save it as UTF-8 in your editor"
        ) from error
    return _printable(text)


def html_of(data: bytes) -> str:
    """The text of a saved page, in whatever encoding it declares or seems to be.

    Raises `NotAnArticleError`.
    """
    _limited(data, MOST_HTML)
    if (wide := utf_16(data)) is not None:
        return _printable(wide)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _printable(data.decode(encoding, "replace"))
    if b"\0" in data:
        raise NotAnArticleError("it is no page: it holds NUL bytes, as pictures and programs do")
    declared = _DECLARED.search(data[:HEAD])
    names = ["utf-8", *([declared[1].decode("ascii")] if declared else []), "cp1252"]
    for name in names:
        try:
            return _printable(data.decode(name))
        except (UnicodeDecodeError, LookupError):
            continue
    return _printable(data.decode("utf-8", "replace"))


def _limited(data: bytes, most: int) -> None:
    if len(data) > most:
        millions = f"{len(data) / 1e6:.1f} MB; at most {most / 1e6:.0f} MB can be read"
        raise NotAnArticleError(f"it is too long for an article: {millions}")


def _printable(text: str) -> str:
    control = sum(character < " " and character not in "\t\n\r\f\v" for character in text)
    if control > CONTROL_SHARE * len(text):
        raise NotAnArticleError("it is no text: too many of its characters are control characters")
    return text

"""An article's file as the plain text that is kept of it.

Most files are that text already, and not one character of them changes. A mail, a text in
Markdown and the dump of a printed page are turned into it once, as a saved web page is.
"""

from __future__ import annotations

import re

from tools.draft.reading import NotAnArticleError, read
from tools.draft.reading.broken import mended
from tools.draft.reading.decoded import text_of
from tools.draft.reading.mail import is_mail, mail_text
from tools.draft.reading.markdown import is_markdown, without_marks
from tools.draft.reading.refusals import refusal
from tools.draft.reading.several import several

# "Headline: …" as the first line, as forms and exports write it.
_LABEL = re.compile(r"\A\s*(?:title|headline|subject):[ \t]*(?=\S+(?: \S+){3})", re.IGNORECASE)


def article_of(data: bytes) -> str:
    """The text to keep of an article's file.

    Raises `NotAnArticleError`, with a way out, where it is no text, holds several articles, or is
    the page of a guard, an error or an offer in the article's place.
    """
    text = plain(text_of(data))
    if fault := several(text) or refusal(read(text)):
        raise NotAnArticleError(fault)
    return text


def plain(text: str) -> str:
    """A text without what belongs to its form: heads of mail, marks of Markdown, broken words."""
    if is_mail(text):
        text = mail_text(text)
    if is_markdown(text):
        text = without_marks(text)
    return mended(_LABEL.sub("", text))

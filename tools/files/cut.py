"""Texts that YAML ends at a number sign, though whoever wrote them did not mean to end there."""

from __future__ import annotations

import re

from tools.model.problem import shorten

ID = "text-cut"
# after a text without quotation marks: a comment to YAML, but hardly to whoever wrote it
SWALLOWED = re.compile(r"[ \t]+#[^\s#][^\n]*")
# This may well be a comment, though style guides and the example of the guide put two spaces before
# one. It is told only where the text does not look as if it ended there.
_COMMENT = re.compile(r" #[ \t]+(\S[^\r\n]*)")
# keys under which people write words, and those under which they write sentences
WORDS = frozenset(
    "complies description headline heading how label long meaning name published_basis quote "
    "question term text title value definition".split()
)
SENTENCES = frozenset("definition meaning text".split())
_FINISHED = re.compile(r"[.!?…:;,][\"'”’)\]]*$|[\"'”’)\]]$")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*$")
# no text ends with one of these
_LEADS_ON = frozenset(
    "a an the and or but nor of from with than as is are its my his her our your their".split()
)


def cut_at(key: str, value: str, text: str, end: int) -> str | None:
    """What stands from the sign on, where a plain text that ends at `end` seems to go on there.

    `key` is the one whose value, or one of whose values, the text is.
    """
    found = _COMMENT.match(text, end) if key in WORDS else None
    if not found or not value or _FINISHED.search(value):
        return None
    after = found[1].rstrip()
    goes_on = (
        (after[0].isdigit() and not value[0].isdigit())
        or value.split()[-1].casefold() in _LEADS_ON
        or (key in SENTENCES and after[0].islower() and _SENTENCE_END.search(after))
    )
    return found.group().strip() if goes_on else None


def words(value: str, rest: str) -> tuple[str, str]:
    """The notice's message and its way out."""
    return (
        f"text should not end at a space and #: {shorten(f'{value} {rest}')}",
        f"Readers see {shorten(value)} and nothing from # on: put the text in quotation marks. "
        "If that is a comment, write two spaces before the #.",
    )

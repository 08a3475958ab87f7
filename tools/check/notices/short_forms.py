"""Notice: a short form whose letters the quotation does not have."""

from __future__ import annotations

import re

from tools.check.notices.finding import Claims, Findings, finding
from tools.model.problem import shorten
from tools.model.record import ShortForm
from tools.model.story import Story
from tools.model.text import fold
from tools.model.vocabulary import Vocabulary

_WORD = re.compile(r"\w+")
_NOT_LETTERS = re.compile(r"[\W_]+")


def short_forms_are_quoted(story: Story, _: Vocabulary, claims: Claims) -> Findings:
    """The quotation of a short form has it, or words that begin with its letters in their order."""
    for placed in claims:
        claim = placed.claim
        if not isinstance(claim, ShortForm):
            continue
        quoted = fold(" ".join(claim.quote))
        letters = _NOT_LETTERS.sub("", claim.short).lower()
        if letters and not _has(letters, quoted):
            yield finding(
                story,
                placed.path,
                ("short",),
                f"has letters that its quotation does not have: {shorten(claim.short)}",
                "Mend the short form, or quote the passage that has it beside its words.",
            )


def _has(letters: str, quoted: str) -> bool:
    plain = quoted.replace(".", "").lower()
    if not {letters, f"{letters}s"}.isdisjoint(_WORD.findall(plain)):
        return True
    if len(letters) > 3 and letters in _NOT_LETTERS.sub("", plain):
        return True
    initials = iter(word[0] for word in _WORD.findall(quoted.lower()))
    return all(letter in initials for letter in letters)

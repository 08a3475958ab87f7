"""The initials of a person: "D.J. Arden" is no Department of Justice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tools.draft.sense.roles import lexicon
from tools.draft.sense.tokens import Word
from tools.draft.short_forms.letters import is_capitals, letters

MOST = 3  # letters that stand for given names
_OPENERS = frozenset(("DT", "PRP$", "POS"))


def initials_in(words: Sequence[Word]) -> Iterator[str]:
    """The letters of the initials that a family name follows in a sentence."""
    for i, word in enumerate(words):
        if is_capitals(word.text) and _stands_before_a_name(words, i):
            yield letters(word.text)


def after_opener(words: Sequence[Word], i: int) -> bool:
    """Whether "the" or the like stands before a word, which nobody puts before initials."""
    return i > 0 and words[i - 1].tag in _OPENERS


def _stands_before_a_name(words: Sequence[Word], i: int) -> bool:
    word, after = words[i], i + 1
    if after_opener(words, i) or len(letters(word.text)) > MOST or word.entity == "GPE":
        return False
    while after < len(words) - 1 and words[after].lower in lexicon().particle:
        after += 1
    if after >= len(words) or not _may_be_family_name(words[after]):
        return False
    honoured = i > 0 and words[i - 1].lower.rstrip(".") in lexicon().honorific
    # "OCO Notice" has no stops, so that the model must take both for one person
    persons = word.entity == words[after].entity == "PERSON"
    return honoured or "." in word.text or persons


def _may_be_family_name(word: Word) -> bool:
    letters_only = word.text.replace("-", "").replace("'", "").replace("’", "")
    written = word.capital and letters_only.isalpha() and not word.text.isupper()
    return written and word.named and not (word.role or word.entity in ("NORP", "GPE"))

"""Whether a name of two or three words is that of a person, by what the article does with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.draft.sense.names.words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

    from tools.draft.sense.names.runs import Run

_OF = ("of", "from", "at")
_NEAR = 12  # tokens after a subject in which "his" and "her" are likely its own


def is_person(doc: Doc, key: tuple[str, ...], mentions: Sequence[Run]) -> bool:
    """A given name, a surname by itself later on, "his", "who", or "said Jane Roe of X".

    spaCy's label is no proof: a name that it does not know is a person to it more often than not.
    """
    if key[0] in words("given_name"):
        return True
    return any(_shown(doc, key, run) for run in mentions)


def _shown(doc: Doc, key: tuple[str, ...], run: Run) -> bool:
    head = doc[run.last]
    if run.first == run.last and head.lower_ == key[-1]:
        return bool(head.ent_type_ == "PERSON")
    after = doc[run.last + 1 : run.last + 3]
    if head.dep_ in ("nsubj", "appos") and any(
        token.lower_ in ("his", "her", "he", "she")
        for token in doc[run.last + 1 : run.last + _NEAR]
        if token.sent == head.sent
    ):
        return True
    if len(after) < 2:
        return False
    if "who" in (after[0].lower_, after[1].lower_) and after[0].text in (",", "who"):
        return True
    said = head.dep_ == "nsubj" and head.head.i < head.i
    return bool(said and after[0].lower_ in _OF and head.ent_type_ == "PERSON")

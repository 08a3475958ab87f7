"""Sentences without a date of their own that plainly go on within the date before them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tools.draft.parse import Sentence
from tools.draft.sense.tense import PRESENT, opens_agenda
from tools.draft.timeline.dated import Dated
from tools.draft.timeline.lexicon import words

# Where a word such as "then" joins a sentence to the one before it: "He then told them".
OPENING = 4


def carried(
    sentences: Sequence[Sentence], told: list[Dated], dated: list[Dated]
) -> Iterator[Dated]:
    """What goes on within the date of the sentence right before it.

    `dated` are all dates of the text, `told` those at which something is told to happen.
    """
    own = {one.sentence.span for one in dated}
    last: dict[int, Dated] = {}
    for one in told:
        last.setdefault(one.sentence.span.start, one)
    before: Dated | None = None
    for sentence in sentences:
        if sentence.span in own:
            before = last.get(sentence.span.start)
        elif before and (_goes_on(sentence, before) or _same_entry(sentence, before)):
            before = replace(before, sentence=sentence)
            yield before
        else:
            before = None


def _goes_on(sentence: Sentence, before: Dated) -> bool:
    """Whether a sentence tells what somebody did next: "He then told them"."""
    if before.date.certainty not in {"day", "month"}:
        return False
    opening = {token.lower_ for token in sentence.tokens[:OPENING]}
    return not opening.isdisjoint(words("then")) and sentence.tokens.root.tag_ == "VBD"


def _same_entry(sentence: Sentence, before: Dated) -> bool:
    """Whether a sentence belongs to an entry of an agenda: "Friday: A reports. B votes"."""
    if sentence.paragraph != before.sentence.paragraph:
        return False
    return opens_agenda(before.words[-1]) and sentence.tokens.root.tag_ in PRESENT

"""Descriptions of several names behind the last of them: "X and Y, two services,"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tools.draft.sense.roles import lexicon, singular
from tools.draft.sense.tokens import Word
from tools.draft.who.before import Pair
from tools.draft.who.names import PLACES, is_organisation, is_person, names
from tools.draft.who.phrases import extent, is_mark, role_phrase


def together(words: Sequence[Word], start: int, end: int, i: int) -> Iterator[Pair]:
    """ "X and Y, two services,": what is said of several names behind the last of them."""
    head = role_phrase(words, i + 1 + (words[i + 1].lower in ("both", "all")))
    if head is None or not words[head].plural or words[head].capital:
        return
    stop = extent(words, head)
    if stop < len(words) and not is_mark(words[stop]):
        return
    listed = [(start, end), *_named_before(words, start)]
    if len(listed) > 1 and all(_may_be(words, head, *one) for one in listed):
        yield from ((*one, i + 1, stop) for one in listed)


def _named_before(words: Sequence[Word], start: int) -> Iterator[tuple[int, int]]:
    """The names that a list has before the one at `start`: "X, Y and "."""
    every = list(names(words[:start]))
    while every:
        first, last = every.pop()
        between = {word.lower for word in words[last:start]}
        if not between or not between <= {",", "and"}:
            return
        yield first, last
        start = first


def _may_be(words: Sequence[Word], head: int, start: int, end: int) -> bool:
    """Whether a name can be one of those that a plural describes."""
    role, name = words[head], words[start:end]
    if name[-1].entity in PLACES and singular(role.lower) in lexicon().country:
        return False
    if role.person and is_person(name) and len(name) > 1:
        return True
    person = name[-1].entity == "PERSON" and len(name) > 1  # of one word it is any name
    return role.organisation and is_organisation(name) and not person

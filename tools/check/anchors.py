"""Rules about anchors: the addresses of single claims."""

from __future__ import annotations

import re

from tools.check.dates import dates_of
from tools.check.rule import Problems, Rule, record_of
from tools.model.claims import claims
from tools.model.problem import Path, did_you_mean, shorten
from tools.model.story import Story
from tools.model.vocabulary import Vocabulary

ANCHOR = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
# ids that a page's own headings have
TAKEN = frozenset(
    "title points stand timeline background who figures unknown words sources changes fix "
    "notes search search-input foot main top".split()
)
PREFIXES = ("receipt-", "word-", "tip-", "note-", "side-", "p-")


def ids_are_anchors(story: Story, _: Vocabulary) -> Problems:
    """A claim's id is lower-case words joined by hyphens, and no heading of the page has it."""
    for placed in claims(record_of(story)):
        name = placed.claim.id
        if name is None:
            continue
        if not ANCHOR.fullmatch(name):
            yield story.problem(
                (*placed.path, "id"),
                f"must be lower-case words joined by hyphens: {shorten(name)}",
                "For example: id: telegram-refuses",
            )
        elif name in TAKEN or name.startswith(PREFIXES):
            yield story.problem(
                (*placed.path, "id"),
                f"must not be one of the page's own anchors: {shorten(name)}",
                f"For example: id: {placed.kind.replace('_', '-')}-{name}",
            )


def anchors_differ(story: Story, _: Vocabulary) -> Problems:
    """No two claims of a record have the same anchor."""
    seen: dict[str, Path] = {}
    for placed in claims(record_of(story)):
        first = seen.setdefault(placed.anchor, placed.path)
        if first != placed.path:
            line = story.places[first].line if first in story.places else 1
            yield story.problem(
                placed.path,
                f"must have an anchor of its own: {placed.anchor!r} is that of line {line}",
                f"Add an id to the newer of the two: id: {placed.anchor}-2, or better a word.",
            )


def notes_are_about_claims(story: Story, _: Vocabulary) -> Problems:
    """An editor's note is about a claim that is there, or about the whole page."""
    record = record_of(story)
    if any(date is not None and date.fault for _, date in dates_of(story)):
        return  # anchors are made from dates, so a wrong one would be reported twice
    anchors = [placed.anchor for placed in claims(record)]
    for index, note in enumerate(record.notes):
        if note.on is not None and note.on not in anchors and story.complete:
            yield story.problem(
                ("notes", index, "on"),
                f"must be the anchor of a claim: {shorten(note.on)}",
                did_you_mean(note.on, anchors),
            )


RULES: tuple[Rule, ...] = (ids_are_anchors, anchors_differ, notes_are_about_claims)

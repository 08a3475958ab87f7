"""Rules about anchors: the addresses of single claims."""

from __future__ import annotations

import re

from tools.check.dates import dates_of
from tools.check.rule import Problems, Rule, record_of
from tools.check.twins import twins
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
                "For example: id: lanternpost-refuses",
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
    record = record_of(story)
    # one of the two is to be deleted, and has a Problem for that
    told = {path for path, _ in twins(record)} if record.status != "draft" else set()
    for placed in claims(record):
        if placed.path[:2] in told:
            continue
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
    if not _dated(story):
        return  # a wrong one would be reported twice
    anchors = [placed.anchor for placed in claims(record)]
    for index, note in enumerate(record.notes):
        if note.on is not None and note.on not in anchors and story.complete:
            yield story.problem(
                ("notes", index, "on"),
                f"must be the anchor of a claim: {shorten(note.on)}",
                did_you_mean(note.on, _of_its_kind(note.on, anchors)),
            )


def _of_its_kind(wrong: str, anchors: list[str]) -> list[str]:
    """The anchors that begin as a wrong one does: of events for an event; else all."""
    kind = wrong.partition("-")[0]
    return [anchor for anchor in anchors if anchor.partition("-")[0] == kind] or anchors


def old_anchors_are_gone(story: Story, _: Vocabulary) -> Problems:
    """What an entry of `changes` took away is an anchor, and that of no claim that is there."""
    record = record_of(story)
    if not any(change.was for change in record.changes) or not _dated(story):
        return
    anchors = {placed.anchor for placed in claims(record)}
    for index, change in enumerate(record.changes):
        for number, name in enumerate(change.was):
            path = ("changes", index, "was", number)
            if name in anchors:
                yield story.problem(
                    path,
                    f"must be the anchor of a claim that was taken away: {shorten(name)} is there",
                    "Delete it here, or the claim.",
                )
            elif not ANCHOR.fullmatch(name):
                yield story.problem(
                    path,
                    f"must be an anchor: {shorten(name)}",
                    "Copy it from the address of the claim, after the #: event-2020-07-06",
                )


def _dated(story: Story) -> bool:
    """Whether all dates are legal: anchors are made from them."""
    return not any(date is not None and date.fault for _, date in dates_of(story))


RULES: tuple[Rule, ...] = (
    ids_are_anchors,
    anchors_differ,
    notes_are_about_claims,
    old_anchors_are_gone,
)

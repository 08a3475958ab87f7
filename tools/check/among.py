"""Rules about a story among others: its earlier names are its own, and so are its articles."""

from __future__ import annotations

from tools.check.around import Around, SeedsRule
from tools.check.rule import Problems, record_of
from tools.model.problem import shorten
from tools.model.story import Story, name_fault


def old_names_are_addresses(story: Story, _: Around) -> Problems:
    """An earlier name is what a folder may be called: its page stands at that address."""
    for index, name in enumerate(record_of(story).was):
        if name_fault(name):
            yield story.problem(
                ("was", index),
                f"must be the earlier name of the folder: {shorten(name)}",
                "For example: was: [2024-03-message-logs]",
            )


def old_names_are_free(story: Story, around: Around) -> Problems:
    """An earlier name is that of no story today, and of no other story before."""
    for index, name in enumerate(record_of(story).was):
        others = sorted({*around.owners[name]} - {story.name})
        if name in around.folders:
            yield story.problem(
                ("was", index),
                f"must not be the name of a story that is there: {shorten(name)}",
                "Delete it, or rename that folder.",
            )
        elif others or name in record_of(story).was[:index]:
            yield story.problem(
                ("was", index),
                f"must lead to one story: {shorten(name)} "
                f"{'is that of ' + others[0] + ' as well' if others else 'is given twice'}",
                "Keep it in the story that readers of the old address want.",
            )


def articles_are_told_once(story: Story, around: Around) -> Problems:
    """No article is that of two stories: what rests on it would count twice.

    It is told of one: of the draft, else of the one whose name is later.
    """
    for index, source in enumerate(record_of(story).sources):
        tellers = around.tellers.get((story.name, source.file), ())
        first = min(tellers, key=lambda at: (at[0] not in around.published, at), default=None)
        if first and first[0] != story.name:
            yield story.problem(
                ("sources", index, "file"),
                f"must be the article of one story: {shorten(source.file)} is "
                f"{'/'.join(first)} as well",
                "Delete this source, or the folder where it has no other: it is a draft."
                if story.name not in around.published
                else "Delete the source and what rests on it here or there; a published page that "
                "must go becomes withdrawn.",
            )


RULES: tuple[SeedsRule, ...] = (
    old_names_are_addresses,
    old_names_are_free,
    articles_are_told_once,
)

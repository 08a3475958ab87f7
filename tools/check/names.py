"""Rules about a story's earlier names: each leads to one story, and takes no other's place."""

from __future__ import annotations

from collections.abc import Callable

from tools.check.rule import Problems, record_of
from tools.model.problem import shorten
from tools.model.story import Seeds, Story, name_fault

SeedsRule = Callable[[Story, Seeds], Problems]


def old_names_are_addresses(story: Story, _: Seeds) -> Problems:
    """An earlier name is what a folder may be called: its page stands at that address."""
    for index, name in enumerate(record_of(story).was):
        if name_fault(name):
            yield story.problem(
                ("was", index),
                f"must be the earlier name of the folder: {shorten(name)}",
                "For example: was: [2020-07-hong-kong-user-data]",
            )


def old_names_are_free(story: Story, seeds: Seeds) -> Problems:
    """An earlier name is that of no story today, and of no other story before."""
    folders = {other.name for other in seeds.stories}
    owners = [(other.name, name) for other in seeds.stories if other.record for name in _was(other)]
    for index, name in enumerate(record_of(story).was):
        others = sorted({owner for owner, old in owners if old == name} - {story.name})
        if name in folders:
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


def _was(story: Story) -> tuple[str, ...]:
    return record_of(story).was


RULES: tuple[SeedsRule, ...] = (old_names_are_addresses, old_names_are_free)

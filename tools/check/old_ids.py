"""Rules about the earlier ids of entries: each leads to what took its place."""

from __future__ import annotations

from tools.check.list_rule import ListRule
from tools.check.rule import Problems
from tools.model.problem import shorten
from tools.model.story import Lists, Seeds, name_fault
from tools.model.vocabulary import Topic


def old_ids_are_addresses(one: Lists, _: Seeds) -> Problems:
    """An earlier id is what an id may be: its page stands at that address."""
    for number, entry in one.entries:
        for index, name in enumerate(entry.was):
            if fault := name_fault(name):
                yield one.problem(
                    (number, "was", index),
                    f"must {fault}: {shorten(name)}",
                    "For example: was: [user-data]",
                )


def old_ids_are_free(one: Lists, _: Seeds) -> Problems:
    """An earlier id is that of no entry today, and leads to one entry; to several topics it may."""
    ids = {entry.id for _, entry in one.entries}
    owners: dict[str, str] = {}
    for number, entry in one.entries:
        for index, name in enumerate(entry.was):
            owner = owners.setdefault(name, entry.id)
            path = (number, "was", index)
            if name in ids:
                yield one.problem(
                    path,
                    f"must not be the id of an entry that is there: {shorten(name)}",
                    "Delete it here; an entry that goes on keeps its page.",
                )
            elif name in entry.was[:index]:
                yield one.problem(path, f"must be given once: {shorten(name)}", "Delete one.")
            elif owner != entry.id and not isinstance(entry, Topic):
                yield one.problem(
                    path,
                    f"must lead to one entry: {shorten(name)} is that of {owner} as well",
                    "Keep it in the entry that readers of the old address want.",
                )


RULES: tuple[ListRule, ...] = (old_ids_are_addresses, old_ids_are_free)

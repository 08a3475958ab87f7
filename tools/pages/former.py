"""Earlier ids of entries and stories, and what each was split into or renamed to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from tools.model.story import Story
from tools.model.vocabulary import Authority, Company, Entry, Topic
from tools.pages.site import record_of

AnyEntry = TypeVar("AnyEntry", bound=Entry)


def former(entries: Mapping[str, AnyEntry]) -> dict[str, list[AnyEntry]]:
    """The successors of every earlier id of a list, both in the order of their ids.

    An id that an entry has today is nobody's earlier one.
    """
    found: dict[str, list[AnyEntry]] = {}
    for entry in sorted(entries.values(), key=lambda entry: entry.id):
        for old in dict.fromkeys(entry.was):
            if old not in entries:
                found.setdefault(old, []).append(entry)
    return dict(sorted(found.items()))


def title(entry: Entry) -> str:
    """What its page is called: a topic's question, a name."""
    match entry:
        case Topic():
            return entry.question
        case Company() | Authority():
            return entry.name
    return entry.id


def former_stories(stories: Iterable[Story]) -> dict[str, Story]:
    """The story that each earlier name leads to, by that name."""
    named = [(old, story) for story in stories for old in record_of(story).was]
    return dict(sorted(named, key=lambda pair: pair[0]))

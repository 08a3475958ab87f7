"""The rules of a record: each one a small function that yields Problems.

`check` runs all of them over all stories and lists; a fault in one record never hides those of
another.
"""

from __future__ import annotations

from collections.abc import Iterable

from tools.check import (
    anchors,
    characters,
    dates,
    ids,
    lists,
    names,
    quotations,
    record,
    sources,
)
from tools.model.problem import Problem
from tools.model.story import Seeds

STORY_RULES = (
    *record.RULES,
    *sources.RULES,
    *dates.RULES,
    *ids.RULES,
    *anchors.RULES,
    *characters.RULES,
    *quotations.RULES,
)


def check(seeds: Seeds, unread: Iterable[Problem] = (), only: Iterable[str] = ()) -> list[Problem]:
    """All Problems, sorted by place.

    `unread` is what reading already found; `only` names the stories to look at, none meaning all.
    """
    wanted = set(only)
    folders = tuple(f"seeds/stories/{name}/" for name in sorted(wanted))
    problems = [p for p in unread if not wanted or p.path.startswith(folders)]
    for story in seeds.stories:
        if story.record and (not wanted or story.name in wanted):
            problems += [p for rule in STORY_RULES for p in rule(story, seeds.vocabulary)]
            problems += [p for rule in names.RULES for p in rule(story, seeds)]
    if not wanted:
        problems += [p for one in seeds.lists for rule in lists.RULES for p in rule(one, seeds)]
    return sorted(set(problems))

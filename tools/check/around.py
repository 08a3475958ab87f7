"""What rules about a story ask of all others, gathered once: none looks through them by itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from tools.check.dates import logged
from tools.check.rule import Problems
from tools.model.story import Seeds, Story
from tools.model.text import fold


@dataclass(frozen=True)
class Around:
    """All stories and lists, and what is known of them together."""

    seeds: Seeds

    @cached_property
    def folders(self) -> frozenset[str]:
        """The names of all stories."""
        return frozenset(story.name for story in self.seeds.stories)

    @cached_property
    def published(self) -> frozenset[str]:
        """The names of the stories that readers know, withdrawn ones included."""
        stories = [story for story in self.seeds.stories if story.record]
        return frozenset(one.name for one in stories if one.record and one.record.status != "draft")

    @cached_property
    def owners(self) -> Mapping[str, tuple[str, ...]]:
        """The stories that name each earlier name as theirs."""
        found: dict[str, list[str]] = defaultdict(list)
        for story in self.seeds.stories:
            for name in dict.fromkeys(story.record.was if story.record else ()):
                found[name].append(story.name)
        return {name: tuple(owners) for name, owners in found.items()}

    @cached_property
    def tellers(self) -> Mapping[tuple[str, str], tuple[tuple[str, str], ...]]:
        """The story and the file of every article that others have as well, by those of each.

        What is folded here is compared and forgotten: few of the articles need it otherwise.
        """
        found: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for story in self.seeds.stories:
            for file in sorted(story.articles):
                found[fold(story.articles[file].text)].append((story.name, file))
        shared = [tuple(places) for text, places in found.items() if text and len(places) > 1]
        return {place: places for places in shared for place in places}

    @cached_property
    def days(self) -> tuple[tuple[str, str], ...]:
        """The last days of review or log of two stories, the latest first, with their names."""
        last = [
            (max(days), story.name)
            for story in self.seeds.stories
            if story.record and (days := [date.text for _, date in logged(story)])
        ]
        return tuple(sorted(last, reverse=True)[:2])


SeedsRule: TypeAlias = Callable[[Story, Around], Problems]

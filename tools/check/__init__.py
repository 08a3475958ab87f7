"""The rules of a record: each one a small function that yields Problems.

`check` runs all of them over all stories and lists; a fault in one record never hides those of
another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from tools.check import (
    among,
    anchors,
    candidates,
    characters,
    chronology,
    dates,
    demands,
    headlines,
    ids,
    lists,
    milestone_days,
    notices,
    old_ids,
    owners,
    publishing,
    quotations,
    record,
    references,
    review,
    scale,
    sources,
    twins,
    written,
)
from tools.check.around import Around
from tools.check.verdicts import Given, Memory, Verdicts
from tools.model.collector import paused
from tools.model.problem import Problem
from tools.model.story import Seeds, Story
from tools.model.vocabulary import Vocabulary

EMPTY = " must be given, and is empty"  # what reading says of a field that holds nothing
STORY_RULES = (
    *record.RULES,
    *review.RULES,
    *written.RULES,
    *sources.RULES,
    *headlines.RULES,
    *references.RULES,
    *dates.RULES,
    *chronology.RULES,
    *ids.RULES,
    *candidates.RULES,
    *anchors.RULES,
    *twins.RULES,
    *characters.RULES,
    *quotations.RULES,
)
LIST_RULES = (
    *lists.RULES,
    *old_ids.RULES,
    *owners.RULES,
    *demands.RULES,
    *milestone_days.RULES,
    *scale.RULES,
    *chronology.LIST_RULES,
)


@paused()
def check(
    seeds: Seeds,
    unread: Iterable[Problem] = (),
    only: Iterable[str] = (),
    verdicts: Memory | None = None,
) -> list[Problem]:
    """All Problems, sorted by place.

    `unread` is what reading already found; `only` names the stories to look at, none meaning all.
    `verdicts` keeps what is found in a story by itself, from one run of the same code to the next.
    """
    wanted, around = set(only), Around(seeds)
    problems, given = _read(unread, wanted)
    known = Verdicts(_alone, seeds.vocabulary, verdicts)
    for story in seeds.stories:
        if story.record and (not wanted or story.name in wanted):
            across = notices.across(story, around)
            problems += known.of(story, given.pop(story.path, []), across)
            problems += [p for rule in among.RULES for p in rule(story, around)]
    problems += [p for left in given.values() for p in left]
    if not wanted:
        problems += [p for one in seeds.lists for rule in LIST_RULES for p in rule(one, seeds)]
        problems += [p for rule in publishing.RULES for p in rule(seeds)]
    return _without_echoes(sorted(set(problems)))


def _alone(story: Story, vocabulary: Vocabulary, unread: Given, across: Given) -> list[Problem]:
    """What is found in a story without a look at the others."""
    found = [*notices.notices(story, vocabulary, unread, across)]
    return found + [p for rule in STORY_RULES for p in rule(story, vocabulary)]


def _without_echoes(problems: list[Problem]) -> list[Problem]:
    """Problems without those of a field that is empty, of which reading told already."""
    empty = {(one.path, one.message) for one in problems if one.message.endswith(EMPTY)}
    return [
        one for one in problems if (one.path, _told(one)) not in empty or _told(one) == one.message
    ]


def _told(problem: Problem) -> str:
    """What reading says of the same field where it is empty."""
    return f"{problem.message.partition(' ')[0]}{EMPTY}"


def _read(
    unread: Iterable[Problem], wanted: set[str]
) -> tuple[list[Problem], dict[str, list[Problem]]]:
    """What reading found of the stories to look at, notices that an editor can answer by file."""
    folders = tuple(f"seeds/stories/{name}/" for name in sorted(wanted))
    problems: list[Problem] = []
    given: dict[str, list[Problem]] = defaultdict(list)
    for problem in unread:
        if not wanted or problem.path.startswith(folders):
            (given[problem.path] if problem.id in notices.IDS else problems).append(problem)
    return problems, given

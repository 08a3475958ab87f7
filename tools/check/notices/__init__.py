"""Notices: what an editor should look into, and may find to be right.

Each rule has an id; an editor who has looked into what it says of a claim names it there, or for
the whole record at its end, and it is silent: `checked: [date-differs]`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from tools.check.around import Around
from tools.check.notices.both_ways import positions_agree
from tools.check.notices.days import (
    dates_agree,
    references_come_before,
    reviews_are_not_ahead,
    stances_are_told_before,
)
from tools.check.notices.finding import AcrossRule, Finding, NoticeRule, borne_out, named
from tools.check.notices.mentions import names_are_near
from tools.check.notices.numbers import numbers_are_quoted
from tools.check.notices.short_forms import short_forms_are_quoted
from tools.check.notices.strangers import names_are_in_articles
from tools.check.rule import Problems, record_of
from tools.model.claims import claims
from tools.model.problem import Path, Problem, did_you_mean, shorten
from tools.model.story import Story
from tools.model.vocabulary import Vocabulary

RULES: tuple[tuple[str, NoticeRule], ...] = (
    ("date-differs", dates_agree),
    ("number-missing", numbers_are_quoted),
    ("letters-missing", short_forms_are_quoted),
    ("name-missing", names_are_near),
    ("name-missing", names_are_in_articles),
    ("positions-differ", positions_agree),
    ("after-article", stances_are_told_before),
    ("reference-later", references_come_before),
)
ACROSS: tuple[tuple[str, AcrossRule], ...] = (("reviewed-late", reviews_are_not_ahead),)
TEXT_CUT = "text-cut"  # told when the record is read
IDS = (*dict.fromkeys(name for name, _ in (*RULES, *ACROSS)), TEXT_CUT)


def across(story: Story, around: Around) -> list[Problem]:
    """The notices about a record as a whole, among the others."""
    return [named(one, name).problem for name, rule in ACROSS for one in rule(story, around)]


def notices(
    story: Story,
    vocabulary: Vocabulary,
    unread: Iterable[Problem] = (),
    besides: Iterable[Problem] = (),
) -> Problems:
    """The notices of a record that no editor has looked into, and Problems of what is `checked`.

    `unread` are the notices that reading the record gave, `besides` those of `across`.
    """
    found = [Finding(_claim_at(one, story), one) for one in unread if one.id in IDS]
    found += [Finding((), one) for one in besides]
    borne = tuple(borne_out(story))
    for name, rule in RULES:
        found += [named(one, name) for one in rule(story, vocabulary, borne)]
    looked_into = dict(_checked(story))
    fired: dict[Path, set[str]] = defaultdict(set)
    for one in found:
        fired[one.claim].add(one.problem.id)
        fired[()].add(one.problem.id)
        if not any(one.problem.id in looked_into.get(path, ()) for path in (one.claim, ())):
            yield one.problem
    for path, ids in looked_into.items():
        if ids:
            yield from _idle(story, path, ids, fired[path])


def _checked(story: Story) -> Iterator[tuple[Path, tuple[str, ...]]]:
    """The ids that the record and its claims name, by the path of each."""
    record = record_of(story)
    yield (), record.checked
    for placed in claims(record):
        if placed.claim.checked:
            yield placed.path, placed.claim.checked


def _idle(story: Story, path: Path, ids: tuple[str, ...], fired: set[str]) -> Problems:
    """Ids under `checked` that no notice has, or that none has there."""
    for index, name in enumerate(ids):
        if name not in IDS:
            yield story.problem(
                (*path, "checked", index),
                f"must be the id of a notice: {shorten(name)}",
                did_you_mean(name, IDS),
            )
        elif name in ids[:index]:
            yield story.problem(
                (*path, "checked", index), f"must be named once: {shorten(name)}", "Delete one."
            )
        elif name not in fired and _is_whole(story, path):
            yield story.problem(
                (*path, "checked", index),
                f"must be a notice that is given here: {shorten(name)}",
                "Delete it: what it was about is no longer there.",
            )


def _is_whole(story: Story, path: Path) -> bool:
    """Whether nothing is broken by which a notice may have fallen silent for a while."""
    borne = {placed.path for placed in borne_out(story)}
    whole = {placed.path for placed in claims(record_of(story))}
    return story.complete and (path in borne if path else borne == whole)


def _claim_at(notice: Problem, story: Story) -> Path:
    """The claim in which a notice of reading stands: that of the last value before it."""
    paths = {placed.path for placed in claims(record_of(story))}
    at = (notice.line, notice.column)
    before = [
        (p.line, p.column, path) for path, p in story.places.items() if (p.line, p.column) <= at
    ]
    last: Path = max(before, key=lambda one: (*one[:2], len(one[2])))[2] if before else ()
    while last and last not in paths:
        last = last[:-1]
    return last

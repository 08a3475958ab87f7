"""Rules about the record as a whole: its status and what each status requires."""

from __future__ import annotations

import re

from tools.check.rule import Problems, Rule, one_of, record_of
from tools.model.claims import slug
from tools.model.dates import Date
from tools.model.problem import Path, shorten
from tools.model.record import CHANGE_KINDS, MAKERS, STATUSES
from tools.model.story import LONGEST_NAME, Story, name_fault
from tools.model.vocabulary import Vocabulary

EXAMPLE = "2024-03-ostvale-message-logs"
DAY = re.compile(r"\d{4}-\d\d-\d\d")


def name_is_an_address(story: Story, _: Vocabulary) -> Problems:
    """The folder's name is lower-case words joined by hyphens: it is the page's address."""
    if fault := name_fault(story.name):
        yield story.problem(
            (),
            f"folder's name must {fault}: {shorten(story.name)}",
            f"Rename the folder, for example to {_named(story.name)}.",
        )


def _named(name: str) -> str:
    """A name that a folder may have, as near to a wrong one as can be."""
    near = slug(name)
    if sum(map(str.isalnum, name)) != sum(map(str.isalnum, near)):
        return EXAMPLE  # of a name in other letters too little is left
    near = near[:LONGEST_NAME].strip("-")
    return f"story-{near}" if name_fault(near) else near


def title_is_given(story: Story, _: Vocabulary) -> Problems:
    """A record has a title."""
    if not record_of(story).title.strip():
        yield story.problem(
            ("title",),
            "must be given",
            "Write after title: the question that the page answers."
            if ("title",) in story.places
            else "Add: title: … (the question that the page answers)",
        )


def status_is_known(story: Story, _: Vocabulary) -> Problems:
    """The status is draft, reviewed or withdrawn."""
    status = record_of(story).status
    if status not in STATUSES:
        yield story.problem(
            ("status",),
            f"must be one of {', '.join(STATUSES)}: {shorten(status)}",
            one_of(status, STATUSES),
        )


def maker_is_known(story: Story, _: Vocabulary) -> Problems:
    """A draft was written by a program, or nothing is said of it."""
    maker = record_of(story).drafted
    if maker is not None and maker not in MAKERS:
        yield story.problem(
            ("drafted",),
            f"must be machine or empty: {shorten(maker)}",
            "Empty it where a person wrote the draft.",
        )


def review_is_dated(story: Story, _: Vocabulary) -> Problems:
    """A reviewed record says on which day it was reviewed."""
    record = record_of(story)
    if record.status == "reviewed" and record.reviewed is None and story.complete:
        yield story.problem(
            ("reviewed",),
            "must be given where the status is reviewed",
            "Write after reviewed: the day on which the page was read as a whole, as YYYY-MM-DD.",
        )


def log_dates_are_days(story: Story, _: Vocabulary) -> Problems:
    """Reviews, changes and withdrawals happened on a day that is known."""
    record = record_of(story)
    dates: list[tuple[Path, Date | None]] = [(("reviewed",), record.reviewed)]
    if record.withdrawn:
        dates.append((("withdrawn", "date"), record.withdrawn.date))
    dates += [(("changes", i, "date"), c.date) for i, c in enumerate(record.changes)]
    for path, date in dates:
        if date and date.fault is None and not DAY.fullmatch(date.text):
            yield story.problem(
                path, f"must be a day: {date.text!r}", "Write the full day as YYYY-MM-DD."
            )


def withdrawal_is_explained(story: Story, _: Vocabulary) -> Problems:
    """A withdrawn record says when and why, and no other one does."""
    record = record_of(story)
    if record.status == "withdrawn" and record.withdrawn is None and story.complete:
        yield story.problem(
            ("withdrawn",),
            "must be given where the status is withdrawn",
            "Write: withdrawn: {date: …, text: why it was withdrawn}, with the day as YYYY-MM-DD.",
        )
    if record.status != "withdrawn" and record.withdrawn is not None:
        yield story.problem(
            ("withdrawn",),
            f"must be null where the status is {record.status}",
            "Set status: withdrawn, or empty this field.",
        )


def sources_are_given(story: Story, _: Vocabulary) -> Problems:
    """A record rests on an article."""
    if story.complete and not record_of(story).sources:
        yield story.problem(
            ("sources",),
            "must name an article",
            "Add: sources: with one entry for each article beside the record.",
        )


def changes_have_a_kind(story: Story, _: Vocabulary) -> Problems:
    """A change is a correction or an update."""
    for index, change in enumerate(record_of(story).changes):
        if change.kind not in CHANGE_KINDS:
            yield story.problem(
                ("changes", index, "kind"),
                f"must be one of {', '.join(CHANGE_KINDS)}: {shorten(change.kind)}",
                "A correction mends what was wrong; an update adds what is new.",
            )


RULES: tuple[Rule, ...] = (
    name_is_an_address,
    title_is_given,
    status_is_known,
    maker_is_known,
    review_is_dated,
    log_dates_are_days,
    withdrawal_is_explained,
    sources_are_given,
    changes_have_a_kind,
)

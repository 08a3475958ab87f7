"""The end of a review: what is left, the record made reviewed, and how to propose it."""

from __future__ import annotations

from shlex import join
from typing import TYPE_CHECKING

from tools.desk.fields import at
from tools.desk.words import in_words
from tools.desk.work import Outcome, RefusedError, Work
from tools.files.edit import put, remove
from tools.files.read import VOCABULARY, with_record
from tools.model.dates import Date

if TYPE_CHECKING:
    from tools.desk.corpus import Corpus
    from tools.desk.sheet import Sheet
    from tools.model.problem import Problem

FIRST = "First published."


def reviewed_text(sheet: Sheet, day: str, said: str = FIRST) -> str:
    """The record as it is when its review is done on a day."""
    file = sheet.file
    text = put(sheet.text, ("status",), "reviewed", file)
    text = put(text, ("reviewed",), day, file)
    if at(sheet.tree, ("candidates",)) is None and "candidates" in sheet.tree:
        text = remove(text, ("candidates",), file)
    if not at(sheet.tree, ("changes",)):
        text = put(text, ("changes",), [{"date": day, "kind": "update", "text": said}], file)
    return text


def problems_of(corpus: Corpus, sheet: Sheet, text: str) -> list[Problem]:
    """What `check` would say of the story with another text of its record, notices aside."""
    found: list[Problem] = []
    story = with_record(sheet.story, text, found)
    seeds, unread = corpus.read(sheet.name)
    stories = tuple(story if one.name == story.name else one for one in seeds.stories)
    others = [one for one in unread if one.path != sheet.file]
    seeds = type(seeds)(stories, seeds.vocabulary, seeds.lists, seeds.publisher)
    told = corpus.problems(sheet.name, seeds, [*others, *found])
    return [one for one in told if not one.notice]


def finish(work: Work, _: str) -> Outcome:
    """A draft of which all is decided becomes a reviewed record."""
    day = work.form.get("day", "").strip()
    if Date(day).fault or len(day) != len("2020-07-06"):
        raise RefusedError("Write the day of the review in full, such as 2020-07-06.")
    if work.sheet.published:
        raise RefusedError("It is published already.")
    if work.sheet.waiting:
        raise RefusedError(f"{len(work.sheet.waiting)} are left to decide.")
    text = reviewed_text(work.sheet, day)
    if left := problems_of(work.corpus, work.sheet, text):
        raise RefusedError(f"There is something to mend first: {in_words(left[0].message)}")
    work.save(text, "reviewed")
    return Outcome("Reviewed. Look at the page, then propose it by the commands below.")


def withdraw(work: Work, _: str) -> Outcome:
    """A published page is withdrawn: its address stays, and says why."""
    day, why = (work.form.get(name, "").strip() for name in ("day", "why"))
    if not work.sheet.published or Date(day).fault or not why:
        raise RefusedError("A published page is withdrawn with a day and a sentence that says why.")
    text = put(work.sheet.text, ("status",), "withdrawn", work.sheet.file)
    text = put(text, ("withdrawn",), {"date": day, "text": why}, work.sheet.file)
    work.save(text, "withdrawn")
    return Outcome("Withdrawn. Its address goes on, and says why.")


def commands(sheet: Sheet, changed: list[str]) -> list[str]:
    """The commands of git that propose what was done; `changed` are the files of the history."""
    folder = sheet.file.rpartition("/")[0]
    lists = sorted({file for file in changed if file.startswith(VOCABULARY)})
    branch = f"review-{sheet.name}"
    verb = {"reviewed": "review", "withdrawn": "withdraw"}.get(sheet.status, "edit")
    return [
        join(["git", "switch", "-c", branch]),
        join(["git", "add", folder, *lists]),
        join(["git", "commit", "-m", f"stories: {verb} {sheet.name}"]),
        join(["git", "push", "-u", "origin", branch]),
    ]

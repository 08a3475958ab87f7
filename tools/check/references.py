"""Rules about own reports, and the public pages that each was written from."""

from __future__ import annotations

from tools.check.rule import Problems, Rule, record_of
from tools.model.problem import shorten
from tools.model.record import OWN
from tools.model.story import Story
from tools.model.vocabulary import Vocabulary

LEAST = 2  # what rests on one page is that page's account, and should be its article
ASKED = "2026-11-28"  # what was reviewed before anybody asked for references needs them next time


def own_reports_have_references(story: Story, _: Vocabulary) -> Problems:
    """A reviewed report of our own names who published it, and what it was written from."""
    record = record_of(story)
    for index, source in enumerate(record.sources):
        if not source.own or record.status != "reviewed" or not story.complete:
            continue
        path, notice = ("sources", index), _was_reviewed_before(story)
        if source.publisher is None:
            yield story.problem(
                (*path, "publisher"),
                "must name this publication, since the licence says that it wrote the report",
                "Write: publisher: the name of this publication; or mend the licence.",
                notice=notice,
            )
        if len(source.references) < LEAST:
            yield story.problem(
                (*path, "references"),
                f"must be {LEAST} at least on review of an own report: "
                f"{shorten(len(source.references))}",
                _more(bool(source.references)),
                notice=notice,
            )


def _more(some: bool) -> str:
    """The way out where references are missing: beside those that are there, or the first ones."""
    entry = "{title: …, publisher: …, url: https://…, date: …}"
    if some:
        return f"Write under references, after the one that stands there: - {entry}"
    return f"Write into this source: references: [{entry}, …]"


def _was_reviewed_before(story: Story) -> bool:
    """Whether the record's last review was before references were asked for."""
    reviewed = record_of(story).reviewed
    return reviewed is not None and reviewed.fault is None and reviewed.text < ASKED


def references_are_of_own_reports(story: Story, _: Vocabulary) -> Problems:
    """Only a report of our own was written from references."""
    for index, source in enumerate(record_of(story).sources):
        if source.references and not source.own:
            yield story.problem(
                ("sources", index, "references"),
                f"must be empty where the licence is {shorten(source.licence or 'null')}",
                f"Delete them, or set licence: {OWN} where this publication wrote the report.",
            )


def references_are_listed_once(story: Story, _: Vocabulary) -> Problems:
    """No page is told twice as what a report was written from."""
    for index, source in enumerate(record_of(story).sources):
        seen: set[str] = set()
        for number, reference in enumerate(source.references):
            if reference.url in seen:
                yield story.problem(
                    ("sources", index, "references", number, "url"),
                    f"must be listed once: {shorten(reference.url)}",
                    "Delete one.",
                )
            seen.add(reference.url)


RULES: tuple[Rule, ...] = (
    own_reports_have_references,
    references_are_of_own_reports,
    references_are_listed_once,
)

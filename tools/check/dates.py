"""Rules about dates."""

from __future__ import annotations

from collections.abc import Iterator

from tools.check.record import DAY
from tools.check.rule import QUOTATION_MARKS, Problems, Rule, record_of
from tools.model.claims import claims
from tools.model.date_forms import legal_date
from tools.model.dates import FORMS, Date
from tools.model.problem import Path
from tools.model.receipts import articles_of, publication_from_context, year_from_context
from tools.model.record import Event, Source, Stance, Until
from tools.model.story import Story
from tools.model.vocabulary import Vocabulary

LOGGED = ("reviewed", "withdrawn", "changes")  # `log_dates_are_days`


def dates_are_legal(story: Story, _: Vocabulary) -> Problems:
    """Every date has one of the forms that the publication can show and sort."""
    for path, date in dates_of(story):
        if date is None or not date.fault:
            continue
        yield story.problem(path, f"must {date.fault}: {date.text!r}", _way_out(path, date))


def _way_out(path: Path, date: Date) -> str:
    legal, bare = legal_date(date.text), legal_date(date.text.strip(QUOTATION_MARKS + " "))
    if path[0] in LOGGED and (Date(legal).fault or not DAY.fullmatch(legal)):
        return "Write the full day as YYYY-MM-DD."
    if legal != date.text:
        return f"Write {legal}, as check --fix does. Legal are: {FORMS}."
    if not Date(bare).fault:
        return f"Write {bare}, without quotation marks. Legal are: {FORMS}."
    return f"Legal are: {FORMS}."


def dates_of(story: Story) -> Iterator[tuple[Path, Date | None]]:
    """Every date of a record with its path."""
    record = record_of(story)
    yield ("reviewed",), record.reviewed
    if record.withdrawn:
        yield ("withdrawn", "date"), record.withdrawn.date
    for i, source in enumerate(record.sources):
        yield ("sources", i, "published"), source.published
        for j, reference in enumerate(source.references):
            yield ("sources", i, "references", j, "date"), reference.date
    for i, event in enumerate(record.timeline):
        yield ("timeline", i, "date"), event.date
    for i, stance in enumerate(record.stances):
        yield ("stances", i, "date"), stance.date
        if stance.until:
            yield ("stances", i, "until", "date"), stance.until.date
    for i, change in enumerate(record.changes):
        yield ("changes", i, "date"), change.date


def logged(story: Story) -> Iterator[tuple[Path, Date]]:
    """The days of a record's review, withdrawal and changes that are legal, with their paths."""
    for path, date in dates_of(story):
        if path[0] in LOGGED and date is not None and date.fault is None and date.year_known:
            yield path, date


def stances_are_dated(story: Story, _: Vocabulary) -> Problems:
    """On review every position says when it was stated or first disclosed."""
    record = record_of(story)
    for index, stance in enumerate(record.stances):
        if record.status == "reviewed" and stance.date is None and story.complete:
            yield story.problem(
                ("stances", index, "date"),
                "must be given on review",
                "Add the date of the statement; the article's own, where it gives no other.",
            )


def years_have_a_basis(story: Story, _: Vocabulary) -> Problems:
    """A year that no article states is known from something.

    An article that states its own date gives a year to "on Thursday"; one that states none needs a
    `published_basis`.
    """
    record = record_of(story)
    sources = {source.file: i for i, source in enumerate(record.sources)}
    dated = {source.file: _is_dated(story, source) for source in record.sources}
    if all(dated.values()):
        return  # as of most records: no need to look for the year of every claim
    for placed in claims(record):
        date = placed.claim.date if isinstance(placed.claim, (Event, Stance, Until)) else None
        if date is None or date.fault or not year_from_context(story, placed.claim, date):
            continue
        files = articles_of(story, placed.claim)
        if not any(dated[file] for file in files):
            yield story.problem(
                (*placed.path, "date"),
                f"must rest on what tells its year: {date.text!r} is of a year that "
                f"{' and '.join(files)} {'does' if len(files) == 1 else 'do'} not state",
                f"Write in sources[{sources[files[0]] + 1}]: published_basis: how the year is "
                "known; or write XXXX for a year that nothing settles.",
                notice=record.status == "draft",
            )


def _is_dated(story: Story, source: Source) -> bool:
    """Whether an article says when it was published, or its record how that is known."""
    if source.published_basis:
        return True
    known = source.published is not None and not source.published.fault
    return known and not publication_from_context(story, source)


RULES: tuple[Rule, ...] = (dates_are_legal, stances_are_dated, years_have_a_basis)

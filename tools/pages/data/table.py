"""All positions as a spreadsheet: one step of the ledger a row (CSV, RFC 4180, UTF-8)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from pydantic import Field

from tools.model.ledger import Step
from tools.pages.data import dossiers, ledger_objects
from tools.pages.data.objects import Thing
from tools.pages.data.places import TABLE, Here
from tools.pages.data.stories import Told
from tools.pages.site import Site, record_of

# a spreadsheet takes a cell that begins so for a formula, and a formula can do harm
FORMULA = tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")  # the last four are the full-width forms


class Row(Thing):
    """One recorded position; the fields are the columns, in their order."""

    company: str = Field(description="Name of the company")
    company_id: str = Field(description="Its short name in addresses")
    topic: str = Field(description="The question, in a few words")
    topic_id: str = Field(description="Its short name in addresses")
    position: str = Field(description="One of the ten positions")
    position_id: str = Field(description="Its short name in the JSON files")
    side: str = Field(description="Yields, holds or resists")
    date: str = Field(
        description="When the position was stated: 2020-07-06, or 2020-07 where only the month is "
        "known; XXXX where the year is not stated (EDTF)"
    )
    earliest: str = Field(description="The first day this date may mean; empty where unknown")
    latest: str = Field(description="The last day this date may mean; empty where unknown")
    year_from_context: str = Field(
        description="Yes where the article does not state the year and the editor reads it from "
        "the context"
    )
    move: str = Field(
        description="New, changed or reaffirmed, compared with the row before it on the same "
        "question; empty where the year is not known"
    )
    before: str = Field(description="The position before it, where there is one")
    voice: str = Field(description="Whether the quotation holds the company’s own words")
    differs: str = Field(description="Yes where explainers disagree about the very same date")
    text: str = Field(description="The position in a sentence")
    quotation: str = Field(description="The words of the article that show it; a bar | parts two")
    article: str = Field(description="Headline of the article; a bar | parts two")
    articles: int = Field(
        description="How many independent articles tell the position since it was taken"
    )
    explainer: str = Field(description="Title of the explainer that records it")
    explainer_id: str = Field(description="Its short name in addresses")
    page: str = Field(description="Address of this very claim")


def rows(told: Told) -> Iterator[Row]:
    """Every step of the ledger: by company, topic and date, those without a year last."""
    tell = dossiers.teller(told, Here(told.site, TABLE))
    for track in told.site.tracks():
        for step in track.all_steps:
            yield _row(told.site, step, tell(step))


def _row(site: Site, step: Step, told: ledger_objects.Step) -> Row:
    record = record_of(step.story)
    sources = {source.file: source.headline for source in record.sources}
    cited = dict.fromkeys(sources[quotation.source] for quotation in told.quotations)
    return Row(
        company=site.company_name(step.company),
        company_id=step.company,
        topic=site.vocabulary.topics[step.topic].name,
        topic_id=step.topic,
        position=site.position(step.position).label,
        position_id=step.position,
        side=told.side,
        date=told.date.edtf,
        earliest=told.date.earliest or "",
        latest=told.date.latest or "",
        year_from_context=_yes(told.date.year_from_context),
        move=told.move or "",
        before=site.position(step.before).label if step.before else "",
        voice=told.voice,
        differs=_yes(told.differs),
        text=told.text,
        quotation=" | ".join(quotation.text for quotation in told.quotations),
        article=" | ".join(cited),
        articles=told.articles,
        explainer=record.title,
        explainer_id=step.story.name,
        page=told.page,
    )


def _yes(fact: bool) -> str:
    return "yes" if fact else "no"


def text(table: Iterable[Row]) -> str:
    """The rows under a header."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(Row.model_fields)
    writer.writerows([cell(str(value)) for _, value in row] for row in table)
    return out.getvalue()


def cell(value: str) -> str:
    """A value that no spreadsheet takes for a formula: such a one gets an apostrophe before it."""
    return f"'{value}" if value.startswith(FORMULA) else value

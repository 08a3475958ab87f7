"""All positions as a spreadsheet: one step of the ledger a row (CSV, RFC 4180, UTF-8)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from pydantic import Field

from tools.model.ledger import Step
from tools.model.vocabulary import Topic
from tools.pages.data import dossiers, ledger_objects
from tools.pages.data.objects import Thing
from tools.pages.data.places import TABLE, Here
from tools.pages.data.stories import Told
from tools.pages.records import record_of
from tools.pages.site import Site

# a spreadsheet takes a cell that begins so for a formula, and a formula can do harm
FORMULA = tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")  # the last four are the full-width forms


class Row(Thing):
    """One recorded position; the fields are the columns, in their order."""

    company: str = Field(description="Name of the company")
    company_id: str = Field(description="Its short name in addresses")
    topic: str = Field(description="The demand, in a few words")
    topic_id: str = Field(description="Its short name in addresses")
    position: str = Field(description="What it did or said, by the list of positions")
    position_id: str = Field(description="Its short name in the JSON files")
    side: str = Field(description="The side of the scale that the position is on")
    date: str = Field(
        description="When the position was stated: 2020-07-06, or 2020-07 where only the month is "
        "known; ../2020-07-06 is by that day; XXXX where the year is not stated (EDTF)"
    )
    earliest: str = Field(description="The first day this date may mean; empty where unknown")
    latest: str = Field(description="The last day this date may mean; empty where unknown")
    year_from_context: str = Field(
        description="Yes where the article does not state the year and the editor reads it from "
        "the context"
    )
    move: str = Field(
        description="New, changed or reaffirmed, compared with what stood on the same axis; empty "
        "where the year is not known, where days overlap, where nothing moved, and before the "
        "demand was made"
    )
    before: str = Field(
        description="The position of the same axis that it left or reaffirmed, where there is one"
    )
    voice: str = Field(description="Whether the quotation holds the company’s own words")
    differs: str = Field(description="Yes where explainers disagree about the very same date")
    text: str = Field(description="The position in a sentence")
    quotation: str = Field(description="The words of the article that show it; a bar | parts two")
    article: str = Field(description="Headline of the article; a bar | parts two")
    articles: int = Field(
        description="How many independent articles tell the position since it was taken; reports "
        "of this publication are none"
    )
    explainer: str = Field(description="Title of the explainer that records it")
    explainer_id: str = Field(description="Its short name in addresses")
    page: str = Field(description="Address of this very claim")
    axis: str = Field(
        description="What the position is about; positions on different axes stand beside each "
        "other; empty where it says nothing"
    )
    until: str = Field(
        description="When the position ended by itself; empty where that is not told"
    )
    ended: str = Field(description="Positions of other axes that it ended; a bar | parts two")
    last_known: str = Field(description="Yes where it is among what is last known of the company")
    before_asked: str = Field(description="Yes where it is from before the demand was made")
    age: str = Field(
        description="On the day of the newest review or change: recent, old (more than a year) or "
        "history (more than two, or of an unknown year)"
    )
    own_report: str = Field(
        description="Yes where it rests on reports of this publication alone, and on no "
        "independent article"
    )
    asked_by: str = Field(description="Who asks; a bar | parts two")
    asked_by_id: str = Field(description="Their short names in addresses, parted likewise")
    demand_kind: str = Field(description="Law, proposal, order, request, ruling or pressure")
    demand_asked: str = Field(description="Since when it is asked; empty where unknown")
    demand_ended: str = Field(description="When the demand ended; empty where that is not told")
    publisher: str = Field(
        description="Who published each article, in their order; a bar | parts two, and nothing "
        "stands where it is unknown"
    )
    source_url: str = Field(
        description="Address of each article, in their order; a bar | parts two, and nothing "
        "stands where it is unknown"
    )


def rows(told: Told) -> Iterator[Row]:
    """Every step of the ledger: by company, topic and date, those without a year last."""
    tell = dossiers.teller(told, Here(told.site, TABLE))
    for track in told.site.tracks():
        for step in track.all_steps:
            yield _row(told.site, step, tell(step, track))


def _row(site: Site, step: Step, told: ledger_objects.Step) -> Row:
    record, topic = record_of(step.story), site.vocabulary.topics[step.topic]
    return Row(
        company=site.company_name(step.company),
        company_id=step.company,
        topic=topic.name,
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
        article=" | ".join(source.headline for source in told.sources),
        articles=told.articles,
        explainer=record.title,
        explainer_id=step.story.name,
        page=told.page,
        axis=told.axis or "",
        until=told.until.date.edtf if told.until else "",
        ended=" | ".join(site.position(name).label for name in told.ended),
        last_known=_yes(told.last_known),
        before_asked=_yes(told.before_asked),
        age=told.age,
        own_report=_yes(told.own_report),
        publisher=parted(source.publisher for source in told.sources),
        source_url=parted(source.url for source in told.sources),
        **_demand(site, topic),
    )


def _demand(site: Site, topic: Topic) -> dict[str, str]:
    """Who asks what, since when and until when."""
    return {
        "asked_by": " | ".join(one.name for one in site.askers(topic)),
        "asked_by_id": " | ".join(topic.by),
        "demand_kind": topic.kind or "",
        "demand_asked": topic.asked.date.text if topic.asked else "",
        "demand_ended": topic.ended.date.text if topic.ended else "",
    }


def parted(facts: Iterable[str | None]) -> str:
    """What is known of each article; nothing at all where nothing is."""
    known = [fact or "" for fact in facts]
    return " | ".join(known) if any(known) else ""


def _yes(fact: bool) -> str:
    return "yes" if fact else "no"


def text(table: Iterable[Row]) -> str:
    """The rows under a header."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(Row.model_fields)
    writer.writerows([cell(str(value)) for value in vars(row).values()] for row in table)
    return out.getvalue()


def cell(value: str) -> str:
    """A value that no spreadsheet takes for a formula: such a one gets an apostrophe before it."""
    return f"'{value}" if value.startswith(FORMULA) else value

"""One story as data: its record with the anchor and the quotations of every claim."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from functools import cache
from typing import Any

from tools.model.age import days
from tools.model.claims import UNTIL, Placed, claims, end_of
from tools.model.dates import Date
from tools.model.ledger import stance_steps
from tools.model.problem import Path
from tools.model.receipts import Receipt, year_from_context
from tools.model.record import Claim, Explainer, Source, Stance
from tools.model.story import Story
from tools.pages import address
from tools.pages.citing import of_story
from tools.pages.data import objects
from tools.pages.data import story_objects as records
from tools.pages.data.places import Here
from tools.pages.records import newest, record_of
from tools.pages.site import Site

KINDS: dict[str, type[objects.Claim]] = {
    "answer": objects.TextClaim,
    "key_points": objects.TextClaim,
    "stances": objects.Stance,
    "timeline": objects.Event,
    "sections": objects.Section,
    "who": objects.Profile,
    "figures": objects.Figure,
    "unknowns": objects.TextClaim,
    "terms": objects.ShortForm,
}


def when(date: Date, *, from_context: bool = False) -> objects.When:
    """A date as data; an end that is open or unknown has no day."""
    return objects.When(
        edtf=date.text,
        words=date.display(year_from_context=from_context),
        earliest=_day(date, date.earliest),
        latest=_day(date, date.latest),
        year_from_context=from_context,
    )


def _day(date: Date, end: dt.date) -> str | None:
    known = date.year_known and end not in (dt.date.min, dt.date.max)
    return end.isoformat() if known else None


def published(site: Site) -> list[Story]:
    """The stories the data tells of, by name."""
    return sorted(site.public, key=lambda story: story.name)


class Told:
    """What the files of a site share of its claims, made once: quotations and dates."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self._quotations: dict[str, dict[str, list[objects.Quotation]]] = {}
        self._dates: dict[tuple[str, Path], objects.When] = {}

    def common(self, here: Here, story: Story, placed: Placed) -> dict[str, Any]:
        """What every claim has: anchor, address and quotations."""
        receipts = self.site.receipts(story)  # asked each time, since each file rests on them
        if story.name not in self._quotations:
            self._quotations[story.name] = _quotations(receipts)
        return {
            "anchor": placed.anchor,
            "page": here.to(f"{address.explainer(story.name)}#{placed.anchor}"),
            "quotations": self._quotations[story.name].get(placed.anchor, ()),
        }

    def when(self, story: Story, placed: Placed, date: Date) -> objects.When:
        """The date of a claim."""
        key = (story.name, placed.path)
        if key not in self._dates:
            from_context = year_from_context(story, placed.claim, date)
            self._dates[key] = when(date, from_context=from_context)
        return self._dates[key]


def _quotations(receipts: tuple[Receipt, ...]) -> dict[str, list[objects.Quotation]]:
    """The quotations of a story by the anchor of the claim that rests on them."""
    found: dict[str, list[objects.Quotation]] = defaultdict(list)
    for receipt in receipts:
        quotation = objects.Quotation(
            text=" ".join(receipt.text.split()),
            source=receipt.source.file,
            anchor=receipt.anchor,
        )
        for placed in receipt.claims:
            found[placed.anchor].append(quotation)
    return found


def explainer(told: Told, story: Story, path: str) -> records.Explainer | records.Withdrawn:
    """A published story as the file at `path` holds it, which rests on all of the story."""
    told.site.notebook.note("story", story.name)
    here, record = Here(told.site, path), record_of(story)
    page = here.to(address.explainer(story.name))
    if record.withdrawn and record.status == "withdrawn":
        date, text = record.withdrawn.date.text, record.withdrawn.text
        return records.Withdrawn(id=story.name, status="withdrawn", page=page, date=date, text=text)
    known = days(record)
    found = _claims(told, here, story)
    return records.Explainer.model_validate(
        {
            **{kind: tuple(found[kind]) for kind in KINDS if kind != "answer"},
            "answer": next(iter(found["answer"]), None),
            "id": story.name,
            "status": "reviewed",
            "title": record.title,
            "page": page,
            "topic": record.topic,
            "reviewed": record.reviewed.text if record.reviewed else "",
            "published": known[0],
            "updated": known[-1],
            "citation": of_story(told.site, story).line,
            "sources": tuple(_source(source, story) for source in record.sources),
            "glossary": record.glossary,
            "was": record.was,
            "as_of": _as_of(story),
            **_log(record),
        }
    )


def _claims(told: Told, here: Here, story: Story) -> dict[str, list[objects.Claim]]:
    steps = {step.placed.anchor: step for step in stance_steps(story)}
    found: dict[str, list[objects.Claim]] = defaultdict(list)
    for placed in claims(record_of(story)):
        if placed.kind == UNTIL:  # told with its position
            continue
        kind = KINDS[placed.kind]
        own = {name: getattr(placed.claim, name) for name in _shared(kind, type(placed.claim))}
        if step := steps.get(placed.anchor):
            own |= {"voice": here.site.voice(step.stance), "topic": step.topic, "date": step.date}
        if isinstance(placed.claim, Stance):
            own["until"] = until(told, here, story, placed)
        if date := own.get("date"):
            own["date"] = told.when(story, placed, date)
        found[placed.kind].append(kind.model_validate(own | told.common(here, story, placed)))
    return found


@cache
def _shared(kind: type[objects.Claim], claim: type[Claim]) -> tuple[str, ...]:
    """The fields that a claim of the record and one of the data have in common."""
    return tuple(name for name in kind.model_fields if name in claim.model_fields)


def until(told: Told, here: Here, story: Story, placed: Placed) -> objects.Until | None:
    """The end of the position that a claim tells, where it ended by itself."""
    end = placed.claim.until if isinstance(placed.claim, Stance) else None
    if end is None:
        return None
    ended = end_of(placed, end)
    return objects.Until(date=told.when(story, ended, end.date), **told.common(here, story, ended))


def _source(source: Source, story: Story) -> records.Source:
    fields = {name: getattr(source, name) for name in records.Source.model_fields}
    fields["published"] = _published(source, story)
    fields["references"] = tuple(
        one.model_dump() | {"date": one.date and when(one.date)} for one in source.references
    )
    return records.Source.model_validate(fields)


def _published(source: Source, story: Story) -> objects.When | None:
    if source.published is None:
        return None
    return when(source.published, from_context=bool(source.published_basis))


def _as_of(story: Story) -> objects.When | None:
    """When the story's newest article was published."""
    source = newest(story)
    return _published(source, story) if source else None


def _log(record: Explainer) -> dict[str, Any]:
    """The editor's notes and the changes, which are no claims."""
    return {
        "notes": tuple(
            {"on": note.on, "text": note.text, "links": [link.model_dump() for link in note.links]}
            for note in record.notes
        ),
        "changes": tuple(change.model_dump() for change in record.changes),
    }

"""What a card of the search shows of a step: the newest few, and how many there are besides."""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import islice
from typing import Any

from tools.model.ledger import Step
from tools.pages import address
from tools.pages.site import Site

ROWS = 30  # the newest that a card chooses among


def newest_first(step: Step) -> tuple[object, ...]:
    """Sorts steps by their last day, the newest first."""
    first, last = step.date.days
    return -last.toordinal(), -first.toordinal(), step.company, step.topic, step.position


def told(site: Site, step: Step) -> dict[str, Any]:
    """A step as a row: who stood where on what, when, in what words, and where the claim is."""
    return stated(
        company=step.company,
        topic=step.topic,
        position=step.position,
        date=step.date.display(year_from_context=step.year_from_context),
        age=site.age_word(step.date),
        day=step.date.days[1].isoformat(),
        says=step.stance.text,
        at=f"{address.explainer(step.story.name)}#{step.placed.anchor}",
    )


def stated(**values: Any) -> dict[str, Any]:
    """Those of some values that say something."""
    return {key: value for key, value in values.items() if value}


def bounded(rows: Iterable[dict[str, Any]], count: int) -> dict[str, Any]:
    """The first rows of `count`, and how many more there are; no others are made."""
    return {"rows": list(islice(rows, ROWS)), "more": max(0, count - ROWS)}


def as_json(told: Any) -> str:
    """A file's text."""
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")) + "\n"

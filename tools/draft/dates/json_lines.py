"""One document a line, as the command `dates --json` reads and writes them."""

from __future__ import annotations

import json

from tools.draft.dates.find import find_dates
from tools.model.dates import Date


class UnreadableLineError(ValueError):
    """A line is not what `dates --json` reads; raised by `answer`."""


def answer(line: str | bytes) -> str:
    """The line with the dates of a line `{"doc", "dct", "text"}`.

    Raises `UnreadableLineError`, with the way out, where the line is something else.
    """
    try:
        document = json.loads(line)
    except ValueError as error:
        raise UnreadableLineError(f"not JSON: {error}") from error
    if not isinstance(document, dict) or not isinstance(document.get("text"), str):
        raise UnreadableLineError('not {"doc": ..., "dct": ..., "text": "..."}')
    published = document.get("dct")
    if published is not None and (not isinstance(published, str) or Date(published).fault):
        raise UnreadableLineError(f"dct must be a date such as 2020-07-06, or null: {published!r}")
    dates = [
        {"start": one.start, "end": one.end, "date": one.date.text}
        for one in find_dates(document["text"], Date(published) if published else None)
    ]
    return json.dumps({"doc": document.get("doc"), "dates": dates})

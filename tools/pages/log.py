"""The corrections log: what was mended, what was added, and what was withdrawn."""

from __future__ import annotations

from dataclasses import dataclass

from tools.model.dates import Date
from tools.model.record import Explainer


@dataclass(frozen=True)
class Entry:
    """One line of the log."""

    date: Date
    kind: str
    text: str


def log(record: Explainer) -> list[Entry]:
    """The changes of a record and its withdrawal, newest first; of one day, the last written."""
    entries = [Entry(change.date, change.kind, change.text) for change in record.changes]
    if record.withdrawn:
        entries.append(Entry(record.withdrawn.date, "withdrawn", record.withdrawn.text))
    return sorted(entries, key=lambda entry: entry.date.text)[::-1]

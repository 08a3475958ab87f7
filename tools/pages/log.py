"""The corrections log: what was mended, what was added, and what was withdrawn."""

from __future__ import annotations

from dataclasses import dataclass

from tools.model.claims import claims
from tools.model.dates import Date
from tools.model.record import Explainer


@dataclass(frozen=True)
class Entry:
    """One line of the log."""

    date: Date
    kind: str
    text: str
    was: tuple[str, ...] = ()  # anchors of claims that it took away; the page keeps them


def log(record: Explainer) -> list[Entry]:
    """The changes of a record and its withdrawal, newest first; of one day, the last written."""
    taken: set[str] = set()
    if any(change.was for change in record.changes):  # else nobody asks, and claims are many
        taken.update(placed.anchor for placed in claims(record))
    entries = []
    for change in record.changes:
        gone = tuple(anchor for anchor in dict.fromkeys(change.was) if anchor not in taken)
        taken.update(gone)
        entries.append(Entry(change.date, change.kind, change.text, gone))
    if record.withdrawn:
        entries.append(Entry(record.withdrawn.date, "withdrawn", record.withdrawn.text))
    return sorted(entries, key=lambda entry: entry.date.text)[::-1]

"""The canonical form of a record that people write, with their comments: `check --fix`.

A library that keeps comments moves none of them with what they are about, so this is our own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import yaml

from tools.files.canonical import order, scalar
from tools.files.fix_lines import NotFixedError, in_order
from tools.files.node import Node
from tools.files.typed import model_at, typed
from tools.files.yaml_text import UnreadableError, parse
from tools.model.date_forms import legal_date
from tools.model.dates import Date
from tools.model.problem import Path, Place
from tools.model.record import Explainer

DATES = ("reviewed", "published", "date")  # the keys whose value is a date, wherever they stand
TIMELINE: Path = ("timeline",)
MARKS = ("'", '"')
TEXT = "tag:yaml.org,2002:str"
NUMBER = "tag:yaml.org,2002:int"
_RESOLVER: Any = yaml.resolver.Resolver()
_COMMENT = re.compile(r"(?:^|\s)#.*")

Edit = tuple[int, int, str]  # where in the text, and what stands there now


def fixed(text: str, path: str) -> str:
    """The text of a record in its canonical form; the same record, and each comment kept.

    That is the order of keys, quotation marks only where they are needed, dates in their legal form
    and the timeline in its order.
    Raises `NotFixedError` where that cannot be had for certain, with the reason.
    """
    root, before = _read(text, path)
    if "\ufeff" in text or "\r" in text.replace("\r\n", ""):
        raise NotFixedError("it has a byte order mark, or line ends of old")
    result = text if text.endswith("\n") else text + ("\r\n" if "\r\n" in text else "\n")
    result = _applied(result, list(_edits(result, root, ())))
    root, _ = _read(result, path)
    result = in_order(result, root, _by_date)
    if _meaning(before) != _meaning(_read(result, path)[1]):
        raise NotFixedError("it would not be the same record")
    if _comments(text) != _comments(result):
        raise NotFixedError("a comment would be lost")
    return result


def _read(text: str, path: str) -> tuple[Node, Explainer]:
    """The tree of a record and the record; raises `NotFixedError` where it has faults."""
    try:
        root, problems = parse(text, path)
    except UnreadableError as error:
        raise NotFixedError(f"line {error.problem.line} cannot be read") from error
    found = typed(root, Explainer, path) if isinstance(root.value, dict) else None
    faults = [p for p in (*problems, *(found.problems if found else ())) if not p.notice]
    if found is None or found.value is None or faults:
        lines = sorted({fault.line for fault in faults})
        raise NotFixedError(f"what is wrong at line {lines[0] if lines else 1} comes first")
    return root, found.value


def _edits(text: str, node: Node, path: Path, in_flow: bool = False) -> Iterator[Edit]:
    """What changes within lines: quotation marks, dates, and the order of keys in `{…}`."""
    in_flow = in_flow or text.startswith(("{", "["), node.start)
    if isinstance(node.value, dict) and in_flow:
        yield node.start, node.end, _flow_mapping(text, node, path)
    elif isinstance(node.value, dict):
        for key, value in node.value.items():
            yield from _edits(text, value, (*path, key))
    elif isinstance(node.value, list):
        for number, item in enumerate(node.value):
            yield from _edits(text, item, (*path, number), in_flow)
    elif isinstance(node.value, str):
        written = text[node.start : node.end]
        yield node.start, node.end, _scalar(written, node.value, path, in_flow)


def _flow_mapping(text: str, node: Node, path: Path) -> str:
    """A mapping in braces with its keys in their order; what stands between them stays there."""
    assert isinstance(node.value, dict)
    model = model_at(Explainer, path)
    names = order(model) if model else list(node.value)
    starts = [_offset(text, place) for place in node.keys.values()]
    ends = [value.end for value in node.value.values()]
    between = [
        text[end:start] for end, start in zip([node.start, *ends], [*starts, node.end], strict=True)
    ]
    if any("#" in piece for piece in between):
        raise NotFixedError(f"a comment stands inside {{…}} at line {node.place.line}")
    entries = {
        key: _applied(text[:end], [*_edits(text, value, (*path, key), in_flow=True)])[start:]
        for (key, value), start, end in zip(node.value.items(), starts, ends, strict=True)
    }
    ordered = [entries[key] for key in sorted(entries, key=names.index)]
    return between[0] + "".join(
        entry + piece for entry, piece in zip(ordered, between[1:], strict=True)
    )


def _scalar(written: str, value: str, path: Path, in_flow: bool) -> str:
    """A text or a date as it is written on its line; one over several lines stays as it is."""
    is_date = path[-1] in DATES
    wanted = legal_date(value) if is_date else value
    quoted = written[:1] in MARKS
    if "\n" in written or not (quoted or wanted != value):
        return written
    # what other readers of YAML take for a number or a truth keeps its marks, a year as well
    taken_for = _RESOLVER.resolve(yaml.ScalarNode, wanted, (True, False))
    if taken_for == NUMBER or (taken_for != TEXT and not is_date):
        return written
    now = scalar(wanted, in_flow=in_flow)
    # marks that are needed may be of either kind: an editor who chose one sees no change
    return written if now is None or now[:1] in MARKS else now


def _offset(text: str, place: Place) -> int:
    start = 0
    for _ in range(place.line - 1):
        start = text.index("\n", start) + 1
    return start + place.column - 1


def _applied(text: str, edits: list[Edit]) -> str:
    """The text with each edit made; edits do not overlap."""
    for start, end, now in sorted(edits, reverse=True):
        text = text[:start] + now + text[end:]
    return text


def _by_date(path: Path, node: Node) -> list[int]:
    """The timeline by its dates, where all are legal; any other list as it is.

    An event moves only past those that lie after it for certain: where the days of two overlap, as
    those of a year and of a day in it, the editor's order stands.
    """
    assert isinstance(node.value, list)
    dates = [Date(_date_of(item)) for item in node.value]
    if path != TIMELINE or any(date.fault for date in dates):
        return list(range(len(dates)))
    ordered: list[int] = []
    for number, date in enumerate(dates):
        later = (n for n, other in enumerate(ordered) if _before(date, dates[other]))
        ordered.insert(next(later, len(ordered)), number)
    return ordered


def _before(one: Date, other: Date) -> bool:
    """Whether the last day of one comes before the first of the other; no year comes last."""
    yearless, _, last = one.order
    other_yearless, first, _ = other.order
    return (yearless, last) < (other_yearless, first)


def _date_of(event: Node) -> str:
    """The date of an event as it is written; empty where there is none."""
    date = event.value.get("date") if isinstance(event.value, dict) else None
    return date.value if date and isinstance(date.value, str) else ""


def _meaning(record: Explainer) -> Any:
    """What must be the same before and after: all but the form of dates and their order."""
    plain = _with_legal_dates(record.model_dump())
    if not any(Date(event["date"]).fault for event in plain["timeline"]):
        plain["timeline"].sort(key=lambda event: Date(event["date"]).order)
    return plain


def _with_legal_dates(value: Any) -> Any:
    if isinstance(value, (list, tuple)):
        return [_with_legal_dates(item) for item in value]
    if not isinstance(value, dict):
        return value
    return {
        key: legal_date(item) if key in DATES and isinstance(item, str) else _with_legal_dates(item)
        for key, item in value.items()
    }


def _comments(text: str) -> Counter[str]:
    """Everything that may be a comment, quotation marks aside."""
    found = (match.group().strip() for match in map(_COMMENT.search, text.splitlines()) if match)
    return Counter(one.replace("'", "").replace('"', "") for one in found)

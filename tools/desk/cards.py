"""The entries of a record as the desk shows them, in the order of the page.

They are made of the file as it is and not of the record that was read from it: what the record
does not know, or cannot take, is there to be mended.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from tools.desk.fields import Field, fields_of
from tools.desk.kinds import HEAD, KINDS
from tools.model.claims import Placed, claims
from tools.model.record import (
    Answer,
    Candidate,
    Change,
    Event,
    Explainer,
    Figure,
    KeyPoint,
    Note,
    Profile,
    Section,
    ShortForm,
    Source,
    Stance,
    Unknown,
)

if TYPE_CHECKING:
    from pydantic import BaseModel

    from tools.desk.told import Told
    from tools.model.problem import Path
    from tools.model.story import Story
    from tools.model.text import Span

CLAIMS: dict[str, type[BaseModel]] = {
    "answer": Answer,
    "key_points": KeyPoint,
    "stances": Stance,
    "timeline": Event,
    "sections": Section,
    "who": Profile,
    "figures": Figure,
    "unknowns": Unknown,
    "terms": ShortForm,
}
CANDIDATES = "candidates"
MODELS: dict[str, type[BaseModel]] = {
    HEAD: Explainer,
    "sources": Source,
    **CLAIMS,
    CANDIDATES: Candidate,
    "notes": Note,
    "changes": Change,
}
WORDS = 6  # of a text by which an entry is called
HEAD_FIELDS = ("title", "topic", "glossary", "reviewed", "was", "checked")


@dataclass(frozen=True, eq=False)
class Card:
    """One entry: where it stands in the file, what it holds, and what is known of it.

    `key` is the anchor of a claim, by which decisions are kept; `verdict` what was decided.
    """

    key: str
    kind: str
    path: Path
    values: Mapping[str, Any]
    number: int
    told: tuple[Told, ...] = ()
    verdict: str = ""
    open: bool = False  # whether it waits for a decision
    places: tuple[tuple[str, Span], ...] = ()  # where its passages stand
    lost: tuple[str, ...] = field(default=())  # passages that stand nowhere, or in several places

    @cached_property
    def fields(self) -> list[Field]:
        """What may be written into it; the claims of a record are entries of their own."""
        found = fields_of(MODELS[self.kind], self.values)
        if self.kind == HEAD:
            known = Explainer.model_fields
            return [one for one in found if one.name in HEAD_FIELDS or one.name not in known]
        return list(found)

    @property
    def label(self) -> str:
        """What a list or a screen reader calls it: its kind, and what tells it from others."""
        kind = KINDS[self.kind][1]
        names = ("company", "date", "name", "value", "short", "heading", "file", "text")
        said = next((v for n in names if isinstance(v := self.values.get(n), str)), "")
        return f"{kind} {' '.join(said.split()[:WORDS])}".strip()

    @property
    def is_claim(self) -> bool:
        """Whether it is something that the page states."""
        return self.kind in CLAIMS

    @property
    def quotes(self) -> list[str]:
        """Its passages as they are written."""
        value = self.values.get("quote")
        some = value if isinstance(value, list) else [value]
        return [one for one in some if isinstance(one, str)]

    def told_at(self, name: str) -> list[Told]:
        """What is said of a field; of none, what is said of what has no field here."""
        fields = {one.name for one in self.fields}
        under = [(one, (*one.path, "")[len(self.path)]) for one in self.told]
        return [one for one, at in under if at == name or (not name and at not in fields)]

    @property
    def amiss(self) -> bool:
        """Whether there is anything to mend."""
        return any(not one.problem.notice for one in self.told)


def cards_of(
    story: Story,
    tree: Any,
    problems: Iterable[Told],
    decided: Mapping[str, str],
    candidate_key: Any,
) -> list[Card]:
    """Every entry of a record. `decided` has the verdicts of decisions by the keys of claims."""
    keys = _keys(story, tree, candidate_key)
    at = _by_entry(problems, keys)
    draft = isinstance(tree, dict) and tree.get("status") == "draft"
    found = []
    for path, kind, values, number in _entries(tree):
        key = keys[path]
        verdict = decided.get(key, "")
        waits = draft and (kind in CLAIMS or kind == CANDIDATES) and not verdict
        places, lost = (
            places_of(story, values) if kind in CLAIMS or kind == CANDIDATES else ((), ())
        )
        found.append(
            Card(key, kind, path, values, number, tuple(at[path]), verdict, waits, places, lost)
        )
    return found


def _entries(tree: Any) -> Iterator[tuple[Path, str, Mapping[str, Any], int]]:
    """The path, kind, values and number of each entry, in the order of the page."""
    if not isinstance(tree, dict):
        return
    yield (), HEAD, tree, 1
    for kind in MODELS:
        value = tree.get(kind)
        if kind == "answer" and isinstance(value, dict):
            yield ("answer",), kind, value, 1
        elif kind not in (HEAD, "answer") and isinstance(value, list):
            for index, one in enumerate(value):
                yield (kind, index), kind, one if isinstance(one, dict) else {"": one}, index + 1


def _keys(story: Story, tree: Any, candidate_key: Any) -> dict[Path, str]:
    """The key of each entry: its anchor where no other has it, else its place."""
    placed = (
        {_origin(story, one): one.anchor for one in claims(story.record)} if story.record else {}
    )
    often = Counter(placed.values())
    keys: dict[Path, str] = {}
    taken: Counter[str] = Counter()
    for path, kind, values, number in _entries(tree):
        anchor = placed.get(path)
        if kind == CANDIDATES:
            anchor = candidate_key(values)
            taken[anchor] += 1
            anchor = anchor if taken[anchor] == 1 else None
        elif anchor is not None and often[anchor] > 1:
            anchor = None
        keys[path] = anchor or (f"{kind}.{number}" if path else HEAD)
    return keys


def _origin(story: Story, placed: Placed) -> Path:
    return story.origins.get(placed.path, placed.path)


def _by_entry(problems: Iterable[Told], keys: Mapping[Path, str]) -> Mapping[Path, list[Told]]:
    """Problems by the entry that they are of; what is of none is of the record itself."""
    found: dict[Path, list[Told]] = defaultdict(list)
    for one in problems:
        near = one.path[:2]
        while near not in keys and near:
            near = near[:-1]
        found[near].append(one)
    return found


def places_of(
    story: Story, values: Mapping[str, Any]
) -> tuple[tuple[tuple[str, Span], ...], tuple[str, ...]]:
    """Where each passage of a claim stands, and the passages that do not stand in one place."""
    found: list[tuple[str, Span]] = []
    lost: list[str] = []
    source, value = values.get("source"), values.get("quote")
    for quotation in value if isinstance(value, list) else [value]:
        if not isinstance(quotation, str):
            continue
        spans = [
            (article.file, span)
            for article in story.articles.values()
            if source in (None, article.file)
            for span in article.find(quotation)
        ]
        found += spans
        if len(spans) != 1:
            lost.append(quotation)
    return tuple(found), tuple(lost)

"""Rules about ids of lists that are gone: what each stood for is put back, or leads on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from tools.check.revised import PUBLISHED
from tools.check.revised_list import RevisedList
from tools.check.rule import Problems
from tools.model.dates import Date
from tools.model.part import Part
from tools.model.problem import shorten
from tools.model.story import Seeds, Story
from tools.model.vocabulary import ENTRIES, Entry

# what YAML reads as that text within braces; all else is put between marks
_PLAIN = re.compile(
    r"(?!(?:null|true|false|yes|no|on|off|nan)$)[A-Z](?:[\w ./()-]*[\w.)])?"
    r"|[\dX]{4}(?:-[\dX]{2}){1,2}",
    re.IGNORECASE,
)
_TITLES = ("name", "term", "label")


def ids_stay(pair: RevisedList) -> Problems:
    """No id vanishes: the entry that takes its place names it, and its address leads there."""
    kept = {name for _, entry in pair.new.entries for name in entry.was} | {*pair.new.ids}
    if not pair.new.ids and pair.new.places.keys() <= {()} and pair.new.name in pair.unread:
        return  # the list as a whole cannot be read, and is reported
    gone = [name for name in pair.old.ids if name not in kept]
    entries = {entry.id: entry for _, entry in pair.old.entries}
    told = {name for id_ in gone if id_ in entries for name in entries[id_].was}
    for name in dict.fromkeys(gone):
        yield pair.problem(
            f"must keep every id, for links lead to it: {shorten(name)}",
            _way_back(name, entries.get(name), pair),
        )
    for name, entry in entries.items():
        for earlier in entry.was:
            if earlier not in kept | told:
                yield pair.problem(
                    f"must keep every id, for links lead to it: {shorten(earlier)}",
                    f"Write in the entry {name}: was: [{earlier}]",
                )


def _way_back(name: str, entry: Entry | None, pair: RevisedList) -> str:
    """What to write where an id is gone; nothing of it undoes what else was edited."""
    was = ", ".join((name, *(entry.was if entry else ())))
    other = _successor(entry, pair)
    if other:
        return f"Write in the entry {other}: was: [{was}]; or give it its id back."
    before = pair.old.ids[: pair.old.ids.index(name)]
    above = next((one for one in reversed(before) if one in pair.new.ids), None)
    where = f"after {above}" if above else "at the head of the list"
    line = f"- {_flow(entry)}" if entry else f"its lines, which git show {_at(pair)} prints"
    return f"Put back {where}: {line}; or write in the entry that takes its place: was: [{was}]"


def _at(pair: RevisedList) -> str:
    return f"{pair.revision}:{pair.new.path}"


def _successor(entry: Entry | None, pair: RevisedList) -> str | None:
    """The id of the new entry that is called as one that is gone."""
    called = {getattr(entry, key, None) for key in _TITLES} - {None}
    for _, one in pair.new.entries:
        if one.id not in pair.old.ids and called & {getattr(one, key, None) for key in _TITLES}:
            return one.id
    return None


def _flow(value: Any) -> str:
    """A value of an entry on one line, as YAML has it between braces."""
    if isinstance(value, Part):
        return "{" + ", ".join(f"{key}: {_flow(one)}" for key, one in _given(value)) + "}"
    if isinstance(value, tuple):
        return "[" + ", ".join(map(_flow, value)) + "]"
    text = value.text if isinstance(value, Date) else str(value)
    return text if _PLAIN.fullmatch(text) else "'" + text.replace("'", "''") + "'"


def _given(part: Part) -> Iterator[tuple[str, Any]]:
    """The fields of a part that say more than a missing one does."""
    for key, field in type(part).model_fields.items():
        value = getattr(part, key)
        if value is not None and value != field.default:
            yield key, value


def with_lost(old: Seeds, new: Seeds) -> Seeds:
    """The new state with the entries and folders of the old one that are gone and lead nowhere.

    Of each of them `ids_stay` or `story_stays` tells; what names it still need not be told to name
    another. A folder that is gone has neither record nor articles.
    """
    led = {one.name: {name for _, e in one.entries for name in e.was} for one in new.lists}
    lists: dict[str, Any] = {}
    for name in ENTRIES:
        before, now = getattr(old.vocabulary, name), getattr(new.vocabulary, name)
        gone = {id_: one for id_, one in before.items() if id_ not in led.get(name, ())}
        lists[name] = {**now, **{id_: one for id_, one in gone.items() if id_ not in now}}
    kept = {one.name for one in new.stories}
    kept |= {name for one in new.stories if one.record for name in one.record.was}
    published = [one for one in old.stories if one.record and one.record.status in PUBLISHED]
    lost = [Story(one.path, name=one.name) for one in published if one.name not in kept]
    known = replace(new.vocabulary, **lists)
    return replace(new, stories=(*new.stories, *lost), vocabulary=known)

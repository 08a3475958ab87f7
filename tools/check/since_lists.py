"""Rules about what changed in the lists: somebody may rely on an id, or on what a word meant."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tools.check.parting import parted
from tools.check.revised_list import ListRevisionRule, RevisedList
from tools.check.rule import Problems
from tools.check.since_ids import ids_stay
from tools.model.dates import Date
from tools.model.part import Part
from tools.model.problem import Path, Problem, shorten
from tools.model.story import Seeds

LOG = "CHANGELOG-DATA.md"
NOTHING = "nothing"  # what a message calls an empty field
# what programs and every page rely on, by list: the changelog of the data tells of a change
MEANINGS = {
    "topics": ("question", "place", "by", "kind", "complies"),
    "positions": ("label", "meaning", "side", "axis", "includes", "ends"),
}
# what readers see: it may become better, and somebody should look at it
WORDS = {
    "companies": ("name", "kind", "parent", "description", "ended"),
    "authorities": ("name", "kind", "place", "description"),
    "glossary": ("term", "definition"),
    "topics": ("name", "asked", "ended"),
    "positions": ("past", "icon"),
}


def led_topics(old: Seeds, new: Seeds) -> Mapping[str, str]:
    """The earlier id of each topic that took the place of another."""
    known = {id_ for one in old.lists if one.name == "topics" for id_ in one.ids}
    return {
        topic.id: next((name for name in topic.was if name in known), topic.was[0])
        for topic in new.vocabulary.topics.values()
        if topic.was and topic.id not in known
    }


def lists_since(old: Seeds, new: Seeds, revision: str, *, told: bool) -> list[Problem]:
    """Every Problem of what changed between two states of the lists."""
    before = {one.name: one for one in old.lists}
    pairs = [
        RevisedList(before[one.name], one, revision, told, new.vocabulary.unread)
        for one in new.lists
        if one.name in before
    ]
    return [problem for pair in pairs for rule in LIST_RULES for problem in rule(pair)]


def meanings_stay(pair: RevisedList) -> Problems:
    """What a demand or a position means changes only where the changelog of the data tells so."""
    if pair.told:
        return
    for path, *texts in _changed(pair, MEANINGS):
        now, before = parted(*texts)
        yield pair.new.problem(
            path,
            f"must not change in silence, for every page and program relies on it: {now}",
            f"In {pair.revision} it was {before}. Restore it, or tell of the change in {LOG}.",
        )


def scale_stays(pair: RevisedList) -> Problems:
    """The positions and their order change only where the changelog of the data tells so."""
    if pair.told or pair.new.name != "positions" or not pair.old.ids:
        return
    for number, entry in pair.new.entries:
        if entry.id not in pair.old.ids:
            yield pair.new.problem(
                (number, "id"),
                f"must not be added in silence, for the list is closed: {shorten(entry.id)}",
                f"Take it away, or tell of it in {LOG}.",
            )
    was = [name for name in pair.old.ids if name in pair.new.ids]
    now = [name for name in pair.new.ids if name in pair.old.ids]
    if was != now:
        yield pair.problem(
            f"must keep its order, which is the scale of every page: {shorten(', '.join(now))}",
            f"In {pair.revision} it was: {', '.join(was)}. Restore it, or tell of it in {LOG}.",
        )


def words_are_looked_at(pair: RevisedList) -> Problems:
    """Whoever changes a name, a definition or a description sees what it was."""
    if pair.told:
        return
    for path, said, was in _changed(pair, WORDS):
        now, before = parted(said, was)
        if was != NOTHING:
            yield pair.new.problem(
                path,
                f"says something else on every page that shows it: {now}",
                f"In {pair.revision} it was {before}. If the new one is right, "
                f"nothing is left to do; what programs should know goes into {LOG}.",
                notice=True,
            )


def _changed(
    pair: RevisedList, fields: Mapping[str, tuple[str, ...]]
) -> Iterator[tuple[Path, str, str]]:
    """The fields of entries that say something else, with what they say and what they said."""
    for number, old, new in pair.kept:
        for key in fields.get(pair.new.name, ()):
            before, now = (_shown(getattr(entry, key)) for entry in (old, new))
            if before != now:
                yield (number, key), now, before


def _shown(value: Any) -> str:
    """A value as a message has it; of a list or of parts, what stands in them."""
    if isinstance(value, Part):
        return ", ".join(filter(None, (_shown(getattr(value, key)) for key in _fields(value))))
    if isinstance(value, tuple):
        return ", ".join(map(_shown, value)) or NOTHING
    return value.text if isinstance(value, Date) else str(value or NOTHING)


def _fields(part: Part) -> tuple[str, ...]:
    """The fields of a part that readers see: not where its passage stands."""
    return tuple(key for key in type(part).model_fields if key not in ("quote", "story"))


LIST_RULES: tuple[ListRevisionRule, ...] = (
    ids_stay,
    meanings_stay,
    scale_stays,
    words_are_looked_at,
)

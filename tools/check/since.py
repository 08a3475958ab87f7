"""Rules about changes: what a revision of the records said, and what they say now.

Somebody may have cited what stood there, so nothing that readers rely on changes or goes unsaid.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from tools.check.pairing import Difference, anchored, differences, partner
from tools.check.parting import parted
from tools.check.revised import (
    Revised,
    RevisionRule,
    articles_stay,
    review_stays,
    story_stays,
)
from tools.check.rule import Problems, record_of
from tools.check.since_lists import led_topics, lists_since
from tools.model.problem import Problem, field_name, shorten
from tools.model.record import Change, Explainer
from tools.model.story import Seeds


def check_since(
    old: Seeds, new: Seeds, revision: str, only: Iterable[str] = (), *, told: bool = False
) -> list[Problem]:
    """Every Problem of what changed between two states of stories and lists, sorted by place.

    `only` names the stories to look at, none meaning all and the lists; `told` says whether the
    changelog of the data changed as well.
    """
    wanted, led = set(only), led_topics(old, new)
    now = {story.name: story for story in new.stories}
    before = {story.name for story in old.stories}
    found: list[Problem] = []
    for story in old.stories:
        if wanted and story.name not in wanted:
            continue
        if story.name in now:
            pair = Revised(story, now[story.name], revision, led)
            found += [problem for rule in RULES for problem in rule(pair)]
        else:
            found += story_stays(story, [s for s in new.stories if s.name not in before], revision)
    if not wanted:
        found += lists_since(old, new, revision, told=told)
    return sorted(set(found))


def log_stays(pair: Revised) -> Problems:
    """No entry is ever deleted from `changes`, and a new one is not dated before the others."""
    if not pair.readable:
        return
    old, new = record_of(pair.old).changes, record_of(pair.new).changes
    lost = _entries(old) - _entries(new)
    for change in old:
        if _key(change) in lost:
            yield pair.new.problem(
                ("changes",),
                f"must keep every entry, and has lost one: {shorten(change.text)}",
                f"Put it back: {_entry(change.date.text, change.kind, change.text)}",
            )
    added = _entries(new) - _entries(old)
    latest = max((change.date.text for change in old), default="")
    for index, change in enumerate(new):
        above = new[index - 1].date.text if index else ""
        # one before the entry above it is reported by logs_are_in_order
        if _key(change) in added and above <= change.date.text < latest:
            yield pair.new.problem(
                ("changes", index, "date"),
                f"must not be before the last entry of {pair.revision}: {change.date.text!r}",
                f"Write the day of this change: {latest} or later.",
            )


def reviews_go_on(pair: Revised) -> Problems:
    """A page that was read on a day was not last read before it."""
    before, now = (one.record.reviewed if one.record else None for one in (pair.old, pair.new))
    if not before or not now or before.fault or now.fault:
        return
    changes = pair.new.record.changes if pair.new.record else ()
    if changes and now.text < changes[0].date.text:
        return  # reported by logs_are_in_order
    if now.text < before.text:
        yield pair.new.problem(
            ("reviewed",),
            f"must not go back, and was {before.text} in {pair.revision}: {now.text!r}",
            f"Write {before.text} again, or the later day on which the page was read anew.",
        )


def meaning_is_told(pair: Revised) -> Problems:
    """Where answer, positions, timeline or figures of a reviewed page change, `changes` says so."""
    if not pair.reviewed:
        return
    old, new = record_of(pair.old), record_of(pair.new)
    found = differences(old, new, pair.led)
    if not found or _entries(new.changes) - _entries(old.changes):
        return
    first, *more = found
    also = ", ".join(dict.fromkeys(field_name(one.path) for one in more))
    now, before = parted(first.value, first.before or first.value)
    yield pair.new.problem(
        first.path,
        f"must not {first.what} without an entry in changes: {now}",
        (f"In {pair.revision} it was {before}. " if before != now else "")
        + f"Add to changes{f', for this and for {also}' if also else ''}: "
        + _proposed(first, _day_of_change(old, new)),
    )


def _day_of_change(old: Explainer, new: Explainer) -> str:
    """The day of a new review, else the editor's to give: nothing here asks the clock."""
    before, now = (one.reviewed.text if one.reviewed else "" for one in (old, new))
    return now if now > before else "…"


def _proposed(found: Difference, day: str) -> str:
    """The entry that would tell of a difference."""
    if found.before is None:
        return _entry(day, "update", "what is new")
    return _entry(day, "correction", "what it said and what it says now")


def anchors_stay(pair: Revised) -> Problems:
    """The anchor of a claim on a reviewed page goes on leading to the claim."""
    if not pair.reviewed:
        return
    was, now = anchored(record_of(pair.old)), anchored(record_of(pair.new))
    free = [placed for anchor, placed in now.items() if anchor not in was]
    told = {anchor for change in record_of(pair.new).changes for anchor in change.was}
    for anchor in sorted(was.keys() - now.keys() - told):
        claim = partner(was[anchor], free)
        if claim is not None:
            free.remove(claim)
            yield pair.new.problem(
                (*claim.path, "id"),
                f"must be {anchor!r}, to which links lead: {claim.anchor!r}",
                f"Write in this claim: id: {anchor}",
            )
        else:
            yield pair.new.problem(
                was[anchor].path[:1],
                f"no longer has the claim to which links lead: {anchor!r}",
                f"Where another claim says it now, write in it: id: {anchor}; where none does, add "
                f"to the entry in changes that tells of it: was: [{anchor}]",
                notice=True,
            )


def gone_anchors_stay(pair: Revised) -> Problems:
    """An anchor that an entry of `changes` says was taken away goes on leading to that entry."""
    if not pair.readable:
        return
    old, new = record_of(pair.old), record_of(pair.new)
    kept = {anchor for change in new.changes for anchor in change.was} | anchored(new).keys()
    for change in old.changes:
        for anchor in change.was:
            if anchor not in kept:
                yield pair.new.problem(
                    ("changes",),
                    f"must keep the anchor of a claim that was taken away: {anchor!r}",
                    f"Put it back into the entry of {change.date.text}: was: [{anchor}]",
                )


def _entries(changes: Iterable[Change]) -> Counter[tuple[str, str]]:
    """Entries by day and kind: a slip of the pen in one may be mended."""
    return Counter(_key(change) for change in changes)


def _key(change: Change) -> tuple[str, str]:
    return change.date.text, change.kind


def _entry(day: str, kind: str, text: str) -> str:
    quoted = text.replace("'", "''")
    return f"- {{date: {day}, kind: {kind}, text: '{quoted}'}}"


RULES: tuple[RevisionRule, ...] = (
    articles_stay,
    review_stays,
    log_stays,
    reviews_go_on,
    meaning_is_told,
    anchors_stay,
    gone_anchors_stay,
)

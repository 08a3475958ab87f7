"""Rules about the positions: the scale they make, and what they say of one another."""

from __future__ import annotations

from collections.abc import Iterator

from tools.check.list_rule import ListRule
from tools.check.rule import Problems, one_of
from tools.model.problem import Path, did_you_mean, shorten
from tools.model.story import Lists, Seeds
from tools.model.vocabulary import AXES, SIDES, Position


def positions_have_a_side(one: Lists, _: Seeds) -> Problems:
    """Each position yields, holds or resists, and the list goes from one end to the other."""
    last = 0
    for number, entry in one.entries:
        if not isinstance(entry, Position):
            continue
        if entry.side not in SIDES:
            yield one.problem(
                (number, "side"),
                f"must be one of {', '.join(SIDES)}: {shorten(entry.side)}",
                one_of(entry.side, SIDES),
            )
        elif SIDES.index(entry.side) < last:
            yield one.problem(
                (number, "side"),
                f"must not come after a more resisting one: {shorten(entry.side)}",
                "Order the list from yielding to resisting.",
            )
        else:
            last = SIDES.index(entry.side)


def positions_have_an_axis(one: Lists, _: Seeds) -> Problems:
    """A position is about a deed, a court, a market or a word; one that says nothing holds."""
    for number, entry in one.entries:
        if not isinstance(entry, Position):
            continue
        if entry.axis is None and entry.side != "holds" and entry.side in SIDES:
            yield one.problem(
                (number, "axis"),
                f"must be given where the side is {entry.side}",
                f"Write one of {', '.join(AXES)}; without an axis a position says nothing.",
            )
        elif entry.axis is not None and entry.axis not in AXES:
            yield one.problem(
                (number, "axis"),
                f"must be one of {', '.join(AXES)}, or null: {shorten(entry.axis)}",
                one_of(entry.axis, AXES),
            )


def positions_name_others(one: Lists, seeds: Seeds) -> Problems:
    """What a position says of others it says of positions of the list, and not of itself."""
    for number, entry in one.entries:
        for path, name in _named(entry) if isinstance(entry, Position) else ():
            others = seeds.vocabulary.positions.keys() - {entry.id}
            if name == entry.id:
                yield one.problem(
                    (number, *path),
                    f"must be another position, and is the position itself: {shorten(name)}",
                    "Delete it here.",
                )
            elif seeds.vocabulary.lacks("positions", name):
                yield one.problem(
                    (number, *path),
                    f"must be the id of a position: {shorten(name)}",
                    did_you_mean(name, others),
                )


def _named(entry: Position) -> Iterator[tuple[Path, str]]:
    """Every position that one names, with its field."""
    for key in ("includes", "ends", "not_beside"):
        yield from (((key, i), name) for i, name in enumerate(getattr(entry, key)))


def positions_end_other_axes(one: Lists, seeds: Seeds) -> Problems:
    """A position ends none of its own axis: there the later one outdoes the earlier anyway."""
    for number, entry in one.entries:
        for index, name in enumerate(entry.ends if isinstance(entry, Position) else ()):
            other = seeds.vocabulary.positions.get(name)
            if (
                isinstance(entry, Position)
                and other
                and other != entry
                and other.axis == entry.axis
            ):
                yield one.problem(
                    (number, "ends", index),
                    f"must be of another axis than {shorten(entry.axis)}: {shorten(name)}",
                    "Delete it: on one axis a later position outdoes the earlier one anyway.",
                )


RULES: tuple[ListRule, ...] = (
    positions_have_a_side,
    positions_have_an_axis,
    positions_name_others,
    positions_end_other_axes,
)

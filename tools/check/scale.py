"""Rules about the positions: the scale they make, and what they say of one another."""

from __future__ import annotations

from collections.abc import Iterator

from tools.check.list_rule import ListRule
from tools.check.rule import Problems, one_of
from tools.model.problem import Path, did_you_mean, shorten
from tools.model.publication import FEWEST_POSITIONS, MOST_POSITIONS
from tools.model.story import Lists, Seeds
from tools.model.vocabulary import Position


def positions_make_a_scale(one: Lists, _: Seeds) -> Problems:
    """A scale has two ends, and no more positions than can be drawn beside each other."""
    count = len(one.ids)
    if one.name == "positions" and not FEWEST_POSITIONS <= count <= MOST_POSITIONS and one.places:
        yield one.problem(
            (),
            f"must have {FEWEST_POSITIONS} to {MOST_POSITIONS} positions, and has {count}",
            "A scale has two ends at least; more than a phone is wide cannot be told apart.",
        )


def positions_have_a_side(one: Lists, seeds: Seeds) -> Problems:
    """Each position is on a side of the publication, and the list goes from end to end."""
    last, sides = 0, [side.id for side in seeds.publication.sides]
    for number, entry in one.entries:
        if not isinstance(entry, Position) or not (sides and seeds.publisher.complete):
            continue
        if entry.side not in sides:
            yield one.problem(
                (number, "side"),
                f"must be one of {', '.join(sides)}: {shorten(entry.side)}",
                one_of(entry.side, sides),
            )
        elif sides.index(entry.side) < last:
            yield one.problem(
                (number, "side"),
                f"must not come after one of a later side: {shorten(entry.side)}",
                f"Order the list along the sides: {', then '.join(sides)}.",
            )
        else:
            last = sides.index(entry.side)


def positions_have_an_axis(one: Lists, seeds: Seeds) -> Problems:
    """A position is on an axis of the publication; one that says nothing is on none.

    That one is no end of the scale; where there are two sides alone, it is one position alone.
    """
    axes = [axis.id for axis in seeds.publication.axes]
    sides = [side.id for side in seeds.publication.sides]
    inner, silent = sides[1:-1], ""
    for number, entry in one.entries:
        if not isinstance(entry, Position) or not (axes and seeds.publisher.complete):
            continue
        if (
            entry.axis is None
            and entry.side in sides
            and (silent or (inner and entry.side not in inner))
        ):
            yield one.problem(
                (number, "axis"),
                f"must be given where the side is {entry.side}"
                if inner
                else f"must be given: one position alone says nothing, and that is {silent}",
                f"Write one of {', '.join(axes)}; without an axis a position says nothing.",
            )
        elif entry.axis is None:
            silent = "" if inner else entry.id
        elif entry.axis not in axes:
            yield one.problem(
                (number, "axis"),
                f"must be one of {', '.join(axes)}, or null: {shorten(entry.axis)}",
                one_of(entry.axis, axes),
            )


def positions_have_an_icon(one: Lists, seeds: Seeds) -> Problems:
    """Each position has a symbol that the theme draws."""
    icons = seeds.publisher.icons
    for number, entry in one.entries:
        if isinstance(entry, Position) and icons and entry.icon not in icons:
            yield one.problem(
                (number, "icon"),
                f"must be a symbol of overrides/partials/symbols.html: {shorten(entry.icon)}",
                did_you_mean(entry.icon, icons),
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
    positions_make_a_scale,
    positions_have_a_side,
    positions_have_an_axis,
    positions_have_an_icon,
    positions_name_others,
    positions_end_other_axes,
)

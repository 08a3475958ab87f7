"""What stands beside every position: its symbol, its place on the scale, its date and its age.

Templates make the drawings, as all HTML; each is kept for the plain values that it is made of.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any, NamedTuple

from jinja2 import Environment
from markupsafe import Markup

from tools.model.dates import Date
from tools.model.ledger import Step
from tools.model.publication import Side
from tools.model.vocabulary import Position
from tools.pages.dating import step_date
from tools.pages.site import Site
from tools.pages.stands import Stand

PLACE = 20  # of the drawn scale: how wide a position is
GAP = 3  # and what stays free at each end of a side


class Drawn(NamedTuple):
    """The scale as it is drawn, in the units of its drawing, from the left."""

    width: int
    ticks: tuple[int, ...]  # the middle of each position
    sides: tuple[tuple[str, int, int], ...]  # the id of each, where its line begins, and how long


def symbols(env: Environment) -> dict[str, Callable[..., Markup]]:
    """The functions by which templates draw, by the names that they have there."""
    made: Any = env.get_template("symbols.html").module
    small, large, shape, scale, standing = map(
        _kept, (made.icon, made.pos, made.shape, made.scale, made.stood)
    )

    def icon(position: Position) -> Markup:
        return small(position.side, position.icon)

    def pos(position: Position, found: bool = False) -> Markup:
        return large(position.side, position.icon, position.label, found)

    def side_shape(side: Side) -> Markup:
        return shape(side.shape)

    def on_scale(position: Position, site: Site) -> Markup:
        place = site.vocabulary.scale[position.id]
        left = (place - 1) * PLACE
        return scale(position.side, position.icon, place, left, _drawn(site), site.ends)

    def stood(one: Stand, site: Site) -> Markup:
        marks = ((at.side, at.icon, at.label) for at in map(site.position, one.positions))
        return standing(tuple(marks), site.company_name(one.company))

    return {
        "icon": icon,
        "pos": pos,
        "side_shape": side_shape,
        "on_scale": on_scale,
        "stood": stood,
        "dot": _kept(made.dot),
        "passage": _kept(made.passage),
        "backed": _kept(made.backed),
    }


def _kept(macro: Callable[..., Markup]) -> Callable[..., Markup]:
    return lru_cache(maxsize=2**13)(macro)


def _drawn(site: Site) -> Drawn:
    lists = site.vocabulary
    places = [position.side for position in lists.positions.values()]
    sides = (
        (side.id, places.index(side.id) * PLACE + GAP, lists.sides[side.id] * PLACE - 2 * GAP)
        for side in site.sides
    )
    width = len(lists.scale) * PLACE
    return Drawn(width, tuple(range(PLACE // 2, width, PLACE)), tuple(sides))


def known(step: Step, site: Site, first: bool = True) -> Markup:
    """When a position was known; `first` tells that it begins a line."""
    return step_date(step, first) + age(step.date, site)


def age(date: Date, site: Site) -> Markup:
    """The word beside the date of what is old; nothing beside what is recent."""
    word = site.age_word(date)
    return Markup(f' <span class="age">{word}</span>' if word else "")

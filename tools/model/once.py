"""What is worked out of a thing once, and kept as long as the thing is."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import ref

Thing = TypeVar("Thing")
Result = TypeVar("Result")


def once(function: Callable[[Thing], Result]) -> Callable[[Thing], Result]:
    """The function, which works its result out once for each thing.

    For frozen things alone: what changes would keep its first result.
    A thing is known by its identity, since to compare two records takes longer than most results,
    and a changed copy is another one.
    The result must not hold the thing itself, or both would be kept for ever.
    """
    kept: dict[int, tuple[ref[Thing], Result]] = {}

    @wraps(function)
    def known(thing: Thing) -> Result:
        found = kept.get(key := id(thing))
        if found is None:
            result = function(thing)
            kept[key] = found = (ref(thing, lambda _: kept.pop(key)), result)
        return found[1]

    return known

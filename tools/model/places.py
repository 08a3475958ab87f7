"""Where each value of a file stands, by its path, in a tenth of the memory of a dictionary.

A file of four hundred values would be as many paths, each of them a tuple.
What many records have in common, such as an event with its date, text and quotation, is a shape,
kept once for all of them; a record has its own numbers alone.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from tools.model.problem import Path, Place


class Shape:
    """What is in a value: each key or index leads to a part of it, with its number in the whole.

    The value itself is number 0, and the parts of its parts are counted; `size` is how many it is.
    """

    __slots__ = ("size", "steps")

    def __init__(self, steps: Sequence[str | int] = (), parts: Sequence[Shape] = ()) -> None:
        self.size = 1
        self.steps: dict[str | int, tuple[int, Shape]] = {}
        for step, part in zip(steps, parts, strict=True):
            self.steps[step] = (self.size, part)
            self.size += part.size

    def paths(self, base: Path) -> Iterator[Path]:
        """The path of each value by its number; `base` is that of the whole."""
        yield base
        for step, (_, part) in self.steps.items():
            yield from part.paths((*base, step))


LEAF = Shape()
shape = lru_cache(maxsize=2**14)(Shape)  # two that are alike are one


class Places(Mapping[Path, Place]):
    """The places of all values of a file, or of a part of it whose path is `base`.

    `numbers` are the line and the column of each value, in the order of `Shape.paths`.
    """

    __slots__ = ("_base", "_numbers", "_shape")

    def __init__(self, shape: Shape, numbers: array[int], base: Path = ()) -> None:
        self._shape, self._numbers, self._base = shape, numbers, base

    def __getitem__(self, path: Path) -> Place:
        depth, at, here = len(self._base), 0, self._shape
        if path[:depth] != self._base:
            raise KeyError(path)
        for step in path[depth:]:
            number, here = here.steps[step]
            at += number
        return Place(self._numbers[2 * at], self._numbers[2 * at + 1])

    def __iter__(self) -> Iterator[Path]:
        return self._shape.paths(self._base)

    def __len__(self) -> int:
        return self._shape.size

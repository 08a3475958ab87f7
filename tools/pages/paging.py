"""Long lists in pages: so many entries each, the first at the address of the list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, TypeAlias, TypeVar

ENTRIES = 50  # of a page
Item = TypeVar("Item")
Group: TypeAlias = tuple[str, str]  # the anchor and the name of what entries stand under


@dataclass(frozen=True)
class Leaf(Generic[Item]):
    """One page of a list."""

    number: int  # from 1
    addresses: tuple[str, ...]  # of all pages of the list, in their order
    entries: Sequence[Item]

    @property
    def address(self) -> str:
        return self.addresses[self.number - 1]

    @property
    def before(self) -> str:
        """The address of the page before; empty for the first."""
        return self.addresses[self.number - 2] if self.number > 1 else ""

    @property
    def after(self) -> str:
        """The address of the next page; empty for the last."""
        return self.addresses[self.number] if self.number < len(self.addresses) else ""

    @property
    def near(self) -> list[tuple[int, str, bool]]:
        """The pages to leap to: the first, those around it, the last.

        Each with its number, its address, and whether pages between it and the one before are
        left out.
        """
        last = len(self.addresses)
        around = range(self.number - 1, self.number + 2)
        numbers = sorted({1, last, *(n for n in around if 1 <= n <= last)})
        before = [0, *numbers]
        return [
            (number, self.addresses[number - 1], number - past > 1)
            for past, number in zip(before, numbers, strict=False)
        ]


def leaves(where: str, entries: Sequence[Item], most: int = ENTRIES) -> list[Leaf[Item]]:
    """A list cut into pages of so many entries; one that holds nothing has a page that says so."""
    cut = [entries[at : at + most] for at in range(0, max(len(entries), 1), most)]
    further = (f"{where}page/{number}/" for number in range(2, len(cut) + 1))
    addresses = (where, *further)
    return [Leaf(number, addresses, some) for number, some in enumerate(cut, start=1)]


def grouped(leaf: Leaf[tuple[Group, Item]]) -> list[tuple[str, str, list[Item]]]:
    """Anchor, name and entries of each group of a page."""
    return [
        (anchor, name, [entry for _, entry in some])
        for (anchor, name), some in groupby(leaf.entries, key=lambda pair: pair[0])
    ]


def jumps(cut: Sequence[Leaf[tuple[Group, Item]]]) -> list[tuple[str, str]]:
    """The name of each group of a list, and where it begins."""
    found: dict[Group, str] = {}
    for leaf in cut:
        for group, _ in leaf.entries:
            found.setdefault(group, f"{leaf.address}#{group[0]}")
    return [(name, there) for (_, name), there in found.items()]

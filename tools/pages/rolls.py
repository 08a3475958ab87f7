"""Lists that may grow long: what a page shows of one, and the pages of their own for the rest.

Every item stands once, on the page itself or on one of those; none is cut.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Item = TypeVar("Item")


@dataclass(frozen=True)
class Room:
    """How much a page shows of a list, and a page of its own; in what the list is weighed."""

    here: int
    page: int
    split: bool = True  # whether some stays here where not all has room


@dataclass(frozen=True)
class Roll(Generic[Item]):
    """A list as its page shows it: `here`, and `pages` of which the first is `at` an address."""

    at: str
    here: Sequence[Item]
    pages: Sequence[Sequence[Item]] = ()

    @property
    def elsewhere(self) -> int:
        """How many items stand on other pages."""
        return sum(map(len, self.pages))

    def __len__(self) -> int:
        return len(self.here) + self.elsewhere

    def page(self, number: int) -> str:
        """The address of a page of its own, the first of which has the number 1."""
        return numbered(self.at, number)

    def ways(self, number: int) -> dict[str, str]:
        """The addresses of the pages before and after one of its pages, as front matter."""
        return ways(self.at, number, len(self.pages))


def numbered(at: str, number: int, below: str = "") -> str:
    """The address of a page of several: the first is `at` an address, the others `below` it."""
    return at if number == 1 else f"{at}{below}{number}/"


def ways(at: str, number: int, count: int, below: str = "") -> dict[str, str]:
    """The addresses of the pages before and after one of `count`, as front matter."""
    around = {"prev": number - 1, "next": number + 1}
    return {rel: numbered(at, n, below) for rel, n in around.items() if 1 <= n <= count}


def roll(
    at: str, items: Iterable[Item], room: Room, weight: Callable[[Item], int] = lambda _: 1
) -> Roll[Item]:
    """A list in its order: its beginning here, as far as there is room, the rest at `at`."""
    listed = list(items)
    first = next(cut(listed, room.here, weight), [])
    whole = len(first) == len(listed)
    if not (whole or room.split) or sum(map(weight, first)) > room.here:
        first = []  # all or nothing; what is too large for the page has one of its own
    return Roll(at, first, list(cut(listed[len(first) :], room.page, weight)))


def cut(
    items: Iterable[Item], limit: int, weight: Callable[[Item], int] = lambda _: 1
) -> Iterator[list[Item]]:
    """The items in their order, in lists that weigh no more than `limit`, save a single item."""
    page: list[Item] = []
    total = 0
    for item in items:
        total += weight(item)
        if page and total > limit:
            yield page
            page, total = [], weight(item)
        page.append(item)
    if page:
        yield page

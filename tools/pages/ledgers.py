"""A ledger in pages: whole tracks where they fit, and where the track of each stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from tools.model.dates import Date
from tools.model.ledger import Step, Track
from tools.pages.entries import runs
from tools.pages.rolls import Roll, Room, cut, roll

STEPS = Room(here=60, page=100, split=False)
LETTERS = 400  # a step of more than so many takes the room of two, and so on

Key = tuple[str, str]  # company and topic of a track


@dataclass(frozen=True)
class Stretch:
    """A track, or as much of one as a page holds: its steps in runs, as `entries.runs` has them."""

    track: Track
    runs: list[tuple[bool, list[Step]]]
    continued: bool = False  # whether it began on an earlier page

    @property
    def steps(self) -> list[Step]:
        """Its steps in their order on the page."""
        return [step for _, steps in self.runs for step in steps]

    @property
    def dates(self) -> list[Date]:
        """The dates of its steps."""
        return [step.date for step in self.steps]


def size(stretch: Stretch) -> int:
    """The room that a track, or what a page holds of it, takes: that of a short step is one."""
    return sum(map(_room, stretch.steps))


def _room(step: Step) -> int:
    until = step.stance.until
    words = (step.stance.text, *step.stance.quote, *(until.quote if until else ()))
    return -(-sum(map(len, words)) // LETTERS) or 1


def stretches(track: Track) -> Iterator[Stretch]:
    """A track whole, or cut where it is longer than a page."""
    shown = ((folded, step) for folded, steps in runs(track) for step in steps)
    for number, some in enumerate(cut(shown, STEPS.page, lambda pair: _room(pair[1]))):
        groups = groupby(some, key=lambda pair: pair[0])
        again = [(folded, [step for _, step in group]) for folded, group in groups]
        yield Stretch(track, again, continued=number > 0)


def ledger(at: str, tracks: Iterable[Track]) -> Roll[Stretch]:
    """The ledger of some tracks, whose pages of its own are `at` an address."""
    found = (stretch for track in tracks for stretch in stretches(track))
    return roll(at, found, STEPS, size)


def places(here: str, found: Roll[Stretch]) -> Mapping[Key, str]:
    """The address of the page that each track begins on; `here` is that of the ledger's own."""
    pages = [(here, found.here), *((found.page(n), p) for n, p in enumerate(found.pages, 1))]
    return {
        (stretch.track.company, stretch.track.topic): there
        for there, some in pages
        for stretch in some
        if not stretch.continued
    }

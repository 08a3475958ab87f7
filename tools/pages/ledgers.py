"""A ledger in pages: whole tracks where they fit, and where the track of each stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import TypeAlias

from tools.model.dates import Date
from tools.model.ledger import Step, Track
from tools.pages.entries import runs
from tools.pages.rolls import Roll, Room, cut, roll
from tools.pages.site import Site

STEPS = Room(here=60, page=100, split=False)
LETTERS = 400  # a step of more than so many takes the room of two, and so on

Key: TypeAlias = tuple[str, str]  # company and topic of a track
Shown: TypeAlias = tuple[bool, Step]  # a step, and whether it may be folded away


@dataclass(frozen=True)
class Stretch:
    """A track, or as much of one as a page holds, and the room that takes: of a short step, one."""

    track: Track
    size: int
    some: tuple[Shown, ...] = ()  # of a track that no page holds
    continued: bool = False  # whether it began on an earlier page
    others: tuple[Track, ...] = ()  # of other companies, of which the very same is told

    @property
    def tracks(self) -> tuple[Track, ...]:
        """The track, and those that are told with it."""
        return (self.track, *self.others)

    @property
    def runs(self) -> list[tuple[bool, list[Step]]]:
        """Its steps in runs, as `entries.runs` has them."""
        if not self.some:
            return runs(self.track)
        groups = groupby(self.some, key=lambda pair: pair[0])
        return [(folded, [step for _, step in group]) for folded, group in groups]

    @property
    def dates(self) -> list[Date]:
        """The dates of its steps."""
        return [step.date for _, steps in self.runs for step in steps]


def together(site: Site, tracks: Iterable[Track]) -> list[list[Track]]:
    """The tracks of a topic in their order; those of which the very same is told are one entry.

    Several companies that signed one letter stand there with all their names, at the first.
    """
    groups: dict[tuple[object, ...], list[Track]] = {}
    for track in tracks:
        groups.setdefault(_told(site, track), []).append(track)
    return list(groups.values())


def _told(site: Site, track: Track) -> tuple[object, ...]:
    """All that its entry says, save the company's name."""
    return (
        tuple(step.position for step in track.last_known),
        *(
            (
                step.story.name,
                step.date,
                step.position,
                step.move,
                step.ended,
                step.differs,
                track.is_earlier(step),
                step.stance.text,
                step.stance.quote,
                step.stance.until,
                site.voice(step.stance),
            )
            for step in track.all_steps
        ),
    )


def stretches(track: Track, others: Sequence[Track] = ()) -> Iterator[Stretch]:
    """A track whole, with those that are told with it, or cut where it is longer than a page."""
    size = sum(map(_room, track.all_steps))
    if size <= STEPS.page:
        yield Stretch(track, size, others=tuple(others))
        return
    shown = ((folded, step) for folded, steps in runs(track) for step in steps)
    for number, some in enumerate(cut(shown, STEPS.page, lambda pair: _room(pair[1]))):
        size = sum(_room(step) for _, step in some)
        yield Stretch(track, size, tuple(some), continued=number > 0)
    for other in others:
        yield from stretches(other)


def _room(step: Step) -> int:
    until = step.stance.until
    words = (step.stance.text, *step.stance.quote, *(until.quote if until else ()))
    return -(-sum(map(len, words)) // LETTERS) or 1


def ledger(at: str, groups: Iterable[Sequence[Track]]) -> Roll[Stretch]:
    """The ledger of some tracks, by what is told together; its pages of its own are `at`."""
    found = (stretch for first, *others in groups for stretch in stretches(first, others))
    return roll(at, found, STEPS, attrgetter("size"))


def places(here: str, found: Roll[Stretch]) -> Mapping[Key, str]:
    """The address of the page that each track begins on; `here` is that of the ledger's own."""
    pages = [(here, found.here), *((found.page(n), p) for n, p in enumerate(found.pages, 1))]
    return {
        (track.company, track.topic): there
        for there, some in pages
        for stretch in some
        for track in stretch.tracks
        if not stretch.continued
    }

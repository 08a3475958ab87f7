"""The last steps that changed something: what companies left, and what they took up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from tools.model.ledger import Moment, Step, Track
from tools.pages.phrases import phrase
from tools.pages.site import Site
from tools.pages.wording import counted, joined

NAMED = 12  # companies that made one move


@dataclass(frozen=True)
class Move:
    """What a company did on a demand, alone or with others that did the same."""

    moment: Moment
    steps: tuple[Step, ...]
    left: tuple[str, ...]  # positions that it left
    beside: tuple[str, ...]  # positions that stay
    first: bool  # nothing is known of the time before
    names: set[str] = field(default_factory=set)

    @property
    def who(self) -> str:
        """The companies by name; of many, the first ones and how many others."""
        names = sorted(self.names)
        others = len(names[NAMED:])
        rest = [counted(others, phrase("nouns.other"))] if others else []
        return joined([*names[:NAMED], *rest])


def last_moves(site: Site, tracks: Iterable[Track]) -> list[Move]:
    """Each track's last step that changed something, newest first; those alike share one."""
    return _together(site, (move for track in tracks for move in list(_moves(track))[:1]))


def all_moves(site: Site, tracks: Iterable[Track]) -> list[Move]:
    """Every step of tracks that changed something, in the same order."""
    return _together(site, (move for track in tracks for move in _moves(track)))


def _together(site: Site, moves: Iterable[Move]) -> list[Move]:
    found: dict[tuple[object, ...], Move] = {}
    for move in sorted(moves, key=_newest, reverse=True):
        step = move.steps[0]
        told = tuple((one.story.name, one.position) for one in move.steps)
        key = (step.date, step.topic, told, move.left, move.beside, move.first)
        found.setdefault(key, move).names.add(site.company_name(step.company))
    return list(found.values())


def _newest(move: Move) -> tuple[object, ...]:
    return move.moment.date.order, move.steps[0].topic


def _moves(track: Track) -> Iterator[Move]:
    """The dates that brought a position which did not stand before, newest first."""
    for before, moment in reversed(list(zip((None, *track.moments), track.moments, strict=False))):
        was = before.positions if before else ()
        here = [step for step in moment.by_position if step in moment.steps]
        if any(step.position not in was for step in here):
            # where records differ, what one of them has unchanged is told with what the other has
            came = tuple(step for step in here if step.position not in was or step.differs)
            told = {step.position for step in came}
            left = tuple(name for name in was if name not in moment.positions)
            stays = tuple(name for name in was if name in moment.positions and name not in told)
            yield Move(moment, came, left, stays, before is None)

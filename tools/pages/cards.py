"""The stance cards of an explainer: one a company and demand, of each side the newest on top.

Companies of which a record says the very same stand on one card.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass

from tools.model.claims import Placed, claims
from tools.model.ledger import Ledger, before_asked, tracks
from tools.model.problem import Path
from tools.model.publication import Side
from tools.model.receipts import articles_of, independent_of
from tools.model.record import Stance
from tools.model.steps import stance_steps
from tools.model.story import Story
from tools.model.vocabulary import Topic
from tools.pages.records import record_of
from tools.pages.site import Site
from tools.pages.stands import stand


@dataclass(frozen=True)
class Told:
    """A position on a card: the claims that say it of each company of the card."""

    placed: tuple[Placed, ...]
    early: bool = False  # from before the demand was made

    @property
    def stance(self) -> Stance:
        """What it says; of several companies, the same."""
        return _stance(self.placed[0])


@dataclass(frozen=True)
class Card:
    """What a record says of one company on one demand, or of several companies alike."""

    topic: str
    standing: tuple[Told, ...]  # what stands in the end, the chief position first
    before: tuple[Told, ...]  # the rest, newest first

    @property
    def told(self) -> tuple[Told, ...]:
        """All of it: what stands, and what came before."""
        return (*self.standing, *self.before)

    @property
    def beside(self) -> tuple[Told, ...]:
        """What stands beside the chief position."""
        return self.standing[1:]

    @property
    def newest(self) -> tuple[object, ...]:
        """The day of the newest of what stands, for the order of cards; lowest where unknown."""
        return max((_day(told.stance) for told in self.standing), default=(False,))

    @property
    def came_before(self) -> bool:
        """Whether all that does not stand is from before all that does."""
        return all(
            old.stance.date and new.stance.date and old.stance.date.order < new.stance.date.order
            for old in self.before
            for new in self.standing
        )

    @property
    def companies(self) -> list[tuple[str, str]]:
        """Anchor of the first position and id of each company, in the order of the record."""
        return [(placed.anchor, _stance(placed).company) for placed in self.told[0].placed]

    @property
    def chief(self) -> Stance:
        """The position that stands on top."""
        return self.told[0].stance


def _stance(placed: Placed) -> Stance:
    if not isinstance(placed.claim, Stance):
        raise TypeError(f"{placed.anchor} is no position")
    return placed.claim


def _day(stance: Stance) -> tuple[object, ...]:
    return stance.date.order if stance.date else (False,)


@dataclass(frozen=True)
class Group:
    """The cards of one demand, by side."""

    topic: Topic | None
    sides: list[tuple[Side, list[Card]]]


def groups(site: Site, story: Story) -> list[Group]:
    """The cards of a story by demand, the record's own first, and by side."""
    record = record_of(story)
    own = record.topic or ""
    cards = _cards(site, story)
    names = sorted({card.topic for card in cards}, key=lambda name: (name != own, name))
    return [
        Group(
            site.vocabulary.topics.get(name),
            [
                (side, [c for c in cards if c.topic == name and _side(site, c) == side.id])
                for side in site.sides
            ],
        )
        for name in names
    ]


def _side(site: Site, card: Card) -> str:
    return site.position(card.chief.position).side


def _cards(site: Site, story: Story) -> list[Card]:
    """A card for each company and demand; those that say the same are joined."""
    record = record_of(story)
    told: dict[tuple[str, str], list[Placed]] = {}
    for placed in claims(record):
        if isinstance(placed.claim, Stance):
            key = (placed.claim.company, placed.claim.topic or record.topic or "")
            told.setdefault(key, []).append(placed)
    steps = stance_steps(story)
    # what a record tells but once stands, whatever the ledger makes of it
    several = (step for step in steps if len(told[step.company, step.topic]) > 1)
    known = tracks(several, site.vocabulary)
    joined: dict[tuple[object, ...], list[tuple[list[Placed], list[Placed]]]] = {}
    for (company, topic), some in told.items():
        standing, before = _parted(known, (company, topic), some)
        same = tuple(_same(_stance(placed)) for placed in (*standing, None, *before) if placed)
        joined.setdefault((topic, len(standing), same), []).append((standing, before))
    topics = site.vocabulary.topics
    early = {step.placed.path for step in steps if before_asked(step, topics.get(step.topic))}
    cards = [_card(str(topic), members, early) for (topic, *_), members in joined.items()]
    scale = site.vocabulary.scale
    along = sorted(cards, key=lambda card: scale[card.chief.position])
    return sorted(along, key=lambda card: card.newest, reverse=True)


def _card(topic: str, members: list[tuple[list[Placed], list[Placed]]], early: Set[Path]) -> Card:
    standing, before = (
        tuple(
            Told(placed, placed[0].path in early)
            for placed in zip(*(member[part] for member in members), strict=True)
        )
        for part in (0, 1)
    )
    return Card(topic, standing, before)


def _parted(
    known: Ledger, key: tuple[str, str], some: list[Placed]
) -> tuple[list[Placed], list[Placed]]:
    """The claims that stand in the end, the chief one first, and the others; both newest first."""
    track = known.get(key)
    here = stand(track.last_known) if track else None
    steps = here.steps if here else ()
    place = {step.placed.path: n for n, step in enumerate(steps)}
    standing = sorted((p for p in some if p.path in place), key=lambda p: place[p.path])
    if not standing:
        # of no known year, or ended: what is told still has a card
        return some[-1:], some[-2::-1]
    order: Mapping[object, int] = {
        step.placed.path: n for n, step in enumerate(track.all_steps if track else ())
    }
    rest = [placed for placed in some if placed.path not in place]
    chief, beside = standing[:1], standing[1:]
    beside.sort(key=lambda placed: _day(_stance(placed)), reverse=True)
    return chief + beside, sorted(rest, key=lambda p: order.get(p.path, -1), reverse=True)


def _same(stance: Stance) -> tuple[object, ...]:
    """What two stances share that stand on one card."""
    date = stance.date.text if stance.date else ""
    return stance.position, date, stance.text, stance.quote, stance.topic, stance.source


def support(story: Story, stance: Stance) -> tuple[bool, int]:
    """Whether a position rests on our own report alone, and on how many independent articles."""
    files = articles_of(story, stance)
    independent = {article.sha256 for article in independent_of(story, files)}
    return bool(files) and not independent, len(independent)

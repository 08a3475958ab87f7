"""What the page of an explainer asks about its story."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from markupsafe import Markup

from tools.model.claims import UNTIL, Placed, claims
from tools.model.dates import Date
from tools.model.ledger import Moment
from tools.model.receipts import Receipt, share
from tools.model.record import Explainer, Note, ShortForm, Stance
from tools.model.story import Story
from tools.model.text import straighten
from tools.pages.cards import Card, Group, Told, groups, support
from tools.pages.dated import by_key
from tools.pages.dating import claim_date, story_date
from tools.pages.entries import later, moved_since
from tools.pages.glossing import Glosser
from tools.pages.records import newest, record_of
from tools.pages.safe_markdown import to_html
from tools.pages.site import Site
from tools.pages.sources import rests

# what a reader sees who does not read everything
STEPS = {"answer": {"answer"}, "minute": {"key_points", "stances", "unknowns"}}


class View:
    """What the template asks about one story."""

    def __init__(self, site: Site, story: Story) -> None:
        self.site, self.story = site, story
        self.record: Explainer = record_of(story)
        self.receipts = site.receipts(story)
        self.claims = list(claims(self.record))
        self.rests = rests(site, story)
        vocabulary = site.vocabulary
        self.words = sorted(
            (vocabulary.glossary[t] for t in self.record.glossary if t in vocabulary.glossary),
            key=lambda term: term.term.casefold(),
        )
        self.gloss = Glosser(self.words, "#word-")
        self._marks: Mapping[str, list[Receipt]] = by_key(
            (placed.anchor, receipt) for receipt in self.receipts for placed in receipt.claims
        )

    def kind(self, kind: str) -> list[Placed]:
        """The claims of one list of the record, or its answer."""
        return [placed for placed in self.claims if placed.kind == kind]

    def marks(self, placed: Placed) -> list[Receipt]:
        """The receipts of a claim."""
        return self._marks.get(placed.anchor, [])

    @cached_property
    def short_forms(self) -> Mapping[str, list[Placed]]:
        """Short forms that the articles explain, by the explained word they mean, or by nothing."""
        ids = {_plain(form): word.id for word in self.words for form in (word.term, *word.also)}
        return by_key(
            (ids.get(_plain(claim.long)) or ids.get(_plain(claim.short), ""), placed)
            for placed in self.kind("terms")
            if isinstance(claim := placed.claim, ShortForm)
        )

    def text(self, text: str) -> Markup:
        """A text whose words are explained where they first stand.

        This and `markdown` are no questions: a word that either explained is not explained again.
        """
        return self.gloss.plain(text)

    def markdown(self, text: str) -> Markup:
        """The same of a text in Markdown."""
        return self.gloss.html(Markup(to_html(text)))

    def date(self, placed: Placed, date: Date) -> Markup:
        """The date of a claim."""
        return claim_date(self.story, placed, date)

    def notes(self, *anchors: str) -> list[tuple[int, Note]]:
        """Editor's notes on any of these claims, with their numbers; no anchor means the page."""
        wanted = anchors or (None,)
        return [(n, note) for n, note in enumerate(self.record.notes, 1) if note.on in wanted]

    @property
    def has_steps(self) -> bool:
        """Whether there is more than an answer to read, and less than everything."""
        return bool(self.record.answer and (self.record.key_points or self.record.stances))

    def step(self, receipt: Receipt) -> str:
        """The first step of the reading ladder that shows a claim of a receipt."""
        kinds = {placed.kind for placed in receipt.claims}
        return next((step for step, shown in STEPS.items() if kinds & shown), "everything")

    @property
    def with_receipts(self) -> int:
        """How many claims have a receipt."""
        return sum(bool(self.marks(placed)) for placed in self.claims)

    @property
    def as_of(self) -> Markup:
        """The day on which the account ends, that of its newest article; empty where unknown."""
        return story_date(self.story, first=False) if newest(self.story) else Markup("")

    def groups(self) -> list[Group]:
        """The stance cards by demand and side."""
        return groups(self.site, self.story)

    def notes_on(self, told: Told) -> list[tuple[list[int], Note, list[str]]]:
        """Editor's notes on a position of a card; one that says the same of several, once.

        Each with its numbers, and with the names of its companies where the card has others.
        """
        found: dict[tuple[object, ...], tuple[list[int], Note, list[str]]] = {}
        for placed in told.placed:
            for number, note in self.notes(placed.anchor):
                numbers, _, names = found.setdefault((note.text, note.links), ([], note, []))
                numbers.append(number)
                if len(told.placed) > 1 and isinstance(placed.claim, Stance):
                    names.append(self.site.company_name(placed.claim.company))
        return list(found.values())

    def ends(self, told: Told) -> list[Placed]:
        """The claims that say when the positions of a card ended by themselves."""
        paths = {placed.path for placed in told.placed}
        return [placed for placed in self.kind(UNTIL) if placed.path[:2] in paths]

    def support(self, stance: Stance) -> tuple[bool, int]:
        """Whether a position is our own report alone, and how many independent articles tell it."""
        return support(self.story, stance)

    def since(self, card: Card) -> list[tuple[list[str], list[Moment]]]:
        """What companies of a card, by id, have done on its demand since, those alike together.

        The dates at which the ledger has them stand elsewhere, oldest first; those of which it
        knows none are left out.
        """
        found: dict[tuple[object, ...], tuple[list[str], list[Moment]]] = {}
        for _, company in card.companies:
            moments = later(self.site, self.story, company, card.topic)
            key = tuple((moment.date.text, moment.positions) for moment in moments)
            found.setdefault(key, ([], moments))[0].append(company)
        return [(companies, moments) for companies, moments in found.values() if moments]

    def moved(self) -> list[tuple[str, list[str]]]:
        """Topics on which companies have since taken another position, and their names."""
        return moved_since(self.site, self.story)

    def shares(self) -> list[tuple[int, int, int]]:
        """Words quoted, words in all and per cent, of each article; what is offered counts too."""
        offered = [quotation for one in self.record.candidates for quotation in one.quote]
        parts = [
            share(source, self.story.articles[source.file], self.receipts, offered)
            for source in self.record.sources
        ]
        return [(part.quoted, part.total, round(part.ratio * 100)) for part in parts]


def _plain(form: str) -> str:
    return straighten(form).casefold()

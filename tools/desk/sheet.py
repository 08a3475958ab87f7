"""A story on the desk at one moment: its file, what is decided, and what `check` says of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from tools.desk.article import Shown, shown
from tools.desk.cards import Card, cards_of
from tools.desk.fields import at, tree_of
from tools.desk.told import told
from tools.files.read import RECORD, STORIES
from tools.model.dates import Date
from tools.model.receipts import Share, receipts, share
from tools.model.record import Change

if TYPE_CHECKING:
    from tools.desk.corpus import Corpus
    from tools.desk.store import Store
    from tools.model.problem import Problem
    from tools.model.story import Seeds, Story

LATER = "9998-12-31"  # a day of review that comes after all others
DIGEST = 12  # hexadecimal digits that tell the candidates of a story apart


def candidate_key(values: Mapping[str, Any]) -> str:
    """The key by which the decision on a candidate is kept: of its company and quotation."""
    quote = values.get("quote")
    words = quote if isinstance(quote, str) else "\n".join(map(str, quote or ()))
    said = f"{values.get('company')}\n{words}".encode()
    return f"candidate:{blake2b(said, digest_size=DIGEST // 2).hexdigest()}"


@dataclass(frozen=True, eq=False)
class Sheet:
    """Everything that the page of a story shows.

    `tree` is the record as plain values; None where the file is none that can be read, and `text`
    is then all there is. `digest` is empty where there is no record yet.
    """

    seeds: Seeds
    story: Story
    text: str
    digest: str
    tree: Any
    cards: tuple[Card, ...]
    problems: tuple[Problem, ...]
    decided: int
    undone: bool = False
    done: bool = False
    file: str = field(default="")
    unreadable: bool = False  # whether there is a record that is no text of UTF-8, or a link

    @property
    def name(self) -> str:
        return self.story.name

    @property
    def status(self) -> str:
        """What the file says: draft, reviewed, withdrawn, or anything else."""
        return str(at(self.tree, ("status",)) or "")

    @property
    def published(self) -> bool:
        """Whether readers know the page."""
        return self.status in ("reviewed", "withdrawn")

    @property
    def title(self) -> str:
        return str(at(self.tree, ("title",)) or self.name)

    @cached_property
    def by_key(self) -> dict[str, Card]:
        return {card.key: card for card in self.cards}

    @cached_property
    def waiting(self) -> list[Card]:
        """What is left to decide, in the order of the page, candidates last."""
        return [card for card in self.cards if card.open]

    @property
    def total(self) -> int:
        """How many decisions there are, those that were made included."""
        return self.decided + len(self.waiting)

    @cached_property
    def to_mend(self) -> list[Problem]:
        return [one for one in self.problems if not one.notice]

    @cached_property
    def shares(self) -> list[tuple[str, Share]]:
        """How much of each article is quoted, where its licence is null."""
        record = self.story.record
        if record is None:
            return []
        quoted = receipts(self.story)
        return [
            (source.file, share(source, self.story.articles[source.file], quoted))
            for source in record.sources
            if source.licence is None and source.file in self.story.articles
        ]

    @cached_property
    def articles(self) -> list[Shown]:
        """The articles, those first that the record names, in its order."""
        cited = [one.file for one in self.story.cited]
        files = [*cited, *(file for file in sorted(self.story.articles) if file not in cited)]
        return [
            shown(self.story.articles[file], self.cards, self.day(file), self.seeds.vocabulary)
            for file in files
        ]

    @cached_property
    def contexts(self) -> Mapping[str, list[str]]:
        """The sentences that each claim rests on, by its key."""
        found: dict[str, list[str]] = {card.key: [] for card in self.cards}
        for article in self.articles:
            for block in article.blocks:
                for sentence in block.sentences:
                    words = " ".join("".join(one.text for one in sentence.stretches).split())
                    for card in sentence.cards:
                        found[card.key].append(words)
        return found

    @property
    def elsewhere(self) -> list[Problem]:
        """What `check` says of the story's other files."""
        return [one for one in self.problems if one.path != self.file]

    @cached_property
    def amiss_at(self) -> list[Card]:
        """The entries that have something to mend."""
        return [card for card in self.cards if card.amiss]

    @cached_property
    def noticed_at(self) -> list[Card]:
        """The entries with nothing to mend of which there is a notice."""
        return [card for card in self.cards if card.told and not card.amiss]

    @cached_property
    def later(self) -> int:
        """How much has to be mended before the page is reviewed, and not yet."""
        return sum(one.later for card in self.cards for one in card.told)

    def day(self, file: str) -> str:
        """The day that the record gives to an article; empty where it gives none."""
        for source in at(self.tree, ("sources",)) or []:
            if isinstance(source, dict) and source.get("file") == file:
                return str(source.get("published") or "")
        return ""

    @cached_property
    def names(self) -> str:
        """A digest of all names of the lists that entries show."""
        lists = self.seeds.vocabulary
        shown = [(one.id, " ".join(one.names)) for one in lists.companies.values()]
        shown += [(one.id, one.name) for one in lists.topics.values()]
        shown += [(one.id, f"{one.label} {one.side}") for one in lists.positions.values()]
        return blake2b(repr(shown).encode(), digest_size=8).hexdigest()

    def of_kind(self, kind: str) -> list[Card]:
        """The entries of one list."""
        return [card for card in self.cards if card.kind == kind]


def record_file(name: str) -> str:
    """The path of a story's record, from the root."""
    return f"{STORIES}/{name}/{RECORD}"


def sheet_of(corpus: Corpus, store: Store, name: str) -> Sheet | None:
    """A story as it stands on the disk now; None where there is none of that name."""
    seeds, unread = corpus.read(name)
    story = next((one for one in seeds.stories if one.name == name), None)
    if story is None:
        return None
    problems = tuple(corpus.problems(name, seeds, unread))
    file = record_file(name)
    history = store.history(name)
    decided = {key: one.verdict for key, one in store.decisions(name).items()}
    try:
        opened = store.open(file)
    except (FileNotFoundError, ValueError) as error:
        unreadable = isinstance(error, ValueError)
        return Sheet(seeds, story, "", "", None, (), problems, 0, file=file, unreadable=unreadable)
    tree = tree_of(opened.text, file)
    tree = tree if isinstance(tree, dict) else None
    of_record = [one for one in problems if one.path == file]
    found = [told(one, tree, story.places) for one in of_record]
    later = _on_review(corpus, seeds, story)
    known = {(one.line, one.message) for one in of_record}
    found += [
        told(one, tree, story.places, later=True)
        for one in later
        if one.path == file and (one.line, one.message) not in known
    ]
    cards = tuple(cards_of(story, tree, found, decided, candidate_key))
    gone = sum(1 for key in decided if key not in {card.key for card in cards})
    there = sum(1 for card in cards if card.verdict)
    undo = any(not one.undone for one in history)
    redo = any(one.undone for one in history)
    return Sheet(
        seeds,
        story,
        opened.text,
        opened.digest,
        tree,
        cards,
        problems,
        gone + there,
        undo,
        redo,
        file,
    )


def _on_review(corpus: Corpus, seeds: Seeds, story: Story) -> list[Problem]:
    """What `check` would say if a draft were reviewed as it is, its candidates aside."""
    record = story.record
    if record is None or record.status != "draft":
        return []
    day = Date(LATER)
    first = Change(date=day, kind="update", text="First published.")
    update = {"status": "reviewed", "reviewed": day, "candidates": (), "changes": (first,)}
    meant = replace(story, record=record.model_copy(update=update), digest="")
    return [one for one in corpus.faults(meant, seeds) if LATER not in one.message]

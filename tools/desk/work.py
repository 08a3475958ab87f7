"""What acts have in common: the story at hand, the form that was sent, and one way to save."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from secrets import token_hex
from typing import TYPE_CHECKING, Any

from tools.desk.cards import CANDIDATES, Card
from tools.desk.log import Decision
from tools.files.edit import put
from tools.files.read import with_record
from tools.model.claims import Placed, anchor, claims
from tools.model.text import fold

if TYPE_CHECKING:
    from tools.desk.corpus import Corpus
    from tools.desk.sheet import Sheet
    from tools.desk.store import Store
    from tools.model.article import Article
    from tools.model.problem import Path
    from tools.model.record import Claim


class RefusedError(Exception):
    """An act that cannot be done, and nothing was changed; the text is told to the editor."""


@dataclass(frozen=True)
class Outcome:
    """What was done, in a sentence, and the entry to go on with."""

    said: str
    focus: str = ""


@dataclass(frozen=True)
class Work:
    """An act at hand: on which story, and what the form brought."""

    corpus: Corpus
    store: Store
    sheet: Sheet
    form: Any  # the fields of the form, several of one name included
    _placed: dict[str, Mapping[Path, Placed]] = field(default_factory=dict)  # by texts

    @property
    def seen(self) -> str:
        """The digest of the file that the form was made from."""
        return str(self.form.get("seen", ""))

    def card(self, key: str) -> Card:
        """The entry of a key; raises `RefusedError` where it is gone."""
        card = self.sheet.by_key.get(key)
        if card is None:
            raise RefusedError("That entry is not in the file any more; nothing was changed.")
        return card

    def save(
        self,
        text: str,
        what: str,
        decision: Decision | None = None,
        group: str | None = None,
        also: Sequence[Decision] = (),
    ) -> None:
        """Writes the record, with further decisions that are undone with it; raises as the store.

        No second text is written for them.
        """
        group = group or (token_hex(8) if also else None)
        file = self.sheet.file
        opened = self.store.save(file, self.seen, text, what, decision, group=group)
        for one in also:
            self.store.save(file, opened.digest, text, what, one, group=group)

    def placed(self, text: str) -> Mapping[Path, Placed]:
        """The claims that a text of the record has, by their paths in the file."""
        if text not in self._placed:
            self._placed[text] = self._claims(text)
        return self._placed[text]

    def _claims(self, text: str) -> Mapping[Path, Placed]:
        story = with_record(self.sheet.story, text, [])
        if story.record is None:
            return {}
        return {story.origins.get(one.path, one.path): one for one in claims(story.record)}

    def decision(self, card: Card, verdict: str, after: Any, key: str = "") -> Decision | None:
        """A decision on a claim of a draft; none where the record is published."""
        if self.sheet.status != "draft" or not (card.is_claim or card.kind == CANDIDATES):
            return None
        return Decision(key or card.key, card.kind, verdict, dict(card.values), after)


def with_anchor(work: Work, text: str, path: Path, old: str) -> tuple[str, bool]:
    """The text with the id that keeps a published claim's anchor, and whether it needed one."""
    if not work.sheet.published:
        return text, False
    now = work.placed(text).get(path)
    if now is None or now.anchor == old or now.claim.id:
        return text, False
    return put(text, (*path, "id"), old, work.sheet.file), True


def free_id(work: Work, kind: str, claim: Claim) -> str | None:
    """The id that a new claim needs, since its anchor is taken; None where it is free."""
    taken = {one.anchor for one in work.placed(work.sheet.text).values()}
    name = free = anchor(kind, claim)
    number = 1
    while free in taken:
        number += 1
        free = f"{name.rstrip('-')}-{number}"
    return None if free == name else free


def passage(articles: Mapping[str, Article], words: str, file: str) -> tuple[str, str]:
    """The words that somebody selected, made whole at their ends, and the article they are of.

    Raises `RefusedError` where no article has them.
    """
    wanted = fold(words)
    files = [file] if file in articles else list(articles)
    for name in files:
        article = articles[name]
        start = article.folded.find(wanted) if wanted else -1
        if start < 0:
            continue
        end = start + len(wanted)
        text = article.folded
        while start and text[start - 1].isalnum() and text[start].isalnum():
            start -= 1
        while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
            end += 1
        found = article.find(text[start:end])
        if found:
            return found[0].of(article.text), name
    raise RefusedError("These words do not stand in an article, so nothing was changed.")


def in_several(articles: Mapping[str, Article], quotation: str) -> bool:
    """Whether a passage stands in more than one article, so that a claim must name its own."""
    return sum(bool(one.find(quotation)) for one in articles.values()) > 1

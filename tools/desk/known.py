"""Companies that entries call by a name of the list: the id is written where the name stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.check.companies import companies_of
from tools.desk.changing import written
from tools.desk.fields import at, tree_of
from tools.desk.log import MENDED, Decision
from tools.desk.sheet import candidate_key
from tools.desk.work import Outcome, RefusedError, Work, with_anchor
from tools.files.edit import put

if TYPE_CHECKING:
    from tools.desk.cards import Card
    from tools.model.vocabulary import Vocabulary


def known_as(card: Card, vocabulary: Vocabulary) -> str:
    """The id of the company that an entry calls by one of its names; else empty."""
    name = card.values.get("company")
    if not isinstance(name, str) or name in vocabulary.companies:
        return ""
    return companies_of(vocabulary).called(name) or ""


def use(work: Work, key: str) -> Outcome:
    """The id in the place of a company's name, in every entry that has it; it decides nothing.

    What else was typed into the fields of the entry at hand is saved as well.
    """
    card, file = work.card(key), work.sheet.file
    company, name = known_as(card, work.sheet.seeds.vocabulary), card.values.get("company")
    if not company:
        raise RefusedError("No company of the list has that name.")
    some = [one for one in work.sheet.cards if one.values.get("company") == name]
    text, _ = written(work, card, work.sheet.text, but="company")
    for one in some:
        text = put(text, (*one.path, "company"), company, file)
    for one in some:
        if one.is_claim:
            text, _ = with_anchor(work, text, one.path, one.key)
    keys = {one.key: _key(work, text, one) for one in some}
    decided = [two for one in some if (two := _noted(work, text, one, keys[one.key]))]
    work.save(text, f"{company} for {name}", decided[0] if decided else None, also=decided[1:])
    where = f" in {len(some)} entries" if len(some) > 1 else ""
    return Outcome(f"Named {company}{where}.", keys[key])


def _key(work: Work, text: str, card: Card) -> str:
    """What an entry is called in another text."""
    now = work.placed(text).get(card.path)
    if now is not None:
        return now.anchor
    return candidate_key(at(tree_of(text, work.sheet.file), card.path))


def _noted(work: Work, text: str, card: Card, key: str) -> Decision | None:
    after = at(tree_of(text, work.sheet.file), card.path)
    return work.decision(card, "changed" if card.verdict else MENDED, after, key)

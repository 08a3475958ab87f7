"""An entry changed by what was typed into its fields, and the claim's anchor kept."""

from __future__ import annotations

from tools.desk.cards import Card
from tools.desk.covered import answered
from tools.desk.fields import (
    Field,
    NotReadError,
    Plain,
    at,
    given_passages,
    is_touched,
    tree_of,
    value_of,
)
from tools.desk.kinds import HEAD
from tools.desk.work import Outcome, RefusedError, Work, with_anchor
from tools.files.edit import put, remove

ANSWERED = " What was offered of that sentence is settled by it."
NULL_STAYS = (HEAD, "sources")  # whose empty fields are written as null


def keep(work: Work, key: str) -> Outcome:
    """A claim of a draft stands as it is."""
    card = work.card(key)
    decision = work.decision(card, "kept", dict(card.values))
    if decision is None:
        raise RefusedError("This page is published: there is nothing to decide, only to change.")
    work.save(work.sheet.text, f"kept {key}", decision)
    return Outcome("Kept.", key)


def change(work: Work, key: str) -> Outcome:
    """What was typed into the fields of an entry; what nobody touched is not written."""
    card, sheet = work.card(key), work.sheet
    text, touched = written(work, card, sheet.text)
    if text == sheet.text:
        return _untouched(work, card)
    return changed(work, card, text, ", ".join(touched))


def written(work: Work, card: Card, text: str, but: str = "") -> tuple[str, list[str]]:
    """A text with what was typed into the fields of an entry, and their names.

    A field that is named by `but` is left as it is.
    """
    touched, sheet = [], work.sheet
    for one in card.fields:
        if one.name == but or not is_touched(work.form, one):
            continue
        touched.append(one.name)
        value = given_of(work, one)
        path = (*card.path, one.name)
        if value is None and one.given and card.kind not in NULL_STAYS and not one.needed:
            text = remove(text, path, sheet.file)
        elif value is not None or one.given:
            text = put(text, path, value, sheet.file)
    return text, touched


def _untouched(work: Work, card: Card) -> Outcome:
    """Whoever looked at the fields and changed nothing has kept the claim."""
    if card.open and card.is_claim:
        return keep(work, card.key)
    return Outcome("Nothing was changed.", card.key)


def changed(work: Work, card: Card, text: str, what: str, verdict: str = "changed") -> Outcome:
    """Saves an entry that was changed, its anchor kept where readers know it."""
    said = "Saved."
    if card.is_claim:
        text, kept = with_anchor(work, text, card.path, card.key)
        said += f" Links to it stay as they are: id: {card.key}." if kept else ""
    text, also = answered(work, text) if card.kind == "stances" else (text, [])
    said += ANSWERED if also else ""
    now = work.placed(text).get(card.path)
    key = now.anchor if now and card.is_claim else card.key
    after = _values(work, text, card)
    work.save(
        text, f"changed {what} of {card.key}", work.decision(card, verdict, after, key), also=also
    )
    return Outcome(said, key)


def _values(work: Work, text: str, card: Card) -> Plain:
    """An entry as a text has it."""
    return at(tree_of(text, work.sheet.file), card.path) if card.path else None


def given_of(work: Work, one: Field) -> Plain:
    if one.form == "passages":
        some = given_passages(work.form, "f.quote")
        # an editor types as the screen shows it; a record folds its passages by itself
        return None if not some else some[0] if len(some) == 1 else some
    try:
        return value_of(work.form[f"f.{one.name}"], one.form)
    except NotReadError as error:
        raise RefusedError(f"{one.name} cannot be read: {error}") from error

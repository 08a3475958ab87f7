"""What one press of a button or a key does to a record; each act is saved at once, or refused."""

from __future__ import annotations

from collections.abc import Callable
from secrets import token_hex

from tools.desk.changing import change, changed, keep, written
from tools.desk.deciding import drop, none, rest, take
from tools.desk.fields import at, tree_of, typed
from tools.desk.finish import finish, withdraw
from tools.desk.known import use
from tools.desk.lists import make_company
from tools.desk.log import MENDED
from tools.desk.making import event, make, more, quote
from tools.desk.work import Outcome, RefusedError, Work, with_anchor
from tools.files.edit import insert, put

Act = Callable[[Work, str], Outcome]


def looked(work: Work, given: str) -> Outcome:
    """A notice was looked into, and what it is about is right."""
    key, _, name = given.partition(" ")
    card, sheet = work.card(key), work.sheet
    if not any(one.problem.id == name for one in card.told):
        raise RefusedError("That notice is not given any more.")
    path = card.path if card.is_claim else ()
    values = card.values if card.is_claim else sheet.tree
    number = len(values.get("checked") or [])
    text = insert(sheet.text, (*path, "checked"), number, name, sheet.file)
    work.save(text, f"looked into {name} of {key}")
    return Outcome("Noted in the record: checked.", key)


def mend(work: Work, given: str) -> Outcome:
    """The way out of a Problem, where it is one value to write; it is no decision on a claim.

    What else was typed into the claim's fields is saved as well.
    """
    key, _, name = given.partition(" ")
    card, sheet = work.card(key), work.sheet
    found = next((one for one in card.told if one.key == name and one.way), None)
    if found is None or found.way is None:
        raise RefusedError("That is not told any more.")
    path, value = found.way
    but = path[len(card.path)]
    text, _ = written(
        work, card, sheet.text, but=str(but) if len(path) == len(card.path) + 1 else ""
    )
    text = put(text, path, value, sheet.file)
    return changed(work, card, text, str(path[-1]), "changed" if card.verdict else MENDED)


def company(work: Work, key: str) -> Outcome:
    """A company is made, and the claim names it: the list first, one undo for both.

    What else was typed into the claim's fields is saved as well.
    """
    group = token_hex(8)
    card = work.card(key)
    text, _ = written(work, card, work.sheet.text, but="company")
    made = make_company(work, group)
    text = put(text, (*card.path, "company"), made, work.sheet.file)
    text, _ = with_anchor(work, text, card.path, card.key)
    now = work.placed(text).get(card.path)
    anchor = now.anchor if now else key
    after = at(tree_of(text, work.sheet.file), card.path)
    work.save(
        text, f"company {made} in {key}", work.decision(card, "changed", after, anchor), group
    )
    return Outcome(f"Made the company {made}, and named it here.", anchor)


def undo(work: Work, _: str) -> Outcome:
    """The last change of the story is taken back."""
    last = next(
        (one for one in reversed(work.store.history(work.sheet.name)) if not one.undone), None
    )
    if last is None:
        raise RefusedError("There is nothing to undo.")
    work.store.undo(work.sheet.name)
    decided = last.decision.claim if last.decision else ""
    return Outcome(f"Undone: {last.what}.", decided)


def redo(work: Work, _: str) -> Outcome:
    """What was undone last is done again."""
    back = next((one for one in work.store.history(work.sheet.name) if one.undone), None)
    if back is None:
        raise RefusedError("There is nothing to do again.")
    work.store.redo(work.sheet.name)
    decided = back.decision.claim if back.decision else ""
    return Outcome(f"Done again: {back.what}.", decided)


def text(work: Work, _: str) -> Outcome:
    """The whole file as somebody typed it; what is wrong with it is shown afterwards."""
    now = typed(work.form.get("text", ""))
    if "\r\n" in work.sheet.text:
        now = now.replace("\n", "\r\n")
    work.save(now, "changed the file as text")
    return Outcome("Saved as it is.")


ACTS: dict[str, Act] = {
    one.__name__: one
    for one in (
        keep, drop, change, take, none, rest, make, event, quote, more, looked, mend, company, use,
        undo, redo, text, finish, withdraw,
    )
}  # fmt: skip

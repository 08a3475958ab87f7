"""What one press of a button or a key does to a record; each act is saved at once, or refused."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from secrets import token_hex
from typing import Any

from pydantic import ValidationError

from tools.desk.article import dates_in
from tools.desk.cards import CANDIDATES, CLAIMS, MODELS, Card
from tools.desk.fields import (
    Field,
    NotReadError,
    Plain,
    at,
    fields_of,
    tree_of,
    typed,
    value_of,
)
from tools.desk.kinds import HEAD
from tools.desk.lists import make_company
from tools.desk.log import Decision
from tools.desk.work import (
    Outcome,
    RefusedError,
    Work,
    free_id,
    in_several,
    passage,
    with_anchor,
)
from tools.files.edit import insert, put, remove
from tools.model.article import Article
from tools.model.dates import Date
from tools.model.record import Claim

NULL_STAYS = (HEAD, "sources")  # whose empty fields are written as null
Act = Callable[[Work, str], Outcome]


def keep(work: Work, key: str) -> Outcome:
    """A claim of a draft stands as it is."""
    card = work.card(key)
    decision = work.decision(card, "kept", dict(card.values))
    if decision is None:
        raise RefusedError("This page is published: there is nothing to decide, only to change.")
    work.save(work.sheet.text, f"kept {key}", decision)
    return Outcome("Kept.", key)


def drop(work: Work, key: str) -> Outcome:
    """A claim goes; of a published page it leaves its anchor in the log, with a sentence."""
    card, sheet = work.card(key), work.sheet
    text = remove(sheet.text, card.path, sheet.file)
    if card.is_claim and sheet.published:
        text = _logged(work, text, key)
    work.save(text, f"dropped {key}", work.decision(card, "dropped", None))
    return Outcome("Dropped. Undo brings it back.", _after(work, card))


def _logged(work: Work, text: str, key: str) -> str:
    """The text with the entry of `changes` that tells of a claim that was taken away."""
    said, day = work.form.get("log", "").strip(), work.form.get("day", "").strip()
    if not said or Date(day).fault:
        raise RefusedError(
            "Readers may have cited this: say in a sentence, with the day, why it goes."
        )
    entry = {"date": day, "kind": "correction", "text": said, "was": [key]}
    changes = work.sheet.of_kind("changes")
    return insert(text, ("changes",), len(changes), entry, work.sheet.file)


def _after(work: Work, card: Card) -> str:
    """The entry that comes after one, or before it where it is the last."""
    cards = [one for one in work.sheet.cards if one.kind == card.kind]
    at = cards.index(card)
    rest = cards[at + 1 :] or cards[:at][-1:]
    return rest[0].key if rest else ""


def change(work: Work, key: str) -> Outcome:
    """What was typed into the fields of an entry; what nobody touched is not written."""
    card, sheet = work.card(key), work.sheet
    text, touched = sheet.text, []
    for one in card.fields:
        if not _is_touched(work, one):
            continue
        touched.append(one.name)
        value = _given(work, one)
        path = (*card.path, one.name)
        if value is None and one.given and card.kind not in NULL_STAYS and not one.needed:
            text = remove(text, path, sheet.file)
        elif value is not None or one.given:
            text = put(text, path, value, sheet.file)
    if text == sheet.text:
        return _untouched(work, card)
    return _changed(work, card, text, ", ".join(touched))


def _untouched(work: Work, card: Card) -> Outcome:
    """Whoever looked at the fields and changed nothing has kept the claim."""
    if card.open and card.is_claim:
        return keep(work, card.key)
    return Outcome("Nothing was changed.", card.key)


def _changed(work: Work, card: Card, text: str, what: str) -> Outcome:
    """Saves an entry that was changed, its anchor kept where readers know it."""
    said = "Saved."
    if card.is_claim:
        text, kept = with_anchor(work, text, card.path, card.key)
        said += f" Links to it stay as they are: id: {card.key}." if kept else ""
    now = work.placed(text).get(card.path)
    key = now.anchor if now and card.is_claim else card.key
    after = _values(work, text, card)
    work.save(text, f"changed {what} of {card.key}", work.decision(card, "changed", after, key))
    return Outcome(said, key)


def _values(work: Work, text: str, card: Card) -> Plain:
    """An entry as a text has it."""
    return at(tree_of(text, work.sheet.file), card.path) if card.path else None


def _is_touched(work: Work, one: Field) -> bool:
    name = f"f.{one.name}"
    if one.form == "passages":
        given = _passages(work)
        return given is not None and given != [typed(item).strip() for item in one.items]
    given = work.form.get(name)
    return given is not None and typed(given).strip() != typed(one.shown).strip()


def _passages(work: Work) -> list[str] | None:
    if "f.quote" not in work.form:
        return None
    return [text for one in work.form.getlist("f.quote") if (text := typed(one).strip())]


def _given(work: Work, one: Field) -> Plain:
    if one.form == "passages":
        some = _passages(work) or []
        # an editor types as the screen shows it; a record folds its passages by itself
        return None if not some else some[0] if len(some) == 1 else some
    try:
        return value_of(work.form[f"f.{one.name}"], one.form)
    except NotReadError as error:
        raise RefusedError(f"{one.name} cannot be read: {error}") from error


def take(work: Work, given: str) -> Outcome:
    """A candidate holds a position: a stance is made of it."""
    key, _, position = given.partition(" ")
    card = work.card(key)
    if position not in work.sheet.seeds.vocabulary.positions:
        raise RefusedError("There is no such position.")
    words = " ".join(card.quotes)
    stance: dict[str, Plain] = {"company": card.values.get("company"), "position": position}
    day = _day_of(work, card)
    stance |= {"date": day} if day else {}
    stance |= {"text": words, "quote": card.values.get("quote")}
    text = remove(work.sheet.text, card.path, work.sheet.file)
    return _made(work, "stances", stance, text, lambda _: card)


def none(work: Work, key: str) -> Outcome:
    """A candidate holds no position."""
    card = work.card(key)
    text = remove(work.sheet.text, card.path, work.sheet.file)
    work.save(text, f"no position in {key}", work.decision(card, "none", None))
    return Outcome("Not a position.", _after(work, card))


def _day_of(work: Work, card: Card) -> str:
    """The one day that a candidate's sentence names, else: by the day of its article."""
    for file, span in card.places:
        published = work.sheet.day(file)
        text = work.sheet.story.articles[file].text
        found = dates_in(text, published)
        days = {day for start, _, day in found if span.start <= start < span.end}
        if len(days) == 1 and (not published or min(days) <= published):
            return min(days)
        return f"../{published}" if re.fullmatch(r"\d{4}(-\d\d){1,2}", published) else ""
    return ""


def make(work: Work, kind: str) -> Outcome:
    """A new entry from the fields of a form."""
    if kind not in MODELS or kind in (HEAD, CANDIDATES):
        raise RefusedError("There is no such list.")
    values = {
        one.name: value
        for one in fields_of(MODELS[kind], {})
        if _is_touched(work, one) and (value := _given(work, one)) is not None
    }
    if not values:
        raise RefusedError("Nothing was filled in, so nothing was made.")
    return _made(work, kind, values, work.sheet.text)


def event(work: Work, given: str) -> Outcome:
    """A sentence with a date becomes an event."""
    date, _, place = given.partition(" ")
    words, file = sentence(work.sheet.story.articles, place)
    values = {"date": date, "text": words, "quote": words}
    if in_several(work.sheet.story.articles, words):
        values["source"] = file
    return _made(work, "timeline", values, work.sheet.text)


def sentence(articles: Mapping[str, Article], place: str) -> tuple[str, str]:
    """The words at a place written `start-end file`, and the file; raises `RefusedError`."""
    found = re.fullmatch(r"(\d{1,9})-(\d{1,9}) (.+)", place)
    article = articles.get(found[3]) if found else None
    if found is None or article is None:
        raise RefusedError("There is no such sentence.")
    return " ".join(article.text[int(found[1]) : int(found[2])].split()), found[3]


def _made(
    work: Work,
    kind: str,
    values: dict[str, Plain],
    text: str,
    of: Callable[[str], Card] | None = None,
) -> Outcome:
    """Saves a new entry; `of` gives the candidate that it was made of."""
    sheet = work.sheet
    anchor = _anchor_of(work, kind, values)
    if kind == "answer":
        if sheet.of_kind("answer"):
            raise RefusedError("There is an answer already: change it.")
        text = put(text, ("answer",), values, sheet.file)
        path: tuple[str | int, ...] = ("answer",)
    else:
        number = _number(work, kind, values)
        text = insert(text, (kind,), number, values, sheet.file)
        path = (kind, number)
    now = work.placed(text).get(path)
    key = now.anchor if now else anchor
    decision = None
    if sheet.status == "draft" and kind in CLAIMS:
        card = of(key) if of else None
        decision = Decision(
            key,
            CANDIDATES if card else kind,
            "taken" if card else "made",
            dict(card.values) if card else None,
            values,
        )
    work.save(text, f"made {key or kind}", decision)
    return Outcome("Made. Read it once more: its words are those of the article.", key)


def _anchor_of(work: Work, kind: str, values: dict[str, Plain]) -> str:
    """Gives the values an id where their anchor is taken; returns it."""
    model = MODELS[kind]
    if not issubclass(model, Claim):
        return ""
    try:
        claim = model.model_validate(values)
    except ValidationError:
        return ""
    if name := free_id(work, kind, claim):
        values["id"] = name
    return name or ""


def _number(work: Work, kind: str, values: Mapping[str, Any]) -> int:
    """Where a new entry goes: at the end, an event by its date."""
    there = work.sheet.of_kind(kind)
    day = Date(str(values.get("date")))
    if kind != "timeline" or day.fault:
        return len(there)
    days = [Date(str(card.values.get("date"))) for card in there]
    return sum(1 for one in days if one.fault or one.order <= day.order)


def quote(work: Work, key: str) -> Outcome:
    """Selected words become the passage of a claim, in the place of the one that it has."""
    return _quoted(work, key, more=False)


def more(work: Work, key: str) -> Outcome:
    """Selected words become a further passage of a claim."""
    return _quoted(work, key, more=True)


def _quoted(work: Work, key: str, *, more: bool) -> Outcome:
    card, sheet = work.card(key), work.sheet
    if not card.is_claim:
        raise RefusedError("Only a claim has a quotation.")
    if not work.form.get("words", "").strip():
        raise RefusedError("Select the words in the article first, or paste them into the field.")
    words, file = passage(sheet.story.articles, work.form["words"], work.form.get("file", ""))
    value: Plain = [*card.quotes, words] if more and card.quotes else words
    text = put(sheet.text, (*card.path, "quote"), value, sheet.file)
    if in_several(sheet.story.articles, words) and not card.values.get("source"):
        text = put(text, (*card.path, "source"), file, sheet.file)
    return _changed(work, card, text, "quote")


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
    """The way out of a Problem, where it is one value to write."""
    key, _, name = given.partition(" ")
    card, sheet = work.card(key), work.sheet
    found = next((one for one in card.told if one.key == name and one.way), None)
    if found is None or found.way is None:
        raise RefusedError("That is not told any more.")
    path, value = found.way
    text = put(sheet.text, path, value, sheet.file)
    return _changed(work, card, text, str(path[-1]))


def company(work: Work, key: str) -> Outcome:
    """A company is made, and the claim names it: the list first, one undo for both."""
    group = token_hex(8)
    made = make_company(work, group)
    card = work.card(key)
    text = put(work.sheet.text, (*card.path, "company"), made, work.sheet.file)
    text, _ = with_anchor(work, text, card.path, card.key)
    now = work.placed(text).get(card.path)
    anchor = now.anchor if now else key
    after = {**card.values, "company": made}
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
        keep, drop, change, take, none, make, event, quote, more, looked, mend, company, undo, redo,
        text,
    )
}  # fmt: skip

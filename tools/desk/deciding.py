"""What an editor decides of a claim: it stays, it goes; of a candidate: a position, or none."""

from __future__ import annotations

import re

from tools.desk.article import dates_in
from tools.desk.cards import CANDIDATES, Card
from tools.desk.fields import Plain
from tools.desk.making import made
from tools.desk.work import Outcome, RefusedError, Work, in_several
from tools.files.edit import insert, remove
from tools.model.dates import Date


def drop(work: Work, key: str) -> Outcome:
    """A claim goes; of a published page it leaves its anchor in the log, with a sentence."""
    card, sheet = work.card(key), work.sheet
    text = remove(sheet.text, card.path, sheet.file)
    if card.is_claim and sheet.published:
        text = _logged(work, text, key)
    work.save(text, f"dropped {key}", work.decision(card, "dropped", None))
    return Outcome("Dropped. Undo brings it back.", after(work, card))


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


def after(work: Work, card: Card) -> str:
    """The entry that comes after one, or before it where it is the last."""
    cards = [one for one in work.sheet.cards if one.kind == card.kind]
    at = cards.index(card)
    rest = cards[at + 1 :] or cards[:at][-1:]
    return rest[0].key if rest else ""


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
    if card.places and any(in_several(work.sheet.story.articles, one) for one in card.quotes):
        stance["source"] = card.places[0][0]
    text = remove(work.sheet.text, card.path, work.sheet.file)
    return made(work, "stances", stance, text, card)


def none(work: Work, key: str) -> Outcome:
    """A candidate holds no position."""
    card = work.card(key)
    text = remove(work.sheet.text, card.path, work.sheet.file)
    work.save(text, f"no position in {key}", work.decision(card, "none", None))
    return Outcome("Not a position.", after(work, card))


def rest(work: Work, _: str) -> Outcome:
    """None of the candidates that are left holds a position; one undo brings all back."""
    left = [card for card in work.sheet.waiting if card.kind == CANDIDATES]
    if not left:
        raise RefusedError("No candidate is left.")
    text = work.sheet.text
    for card in reversed(left):
        text = remove(text, card.path, work.sheet.file)
    decided = [one for card in left if (one := work.decision(card, "none", None))]
    what = f"no position in {len(left)} candidates"
    work.save(text, what, decided[0] if decided else None, also=decided[1:])
    return Outcome(f"None of the {len(left)} is a position. Undo brings all back.")


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

"""A new entry: of a form, of a sentence, of a candidate; and a quotation of selected words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from tools.desk.cards import CANDIDATES, CLAIMS, MODELS, Card
from tools.desk.changing import ANSWERED, changed, given_of
from tools.desk.covered import answered
from tools.desk.fields import Plain, fields_of, is_touched
from tools.desk.kinds import HEAD
from tools.desk.log import Decision
from tools.desk.work import Outcome, RefusedError, Work, free_id, in_several, passage
from tools.files.edit import insert, put
from tools.model.article import Article
from tools.model.dates import Date
from tools.model.record import Claim


def make(work: Work, kind: str) -> Outcome:
    """A new entry from the fields of a form."""
    if kind not in MODELS or kind in (HEAD, CANDIDATES):
        raise RefusedError("There is no such list.")
    values = {
        one.name: value
        for one in fields_of(MODELS[kind], {})
        if is_touched(work.form, one) and (value := given_of(work, one)) is not None
    }
    if not values:
        raise RefusedError("Nothing was filled in, so nothing was made.")
    return made(work, kind, values, work.sheet.text)


def event(work: Work, given: str) -> Outcome:
    """A sentence with a date becomes an event."""
    date, _, place = given.partition(" ")
    words, file = sentence(work.sheet.story.articles, place)
    values = {"date": date, "text": words, "quote": words}
    if in_several(work.sheet.story.articles, words):
        values["source"] = file
    return made(work, "timeline", values, work.sheet.text)


def sentence(articles: Mapping[str, Article], place: str) -> tuple[str, str]:
    """The words at a place written `start-end file`, and the file; raises `RefusedError`."""
    found = re.fullmatch(r"(\d{1,9})-(\d{1,9}) (.+)", place)
    article = articles.get(found[3]) if found else None
    if found is None or article is None:
        raise RefusedError("There is no such sentence.")
    return " ".join(article.text[int(found[1]) : int(found[2])].split()), found[3]


def made(
    work: Work,
    kind: str,
    values: dict[str, Plain],
    text: str,
    card: Card | None = None,
) -> Outcome:
    """Saves a new entry; `card` is the candidate that it was made of."""
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
        decision = Decision(
            key,
            CANDIDATES if card else kind,
            "taken" if card else "made",
            dict(card.values) if card else None,
            values,
        )
    text, also = answered(work, text) if kind == "stances" else (text, [])
    work.save(text, f"made {key or kind}", decision, also=also)
    said = "Made. Read it once more: its words are those of the article."
    return Outcome(said + (ANSWERED if also else ""), key)


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
    return changed(work, card, text, "quote")

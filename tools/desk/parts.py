"""The parts of a story's page by their ids: a browser is sent those that changed."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from secrets import token_hex
from typing import TYPE_CHECKING, Any

from flask import current_app

from tools.desk.cards import CLAIMS, MODELS
from tools.desk.fields import fields_of
from tools.desk.kinds import HEAD

if TYPE_CHECKING:
    from tools.desk.cards import Card
    from tools.desk.sheet import Sheet

KINDS = (HEAD, "sources", *CLAIMS, "notes", "changes")
MOST_VERSIONS = 32  # pages that may be open at once
MOST_MADE = 20_000  # entries that are kept as HTML
_MADE: dict[tuple[Any, ...], str] = {}


@dataclass(frozen=True)
class State:
    """What is open on the page: the form of an entry, that of a new one, or of one that goes."""

    edit: str = ""
    new: str = ""
    drop: str = ""


@dataclass
class Versions:
    """Which parts each open page has, by the page's version."""

    _known: OrderedDict[str, Mapping[str, str]] = field(default_factory=OrderedDict)

    def add(self, parts: Mapping[str, str]) -> str:
        """Remembers the parts of a page that is sent; returns its version."""
        version = token_hex(8)
        self._known[version] = {name: _digest(html) for name, html in parts.items()}
        while len(self._known) > MOST_VERSIONS:
            self._known.popitem(last=False)
        return version

    def changed(self, version: str, parts: Mapping[str, str]) -> dict[str, str] | None:
        """The parts that a page does not have as they are; None where it is not remembered."""
        known = self._known.get(version)
        if known is None:
            return None
        return {name: html for name, html in parts.items() if known.get(name) != _digest(html)}


def _digest(html: str) -> str:
    return blake2b(html.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def parts_of(sheet: Sheet, state: State, more: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    """The parts by the list that holds them, each by its id, in the order of the page."""
    made: Any = current_app.jinja_env.get_template("parts.html").make_module(
        {"sheet": sheet, "state": state, **more}
    )
    lists: dict[str, dict[str, str]] = {"top": {"bar": str(made.bar()), "told": str(made.told())}}
    for number, article in enumerate(sheet.articles):
        lists[f"article-{number}"] = {
            f"b-{number}-{block.number}": str(made.block(block, article.file, number))
            for block in article.blocks
        }
    for kind in KINDS:
        cards = {f"c-{card.key}": _card(made, card, sheet, state) for card in sheet.of_kind(kind)}
        if state.new == kind:
            cards[f"new-{kind}"] = str(made.blank(kind, list(fields_of(MODELS[kind], {}))))
        lists[f"list-{kind}"] = cards
    return lists


def _card(made: Any, card: Card, sheet: Sheet, state: State) -> str:
    """An entry, made anew only where something that it shows is not what it was."""
    if card.key in (state.edit, state.drop):
        return str(made.card(card))
    shows = (
        card.key,
        card.kind,
        repr(card.values),
        tuple((one.key, one.way, one.later) for one in card.told),
        card.verdict,
        card.open,
        card.lost,
        tuple(sheet.contexts[card.key]),
        sheet.name,
        sheet.published,
        sheet.names,
    )
    html = _MADE.get(shows)
    if html is None:
        if len(_MADE) >= MOST_MADE:
            _MADE.clear()
        html = _MADE[shows] = str(made.card(card))
    return html

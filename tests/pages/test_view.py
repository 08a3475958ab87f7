"""What the page of an explainer asks about its story: to ask changes nothing."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest

from tests.pages.world import site, story
from tools.pages.view import View

TOLD = story(
    "2031-01-01",
    {"acme": "waits", "bolt": "waits"},
    terms=[{"id": "nb", "short": "NB", "long": "night bell", "quote": "acme waits."}],
    notes=[{"on": "acme", "text": "It waits still."}],
    stances=[
        {
            "company": name,
            "position": "waits",
            "date": "2031-01-01",
            "text": "t",
            "quote": f"{name} waits.",
            "id": name,
            "until": {"date": "2031-01-20", "quote": f"{name} waits."} if name == "bolt" else None,
        }
        for name in ("acme", "bolt")
    ],
)
LATER = story("2031-02-01", {"acme": "refuses"})

ASKED: dict[str, Callable[[View], Any]] = {
    "since": lambda view: [view.since(card) for card in cards(view)],
    "notes_on": lambda view: [view.notes_on(told) for card in cards(view) for told in card.told],
    "ends": lambda view: [view.ends(told) for card in cards(view) for told in card.told],
    "marks": lambda view: [view.marks(placed) for placed in view.claims],
    "step": lambda view: [view.step(receipt) for receipt in view.receipts],
    "moved": View.moved,
    "groups": View.groups,
    "shares": View.shares,
    "short_forms": lambda view: dict(view.short_forms),
    "kind": lambda view: view.kind("stances"),
    "notes": lambda view: view.notes("acme"),
}


def cards(view: View) -> list[Any]:
    return [card for group in view.groups() for _, some in group.sides for card in some]


def shown() -> View:
    return View(site(TOLD, LATER), TOLD)


@pytest.mark.parametrize("name", ASKED)
def test_what_is_asked_twice_has_the_same_answer(name: str) -> None:
    view, ask = shown(), ASKED[name]
    first = copy.deepcopy(ask(view))
    assert first, "nothing is asked of this world"
    for other in ASKED.values():
        other(view)
    assert ask(view) == first


def test_an_answer_can_be_changed_without_changing_the_next_one() -> None:
    view = shown()
    card = next(card for card in cards(view) if view.since(card))
    for answer in (view.groups(), view.since(card), view.notes_on(card.told[0]), view.moved()):
        answer.clear()
    assert card in cards(view)
    assert view.since(card)
    assert view.moved()
    assert view.notes_on(card.told[0])


def test_a_word_without_short_forms_has_none_after_it_was_asked_for() -> None:
    view = shown()
    before = dict(view.short_forms)
    with pytest.raises(KeyError):
        view.short_forms["bell"]
    assert view.short_forms == before

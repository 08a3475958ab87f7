"""The list of positions decides what is drafted, whatever positions the drafter knows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.draft.article import understood
from tests.draft.test_commands import saved
from tests.draft.test_record import TEXT, vocabulary
from tests.project import STORY
from tools.__main__ import FINE
from tools.draft.draft import Draft, draft_of
from tools.draft.findings import FoundStance
from tools.draft.reading import read
from tools.draft.stances import choose, known, stances
from tools.draft.stances.model import NONE, Model
from tools.model.vocabulary import Position

Run = Callable[..., tuple[int, str, str]]
ALL = vocabulary().positions
FIRMS = TEXT + (
    "\nQuillbox called the order unfair and dangerous. Tidewire has left Ostvale because of it.\n"
)


def listed(*names: str, **fields: Any) -> dict[str, Position]:
    """A list of positions of these ids, all of which say something and none of which has a rank."""
    plain = {"label": "L", "meaning": "M.", "icon": "round", "side": "holds", "axis": "deed"}
    return {name: Position.model_validate({"id": name, **plain, **fields}) for name in names}


def drafted(positions: Mapping[str, Position]) -> Draft:
    return draft_of(read(FIRMS), replace(vocabulary(), positions=positions))


def held(stated: tuple[FoundStance, ...]) -> set[tuple[str, str]]:
    return {(one.company, one.position) for one in stated}


def without_stances(made: Draft) -> Draft:
    return replace(made, stances=(), candidates=())


def test_the_drafter_knows_every_position_of_the_publication() -> None:
    assert set(known()) == set(ALL)


@pytest.mark.parametrize("names", [(), ("ends-early", "hedges"), (NONE,)])
def test_a_list_of_other_positions_gives_a_draft_without_any(names: tuple[str, ...]) -> None:
    made = drafted(listed(*names))
    assert (made.stances, made.candidates) == ((), ())
    assert made.answer
    assert len(made.key_points) >= 3
    assert made == drafted({})


def test_a_list_of_three_gives_these_as_they_are_and_no_other() -> None:
    whole, some = drafted(ALL), drafted(listed("hedges", "refuses", "complies", "opposes"))
    three = {"refuses", "complies", "opposes"}
    assert held(some.stances) == {one for one in held(whole.stances) if one[1] in three}
    assert {one.position for one in some.stances} == three
    assert {one.position for one in whole.stances} > three
    assert {name for one in some.candidates for name in one.positions} <= three


def test_a_sentence_is_no_candidate_for_what_it_says_in_words_of_a_position_not_listed() -> None:
    whole, some = drafted(ALL), drafted(listed("supports", "complies"))
    [left] = [one for one in whole.stances if one.position == "withdraws"]
    assert left.span not in [one.span for one in some.candidates]
    assert all(one.sureness >= choose.OFFERED for one in some.candidates)


@pytest.mark.parametrize("names", [("refuses", "opposes"), ("opposes", "refuses")])
def test_of_two_as_sure_and_of_one_rank_the_first_of_the_list_stands(
    names: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    even = Model((NONE, "opposes", "refuses"), (-900, 0, 0), {})
    monkeypatch.setattr(choose, "model", lambda: even)
    article = understood("A day in Ostvale\n\nWrenmail was there. Wrenmail said so.")
    made = stances(article, listed(*names, not_beside=names))
    assert [one.position for one in made.stated] == [names[0]]


def test_where_ranks_decide_the_order_of_the_list_changes_nothing() -> None:
    assert drafted(dict(reversed(ALL.items()))) == drafted(ALL)


def test_what_a_position_without_an_axis_shows_is_not_known() -> None:
    silent = listed("refuses", axis=None) | listed("undeclared")
    [refused] = [one for one in drafted(silent).stances if one.position == "refuses"]
    assert refused.span in [one.span for one in drafted(silent).unknowns]
    assert refused.span not in [one.span for one in drafted(listed("refuses")).unknowns]


POSITIONS = """
- {id: hedges, label: Hedges, meaning: Says both., icon: ring, side: holds, axis: word}
- {id: complies, label: Complies, meaning: Does it., icon: round, side: yields, axis: deed}
- {id: undeclared, label: Has not said, meaning: Has not said., icon: ring, side: holds}
- {id: refuses, label: Refuses, meaning: Will not., icon: square, side: resists, axis: deed}
- {id: ends-early, label: Ends early, meaning: Ends it., icon: ring, side: resists, axis: deed}
"""
ODD: Mapping[str, Any] = {"files": {"positions.yml": POSITIONS}}
TOLD = "Not drafted, since the drafter knows no wording for them: hedges, ends-early.\n"
ONE = "Not drafted, since the drafter knows no wording for it: hedges.\n"


@pytest.fixture
def commands(tmp_path: Path) -> dict[str, tuple[object, ...]]:
    """Arguments of every command that drafts, each of more than one article where it can be."""
    gold = tmp_path / "labelled"
    gold.mkdir()
    for name in ("a", "b"):
        saved(gold / f"{name}.txt", TEXT)
        saved(gold / f"{name}.yml", "stances: []\n")
    files = [gold / "a.txt", gold / "b.txt"]
    return {
        "draft": ("draft", STORY, STORY),
        "json": ("draft", "--json", *files),
        "new": ("new", "ostvale-logs", "--from", files[0]),
        "score": ("score",),
        "gold": ("score", "--gold", gold),
    }


@pytest.mark.parametrize("name", ["draft", "json", "new", "score", "gold"])
@pytest.mark.parametrize(
    ("case", "told"),
    [(ODD, TOLD), ({"files": {"positions.yml": POSITIONS.rpartition("- ")[0]}}, ONE), ({}, "")],
    ids=["two", "one", "none"],
)
def test_what_cannot_be_drafted_is_told_once(
    run: Run, commands: dict[str, tuple[object, ...]], name: str, case: Any, told: str
) -> None:
    code, _, complaint = run(*commands[name], case=case)
    assert (code, complaint) == (FINE, told)


def test_of_another_drafter_nothing_is_told(
    run: Run, commands: dict[str, tuple[object, ...]]
) -> None:
    code, _, complaint = run(*commands["json"], "--with", "echo {}", case=ODD)
    assert (code, complaint) == (FINE, "")

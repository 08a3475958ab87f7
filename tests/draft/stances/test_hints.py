"""The hints: each can match, and what a sentence speaks for is the sum of those that do."""

from __future__ import annotations

import yaml

from tests.draft.stances.test_lexicon import POSITIONS
from tools.draft.stances.hints import TABLE, hints
from tools.draft.stances.patterns import anchors, expression

GROUPS = yaml.load(TABLE.read_text(encoding="utf-8"), yaml.CSafeLoader)["hints"]


def test_every_position_has_hints_and_no_group_has_more_than_the_file_explains() -> None:
    assert {group["position"] for group in GROUPS} == POSITIONS
    assert all(group.keys() == {"position", "weight", "say"} for group in GROUPS)
    assert {group["weight"] for group in GROUPS} == {1, 2}


def test_every_hint_compiles_and_is_found_by_a_word() -> None:
    known = [hint for some in hints().by_word.values() for hint in some]
    assert all(expression(hint.pattern) for hint in known)
    assert len(set(known)) >= sum(len(set(group["say"])) for group in GROUPS) - len(GROUPS)


def test_a_hint_counts_once_however_often_it_stands_in_a_sentence() -> None:
    once = hints().of("The lamps are on hold.")
    assert once["pauses"] >= 2
    assert hints().of("The lamps are on hold, on hold, on hold.")["pauses"] == once["pauses"]


def test_what_hints_at_nothing_speaks_for_nothing() -> None:
    assert hints().of("Lanternpost, Wrenmail, Ostvale.") == {}
    assert hints().of("") == {}


def test_a_pattern_in_brackets_is_found_by_each_of_its_words_and_by_what_follows() -> None:
    assert anchors("(the )?(rest|remainder) of", {}, {}) == {"the", "rest", "remainder"}
    assert anchors("(obey*|in line) with", {}, {}) == {"obey", "obeys", "obeyed", "obeying", "in"}

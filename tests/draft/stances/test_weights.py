"""The weights of the model: learned the same each time, and those of the examples beside them."""

from __future__ import annotations

import json

import pytest

from tools.draft.stances.examples import Example, examples
from tools.draft.stances.learn import learn, right
from tools.draft.stances.model import NONE, WEIGHTS, Model, model, read, written

TOY = [
    *[Example("one", ("does  obey", "by name"), "complies")] * 8,
    *[Example("one", ("does n obey", "by name"), "refuses")] * 8,
    *[Example("two", ("does  sell", "by name"), NONE)] * 8,
]


def test_the_weights_are_those_that_the_examples_give() -> None:
    assert written(learn(examples())) == WEIGHTS.read_text(encoding="utf-8"), "run: make weights"


def test_what_is_learned_of_some_examples_holds_for_them() -> None:
    made = learn(TOY)
    assert right(made, TOY) == 1.0
    assert made.positions == (NONE, "complies", "refuses")
    sure = made.sureness(("does n obey",))
    assert max(sure, key=sure.__getitem__) == "refuses"


def test_the_same_examples_give_the_same_bytes() -> None:
    assert written(learn(TOY)) == written(learn(list(TOY)))


def test_a_rare_feature_has_no_weight() -> None:
    rare = Example("one", ("does  juggle",), "complies")
    assert "does  juggle" not in learn([*TOY, rare]).weights


def test_a_model_is_read_as_it_was_written() -> None:
    made = learn(TOY)
    again = read(json.loads(written(made)))
    assert again.scores(("does  obey", "by name")) == made.scores(("does  obey", "by name"))
    assert written(again) == written(made)


@pytest.mark.parametrize("seen", [(), ("nothing that was seen before",), ("by name",)])
def test_sureness_is_shared_among_all_positions(seen: tuple[str, ...]) -> None:
    sure = model().sureness(seen)
    assert set(sure) == set(model().positions)
    assert abs(sum(sure.values()) - 100) <= len(sure)
    assert all(0 <= one <= 100 for one in sure.values())


def test_scores_are_sums() -> None:
    made = Model((NONE, "complies"), (1, 2), {"a": (3, -4), "b": (0, 10)})
    assert made.scores(("a", "b", "c")) == (4, 8)

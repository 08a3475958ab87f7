"""Where the characters of a folded text came from."""

import re

from hypothesis import given
from hypothesis import strategies as st

from tools.model.offsets import of_spaces, runs
from tools.model.text import folded


@given(st.lists(st.integers(0, 99)))
def test_runs_give_back_every_offset(offsets):
    kept = runs(offsets)
    assert offsets == [kept[at] for at in range(len(offsets))]


def test_text_that_moves_as_a_whole_is_one_run():
    assert len(runs(range(5, 5000)).firsts) == 1


@given(st.text("ab \n\t\u00a0\u2003", max_size=40))
def test_white_space_is_where_the_last_of_it_stands(text):
    expected: list[int] = []
    for word in re.finditer(r"\S+", text):
        expected += [word.start() - 1] if expected else []
        expected += range(*word.span())
    kept = of_spaces(text)
    assert expected == [kept[at] for at in range(len(folded(text).text))]

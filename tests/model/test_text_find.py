"""Finding a passage in an article word for word."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.model.text import Span, find, fold, folded, straighten

ARTICLE = """Acme  said:\n“We won’t pay (yet).” It owes $1.5 million,\tor 1,500 a day.
It's a well-known\u00a0sum; the sum* was [not] paid. C++ and x^2 = 4? Café."""


def found(quotation, text):
    """The passages found, as they stand in the text."""
    return [text[span.start : span.end] for span in find(quotation, folded(text))]


@pytest.mark.parametrize(
    ("quotation", "passage"),
    [
        ("Acme said:", "Acme  said:"),
        ("  Acme\n\nsaid:  ", "Acme  said:"),
        ('said: "We', "said:\n“We"),
        ("million, or", "million,\tor"),
        ("well-known sum", "well-known\u00a0sum"),
        ("\"We won't pay", "“We won’t pay"),
        ("“We won’t pay", "“We won’t pay"),
        ("„We won‘t pay", "“We won’t pay"),
        ("It’s a well", "It's a well"),
        ("(yet).", "(yet)."),
        ("sum* was [not]", "sum* was [not]"),
        ("C++", "C++"),
        ("x^2 = 4?", "x^2 = 4?"),
        ("$1.5", "$1.5"),
        ("known", "known"),
        ("Café.", "Café."),
    ],
)
def test_white_space_and_typographic_quotation_marks_are_forgiven(quotation, passage):
    assert [passage] == found(quotation, ARTICLE)


@pytest.mark.parametrize(
    "quotation",
    [
        "",
        " \n",
        "acme said",
        "Acme say",
        "cme said",
        "We won't pay yet",
        "We wont pay",
        "sum... paid",
        "sum . was",
        "Cafe",
        "Caf",
        "$1",
        "5 million",
        "500 a day",
        ".5 million",
        "owes $1.",
        "or 1",
    ],
)
def test_nothing_else_is_forgiven_and_no_word_or_number_is_cut(quotation):
    assert not found(quotation, ARTICLE)


@pytest.mark.parametrize(
    ("quotation", "text", "starts"),
    [
        ("the sum", "the sum, the sum", [0, 9]),
        ("no no", "no no no", [0, 3]),
        ("sum", "sum sums sum.", [0, 9]),
        ("1", "1, 2 and 1.", [0, 9]),
        ("-", "a - b", [2]),
    ],
)
def test_every_place_is_found_where_a_passage_stands_more_than_once(quotation, text, starts):
    assert starts == [span.start for span in find(quotation, folded(text))]


@pytest.mark.parametrize("text", ["‘a’ ‚b‛", "“c” „d‟", "plain"])
def test_straight_marks_keep_every_offset(text):
    assert len(text) == len(straighten(text))
    assert not re.search("[‘’‚‛“”„‟]", straighten(text))


def test_a_passage_is_shown_with_its_white_space_folded():
    passage = "Acme said: “We won’t"
    assert passage == Span(0, 22).of(ARTICLE)


tokens = st.sampled_from("a no no, 1 1.5 5 “no” 'no' (no) no* – e.g. \\d".split())
crowded = st.lists(st.tuples(tokens, st.sampled_from([" ", "\n\n", "\u00a0 "]))).map(
    lambda pairs: "".join(token + gap for token, gap in pairs)
)


@given(st.text(max_size=60) | crowded, st.data())
def test_a_passage_cut_at_word_edges_is_found_where_it_was_cut(text, data):
    words = list(re.finditer(r"\S+", text))
    if not words:
        return
    first = data.draw(st.integers(0, len(words) - 1), "first word")
    last = data.draw(st.integers(first, len(words) - 1), "last word")
    cut = Span(words[first].start(), words[last].end())
    passage = text[cut.start : cut.end]
    for quotation in (passage, fold(passage), passage.replace('"', "”").replace("'", "’")):
        assert cut in find(quotation, folded(text))

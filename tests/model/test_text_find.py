"""Finding a passage in an article word for word."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.model.characters import UNHEARD
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


# the same words as they come out of word processors, PDFs and keyboards: soft hyphens, ligatures,
# letters in several characters, forms of Arabic letters, joiners of Persian and Hindi
ODD = {
    "data\u00adbase rules": "database rules",
    "the of\ufb01ce \ufb02oor": "the office floor",
    "the o\ufb03ce": "the office",
    "Cafe\u0301 Zu\u0308rich": "Café Zürich",
    "Vie\u0323\u0302t Nam": "Việt Nam",
    "\u1100\u1161\u11a8 \u1102\u1161": "각 나",
    "zero\u200bwidth, \u2060joined\ufeff": "zerowidth, joined",
    "می\u200cخواهد": "میخواهد",  # noqa: RUF001 (letters of another script are meant)
    "क\u094d\u200dष": "क्ष",
    "\ufedf\ufe8e \ufefb": "لا لا",
    "e\u00ad\u0301te\u0301": "été",
    "5 k\u212a": "5 kK",
}
BOTH_WAYS = [*ODD.items(), *((right, odd) for odd, right in ODD.items())]


@pytest.mark.parametrize(("quotation", "text"), BOTH_WAYS)
def test_letters_are_the_same_however_they_are_written(quotation, text):
    marked = f"“{text}”, she said."
    whole = find(quotation, folded(marked))
    assert [text.rstrip("\ufeff")] == [marked[span.start : span.end] for span in whole]
    assert fold(quotation) == fold(text)


@pytest.mark.parametrize("odd", ODD)
def test_behind_an_odd_letter_every_place_is_the_right_one(odd):
    text = f"One {odd} two,\n\n {odd}  three."
    assert [Span(len(text) - 6, len(text) - 1)] == find("three", folded(text))
    two = text.index("two")
    assert [Span(two, two + 3)] == find("two", folded(text))


@pytest.mark.parametrize(
    ("quotation", "text"),
    [
        ("Cafe", "Cafe\u0301"),
        ("x", "x\u0302 = 1"),
        ("हिन", "हिन्दी"),
        ("दी", "हिन्दी"),
        ("می", "می\u200cخواهد"),  # noqa: RUF001 (letters of another script are meant)
        ("of", "of\ufb01ce"),
        ("ce", "of\ufb01ce"),
        ("data", "data\u00adbase"),
        ("resume", "résumé"),
        ("½", "1/2"),
        ("x2", "x²"),
        ("ae", "æ"),
    ],
)
def test_no_word_is_cut_at_an_odd_letter_and_no_other_letter_is_the_same(quotation, text):
    assert not find(quotation, folded(text))


def test_an_arabic_passage_is_found_at_its_place():
    text = "قالت الشركة: «لن نسلّم البيانات»، وأضافت أنّها لا تحتفظ بها.\n\nOpen Bell 2031."
    quotation = "«لن نسلّم البيانات»"
    (span,) = find(quotation, folded(text))
    assert quotation == text[span.start : span.end]
    assert [Span(text.index("Open"), len(text) - 6)] == find("Open Bell", folded(text))
    assert not find("«لن نسلّ", folded(text))


def test_what_piles_up_on_one_letter_takes_no_longer_than_other_text():
    text = "a" + "\u0301" * 200_000 + " \u0300\u0323" * 1000 + " end."
    start = time.monotonic()
    assert [Span(len(text) - 4, len(text) - 1)] == find("end", folded(text))
    assert time.monotonic() - start < 3


tokens = st.sampled_from(
    "a no no, 1 1.5 5 “no” 'no' (no) no* – e.g. \\d e\u0301 n\u00ado \ufb01 m\u200cm \u200b".split()
)
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
    start, end = words[first].start(), words[last].end()
    while start < end and (text[start].isspace() or text[start] in UNHEARD):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in UNHEARD):
        end -= 1
    if start == end:
        return
    cut, passage = Span(start, end), text[start:end]
    for quotation in (passage, fold(passage), passage.replace('"', "”").replace("'", "’")):
        assert cut in find(quotation, folded(text))

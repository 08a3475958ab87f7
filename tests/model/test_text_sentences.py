"""Sentences, and the passage nearest to one that does not stand in an article."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.model.nearest import nearest
from tools.model.text import (
    Span,
    fold,
    line_of,
    sentence_around,
    sentences,
    words,
)

LONG = "Acme, which sells a messaging service in forty countries, said"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\n ", []),
        ("One. Two! Three? Four… Five", ["One.", "Two!", "Three?", "Four…", "Five"]),
        ("“We will.” Acme did.", ["“We will.”", "Acme did."]),
        ("Dr. Who met Mr. X. of Acme Inc. on 1 Jan. It rained.", None),
        ("It pays, e.g. in Sept. and Oct. each year.", None),
        ("It grew 7.5 per cent. Then it fell.", ["It grew 7.5 per cent.", "Then it fell."]),
        ("“Why?” asked Bolt. No one said.", ["“Why?” asked Bolt.", "No one said."]),
        ("A heading\n\nA sentence.", ["A heading", "A sentence."]),
        ("A heading\nA sentence.\nAnother.", ["A heading", "A sentence.", "Another."]),
        (f"{LONG}\nBolt was wrong.", [f"{LONG} Bolt was wrong."]),
        ("It said that\nall is well. Good.", ["It said that all is well.", "Good."]),
        (f"{'A' * 59}\nBolt", ["A" * 59, "Bolt"]),
        (f"{'A' * 60}\nBolt", [f"{'A' * 60} Bolt"]),
        ("Next: ... a vote. And so on ...", ["Next: ... a vote.", "And so on ..."]),
        ("They met in the U.S. Senate at 5 p.m. Friday in all.", None),
        (
            "They left the U.S. The vote is at 5 p.m. It counts.",
            ["They left the U.S.", "The vote is at 5 p.m.", "It counts."],
        ),
        (
            "It lifted the ban on X. On Monday it paid.",
            ["It lifted the ban on X.", "On Monday it paid."],
        ),
        ("They met in the house of J. Vandell and left.", None),
        ("It was over,” he said.Bolt had won.", ["It was over,” he said.", "Bolt had won."]),
        ("It bought Example.Com for one pound.", None),
        ("1. The Acme Act\n\n2. The Bolt Act", ["1. The Acme Act", "2. The Bolt Act"]),
        ("First line\r\n\r\nSecond line.\r\n", ["First line", "Second line."]),
    ],
)
def test_a_text_falls_into_sentences_and_lines_that_stand_alone(text, expected):
    expected = [text] if expected is None else expected
    assert expected == [span.of(text) for span in sentences(text)]


@given(st.text('Ab.!?"” \n,', max_size=60))
def test_sentences_are_in_order_and_leave_out_nothing_but_white_space(text):
    spans = sentences(text)
    assert spans == sorted(spans)
    rest = text
    for span in reversed(spans):
        piece = text[span.start : span.end]
        assert piece == piece.strip() != ""
        rest = rest[: span.start] + rest[span.end :]
    assert not rest.strip()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "the authorities’ end-to-end plan, on 1,500.5",
            "the authorities end-to-end plan on 1,500.5",
        ),
        ("It’s Acme's e.g.", "It’s Acme's e.g"),
        ("“–” … —", ""),
        (
            "data\u00adbase mi\u200cmi \u200b re\u0301sume\u0301",
            "data\u00adbase mi\u200cmi re\u0301sume\u0301",
        ),
        ("हिन्दी में कहा।", "हिन्दी में कहा"),
    ],
)
def test_words_hold_their_hyphens_and_apostrophes(text, expected):
    assert expected.split() == [span.of(text) for span in words(text)]


ARTICLE = """Data rule splits firms

Acme said it would not hand over the data, ever.
Bolt said it was still reading the rule.
"""


ACME = "Acme said it would not hand over the data, ever."
BOLT = "Bolt said it was still reading the rule."


@pytest.mark.parametrize(
    ("quotation", "passage", "differences"),
    [
        ("Acme said it would hand over the data, ever.", ACME, [("", "not")]),
        ("Acme said it would not hand over data, ever.", ACME, [("", "the")]),
        ("Bolt said that it was still reading the rule.", BOLT, [("that", "")]),
        ("Bolt said it was quietly reading the rule.", BOLT, [("quietly", "still")]),
        ("Bolt says it was still reading the law.", BOLT, [("says", "said"), ("law", "rule")]),
        ("bolt said it was still reading the rule", BOLT[:-1], [("bolt", "Bolt")]),
        ("Then Bolt said it was still reading", ".\n" + BOLT[:-10], [("Then", ".")]),
        ("Bolt said it was still writing", BOLT[:-10], [("writing", "reading")]),
        ("it was still reading the rule. Surely.", BOLT[10:], [("Surely.", "")]),
        ("over the data; ever", "over the data, ever", [(";", ",")]),
        ("Acme would not, said Acme, hand over the data", ACME[:-7], None),
    ],
)
def test_the_nearest_passage_shows_the_words_that_differ(quotation, passage, differences):
    best = nearest(quotation, ARTICLE)
    assert fold(passage) == best.span.of(ARTICLE)
    if differences is not None:
        assert differences == list(best.differences)


def test_letters_that_are_the_same_are_no_difference():
    odd = BOLT.replace("still", "sti\u00adll").replace("reading", "re\u0301ading")
    best = nearest("Bolt says it was still réading the rule.", f"Firms\n\n{odd}")
    assert best.differences == (("says", "said"),)
    assert best.span == Span(7, 7 + len(odd))


@pytest.mark.parametrize(
    ("quotation", "text"),
    [
        ("", ARTICLE),
        ("", ""),
        ("“”", ""),
        ("Acme said it", ""),
        ("Acme never told anybody what it does with data", ARTICLE),
        ("never", ARTICLE),
    ],
)
def test_nothing_is_near_where_not_half_of_the_words_stand_together(quotation, text):
    assert None is nearest(quotation, text)


few_words = st.lists(st.sampled_from("a b c d “e”".split()), max_size=12).map(" ".join)


@given(few_words | st.text(max_size=30), few_words | st.text(max_size=60))
def test_the_nearest_passage_stands_in_the_text_whatever_is_asked(quotation, text):
    best = nearest(quotation, text)
    if best:
        assert 0 <= best.span.start < best.span.end <= len(text)
        assert all(here in " ".join(quotation.split()) for here, _ in best.differences)
        assert all(there in best.span.of(text) for _, there in best.differences)


@given(st.lists(st.sampled_from("a b c d e f".split()), min_size=4), st.data())
def test_a_passage_of_which_one_word_was_changed_is_found_again(words, data):
    changed = data.draw(st.integers(0, len(words) - 1))
    quotation = " ".join([*words[:changed], "changed", *words[changed + 1 :]])
    best = nearest(quotation, " ".join(["zero", *words, "zero"]))
    assert "changed" in best.differences[0][0]


def test_the_sentence_around_a_passage_is_whole():
    start = ARTICLE.index("hand over")
    around = sentence_around(Span(start, start + 4), ARTICLE)
    assert around.of(ARTICLE) == ACME


def test_a_passage_across_two_sentences_has_both_around_it():
    start, end = ARTICLE.index("ever"), ARTICLE.index("said it was")
    around = sentence_around(Span(start, end), ARTICLE).of(ARTICLE)
    assert re.fullmatch(r"Acme said .* ever\. Bolt said .* rule\.", around)


def test_a_passage_that_begins_where_a_sentence_ends_is_of_the_next_one():
    start = ARTICLE.index("\nBolt")
    assert sentence_around(Span(start, start + 5), ARTICLE).of(ARTICLE) == BOLT


def test_white_space_between_sentences_has_no_sentence_around_it():
    end = ARTICLE.index("Acme")
    assert Span(end - 1, end) == sentence_around(Span(end - 1, end), ARTICLE)


@pytest.mark.parametrize(("passage", "line"), [("Data", 1), ("Acme", 3), ("Bolt", 4)])
def test_lines_count_from_one(passage, line):
    assert line == line_of(ARTICLE.index(passage), ARTICLE)

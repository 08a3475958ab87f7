"""One pass over an article: its sentences, and where they and their words stand in it."""

from __future__ import annotations

import pytest

from tools.draft.parse import DEK, LONGEST, parse
from tools.draft.reading import Piece, Reading, read
from tools.model.text import Span

ARTICLE = (
    "Wrenmail closes its office in Ostvale\n\n"
    "The company gives no reason, and its staff heard of it on 1 July.\n\n"
    "By Ann Example\n\n"
    "Wrenmail has closed its office in Ostvale, “for good”, as it said on Monday. "
    "The council had asked the company to stay for another year at least.\n\n"
    "Its staff will move to the capital, where the company already has two offices of its own.\n"
)


def of(text: str, *paragraphs: Span) -> Reading:
    return Reading(text, None, None, (), None, None, (), paragraphs, (), ())


def test_every_word_stands_where_the_article_has_it() -> None:
    parsed = parse(read(ARTICLE))
    assert len(parsed.sentences) > 2
    for sentence in parsed.sentences:
        assert ARTICLE[sentence.span.start : sentence.span.end].split() == sentence.quote.split()
        for token in sentence.tokens:
            if token.is_alpha:
                assert ARTICLE[token.idx : token.idx + len(token)] == token.text


def test_the_dek_is_parsed_and_the_headline_is_not() -> None:
    reading = read(ARTICLE)
    assert reading.dek
    parsed = parse(reading)
    assert [one.quote for one in parsed.sentences if one.paragraph == DEK] == [reading.dek]
    assert parsed.sentences[0].paragraph == DEK
    assert not any("closes" in one.quote for one in parsed.sentences)


def test_paragraphs_are_numbered_and_sentences_are_ours() -> None:
    parsed = parse(read(ARTICLE))
    numbers = [one.paragraph for one in parsed.sentences if one.paragraph != DEK]
    assert numbers == sorted(numbers)
    assert set(numbers) == {0, 1}
    assert "The council had asked the company to stay for another year at least." in {
        one.quote for one in parsed.sentences
    }


def test_the_end_of_a_line_is_a_space() -> None:
    text = "It said that\nthe ferry sank. It was\told."
    parsed = parse(of(text, Span(0, len(text))))
    assert [one.quote for one in parsed.sentences] == [
        "It said that the ferry sank.",
        "It was old.",
    ]
    assert parsed.doc.text == "It said that the ferry sank. It was old."


def test_quotation_marks_are_straight_for_the_parser_alone() -> None:
    parsed = parse(read(ARTICLE))
    quoted = next(one for one in parsed.sentences if "for good" in one.quote)
    assert "“for good”" in quoted.quote
    assert '"for good"' in quoted.tokens.text


@pytest.mark.parametrize(
    "text", ["", " \n\n ", "One", "\u200b\n\n\ufeff", "# A\n\n# B\n", "!" * 999]
)
def test_nothing_to_parse_is_no_fault(text: str) -> None:
    parsed = parse(of(text, Span(0, len(text))) if text else of(text))
    assert all(one.quote for one in parsed.sentences)
    assert parse(read(text)).reading.text == text


def test_what_is_longer_than_any_article_is_left_out() -> None:
    text = "The ferry sank. " + "x" * LONGEST
    assert parse(of(text, Span(0, len(text)))).sentences == ()
    first = Span(0, 15)
    assert [one.span for one in parse(of(text, first, Span(16, len(text)))).sentences] == [first]


def test_a_dek_beyond_the_paragraphs_keeps_its_offsets() -> None:
    text = "The ferry sank.\n\nIt was old."
    reading = of(text, Span(0, 15))
    dek = Reading(
        text,
        None,
        text[17:],
        (),
        None,
        None,
        (),
        reading.paragraphs,
        (Piece("dek", Span(17, 28)),),
        (),
    )
    assert [(one.paragraph, one.quote) for one in parse(dek).sentences] == [
        (0, "The ferry sank."),
        (DEK, "It was old."),
    ]

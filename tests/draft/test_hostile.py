"""An article made to harm: it takes time in proportion to its length, and never a traceback.

Each text is large enough that a part which looks at every pair of its words would not come back.
"""

from __future__ import annotations

import pytest

from tests.draft.test_record import articles, problems, vocabulary
from tests.draft.test_timeline import of_one_paragraph
from tools.draft.draft import draft_of
from tools.draft.parse import LONGEST_SENTENCE, LONGEST_WORD, parse
from tools.draft.quoting import Quoting
from tools.draft.record import record
from tools.model.article import Article

HEAD = "Ostvale waits for a law\n\nThe council met on 1 May 2031 and said nothing.\n\n"
SIZE = 20_000
MARKS = ("!?", "(", "[", '"', "“", "'", "-", "$1,", "1", "a", "A", "\u200b", "\u202ea ", "😀", "a-")
WORDS = (
    *("a. ", "a, b ", "“a” ", "(x ", "on 1 May 2031 ", "1998 ", "said ", "it said that ", "by "),
    *("Lanternpost, ", "Council of ", "refused to ", "not ", "which the firm that ", "U.S. ", "— "),
    *("Ada Crane, chief executive of ", "5 per cent of ", "Ant Bee Cat (ABC) ", "http://a.b/?"),
)
MANY = ("A line\n", "- a\n", "1. a\n", "By Ann Example\n", "It sank on 1 May 2031. ", "\n", ". ")


@pytest.mark.parametrize("piece", [*MARKS, *WORDS])
def test_a_sentence_of_one_piece_repeated_is_drafted(piece: str) -> None:
    text = HEAD + piece * (SIZE // len(piece))
    given = articles(text)
    assert problems(record(given, vocabulary()), given) == []
    draft_of(of_one_paragraph(text), vocabulary())


@pytest.mark.parametrize("piece", MANY)
def test_a_line_repeated_hundreds_of_times_is_drafted(piece: str) -> None:
    given = articles(HEAD + piece * 500)
    assert problems(record(given, vocabulary()), given) == []


@pytest.mark.parametrize("piece", ["(", "Lanternpost said on 1 May 2031 that "])
def test_one_line_of_a_megabyte_is_drafted(piece: str) -> None:
    given = articles(HEAD + piece * (1_000_000 // len(piece)))
    assert problems(record(given, vocabulary()), given) == []


@pytest.mark.parametrize(
    "long", ["x" * (LONGEST_WORD + 1), " ".join(["ferry"] * (LONGEST_SENTENCE // 6 + 1))]
)
def test_what_is_too_long_for_a_sentence_is_skipped_and_its_neighbours_are_not(long: str) -> None:
    before, after = "The ferry sank on Monday.", "It was old."
    text = f"{before} The list is {long}. {after}"
    parsed = parse(of_one_paragraph(text))
    assert [one.quote for one in parsed.sentences] == [before, after]
    for one in parsed.sentences:
        assert one.tokens.text == one.quote
        assert one.tokens[0].idx == one.span.start


def test_a_sentence_as_long_as_allowed_is_parsed() -> None:
    word = "x" * LONGEST_WORD
    text = f"The list is {word} {'of ' * 800}it."
    assert len(text) <= LONGEST_SENTENCE
    assert [one.quote for one in parse(of_one_paragraph(text)).sentences] == [text]


def test_what_is_quoted_again_is_not_looked_for_again() -> None:
    article = Article("article.txt", "It sank. It sank. It sank.")
    quoting = Quoting(article, [article])
    assert quoting.of("It sank.") is quoting.of("It sank.")

"""Whatever the article, something is chosen or nothing, and every quotation stands in it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tools.draft.findings import FoundFigure, Point
from tools.draft.parse import parse
from tools.draft.points import answer_of, figures, glossary_terms, key_points, told_in, unknowns
from tools.draft.points.words import words
from tools.draft.quoting import Quoting
from tools.draft.reading import read
from tools.model.article import Article
from tools.model.vocabulary import GlossaryTerm

GLOSSARY = {
    name: GlossaryTerm(id=name, term=name, definition="A word.") for name in ("it", "IT", "-", "%s")
}
# Words of the rules in any order find more of their corners than any text of random letters.
PIECES = st.one_of(
    st.sampled_from(sorted({word for group in words().sets.values() for word in group})),
    st.sampled_from("It He They Lanternpost Ostvale said , . : ; ( ) “ ” \" ' – - • 1.".split()),
    st.sampled_from(["3 of 43", "$1,2", "5 million", "24 %", "half of", "doubled", "\n", "\n\n"]),
    st.sampled_from(["it is not clear whether", "has not said", "also", "However,", "٣", "²", "½"]),
    st.text(max_size=4),
)
TEXTS = st.lists(PIECES, max_size=60).map(" ".join)


def chosen(text: str) -> list[Point | FoundFigure]:
    parsed = parse(read(text))
    told = told_in(parsed)
    answer = answer_of(told, ())
    glossary_terms(parsed, GLOSSARY)
    found = [answer] if answer else []
    return [*found, *key_points(told, (), (), answer), *figures(told), *unknowns(told, ())]


@settings(max_examples=120)
@given(TEXTS)
def test_any_text_gives_quotations_that_stand_once_in_it(text: str) -> None:
    article = Article("article.txt", text)
    quoting = Quoting(article, [article])
    for one in chosen(text):
        assert all(len(article.find(quote)) == 1 for quote in quoting.at(one.span).get("quote", ()))
        assert one.text.strip() == one.text != ""


@pytest.mark.parametrize(
    "piece", ["1", "1,", "it ", "the company ", '"', "(", "$1 ", "It is. ", "and "]
)
def test_a_text_of_one_piece_is_no_trouble(piece: str) -> None:
    text = piece * (3_000 // len(piece))
    assert all(one.span.of(text) for one in chosen(text))

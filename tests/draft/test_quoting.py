"""A quotation of a draft stands once in the articles, or the claim is left out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.draft.quoting import WIDEST, Quoting
from tools.model.article import Article
from tools.model.text import sentences

MAIN = "Acme answers\n\nAcme said no. The police asked twice. Acme said no.\n\nBolt waits."


def quoting(text: str, *others: str) -> Quoting:
    article = Article("article.txt", text)
    more = [Article(f"other{number}.txt", other) for number, other in enumerate(others)]
    return Quoting(article, [article, *more])


def test_a_sentence_that_stands_once_is_quoted_as_it_is() -> None:
    expected = {"quote": ("The police asked twice.",), "source": None}
    assert quoting(MAIN).of("The police asked twice.") == expected


def test_a_sentence_that_is_repeated_is_quoted_with_the_one_before_it() -> None:
    assert quoting(MAIN).of("Acme said no.")["quote"] == ("Acme answers Acme said no.",)


def test_at_the_beginning_the_one_after_it_is_quoted() -> None:
    text = "Acme said no. Bolt waits. Acme said no."
    assert quoting(text).of("Acme said no.")["quote"] == ("Acme said no. Bolt waits.",)


def test_a_sentence_of_two_articles_names_its_own() -> None:
    found = quoting(MAIN, "Bolt waits. It says so.").of("Bolt waits.")
    assert found == {"quote": ("Bolt waits.",), "source": "article.txt"}


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        (MAIN, "Acme said yes."),  # is not there
        (MAIN, ""),
        ("Ac\u200bme said no.", "Ac\u200bme said no."),  # nobody could check what nobody sees
        ("Acme said no. " * 300, "Acme said no."),  # nothing tells one from another
    ],
)
def test_what_cannot_be_quoted_is_left_out(text: str, quote: str) -> None:
    assert quoting(text).of(quote) == {}


WORDS = st.sampled_from("Acme Bolt said no. yes. We wait.\n\n".split(" "))


@given(st.lists(WORDS, min_size=1, max_size=40).map(" ".join))
def test_whatever_is_quoted_stands_once_and_holds_the_sentence(text: str) -> None:
    one = quoting(text)
    for span in sentences(text):
        sentence = span.of(text)
        found = one.of(sentence)
        if found:
            (passage,) = found["quote"]
            assert len(one.article.find(passage)) == 1
            assert sentence in passage
            assert len(passage) <= WIDEST + len(text)

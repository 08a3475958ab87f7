"""A quotation of a draft stands once in the articles, or the claim is left out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.draft.quoting import WIDEST, Quoting
from tools.model.article import Article
from tools.model.text import find, folded, sentences

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


def test_the_receipt_is_the_place_that_a_claim_came_from() -> None:
    text = "Acme asks twice. It said no. Bolt asks once. It said no."
    first, second = find("It said no.", folded(text))
    made = quoting(text)
    assert made.at(first)["quote"] == ("Acme asks twice. It said no.",)
    assert made.at(second)["quote"] == ("Bolt asks once. It said no.",)


@pytest.mark.parametrize("mark", ["\u00ad", "\u200b", "\u200c", "\u2060", "\ufeff"])
def test_a_mark_inside_a_word_is_not_quoted(mark: str) -> None:
    text = f"It rained. Ac{mark}me said no. Bolt waits."
    made = quoting(text).at(sentences(text)[1])
    assert made["quote"] == ("Acme said no.",)


@pytest.mark.parametrize("mark", ["\u200e", "\u202a", "\u2066", "\u061c"])
def test_a_mark_of_direction_parts_a_quotation(mark: str) -> None:
    text = f"It rained. On Monday the firm {mark}said no{mark} to the order. Bolt waits."
    made = quoting(text).at(sentences(text)[1])
    assert made["quote"] == ("On Monday the firm", "to the order.")


def test_what_is_left_between_marks_of_direction_must_be_most_of_it() -> None:
    text = "It \u200erained\u200f on \u200eus all\u200f."
    assert quoting(text).at(sentences(text)[0]) == {}


WORDS = st.sampled_from("Acme Bolt said no. yes. We wait.\n\n".split(" "))


@given(st.lists(WORDS, min_size=1, max_size=40).map(" ".join))
def test_whatever_is_quoted_stands_once_and_holds_the_sentence(text: str) -> None:
    one = quoting(text)
    for span in sentences(text):
        sentence = span.of(text)
        found = one.at(span)
        if found:
            (passage,) = found["quote"]
            (place,) = one.article.find(passage)
            assert place.start <= span.start < span.end <= place.end
            assert sentence in passage
            assert len(passage) <= WIDEST + len(text)

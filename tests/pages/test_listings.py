"""The lists of topics and words."""

from __future__ import annotations

import re

import pytest

from tests.pages.test_side_by_side import words
from tests.pages.world import site, story
from tools.model.vocabulary import GlossaryTerm
from tools.pages.listings import glossary, initial, others, topics


def term(word: str, *also: str) -> GlossaryTerm:
    return GlossaryTerm(id=f"t{abs(hash(word))}", term=word, also=also, definition="d")


@pytest.mark.parametrize(
    ("word", "letter"),
    [("bail", "B"), ("Émigré", "E"), ("4chan", "Other"), ("東京", "Other"), ("", "Other")],
)
def test_a_word_stands_under_its_letter(word: str, letter: str) -> None:
    assert initial(word) == letter


def test_letters_stand_once_and_what_has_none_comes_last() -> None:
    one = site()
    found = [term("bail"), term("9 to 5"), term("Bell"), term("app"), term("世界")]
    one.vocabulary.glossary.update({word.id: word for word in found})
    heads = re.findall(r"^## (\w+)", glossary(one).body, flags=re.MULTILINE)
    assert heads == ["A", "B", "Other"]
    assert '<a href="#letter-other">Other</a>' in glossary(one).body


def test_a_plural_is_no_other_form_worth_a_line() -> None:
    assert others(term("back door", "back doors", "backdoor")) == ["backdoor"]
    assert others(term("company", "companies", "Company (Ltd)", "firm")) == ["firm"]


def of_places(*places: str) -> Site:
    """A site with a topic and an authority in each place."""
    one = site()
    lists = one.vocabulary
    lists.topics.clear()  # type: ignore[attr-defined]
    lists.authorities.clear()  # type: ignore[attr-defined]
    return one


def test_a_question_in_the_list_says_how_many_stand_on_each_side() -> None:
    said = words(topics(site(story("2031-01-01", {"acme": "refuses sues", "bolt": "waits"}))))
    assert "Maps? Asked by Town · 2 companies 0 yielding 1 holding 1 resisting" in said
    assert "Bells? Asked by Town · 0 companies No position is recorded yet." in said

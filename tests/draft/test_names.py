"""Who is who, and the short forms: the golden cases, and any text."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.project import golden
from tools.draft.found import FoundName, FoundShortForm
from tools.draft.reading import read
from tools.draft.sense.parse import Parsed, parse
from tools.draft.short_forms import short_forms
from tools.draft.who import people, words_of

WHO = golden("draft/who.yml")
SHORT_FORMS = golden("draft/short_forms.yml")
PIECES = st.one_of(
    st.sampled_from(
        'Mira Dolan , a lawyer at Lanternpost ( OCO ) who runs which is the of and " - – . Mr '
        "Minister minister's directors Harbour Union or & of State the Ostvale one's".split()
    ),
    st.text(max_size=5),
)


def parsed(text: str) -> Parsed:
    return parse(read(f"Services asked for logs\n\n{text}"))


def who_is(article: Parsed) -> list[FoundName]:
    return people(article, words_of(article))


def short_of(article: Parsed) -> list[FoundShortForm]:
    return short_forms(article, words_of(article))


def quotes(article: Parsed, found: Sequence[FoundName | FoundShortForm]) -> list[str]:
    return [one.span.of(article.reading.text) for one in found]


@pytest.mark.parametrize("case", WHO.values(), ids=WHO)
def test_people_are_who_the_case_says(case: dict[str, object]) -> None:
    found = [(one.name, one.description) for one in who_is(parsed(str(case["text"])))]
    assert case["expected"] == dict(found)
    assert len(found) == len(dict(found))


@pytest.mark.parametrize("case", SHORT_FORMS.values(), ids=SHORT_FORMS)
def test_short_forms_stand_for_what_the_case_says(case: dict[str, object]) -> None:
    found = [(one.short, one.long) for one in short_of(parsed(str(case["text"])))]
    assert case["expected"] == dict(found)
    assert len(found) == len(dict(found))


def test_a_quotation_is_the_whole_sentence() -> None:
    article = parsed("It rained. Mira Dolan, a lawyer at the Harbour Union (HU), left. It rained.")
    quote = "Mira Dolan, a lawyer at the Harbour Union (HU), left."
    assert [quote] == quotes(article, who_is(article))
    assert [quote] == quotes(article, short_of(article))


def test_a_short_form_of_the_headline_counts() -> None:
    article = parse(read("FWU calls a strike\n\nThe Ferry Workers Union will strike on Monday."))
    expected = ["FWU"]
    assert expected == [one.short for one in short_of(article)]


@settings(derandomize=True, deadline=None, max_examples=60)
@given(st.lists(PIECES, max_size=40).map(" ".join))
def test_any_text_has_entries_of_its_own_words_only(text: str) -> None:
    article = parsed(text)
    for one in who_is(article):
        (quote,) = quotes(article, [one])
        assert one.name in quote
        assert one.description in quote
    for form in short_of(article):
        assert form.long in quotes(article, [form])[0]


@pytest.mark.parametrize("piece", ["Lawyer ", "A, ", "(OCO) ", "a lawyer of ", "Ann, who runs "])
def test_a_long_line_is_answered(piece: str) -> None:
    article = parsed(piece * (8_000 // len(piece)))
    assert len(who_is(article)) < 20
    assert len(short_of(article)) < 20

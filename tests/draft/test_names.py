"""Who is who, and the short forms: the golden cases, and any text."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.draft.article import understood
from tests.project import golden
from tools.draft.findings import FoundName, FoundShortForm
from tools.draft.sense import Understood
from tools.draft.short_forms import short_forms
from tools.draft.who import people

WHO = golden("draft/who.yml")
SHORT_FORMS = golden("draft/short_forms.yml")
PIECES = st.one_of(
    st.sampled_from(
        'Mira Dolan , a lawyer at Lanternpost ( OCO ) who runs which is the of and " - – . Mr '
        "Minister minister's directors Harbour Union or & of State the Ostvale one's".split()
    ),
    st.text(max_size=5),
)


def article_of(text: str) -> Understood:
    return understood(f"Services asked for logs\n\n{text}")


def quotes(article: Understood, found: Sequence[FoundName | FoundShortForm]) -> list[str]:
    return [one.span.of(article.parsed.reading.text) for one in found]


@pytest.mark.parametrize("case", WHO.values(), ids=WHO)
def test_people_are_who_the_case_says(case: dict[str, object]) -> None:
    found = [(one.name, one.description) for one in people(article_of(str(case["text"])))]
    assert case["expected"] == dict(found)
    assert len(found) == len(dict(found))


@pytest.mark.parametrize("case", SHORT_FORMS.values(), ids=SHORT_FORMS)
def test_short_forms_stand_for_what_the_case_says(case: dict[str, object]) -> None:
    found = [(one.short, one.long) for one in short_forms(article_of(str(case["text"])))]
    assert case["expected"] == dict(found)
    assert len(found) == len(dict(found))


def test_a_quotation_is_the_whole_sentence() -> None:
    article = article_of(
        "It rained. Mira Dolan, a lawyer at the Harbour Union (HU), left. It rained."
    )
    quote = "Mira Dolan, a lawyer at the Harbour Union (HU), left."
    assert [quote] == quotes(article, people(article))
    assert [quote] == quotes(article, short_forms(article))


def test_a_short_form_of_the_headline_counts() -> None:
    article = understood("FWU calls a strike\n\nThe Ferry Workers Union will strike on Monday.")
    expected = ["FWU"]
    assert expected == [one.short for one in short_forms(article)]


@settings(derandomize=True, deadline=None, max_examples=60)
@given(st.lists(PIECES, max_size=40).map(" ".join))
def test_any_text_has_entries_of_its_own_words_only(text: str) -> None:
    article = article_of(text)
    for one in people(article):
        (quote,) = quotes(article, [one])
        assert one.name in quote
        assert one.description in quote
    for form in short_forms(article):
        assert form.long in quotes(article, [form])[0]


@pytest.mark.parametrize("piece", ["Lawyer ", "A, ", "(OCO) ", "a lawyer of ", "Ann, who runs "])
def test_a_long_line_is_answered(piece: str) -> None:
    article = article_of(piece * (8_000 // len(piece)))
    assert len(people(article)) < 20
    assert len(short_forms(article)) < 20

"""An office is nobody's name: what a minister does, no company does."""

from __future__ import annotations

import pytest

from tests.draft.article import understood

LEAD = "A day in Ostvale\n\nThe search firm Wrenmail, a company of Ostvale, was named on Monday. "


@pytest.mark.parametrize("office", ["Secretary for Justice", "Minister of Trade"])
def test_an_office_with_what_it_is_for_stands_for_no_company(office: str) -> None:
    # the Secretary for Justice once went to court as Google, which had been spoken of before
    article = understood(f"{LEAD}In May the {office} applied for an injunction.")
    words = office.split()
    meant = [article.references.of(token) for token in article.parsed.doc if token.text in words]
    assert not any(meant)


def test_no_name_ends_in_a_hyphen() -> None:
    article = understood(f"{LEAD}It wrote to the Congressional-Executive Commission on Ostvale.")
    assert not [name.text for name in article.names.all if name.text.endswith("-")]

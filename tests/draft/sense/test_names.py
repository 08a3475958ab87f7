"""Every case of tests/golden/draft/names: a text, and which of its names are those of companies.

A new case needs no Python. `text` is what follows a headline; `companies` are all names that are
taken for companies, each as it is shown. Where they matter: `persons`, some of the names that are
taken for persons; `speaks`, the company that each speaks for; `silent`, who speaks for none;
`meant`, the companies that the last word of a phrase stands for, where the phrase stands last in
the text; `vocabulary`, names of companies and of authorities that are known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.project import Case, golden_folder
from tools.draft.parse import Parsed, parse
from tools.draft.reading import read
from tools.draft.sense.names import Names, names_of
from tools.draft.sense.reference import References
from tools.model.vocabulary import Authority, Company

if TYPE_CHECKING:
    from spacy.tokens import Token

CASES = golden_folder("draft/names")


def understood(case: Case) -> tuple[Parsed, Names]:
    parsed = parse(read(f"A day in Ostvale\n\n{case['text']}"))
    lists = case.get("vocabulary", {})
    companies = {
        name: Company(id=name, name=name, kind="app", description="An app.")
        for name in lists.get("companies", ())
    }
    authorities = {
        name: Authority(
            id=name, name=name, kind="regulator", place="Ostvale", description="A body."
        )
        for name in lists.get("authorities", ())
    }
    return parsed, names_of(parsed, companies, authorities)


def last_word(parsed: Parsed, phrase: str) -> Token:
    """The last word of a phrase, where the phrase stands last in the text."""
    text = parsed.doc.text
    end = text.rindex(phrase) + len(phrase)
    return next(token for token in parsed.doc if token.idx + len(token) == end)


@pytest.mark.parametrize("name", CASES)
def test_the_companies_of_a_text_are_those_of_the_golden_case(name: str) -> None:
    case = CASES[name]
    parsed, names = understood(case)
    assert case.get("companies", []) == [one.text for one in names.all if one.is_company]
    persons = [one.text for one in names.all if one.kind == "person"]
    assert set(case.get("persons", ())) <= set(persons)
    references = References(parsed, names)
    said = {one.text: company.text for one, company in references.speaks_for.items()}
    assert case.get("speaks", {}).items() <= said.items()
    assert said.keys().isdisjoint(case.get("silent", ()))
    for phrase, expected in case.get("meant", {}).items():
        found = references.of(last_word(parsed, phrase)) or ()
        assert (phrase, expected) == (phrase, [one.text for one in found])

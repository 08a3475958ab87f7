"""The whole draft of one article: what is told twice is drafted once, and only English is read."""

from __future__ import annotations

import pytest

from tests.draft.test_record import articles, problems, vocabulary
from tests.project import golden
from tools.draft.draft import Draft, draft_of
from tools.draft.reading import read
from tools.draft.record import record
from tools.model.text import Span

LEAD = "On Friday, Lanternpost refused to comply with the order of the court for 4,000 letters."
OTHER = "It is not clear whether the guild of Ostvale, which has 70 members, will ask for more."
HEAD = "Lanternpost says no to the court\n\n"
DAY = "3 May 2031\n\n"
TWICE = {
    "equal paragraphs": f"{HEAD}{DAY}{LEAD}\n\n{OTHER}\n\n{LEAD}\n\n{OTHER}\n",
    "a lead repeated as the summary": f"{HEAD}{LEAD}\n\n{DAY}{LEAD}\n\n{OTHER}\n",
    "a sentence twice in a paragraph": f"{HEAD}{DAY}{LEAD} {OTHER} {LEAD}\n\n{OTHER}\n",
    "with other marks": f"{HEAD}{DAY}{LEAD}\n\n{OTHER}\n\n{LEAD.replace(',', ',', 1)}  \n\n{OTHER}",
}
FOREIGN = golden("draft/foreign.yml")


def draft(text: str) -> Draft:
    return draft_of(read(text), vocabulary())


@pytest.mark.parametrize("text", TWICE.values(), ids=TWICE)
def test_what_an_article_says_twice_is_drafted_once(text: str) -> None:
    made = draft(text)
    for found in (made.key_points, made.timeline, made.figures, made.unknowns, made.stances):
        said = [one.text for one in found]
        assert said
        assert len(said) == len(set(said))
    assert [one.date.text for one in made.timeline] == ["2031-05-02"]
    given = articles(text)
    assert problems(record(given, vocabulary()), given) == []


@pytest.mark.parametrize("text", FOREIGN.values(), ids=FOREIGN)
def test_of_another_language_nothing_is_drafted_that_has_to_be_understood(text: str) -> None:
    made = draft(f"Lanternpost\n\n3 May 2031\n\n{text}\n")
    parts = (made.timeline, made.stances, made.who, made.figures, made.terms, made.glossary)
    assert parts == ((), (), (), (), (), ())
    assert made.reading.notes


def test_every_finding_says_where_its_sentence_stands() -> None:
    text = f"{HEAD}{DAY}The court sat. {LEAD}\n\nHarbourline was silent. It said so.\n\n{OTHER}\n"
    made = draft(text)
    starts = {text.index(one) for one in ("The court", LEAD, "Harbourline", "It said", OTHER)}
    for found in (made.key_points, made.timeline, made.figures, made.unknowns, made.stances):
        assert all(isinstance(one.span, Span) and one.span.start in starts for one in found)
    assert LEAD in [one.span.of(text) for one in made.stances]
    assert OTHER in [one.span.of(text) for one in made.unknowns]

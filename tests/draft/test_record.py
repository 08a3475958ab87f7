"""The draft of a record passes every rule, whatever the articles."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.project import ROOT
from tools.check import check
from tools.draft.quoting import seen
from tools.draft.record import record
from tools.files.canonical import record_text
from tools.files.read import with_record
from tools.model.article import Article
from tools.model.dates import Date
from tools.model.problem import Problem
from tools.model.record import UNKNOWN_BASIS, Explainer
from tools.model.story import Seeds, Story
from tools.model.vocabulary import Company, GlossaryTerm, Position, Vocabulary

POSITIONS = ROOT / "tests/site/seeds/vocabulary/positions.yml"  # all of them
TEXT = """Ostvale orders three firms to hand over message logs

By Anna Placeholder

Published 3 May 2031

The interior ministry of Ostvale ordered three messaging firms on 1 May 2031 to hand
over message logs.

Lanternpost said on Friday that it would not comply with the order. Wrenmail, a messenger
with two million users, said it would hand over the logs.
Harbourline declined to comment on the order.

The Ostvale Privacy Council (OPC) has called the order unlawful. Mira Example, a lawyer
at the council, said that logs of 40 per cent of users were at stake.
It is not clear when the order takes effect.
"""


def vocabulary() -> Vocabulary:
    entries = yaml.safe_load(POSITIONS.read_text("utf-8"))
    positions = [Position.model_validate(entry) for entry in entries]
    lantern = Company(
        id="lanternpost", name="Lanternpost", kind="messenger", description="A messenger."
    )
    log = GlossaryTerm(id="message-log", term="message log", also=("message logs",), definition="x")
    return Vocabulary(
        companies={lantern.id: lantern},
        glossary={log.id: log},
        positions={position.id: position for position in positions},
    )


def articles(*texts: str) -> dict[str, Article]:
    names = ["article.txt", *(f"second{number}.txt" for number in range(len(texts)))]
    return {name: Article(name, text) for name, text in zip(names, texts, strict=False)}


def problems(drafted: Explainer, given: dict[str, Article]) -> list[str]:
    """What `check` says of a draft once it is written and read again, notices aside."""
    faults: list[Problem] = []
    story = Story("seeds/stories/a/explainer.yml", name="a", articles=given)
    story = with_record(story, record_text(drafted), faults)
    assert story.record == drafted
    found = [*faults, *check(Seeds((story,), vocabulary()))]
    return [str(problem) for problem in found if not problem.notice]


def test_a_whole_article_is_drafted_and_passes() -> None:
    given = articles(TEXT)
    drafted = record(given, vocabulary())
    assert problems(drafted, given) == []
    assert drafted.status == "draft"
    assert drafted.drafted == "machine"
    assert drafted.sources[0].author == "Anna Placeholder"
    assert {(s.company, s.position) for s in drafted.stances} == {
        ("lanternpost", "refuses"),
        ("Wrenmail", "complies"),
        ("Harbourline", "undeclared"),
    }
    assert [event.date.text for event in drafted.timeline][:1] == ["2031-05-01"]
    assert "Mira Example" in [who.name for who in drafted.who]
    assert [(term.short, term.long) for term in drafted.terms] == [
        ("OPC", "Ostvale Privacy Council")
    ]
    assert drafted.glossary == ("message-log",)
    assert drafted.answer is not None
    assert drafted.unknowns


def test_two_articles_of_a_story_share_a_record() -> None:
    second = TEXT.replace("Lanternpost said on Friday that it would not comply", "Lanternpost sued")
    given = articles(TEXT, second)
    drafted = record(given, vocabulary())
    assert problems(drafted, given) == []
    assert [source.file for source in drafted.sources] == ["article.txt", "second0.txt"]
    assert len([s for s in drafted.stances if s.company == "Wrenmail"]) == 1


def test_a_day_given_by_hand_needs_a_basis_and_one_in_the_text_does_not() -> None:
    undated = TEXT.replace("Published 3 May 2031\n\n", "")
    for text, basis in ((undated, UNKNOWN_BASIS), (TEXT, None)):
        source = record(articles(text), vocabulary(), {"article.txt": Date("2031-05")}).sources[0]
        assert source.published_basis == basis
        assert source.published == Date("2031-05-03" if basis is None else "2031-05")


def test_a_year_that_nobody_states_stays_unknown() -> None:
    text = (
        "Ostvale waits\n\nThe law was announced on 1 July.\n\nLanternpost said it would not comply."
    )
    dates = [event.date.text for event in record(articles(text), vocabulary()).timeline]
    assert dates == ["XXXX-07-01"]


@pytest.mark.parametrize("text", ["", "\n \n", "\ufeff"])
def test_nothing_is_drafted_from_nothing(text: str) -> None:
    with pytest.raises(ValueError, match="there is no article"):
        record(articles(text), vocabulary())


PIECES = st.one_of(
    st.sampled_from(
        [
            "Lanternpost said it would not comply with the order.",
            "On 1 May 2031 the firms were told.",
            "The Ostvale Privacy Council (OPC) sued.",
            "\n\n",
            "It doubled to 40 per cent.",
            "الشركة رفضت الطلب",
            "該公司拒絕了。",
            "<script>alert(1)</script>",
            "{{ 1/0 }}",
            "\u202e",
            "(OPC",
            "“",
        ]
    ),
    st.text(max_size=40),
)


@settings(max_examples=60)
@given(st.lists(PIECES, max_size=12).map(" ".join))
@example("a" * 5000)
@example("\n".join(["A Heading"] * 50))
@example("(" * 300)
@example("\u202e")
def test_the_draft_of_any_text_passes(text: str) -> None:
    given = articles(text)
    try:
        drafted = record(given, vocabulary())
    except ValueError:
        assert not seen(text)
        return
    assert problems(drafted, given) == []


def test_what_two_articles_tell_in_the_same_words_is_told_once() -> None:
    given = articles(TEXT, TEXT.replace("Anna Placeholder", "Ben Placeholder"))
    drafted, alone = record(given, vocabulary()), record(articles(TEXT), vocabulary())
    assert problems(drafted, given) == []
    for kind in ("key_points", "timeline", "stances", "figures", "unknowns", "who", "terms"):
        texts = [str(one.model_dump(exclude={"source"})) for one in getattr(alone, kind)]
        assert texts == [str(one.model_dump(exclude={"source"})) for one in getattr(drafted, kind)]

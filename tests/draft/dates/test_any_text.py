"""Whatever the text, the finder answers, points into it, and gives legal dates only."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tools.draft.dates.find import find_dates
from tools.draft.dates.holidays import FIXED, MOVING
from tools.draft.dates.scan import HEADS
from tools.draft.dates.tokens import Tokens
from tools.draft.dates.words import EDGES, FROM_NARRATIVE, FROM_PUBLICATION, ORDINALS, SMALL
from tools.model.dates import Date

# Words of the grammar in any order find more of its corners than any text of random letters.
WORDS = sorted(
    {*HEADS, *EDGES, *FROM_NARRATIVE, *FROM_PUBLICATION, *ORDINALS, *SMALL}
    | {word for name in [*FIXED, *MOVING] for word in name}
    | {"the", "of", "a", "ago", "later", "earlier", "before", "after", "from", "now", "since"}
    | {"by", "until", "between", "and", "to", "will", "said", "around", "every", "fiscal", "s"}
)
PIECES = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(WORDS).map(str.title),
    st.integers(0, 10_000).map(str),
    st.integers(1, 31).map(lambda day: f"{day}th"),
    st.sampled_from([",", ".", ":", "-", "–", "/", "'", "’", "$", "%", "\n\n", "1/2/3", "٣", "²"]),
    st.text(max_size=4),
)
TEXTS = st.lists(st.tuples(PIECES, st.sampled_from(["", " "])), max_size=30).map(
    lambda pieces: "".join(piece + space for piece, space in pieces)
)
PUBLISHED = st.none() | st.one_of(
    st.dates().map(lambda day: Date(day.isoformat())),
    st.sampled_from(
        "2031 2031-02 2031-02-28~ 203X 0001-01-01 9999-12-31 XXXX-05 2030/..".split()
    ).map(Date),
)


@settings(derandomize=True, deadline=None, max_examples=1500)
@given(TEXTS, PUBLISHED)
def test_any_text_has_legal_dates_at_places_in_it(text: str, published: Date | None) -> None:
    for one in find_dates(text, published):
        assert one.date.fault is None
        assert 0 <= one.start < one.end <= len(text)
        assert text[one.start : one.end].strip() == text[one.start : one.end]


@settings(derandomize=True, deadline=None, max_examples=300)
@given(TEXTS)
def test_without_a_publication_no_year_is_guessed(text: str) -> None:
    for one in find_dates(text, None):
        assert one.evidence in {"stated", "narrative"}


def test_the_same_text_has_the_same_dates_after_one_of_another_year() -> None:
    text, published = "It shut in May. The following month, it opened.", Date("2031-09-01")
    first = find_dates(text, published)
    find_dates("It shut on 3 April 1871.", Date("1871-05-01"))
    assert find_dates(text, published) == first


@pytest.mark.parametrize(
    "piece",
    [
        *(
            "1",
            "1 ",
            " ",
            "\n",
            "\n ",
            ",",
            ".",
            "-",
            "/",
            "'",
            "1/",
            "1-",
            "1,",
            "1998 ",
            "May 1, ",
        ),
        *("last ", "last year ", "the end of ", "a year earlier ", "May 1, 2, 3 and ", "and "),
        *("Friday ", "will ", "two days ", "1998-", "'98 ", "early ", "q3 ", "the following ", "["),
    ],
)
def test_no_text_takes_more_work_than_its_length(
    piece: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = piece * (20_000 // len(piece))
    looks = 0
    look = Tokens.word

    def counted(self: Tokens, i: int) -> str:
        nonlocal looks
        looks += 1
        return look(self, i)

    monkeypatch.setattr(Tokens, "word", counted)
    find_dates(text, Date("2031-05-14"))
    assert looks <= 400 * (len(text) + 1)

"""What is true of the reading of any text at all."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from tools.draft.reading import Reading, read
from tools.draft.reading.furniture import PHRASES, furniture
from tools.draft.reading.stamps import stamps
from tools.draft.table import table
from tools.model.dates import Date

LINES = (
    *("Home", "Share", "• World", "3 May 2021", "Published 06/01/2026", "By Anna Placeholder"),
    *("Read more", "Leave a reply", "© 2021 The Ostvale Letter", "Duration 1:30", "", "2:34", "—"),
    *("The ministry asks:", "What now?", "Anna Placeholder", "OSTVALE — It began.", "Yes."),
    "The transport ministry ordered three ferry companies to hand over the records of passengers.",
    "By signing up you agree to receive the letter above.",
    "“We will not comply with it,” she said on Monday, and then she left the room at once.",
)
PAGES = st.lists(st.sampled_from(LINES) | st.text(max_size=60), max_size=60).map("\n".join)


def holds(reading: Reading, text: str) -> None:
    assert reading.text == text
    stretches = [(p.span.start, p.span.end) for p in reading.pieces]
    stretches += [(r.span.start, r.span.end) for r in reading.removed]
    for start, end in stretches:
        assert 0 <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip("\r\n")
    ordered = sorted(stretches)
    assert all(a[1] <= b[0] for a, b in pairwise(ordered))
    folded = " ".join(text.split())
    for author in reading.authors:
        assert author in folded
    if reading.published:
        assert Date(reading.published).fault is None
        assert reading.published[:4] in text


@settings(derandomize=True, deadline=None, max_examples=300)
@given(PAGES)
def test_every_offset_points_into_the_text_and_nothing_is_said_twice(text: str) -> None:
    holds(read(text), text)


def test_an_article_that_is_one_short_sentence_with_a_date_is_read() -> None:
    text = "Head\n\nThe ferry company refused on 3 May 2020."
    reading = read(text)
    holds(reading, text)
    assert [span.of(text) for span in reading.paragraphs] == [text.partition("\n\n")[2]]


@settings(derandomize=True, deadline=None, max_examples=200)
@given(st.text(max_size=400))
def test_any_characters_can_be_read(text: str) -> None:
    holds(read(text), text)


@settings(derandomize=True, deadline=None)
@given(PAGES)
def test_every_line_is_kept_or_removed_with_a_reason(text: str) -> None:
    reading = read(text)
    told = [(p.span.start, p.span.end) for p in reading.pieces]
    told += [(r.span.start, r.span.end) for r in reading.removed]
    for at, character in enumerate(text):
        if character.isalnum():
            assert any(start <= at < end for start, end in told)
    assert all(removed.why for removed in reading.removed)


@settings(derandomize=True, deadline=None)
@given(st.text(alphabet="0123456789 /.-MarchMayPublishedUpdated,", max_size=60))
def test_every_date_found_is_a_date(line: str) -> None:
    for stamp in stamps(line):
        assert stamp.date or stamp.numbers
        assert stamp.date is None or Date(stamp.date).fault is None


def test_every_phrase_of_the_table_is_found() -> None:
    for entry in table(PHRASES):
        keys = {"why", "is", "starts", "opens", "has", "ends", "box", "cuts", "refuse"}
        assert set(entry) <= keys
        for key in ("is", "starts", "opens", "has"):
            for phrase in entry.get(key, ()):
                assert phrase == str(phrase).casefold(), phrase
                assert furniture(phrase) is not None, phrase

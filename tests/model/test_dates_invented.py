"""Dates that nobody thought of, and a second opinion on all of them."""

import datetime as dt
import re

import pytest
from edtf import EDTFObject, parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.model.test_dates import ILLEGAL, LEGAL
from tools.model.dates import Date

MARKS = st.sampled_from(["", "~", "?"])
# what the edtf library reads and we do not: EDTF in which no article's date is written here,
# and a day that is not in the calendar
READS_MORE = """
    -2020 ~2020 2020~-07 2020% 0000 000X XXXX XXXX-XX 19XX 2020-XX 198X-07 2021-02-29 XXXX-02-30
    XXXX-07/XXXX-08 2020-07/XXXX-08 ../.. 2020/ /2020
    2020/2019 2020-07-02/2020-07-01 2020/2020-07 2020-07/2020 199X/198X
""".split()
PADDED = [" 2020", "2020-07-01\n"]
READS_LESS = ["198X/..", "../198X"]


@st.composite
def days(draw):
    """A year, a month of it or a day of that, as EDTF."""
    day = draw(st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 31)))
    year = f"{day.year:04}"
    return draw(st.sampled_from([year, f"{year}-{day:%m}", f"{year}-{day:%m-%d}"]))


decades = st.integers(1, 999).map(lambda number: f"{number:03}X")
dated = st.builds("{}{}".format, days(), MARKS)
stated = dated | st.builds("{}{}".format, decades, MARKS)
bare = st.builds(
    lambda day, parts: "-".join(["XXXX", f"{day:%m}", f"{day:%d}"][:parts]),
    st.dates(dt.date(2000, 1, 1), dt.date(2000, 12, 31)),
    st.sampled_from([2, 3]),
)


def periods(ends):
    pairs = st.tuples(ends, ends).map(lambda pair: sorted(pair, key=lambda end: Date(end).order))
    return pairs.map("/".join).filter(lambda text: Date(text).fault is None)


open_ended = st.one_of(stated.map("{}/..".format), stated.map("../{}".format))
legal = st.one_of(stated, bare, periods(stated), open_ended)
nearly = st.text("0123456789X-/.~?", max_size=12)


@given(legal)
def test_every_date_built_from_the_rules_is_legal_and_can_be_shown(text):
    date = Date(text)
    assert None is date.fault
    assert date.earliest <= date.latest
    assert date.html in (None, text)
    assert date.certainty in ("day", "month", "year", "approximate", "yearless", "period")
    assert date.display().replace(" (year not stated)", "") == date.parts()[0] != ""
    assert "None" not in date.display(year_from_context=True)


@given(st.lists(legal, min_size=2, max_size=6), st.randoms())
def test_the_order_of_dates_does_not_depend_on_how_they_were_shuffled(texts, chance):
    ordered = sorted((Date(text) for text in texts), key=lambda date: date.order)
    chance.shuffle(texts)
    again = sorted((Date(text) for text in texts), key=lambda date: date.order)
    assert [date.order for date in ordered] == [date.order for date in again]
    known = [date.year_known for date in ordered]
    assert known == sorted(known, reverse=True)


@given(st.text() | nearly)
def test_any_text_whatever_makes_a_date_that_is_legal_or_says_why_not(text):
    fault = Date(text).fault
    if fault is None:
        assert Date(text).display()
    else:
        assert fault[0].islower()
        with pytest.raises(ValueError, match=r"^date must "):
            _ = Date(text).order


def second_opinion(text: str) -> EDTFObject | None:
    """What the edtf library reads, None where it is no EDTF to it; it stumbles over ../198X."""
    try:
        return parse_edtf(text)
    except (EDTFParseException, TypeError):
        return None


@pytest.mark.parametrize("text", [*LEGAL, *ILLEGAL])
def test_the_edtf_library_agrees_on_what_is_legal(text):
    legal_to_it = (text in LEGAL or text in [*READS_MORE, *PADDED]) and text not in READS_LESS
    assert legal_to_it == (second_opinion(text) is not None)


@settings(max_examples=30)
@given(dated | decades | periods(dated))
def test_the_edtf_library_has_the_same_first_and_last_day(text):
    other = second_opinion(text)
    bounds = [moment[:3] for moment in (other.lower_strict(), other.upper_strict())]
    date = Date(text)
    assert bounds == [date.earliest.timetuple()[:3], date.latest.timetuple()[:3]]


@settings(max_examples=60)
@given(dated | periods(dated), dated | periods(dated))
def test_dates_sort_as_their_days_do_to_the_edtf_library(text, other):
    first, second = (second_opinion(one) for one in (text, other))
    apart = first.upper_strict()[:3] < second.lower_strict()[:3]
    if apart:
        assert Date(text).order < Date(other).order
        assert Date(text).latest < Date(other).earliest


@given(legal, legal, legal)
def test_dates_can_be_compared_with_each_other_in_one_way_only(one, two, three):
    first, second, third = (Date(text).order for text in (one, two, three))
    assert (first < second) + (first == second) + (first > second) == 1
    assert not (first < second < third and third <= first)


@given(legal)
def test_a_date_is_shown_with_nothing_that_its_text_does_not_state(text):
    date = Date(text)
    shown = set(re.findall(r"\d+", date.display()))
    stated = {str(int(number)) for number in re.findall(r"\d+", text.replace("X", "0"))}
    assert {str(int(number)) for number in shown} <= stated
    assert date == Date(date.text)
    assert date.display() == Date(text).display()

"""Dates as readers see them."""

import pytest

from tools.model.dates import Date


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2020-07-06", "6 July 2020"),
        ("2020-07", "July 2020"),
        ("2020", "2020"),
        ("0999", "999"),
        ("2020~", "around 2020"),
        ("2020-07~", "around July 2020"),
        ("2020-07-06?", "possibly 6 July 2020"),
        ("198X", "the 1980s"),
        ("198X~", "around the 1980s"),
        ("XXXX-07-01", "1 July (year not stated)"),
        ("XXXX-07", "July (year not stated)"),
        ("2020-06-30/2020-07-06", "30 June to 6 July 2020"),
        ("2020-07/2020-12", "July to December 2020"),
        ("2020-07-01/2020-07-07", "1 to 7 July 2020"),
        ("2020-07-01/2020-07-07~", "1 to around 7 July 2020"),
        ("2020-07-01~/2020-07-07", "around 1 July 2020 to 7 July 2020"),
        ("2020-07-01/2021-07-07", "1 July 2020 to 7 July 2021"),
        ("2020-07/2020-07-31", "July to 31 July 2020"),
        ("2020-12/2021-01", "December 2020 to January 2021"),
        ("2019/2021", "2019 to 2021"),
        ("198X/199X", "the 1980s to the 1990s"),
        ("2020-07-06/2020-07-06", "6 July 2020"),
        ("2020/2020", "2020"),
        ("2020-07/..", "since July 2020"),
        ("2020-07-01~/..", "since around 1 July 2020"),
        ("../2020-12-31", "on or before 31 December 2020"),
        ("../2020?", "possibly on or before 2020"),
        ("../2020-12~", "on or before around December 2020"),
    ],
)
def test_readers_see_the_date_in_words(text, words):
    assert words == Date(text).display()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2020-07-01", "1 July 2020, year inferred"),
        ("2020-07-01/..", "since 1 July 2020, year inferred"),
        ("XXXX-07-01", "1 July (year not stated)"),
    ],
)
def test_readers_see_that_a_year_is_the_editors_reading(text, words):
    assert words == Date(text).display(year_from_context=True)


@pytest.mark.parametrize(
    ("text", "from_context", "parts"),
    [
        ("2020-07-01", True, ("1 July 2020", "year inferred")),
        ("2020-07-01", False, ("1 July 2020", "")),
        ("XXXX-07-01", False, ("1 July", "year not stated")),
    ],
)
def test_the_words_and_the_remark_come_apart_for_pages(text, from_context, parts):
    assert parts == Date(text).parts(year_from_context=from_context)


def test_the_names_of_months_are_english():
    names = "January February March April May June July August September October November December"
    shown = [Date(f"2020-{month:02}").display().split()[0] for month in range(1, 13)]
    assert names.split() == shown

"""Dates: which texts are legal, and what is said of those that are not."""

import datetime as dt

import pytest

from tools.model.dates import Date

FORM = "be a date in one of the forms used here"
MONTH = "have a month from 01 to 12"
LEGAL = """
    2020 2020~ 2020? 0001 9999 2020-07 2020-07~ 2020-07? 2020-07-06 2020-07-06~ 2020-07-06?
    2020-02-29 198X 198X~ 198X? 001X 999X XXXX-07 XXXX-07-01 XXXX-02-29
    2020/2021 2020/2020 2020-07/2020-12 2020-07-01/2020-07-07 2020-06-30/2020-07-06
    198X/199X 2020-07~/2020-12? 2020-07/.. 2020-07-01~/.. 198X/.. ../2020 ../2020-12-31? ../198X
""".split()
ILLEGAL = {
    "": FORM,
    "July": FORM,
    "20-07": FORM,
    "2020-7": FORM,
    "2020-07-1": FORM,
    "20200701": FORM,
    "2020-07-": FORM,
    "2020--07": FORM,
    "2020-07-01T10:00": FORM,
    "2020-07-01\n": FORM,
    " 2020": FORM,
    "-2020": FORM,
    "y12020": FORM,
    "\uff12\uff10\uff12\uff10": FORM,  # digits, and not ASCII
    "2020-\u0660\u0667": FORM,
    "~2020": FORM,
    "2020~-07": FORM,
    "2020~~": FORM,
    "2020%": FORM,
    "XXXX": FORM,
    "XXXX~": FORM,
    "XXXX-XX": FORM,
    "19XX": FORM,
    "2020-XX": FORM,
    "198x": FORM,
    "2020/2021/2022": FORM,
    "2020/": FORM,
    "/2020": FORM,
    "2020..2021": FORM,
    "..": FORM,
    "0000": "have a year from 0001 to 9999",
    "0000-13": "have a year from 0001 to 9999",
    "000X": "have a year from 0001 to 9999",
    "2020-00": MONTH,
    "2020-13": MONTH,
    "2020-13-01": MONTH,
    "XXXX-13": MONTH,
    "2020-07-00": "have a day from 01 to 31 in July",
    "2020-02-30": "have a day from 01 to 29 in February",
    "2020-02-30~": "have a day from 01 to 29 in February",
    "2021-02-29": "have a day from 01 to 28 in February",
    "XXXX-02-30": "have a day from 01 to 29 in February",
    "2020-06-31/2020-07": "have a day from 01 to 30 in June",
    "198X-07": "have no month where it names a decade",
    "XXXX-07~": "have no ~ or ? where the year is not stated",
    "XXXX-07-01?": "have no ~ or ? where the year is not stated",
    "../..": "have a start or an end",
    "XXXX-07/XXXX-08": "state the year of both ends of a period",
    "2020-07/XXXX-08": "state the year of both ends of a period",
    "XXXX-07/..": "state the year of both ends of a period",
    "2020/2019": "start before it ends",
    "2020-07-02/2020-07-01": "start before it ends",
    "2020/2020-07": "start before it ends",
    "2020-07/2020": "start before it ends",
    "199X/198X": "start before it ends",
}


@pytest.mark.parametrize("text", LEGAL)
def test_a_legal_form_has_no_fault(text):
    assert None is Date(text).fault


@pytest.mark.parametrize(("text", "fault"), ILLEGAL.items())
def test_an_illegal_form_says_what_it_must_do(text, fault):
    assert fault == Date(text).fault


def test_an_illegal_date_shows_nothing_to_readers():
    with pytest.raises(ValueError, match=r"^date must have a month from 01 to 12: '2020-13'$"):
        Date("2020-13").display()


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2020", "2020-01-01", "2020-12-31"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2021-02?", "2021-02-01", "2021-02-28"),
        ("2020-07-06~", "2020-07-06", "2020-07-06"),
        ("198X", "1980-01-01", "1989-12-31"),
        ("999X", "9990-01-01", "9999-12-31"),
        ("2020-06/2020-07", "2020-06-01", "2020-07-31"),
        ("2020-06/..", "2020-06-01", "9999-12-31"),
        ("../2020-06", "0001-01-01", "2020-06-30"),
        ("XXXX-07-01", "0001-01-01", "9999-12-31"),
        ("XXXX-02-29", "0001-01-01", "9999-12-31"),
    ],
)
def test_a_date_knows_the_first_and_the_last_day_it_may_mean(text, earliest, latest):
    date = Date(text)
    assert (earliest, latest) == (date.earliest.isoformat(), date.latest.isoformat())


def test_dates_sort_by_earliest_then_latest_day_and_those_without_a_year_come_last():
    ordered = """
        198X ../1999 2019/2021 2020-07-01 2020-07-01/2020-07-07 2020-07 2020-07/2020-12 2020-07/..
        2020-07-02 2021 XXXX-02-29 XXXX-07-01 XXXX-07 XXXX-08
    """.split()
    shuffled = ordered[::2] + ordered[1::2]
    assert ordered == sorted(shuffled, key=lambda text: Date(text).order)


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("2020-07-06", "day"),
        ("2020-07", "month"),
        ("2020", "year"),
        ("2020-07-06~", "approximate"),
        ("2020?", "approximate"),
        ("198X", "approximate"),
        ("XXXX-07-01", "yearless"),
        ("2020/2021", "period"),
        ("2020-07/..", "period"),
        ("../2020-07", "period"),
    ],
)
def test_a_date_says_how_certain_it_is(text, certainty):
    assert certainty == Date(text).certainty


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("2020-07-06", "2020-07-06"),
        ("2020-07", "2020-07"),
        ("2020", "2020"),
        ("2020~", None),
        ("198X", None),
        ("XXXX-07-01", None),
        ("2020/2021", None),
    ],
)
def test_only_a_plain_date_is_given_to_machines(text, html):
    assert html == Date(text).html


@pytest.mark.parametrize(
    ("text", "year", "years"),
    [
        ("2020-07-06", 2020, ("2020",)),
        ("2019~/2021", 2019, ("2019", "2021")),
        ("../2020-07", 2020, ("2020",)),
        ("2020-07/..", 2020, ("2020",)),
        ("198X", 1980, ("1980",)),
        ("XXXX-07-01", None, ()),
    ],
)
def test_a_date_knows_its_year_and_every_year_an_article_would_state(text, year, years):
    assert (year, years) == (Date(text).year, Date(text).years)


def test_the_year_of_a_period_is_known_and_that_of_a_bare_day_is_not():
    assert Date("../2020").year_known
    assert Date("2020-07").year_known
    assert not Date("XXXX-07-01").year_known


def test_dates_are_equal_where_their_texts_are():
    assert {Date("2020"), Date("2020~")} == {Date("2020"), Date("2020"), Date("2020~")}
    assert dt.date(2020, 1, 1) != Date("2020-01-01")

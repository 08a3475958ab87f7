"""Whether a text states the year of a date."""

import pytest

from tools.model.dates import Date
from tools.model.years import states

STATED = [
    "The order of 6 July 2020 stands.",
    "Published July 6,2020",
    "on 06.07.2020 in Ostvale",
    "Updated 2020-07-06T09:00",
    "In 2020 shops closed.",
    "the 2020 elections",
    "Ostvale (2020)",
    "the years 2019–2020",
    "2019-2020",
    "2020/21",
    "By 2020, it had none.",
    "2020 was cold.",
    "2020",
    "2020’s rule",
    "mid-2020 sales",
]
NOT_STATED = [
    "",
    "Acme has 2020 shops.",
    "with 2020 people",
    "2020 km away",
    "12020 of them",
    "20201 of them",
    "$2020 a day",
    "call 555-2020",
    "rule No. 2020",
    "2020% more",
    "2020 % more",
    "2,020 of them",
    "2020,500 of them",
    "2020.5 of them",
    "area2020",
    "all their 2020 shops",
    "2020s",
]


@pytest.mark.parametrize("text", STATED)
def test_a_year_is_stated_where_it_is_read_as_one(text):
    assert states(text, Date("2020-07"))


@pytest.mark.parametrize("text", NOT_STATED)
def test_any_other_number_is_no_year(text):
    assert not states(text, Date("2020-07"))


@pytest.mark.parametrize(
    ("text", "date", "stated"),
    [
        ("From 2019 to 2021.", "2019/2021", True),
        ("From 2019 on.", "2019/2021", False),
        ("From 2019 on.", "2019-03/..", True),
        ("By 2021.", "../2021~", True),
        ("In the 1980s.", "198X", True),
        ("In 1984.", "198X", True),
        ("In 1984.", "1980", False),
        ("In the 1980s.", "1980", False),
        ("It sold 1980 shops.", "198X", False),
        ("Nothing.", "XXXX-07", True),
    ],
)
def test_every_year_of_a_date_must_be_stated(text, date, stated):
    assert stated == states(text, Date(date))


def test_a_text_of_numbers_only_is_read_at_once():
    assert not states("2020 shops " * 50_000, Date("2020"))

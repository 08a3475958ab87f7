"""The numbers that a text states, and the dates that tell when something happened."""

import pytest

from tools.check.notices.amounts import amounts
from tools.check.notices.stated import stated


def counted(text):
    return [amount.value for amount in amounts(text) if not amount.other]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Acme has 50,000 users.", [50_000]),
        ("2.5 million letters, $3bn and 40k firms", [2_500_000, 3_000_000_000, 40_000]),
        ("two hundred and fifty thousand", [250_000]),
        ("a dozen, a hundred and twenty-five firms", [12, 125]),
        ("between five and seven of them", [5, 7]),
        ("half a million people, and half of them", [500_000, 50]),
        ("one in five, 1 in 4, and two-thirds", [20, 25, 200 / 3]),
        (
            "one in \u017fix, two-third\u017f, and half a thou\u017fand",
            [100 / 6, 200 / 3, 500],
        ),  # a long s
        ("a quarter of them, and a third law in a quarter", [25]),
        ("24 per cent, 25% and 26 percent", [24, 25, 26]),
        ("nine-page and 50-page", [9, 50]),
        ("1803 requests; 2020 people", [1803, 2020]),
        ("one firm", []),
        ("the twenty-first time", []),
        ("dozens of firms and hundreds of letters", []),
        ("eightfold weight and often", []),
    ],
)
def test_numbers_are_read_in_figures_and_in_words(text, values):
    assert values == pytest.approx(counted(text))


@pytest.mark.parametrize(
    "text",
    [
        "In 2020 shops closed; the 2019 protests; 2018 was bad; 6 July 2020 users",
        "in 2020, on 6 July, July 7, 8th July, from 6 to 9 July 2020, Feb 3",
        "under Section 230 and section 69, paragraphs 4 and 5",
        "with iPhone 15, Windows 11, 5G and a G20",
        "at 11pm, at 11:30 and at 9 o'clock",
        "the 3rd firm and the 1980s",
        "in the second half of the year it doubled",
    ],
)
def test_what_counts_nothing_is_told_apart(text):
    assert not counted(text)


def test_a_number_knows_what_it_counts():
    (amount,) = amounts("Three bilateral agreements ended.")
    assert amount.nouns == ("bilateral", "agreement", "ended")
    assert amount.small
    assert not next(amounts("three per cent")).small


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Ruritania told them on 6 July 2020.", ["2020-07-06"]),
        ("On Monday 6 July 2020 it did.", ["2020-07-06"]),
        ("On July 6th, 2020, and in August", ["2020-07-06", "XXXX-08"]),
        ("7 April: the court sits", ["XXXX-04-07"]),
        ("March: the paper reports", ["XXXX-03"]),
        ("In early 2019 and in Sept. 2020", ["2019", "2020-09"]),
        ("It sat (3 May 2019).", ["2019-05-03"]),
    ],
)
def test_a_date_that_tells_when_is_found(text, dates):
    assert [(date, True) for date in dates] == [(date.text, when) for date, when in stated(text)]


@pytest.mark.parametrize(
    "text",
    [
        "by 6 July 2020",
        "has been shut since 4 March 2020",
        "the law that was passed before the vote on 3 May 2019",
        "a letter dated 17 April",
        "from 9 March 2020",
        "on 9 March to 11 March 2020",
        "the order of 3 May 2019",
        "a ban that is due on 3 May 2019",
        "the 3 May 2019 order",
    ],
)
def test_a_date_of_something_else_is_told_apart(text):
    found = list(stated(text))
    assert found
    assert not any(when for _, when in found[:1])

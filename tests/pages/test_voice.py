"""In whose words a position stands: the company's own, or somebody else's."""

from __future__ import annotations

import pytest

from tools.pages.voice import OWN, REPORTED, voice

ACME = ("Acme", "Acme Maps Ltd")


@pytest.mark.parametrize(
    "quote",
    [
        'It said: "We will not comply."',
        "“We will not,” it said.",
        "It said ‘we won’t comply’.",
        "Acme said on Monday that it would “keep every map here”.",
        "Acme's head of maps, Ada Moss, told a council that Acme “would sooner close”.",
        "“We draw for walkers,” a spokeswoman for the firm replied.",
        "“We draw for walkers,” said Acme Maps Ltd.",
        "“We draw for walkers,” said a spokesman, Ivo Dent.",
        "In a letter to the mayor, Acme wrote that it “must not be asked”.",
        "The mayor said that it was late. Acme answered that it was “never too late”.",
        "it “handed over some maps” in three of nine cases",
        "the mapping app would wait until “a court has looked at it”",
        "said in June that it had stopped “until further notice from us”",
        "Towns ask too much, it said: “nobody could draw that”.",
        "According to Acme, the rule “asks too much of us”.",
        "In an open letter, chief executive Ada Moss wrote: “We oppose this with all we have.”",
    ],
)
def test_quoted_speech_of_the_company_is_its_own_words(quote: str) -> None:
    assert voice((quote,), ACME) == OWN


@pytest.mark.parametrize(
    "quote",
    [
        "It said it would not comply.",
        "It called the rule “unfair”.",
        "It called the rule “quite unfair”.",
        "It said “don’t panic”.",
        "It calls “this” as bad as “that”.",
        "It called it ‘unfair’, as the firm’s lawyers do.",
        "It said 'we will not comply'.",
        "“We will not comply, it said.",
        # somebody else speaks
        "“Acme now does as the rules say,” a lawyer of the town told the court.",
        "A lawyer of the town told the court that Acme was “in step with the rules”.",
        "The mayor said it was “a matter of days”.",
        "In a letter to Acme, the mayor wrote that it “must not wait”.",
        "“Acme will hand over its maps,” said the mayor.",
        "“Acme will hand over its maps,” said the mayor, who had met Acme.",
        "According to the mayor, Acme “does what it must”.",
        "Wrenmail said that it would “not follow Acme there”.",
        "Acmeville said that it would “not follow them there”.",
        "On Monday a judge ordered Acme to give “reasonable technical assistance”.",
        "The town asked Acme for “every map of the harbour”.",
        "“Acme does what it must,” the chief executive of Wrenmail said.",
        "“Acme does what it must,” Wrenmail’s president said.",
        # nobody does
        "Acme plays the song “March of Ostvale Town” no longer.",
        "The rule speaks of “maps of every town”.",
        "“Maps of every town”",
        "",
    ],
)
def test_other_words_are_reported(quote: str) -> None:
    assert voice((quote,), ACME) == REPORTED


def test_a_passage_of_nothing_but_speech_is_the_companys_where_it_says_we() -> None:
    assert voice(("It refused.", "“We will not.”"), ACME) == OWN
    assert voice(("The mayor said that Acme refused.", "“We will not.”"), ACME) == REPORTED
    assert voice(("It refused.", "“Acme is a good firm.”"), ACME) == REPORTED
    assert voice(("“We will not.”",), ACME) == REPORTED


def test_one_passage_of_several_is_enough() -> None:
    assert voice(("The mayor said “it is late”.", "Acme said “it is not”."), ACME) == OWN


def test_a_long_passage_with_one_lonely_quotation_mark_is_read_at_once() -> None:
    assert voice(('"' + "we will " * 20_000,), ACME) == REPORTED
    assert voice(("said it “we will not” " * 5_000,), ACME) in (OWN, REPORTED)


def test_an_officer_without_the_companys_name_is_not_taken_for_it() -> None:
    assert voice(("Ada Moss wrote that “no map will leave the house”.",), ACME) == REPORTED

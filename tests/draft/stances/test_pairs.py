"""Which company and sentence belong together, and what rules say of them."""

from __future__ import annotations

from tests.draft.article import understood
from tools.draft.stances.about import about
from tools.draft.stances.features import features
from tools.draft.stances.pairs import Pair, pairs
from tools.draft.stances.rules import said, void

LEAD = "The order of the court went to the chat app Wrenmail and the airline Brightwing on Monday."


def of(text: str) -> list[tuple[Pair, tuple[str, ...]]]:
    """The pairs of a text, each with its features."""
    references = understood(f"A day in Ostvale\n\n{LEAD} {text}").references
    topic = about(references)
    return [(one, features(one, topic)) for one in pairs(references)]


def kinds(text: str, name: str) -> set[str]:
    """How a company is in the last sentence of a text."""
    found = of(text)
    last = max(one.number for one, _ in found)
    return {
        link.kind
        for one, _ in found
        if one.number == last and one.name.text == name
        for link in one.links
    }


def rules(text: str, name: str) -> tuple[set[str], set[str]]:
    """What rules say, and what is void, of a company in all of a text."""
    seen = [seen for one, seen in of(text) if one.name.text == name]
    return {p for one in seen for p in said(one)}, {p for one in seen for p in void(one)}


def test_a_company_is_in_a_sentence_by_its_name() -> None:
    assert "name" in kinds("The judge sat down. Brightwing left.", "Brightwing")


def test_a_company_is_in_a_sentence_by_a_noun_that_means_it() -> None:
    assert kinds("Wrenmail has 40 staff. The company left.", "Wrenmail") == {"noun"}


def test_a_company_is_in_a_sentence_by_a_pronoun() -> None:
    assert "pronoun" in kinds("Wrenmail has 40 staff. It left.", "Wrenmail")


def test_a_company_is_in_what_its_spokesman_says() -> None:
    told = "Mira Dolan, a spokeswoman for Wrenmail, came. Ms Dolan called the order unlawful."
    assert "person" in kinds(told, "Wrenmail")


def test_a_sentence_about_nobody_has_no_pair() -> None:
    found = of("It rained in the mountains.")
    assert {one.number for one, _ in found} == {0}


def test_what_is_done_is_said_and_what_is_denied_is_turned() -> None:
    assert "complies" in rules("Wrenmail obeyed the order.", "Wrenmail")[0]
    told, taken_back = rules("Wrenmail will not obey the order.", "Wrenmail")
    assert "refuses" in told
    assert "complies" in taken_back


def test_what_is_supposed_is_void() -> None:
    told, taken_back = rules("Wrenmail may obey the order.", "Wrenmail")
    assert "complies" not in told
    assert "complies" in taken_back


def test_a_participle_before_a_noun_states_nothing() -> None:
    assert "pauses" not in rules("Wrenmail said that the suspended service is back.", "Wrenmail")[0]


def test_what_is_asked_of_a_company_is_not_said_of_it() -> None:
    assert "complies" not in rules("The court told Wrenmail to obey the order.", "Wrenmail")[0]


def test_a_feature_names_nobody() -> None:
    for _, seen in of("Wrenmail of Ostvale sued the court, Mira Dolan said."):
        assert not any(
            name in one.lower() for one in seen for name in ("wrenmail", "ostvale", "dolan")
        )

"""A company's dossier, and what the lists and explainers say of companies."""

from __future__ import annotations

import re

from tests.pages import long
from tests.pages.test_side_by_side import words
from tests.pages.world import site, story
from tools.pages import company, explainer, home, lists
from tools.pages.company import owned
from tools.pages.site import Site

BELLS = story("2031-03-01", {"bolt": "sues"}, "bells", topic="bells")


def dossier(one: Site, name: str = "acme") -> str:
    return company.page(one, one.vocabulary.companies[name]).body


def test_a_dossier_draws_how_the_company_moved() -> None:
    one = site(story("2031-01-01", {"acme": "refuses"}), story("2031-02-01", {"acme": "complies"}))
    label = 'aria-label="Maps: Refuses, 1 Jan 2031, then Complies, 1 Feb 2031"'
    assert label in dossier(one)


def test_what_it_owns_stands_under_its_own_name_and_question() -> None:
    one = site(story("2031-01-01", {"acme": "waits", "bolt": "waits"}), BELLS, bolt="acme")
    body = dossier(one)
    assert re.findall(r'<section class="led[^"]*" id="([^"]*)"', body) == [
        "topic-maps",
        "company-bolt-topic-bells",
        "company-bolt-topic-maps",
    ]
    assert "Bolt : Bells" in words(company.page(one, one.vocabulary.companies["acme"]))
    assert "1 recorded position</b> on 1 demand" in body


def test_what_a_company_owns_through_another_is_in_its_dossier() -> None:
    one = site(bolt="acme", cog="bolt")
    companies = one.vocabulary.companies
    found = {name: [c.id for c in owned(one, companies[name])] for name in companies}
    assert found == {"acme": ["bolt", "cog"], "bolt": ["cog"], "cog": []}


def test_companies_that_own_each_other_end_the_search() -> None:
    one = site(bolt="acme", acme="bolt")
    assert [c.id for c in owned(one, one.vocabulary.companies["acme"])] == ["bolt"]


def test_the_list_of_companies_says_who_has_no_position() -> None:
    one = site(story("2031-01-01", {"acme": "waits"}), story("XXXX-05", {"bolt": "waits"}))
    said = words(lists.companies(one))
    assert "with a recorded position" not in said
    assert (said.count("No position stands."), said.count("No position recorded.")) == (1, 1)


def test_a_note_on_a_shared_card_names_its_company() -> None:
    both = {"text": "t", "date": "2031-01-01", "position": "waits", "quote": "acme waits."}
    told = story(
        "2031-01-01",
        {"acme": "waits", "cog": "refuses"},
        stances=[{**both, "company": "acme"}, {**both, "company": "bolt"}],
        notes=[{"on": "stance-bolt-2031-01-01", "text": "It rang twice."}],
    )
    said = words(explainer.page(site(told), told))
    assert "Editor’s note on Bolt, not from the article. It rang twice." in said


def test_a_note_that_says_the_same_of_several_companies_stands_once() -> None:
    both = {"text": "t", "date": "2031-01-01", "position": "waits", "quote": "acme waits."}
    names = ("acme", "bolt", "cog")
    told = story(
        "2031-01-01",
        {"acme": "waits"},
        stances=[{**both, "company": name} for name in names],
        notes=[{"on": f"stance-{name}-2031-01-01", "text": "It rang twice."} for name in names],
    )
    page = explainer.page(site(told), told)
    assert "Editor’s note on Acme, Bolt and Cog, not from the article. It rang" in words(page)
    assert words(page).count("It rang twice.") == 1
    assert [page.body.count(f'id="note-{n}"') for n in (1, 2, 3)] == [1, 1, 1]


def test_a_note_on_a_card_of_one_company_needs_no_name() -> None:
    told = story("2031-01-01", {"acme": "waits"}, notes=[{"on": "acme-waits", "text": "Twice."}])
    assert "Editor’s note, not from the article. Twice." in words(explainer.page(site(told), told))


def test_an_explainer_counts_companies_and_not_their_positions() -> None:
    told = story("2031-01-01", {"acme": "refuses sues", "bolt": "waits"})
    said = words(explainer.page(site(told), told))
    assert "Resisting 1 company" in said


def test_a_card_says_in_how_many_articles_its_quotation_stands() -> None:
    told = story("2031-01-01", {"acme": "waits"})
    assert "As reported · 1 independent article" in words(explainer.page(site(told), told))


def test_home_leaves_away_a_strip_of_nobody_and_begins_with_the_newest() -> None:
    one = site(
        story("2031-01-01/..", {"acme": "waits"}),
        story("2031-02-01", {"bolt": "waits"}),
        story("2031-03-01", {}),
    )
    said = words(home.page(one, ""))
    assert "nobody" not in said
    assert said.index("Maps, 1 February 2031") < said.index("Maps, since 1 January 2031")


def test_a_draft_is_not_said_to_be_made_by_a_machine() -> None:
    told = story("2031-01-01", {"acme": "waits"}, status="draft")
    for page in (explainer.page(site(told), told), lists.explainers(site(told))):
        assert "machine" not in words(page).lower()
    assert "Draft, not yet reviewed" in words(explainer.page(site(told), told))


MANY = long.many_demands(150)
BIG = long.pages(MANY, "companies/acme/")


def test_no_page_of_a_long_dossier_outgrows_its_bounds() -> None:
    assert max(long.elements(one) for one in BIG.values()) < long.ELEMENTS
    found = [receipt for one in BIG.values() for receipt in long.receipts(one)]
    assert len(found) == len(set(found)) == 300


def test_each_demand_of_a_long_dossier_has_its_anchor_place_and_drawing() -> None:
    whole = BIG["companies/acme/"]
    assert {f"topic-t{n}" for n in range(150)} <= set(long.ids(whole))
    bodies = "".join(one.body for one in BIG.values())
    assert bodies.count('class="moves__row"') == 150
    assert len(re.findall(r'<li class="at-\w+"><h3>', bodies)) == 150
    for part in ("now", "moves"):
        assert f'<a class="btn" href="../../companies/acme/{part}/">' in whole.body


def test_what_search_engines_are_told_of_a_dossier_is_what_it_shows() -> None:
    assert BIG["companies/acme/"].meta["linked"].count('"Quotation"') == 30
    assert "linked" not in BIG["companies/acme/ledger/"].meta


def test_what_an_owner_has_no_room_for_is_on_the_page_of_whom_it_owns() -> None:
    one = long.owning(MANY, "acme", "bolt")
    found = long.pages(one, "companies/bolt/")
    assert list(found) == ["companies/bolt/"]
    body = found["companies/bolt/"].body
    lead = 'id="company-acme-topic-t7"><a href="../../companies/acme/#topic-t7">'
    assert lead in body
    assert not long.receipts(found["companies/bolt/"])

"""What pages show of a ledger: runs of entries, companies that stand alike, stories that moved."""

from __future__ import annotations

from tests.pages.test_side_by_side import words
from tests.pages.world import site, story
from tools.model.story import Story
from tools.model.vocabulary import GlossaryTerm
from tools.pages import explainer, topic
from tools.pages.entries import runs
from tools.pages.site import Site
from tools.pages.stands import alike, stand

DAYS = [f"2031-0{month}-01" for month in range(1, 7)]


def told(*places: str) -> Site:
    return site(*(story(day, {"acme": place}) for day, place in zip(DAYS, places, strict=False)))


def shown(one: Site) -> list[tuple[bool, list[str]]]:
    (track,) = one.tracks(company="acme")
    return [(folded, [step.date.text for step in steps]) for folded, steps in runs(track)]


def test_what_only_reaffirms_is_folded_save_at_the_newest_date() -> None:
    one = told("waits", "waits", "waits", "refuses", "refuses", "refuses")
    assert shown(one) == [
        (False, [DAYS[5]]),
        (True, [DAYS[4]]),
        (False, [DAYS[3]]),
        (True, [DAYS[2], DAYS[1]]),
        (False, [DAYS[0]]),
    ]
    assert "Reaffirmed: 1 March 2031 ; 1 February 2031" in words(
        topic.page(one, one.vocabulary.topics["maps"])
    )


def test_of_a_date_that_also_tells_something_new_only_what_reaffirms_is_folded() -> None:
    assert shown(told("refuses", "refuses sues", "sues")) == [
        (False, [DAYS[2], DAYS[1]]),
        (True, [DAYS[1]]),
        (False, [DAYS[0]]),
    ]


def test_what_has_no_year_comes_last() -> None:
    one = site(story("2031-01-01", {"acme": "waits"}), story("XXXX-05", {"acme": "sues"}))
    assert shown(one) == [(False, ["2031-01-01", "XXXX-05"])]


def test_companies_of_one_date_and_support_share_their_words() -> None:
    one = site(
        story(DAYS[0], {"bolt": "waits", "acme": "waits"}, "a"),
        story(DAYS[1], {"cog": "waits"}, "b"),
    )
    stands = [stand(track.last_known) for track in one.tracks()]
    found = [[one.company for one in group] for group in alike(stands, one)]
    assert found == [["cog"], ["acme", "bolt"]]
    said = words(topic.page(one, one.vocabulary.topics["maps"]))
    assert "Cog 1 February 2031 As reported · 1 independent article Acme Bolt 1 January" in said


def test_a_position_says_whose_words_it_is_in_and_how_many_articles_tell_it() -> None:
    one = site(
        story(DAYS[0], {"acme": "waits"}, stances=[stance("acme", "Acme said “we wait for now”.")]),
        story(DAYS[1], {"bolt": "waits"}),
        story(DAYS[2], {"bolt": "waits"}, "again"),
    )
    now = words(topic.page(one, one.vocabulary.topics["maps"])).partition("How each one")[0]
    bolt = "Bolt 1 March 2031 As reported · 2 independent articles"
    assert f"{bolt} Acme 1 January 2031 In its own words" in now


def test_what_we_reported_ourselves_says_so_and_is_no_independent_article() -> None:
    own = [{"file": "article.txt", "sha256": "", "headline": "H", "licence": "own"}]
    one = site(story(DAYS[0], {"acme": "waits"}, sources=own))
    now = words(topic.page(one, one.vocabulary.topics["maps"])).partition("How each one")[0]
    assert "Acme 1 January 2031 As we reported" in now
    assert "independent" not in now


def test_what_we_reported_shares_no_words_with_what_others_tell() -> None:
    own = [{"file": "article.txt", "sha256": "", "headline": "H", "licence": "own"}]
    one = site(
        story(DAYS[0], {"bolt": "waits"}, "others"),
        story(DAYS[1], {"acme": "waits"}, "others-before"),
        story(DAYS[1], {"bolt": "waits"}, "ours", sources=own),
    )
    stands = [stand(track.last_known) for track in one.tracks()]
    assert [[s.company for s in group] for group in alike(stands, one)] == [["bolt"], ["acme"]]
    said = words(topic.page(one, one.vocabulary.topics["maps"]))
    assert "from 1 independent article and our own reports" in said


def stance(company: str, quote: str) -> dict[str, str]:
    return {
        "company": company,
        "position": "waits",
        "date": DAYS[0],
        "text": "t",
        "quote": quote,
    }


def test_a_company_stands_once_at_what_it_does_with_the_rest_beside() -> None:
    one = site(story(DAYS[0], {"acme": "sues refuses", "bolt": "sues"}))
    stands = {track.company: stand(track.last_known) for track in one.tracks()}
    assert {name: at.positions for name, at in stands.items()} == {
        "acme": ("refuses", "sues"),
        "bolt": ("sues",),
    }
    said = words(topic.page(one, one.vocabulary.topics["maps"]))
    assert "Resisting 2 Refuses Acme 1 January 2031 Sues, 2031" in said
    assert "Nobody: Complies" in said
    assert "Nobody: Refuses" not in said
    assert "Nobody: Sues" not in said


def test_a_position_that_stands_beside_another_is_held_by_somebody() -> None:
    one = site(story(DAYS[0], {"acme": "sues refuses"}))
    said = words(topic.page(one, one.vocabulary.topics["maps"])).partition("How each one")[0]
    resisting = said.rpartition("Resisting ")[2].removesuffix(" ## ")
    reported = "As reported · 1 independent article"
    assert resisting == (
        f"1 Refuses Acme 1 January 2031 Sues, 2031 {reported} Nobody: Complies Waits"
    )


def elsewhere(name: str, day: str, position: str) -> Story:
    """A story on another demand that tells a position of Acme's on the maps."""
    other = story(day, {"acme": position}, name, topic="bells")
    stances = [claim.model_copy(update={"topic": "maps"}) for claim in other.record.stances]
    moved = other.record.model_copy(update={"stances": tuple(stances)})
    return type(other)(other.path, {}, other.name, moved, other.articles)


def test_an_explainer_says_who_has_moved_since() -> None:
    own = story(DAYS[0], {"acme": "waits", "bolt": "waits"}, "own")
    said = words(explainer.page(site(own, elsewhere("other", DAYS[1], "refuses")), own))
    assert "This story has moved. Other positions since: Acme on Maps" in said
    assert "This story has moved" not in words(explainer.page(site(own), own))


def test_an_explainer_has_moved_where_a_company_has_since_done_something_besides() -> None:
    own = story(DAYS[0], {"acme": "refuses"}, "own")
    said = words(explainer.page(site(own, elsewhere("other", DAYS[1], "sues")), own))
    assert "This story has moved" in said


def test_a_card_says_in_one_line_what_a_company_did_since() -> None:
    here = story(DAYS[0], {"acme": "complies", "bolt": "waits"})
    later = [
        story(DAYS[1], {"acme": "waits"}),
        story(DAYS[2], {"acme": "waits", "bolt": "waits"}),
        story("2032-01-01", {"acme": "refuses sues"}),
    ]
    page = explainer.page(site(here, *later), here)
    said = words(page)
    assert "Since then: 2031 waits → , then 2032 refuses and sues" in said
    assert said.count("Since then") == 1
    assert '<a href="../../topics/maps/#company-acme">2031 ' in page.body


def test_a_card_says_what_ended_since() -> None:
    here = story(DAYS[0], {"acme": "refuses"})
    until = {"date": DAYS[2], "quote": "acme refuses."}
    told = {**stance("acme", "acme refuses."), "position": "refuses", "date": DAYS[1]}
    stances = [{**told, "until": until}]
    later = story(DAYS[2], {"acme": "refuses"}, stances=stances)
    assert "Since then: 2031 refuses ended" in words(explainer.page(site(here, later), here))


def test_a_card_of_several_companies_names_those_that_moved_since() -> None:
    shared = [{**stance(name, "acme waits."), "date": DAYS[0]} for name in ("acme", "bolt", "cog")]
    here = story(DAYS[0], {"acme": "waits"}, stances=shared)
    one = site(here, story(DAYS[1], {"acme": "sues", "bolt": "sues"}))
    assert "Since then, Acme and Bolt: 2031 sues" in words(explainer.page(one, here))
    everyone = site(here, story(DAYS[1], {"acme": "sues", "bolt": "sues", "cog": "sues"}))
    assert "Since then: 2031 sues" in words(explainer.page(everyone, here))


def test_a_card_lists_no_article_that_tells_the_same_or_what_was_before() -> None:
    here = story(DAYS[2], {"acme": "waits"})
    same = [story(DAYS[1], {"acme": "refuses"}), story(DAYS[3], {"acme": "waits"})]
    page = explainer.page(site(here, *same), here)
    assert "Since then" not in words(page)
    for other in same:
        assert f"explainers/{other.name}/" not in page.body


def test_a_draft_tells_of_no_later_position() -> None:
    here = story(DAYS[0], {"acme": "waits"}, status="draft")
    one = site(here, story(DAYS[1], {"acme": "sues"}))
    assert "Since then" not in words(explainer.page(one, here))


def test_of_a_side_the_newest_card_is_on_top_and_then_the_order_of_the_scale() -> None:
    told = [
        {**stance(name, "acme waits."), "position": position, "date": day}
        for name, position, day in (
            ("acme", "refuses", DAYS[1]),
            ("bolt", "sues", DAYS[2]),
            ("cog", "refuses", DAYS[2]),
        )
    ]
    here = story(DAYS[2], {"acme": "waits"}, stances=told)
    said = words(explainer.page(site(here), here)).partition("Where they stood")[2]
    assert said.index("Cog Refuses") < said.index("Bolt Sues") < said.index("Acme Refuses")


def test_a_short_form_of_an_explained_word_stands_with_that_word() -> None:
    terms = [
        {"short": "OMO", "long": "Ostvale Map Office", "quote": "acme waits."},
        {"short": "TB", "long": "Town Book", "quote": "acme waits."},
    ]
    told = story(DAYS[0], {"acme": "waits"}, terms=terms, glossary=["office"])
    one = site(told)
    word = GlossaryTerm(id="office", term="Ostvale map office", definition="Where maps are kept.")
    one.seeds.vocabulary.glossary["office"] = word
    page = explainer.page(one, told)
    said = words(page).partition("Words used here")[2].partition("##")[0]
    assert "TB Town Book" in said
    assert "Ostvale map office Where maps are kept. OMO: Ostvale Map Office" in said
    assert page.body.count('id="short-omo"') == 1

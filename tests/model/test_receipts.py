"""Receipts: which passages the claims rest on, and how much of an article they show."""

import pytest

from tests.model.build import source, stance, story
from tools.model.dates import Date
from tools.model.receipts import (
    Share,
    places_of,
    publication_from_context,
    receipts,
    share,
    year_from_context,
)

TEXT = """Firms split

Acme said no. Bolt said yes. Firms split on the rule.
"""


def point(*quotes, **fields):
    return {"text": "t", "quote": list(quotes), **fields}


def shown(made):
    return [(r.number, r.text, [placed.label for placed in r.claims]) for r in receipts(made)]


def test_receipts_are_numbered_in_the_order_of_the_page():
    made = story(
        TEXT,
        unknowns=[point("Bolt said yes.")],
        key_points=[point("on the rule."), point("Acme said no.")],
    )
    expected = [
        (1, "on the rule.", ["key point 1"]),
        (2, "Acme said no.", ["key point 2"]),
        (3, "Bolt said yes.", ["unknown 1"]),
    ]
    assert expected == shown(made)
    assert [r.anchor for r in receipts(made)] == ["receipt-1", "receipt-2", "receipt-3"]


def test_two_claims_that_rest_on_one_passage_share_its_receipt():
    made = story(TEXT, answer=point("Acme said no."), key_points=[point("Acme  said\nno.")])
    expected = [(1, "Acme said no.", ["answer", "key point 1"])]
    assert expected == shown(made)


def test_a_claim_that_quotes_a_passage_twice_stands_once_on_its_receipt():
    made = story(TEXT, answer=point("Acme said no.", "Acme said no."))
    expected = [(1, "Acme said no.", ["answer"])]
    assert expected == shown(made)


def test_overlapping_passages_have_receipts_of_their_own():
    made = story(TEXT, answer=point("Acme said no.", "no. Bolt said"))
    expected = [(1, "Acme said no.", ["answer"]), (2, "no. Bolt said", ["answer"])]
    assert expected == shown(made)


@pytest.mark.parametrize("quotation", ["Firms split", "Acme said maybe.", ""])
def test_a_quotation_that_does_not_stand_in_one_place_has_no_receipt(quotation):
    assert not receipts(story(TEXT, answer=point(quotation)))


def test_a_story_without_a_record_has_no_receipts():
    bare = story(TEXT)
    assert not receipts(type(bare)(bare.path, name="bare", articles=bare.articles))


def test_a_receipt_names_the_article_it_comes_from():
    made = story(TEXT, "Bolt said so later.", answer=point("so later", "Acme said no."))
    expected = ["article-2.txt", "article.txt"]
    assert expected == [receipt.source.file for receipt in receipts(made)]


def test_a_claim_that_names_its_source_is_looked_for_there_only():
    made = story(TEXT, TEXT, answer=point("Bolt said yes."), key_points=[
        point("Bolt said yes.", source="article-2.txt")
    ])  # fmt: skip
    expected = [(1, "Bolt said yes.", ["key point 1"])]
    assert expected == shown(made)
    record = made.record
    assert [article.file for article, _ in places_of("Bolt said yes.", record.answer, made)] == [
        "article.txt",
        "article-2.txt",
    ]


def test_an_article_that_the_record_lists_twice_is_looked_at_once():
    made = story(TEXT, sources=[source(), source()], answer=point("Acme said no."))
    assert shown(made) == [(1, "Acme said no.", ["answer"])]


def shares(made, index=0):
    entry = made.record.sources[index]
    return share(entry, made.articles[entry.file], receipts(made))


def test_each_word_counts_once_and_the_headline_not_at_all():
    made = story(TEXT, key_points=[
        point("Acme said no."),
        point("said no. Bolt"),
        point("Firms split Acme said"),
    ])  # fmt: skip
    assert Share(quoted=4, total=13) == shares(made)


def test_the_words_of_the_headline_count_where_they_stand_again():
    made = story(TEXT, answer=point("Firms split on"))
    assert Share(quoted=3, total=13) == shares(made)


def test_words_of_one_article_do_not_count_for_another():
    made = story(TEXT, "One two three.", answer=point("two three"), key_points=[point("Acme said")])
    assert [Share(2, 13), Share(2, 3)] == [shares(made, 0), shares(made, 1)]


def test_a_word_of_which_only_a_part_is_quoted_does_not_count():
    made = story("Acme’s well-known rule", answer=point("known rule"))
    assert Share(1, 3) == shares(made)


@pytest.mark.parametrize(
    ("words", "limit"), [(0, 250), (100, 250), (714, 250), (720, 252), (1000, 350), (1001, 350)]
)
def test_a_third_and_a_little_may_be_quoted_and_250_words_of_any_article(words, limit):
    assert limit == Share(0, words).limit


@pytest.mark.parametrize(("part", "ratio"), [(Share(1, 4), 0.25), (Share(0, 0), 0.0)])
def test_the_share_of_an_empty_article_is_nothing(part, ratio):
    assert ratio == part.ratio


@pytest.mark.parametrize(
    ("text", "date", "from_context"),
    [
        ("Acme said no.", "2020-07", True),
        ("Acme said no. In 2020.", "2020-07", False),
        ("Acme said no. In 2021.", "2020-07", True),
        ("Acme said no in 2020 of its 2021 shops.", "2020/2021", True),
        ("Acme said no. By 2021.", "2020/2021", True),
        ("Acme said no from 2020 to 2021.", "2020/2021", False),
        ("Acme said no.", "XXXX-07", False),
        ("Acme said no.", "2020-07/..", True),
        ("Acme said no in the 1980s.", "198X", False),
        ("Acme said no.", "198X", True),
        ("Nothing of it.", "2020-07", False),
    ],
)
@pytest.mark.parametrize("basis", [None, "the law it names"])
def test_a_year_that_no_article_states_is_the_editors_reading(text, basis, date, from_context):
    made = story(
        text,
        sources=[source(published_basis=basis)],
        stances=[stance("acme", "refuses", date, quote="Acme said no")],
    )
    assert from_context == year_from_context(made, made.record.stances[0], Date(date))


@pytest.mark.parametrize(
    ("published", "from_context"),
    [("2020-07", False), ("2021-07", True), (None, False), ("XXXX-07", False)],
)
def test_the_year_of_publication_may_stand_in_the_article(published, from_context):
    entry = source(published=published, published_basis="The archive dates it.")
    made = story("By the desk, 6 July 2020. Acme said no.", sources=[entry])
    assert from_context == publication_from_context(made, made.record.sources[0])


def test_an_article_that_is_not_there_says_nothing_of_its_year():
    made = story("Acme.", sources=[source("other.txt", published="2020")])
    assert not publication_from_context(made, made.record.sources[0])


def test_only_the_articles_a_claim_rests_on_can_state_its_year():
    made = story(
        "Acme said no.",
        "Bolt said yes in 2020.",
        sources=[source(published_basis="b"), source("article-2.txt", published_basis="b")],
        stances=[
            stance("acme", "refuses", "2020", quote="Acme said no."),
            stance("bolt", "complies", "2020", quote="Bolt said yes"),
        ],
    )
    expected = [True, False]
    assert expected == [year_from_context(made, s, Date("2020")) for s in made.record.stances]

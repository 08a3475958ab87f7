"""The claims of a record: their order, what they are called, and their anchors."""

import pytest

from tests.model.build import stance, story
from tools.model.claims import Placed, anchor, claims, date_slug, slug
from tools.model.record import Event, KeyPoint, Profile, ShortForm, Stance


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Acme", None, "acme"),
        ("The firm’s  “data”, at last!", None, "the-firms-data-at-last"),
        ("The firm's data", None, "the-firms-data"),
        ("Café Zürich", None, "cafe-zurich"),
        ("end-to-end", None, "end-to-end"),
        ("one two three", 2, "one-two"),
        ("1,500 users", None, "1-500-users"),
        ("Acme — Bolt", None, "acme-bolt"),
        ("--- ", None, ""),
        ("微博", None, ""),
    ],
)
def test_a_slug_is_plain_letters_and_digits_joined_by_hyphens(text, words, expected):
    assert expected == slug(text, words)


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2020-07-01", "2020-07-01"),
        ("2020-07~", "2020-07-about"),
        ("2020?", "2020-perhaps"),
        ("198X", "198x"),
        ("XXXX-07-01", "xxxx-07-01"),
        ("2020/2021", "2020-to-2021"),
        ("2020-07/..", "2020-07-to-open"),
        ("../2020-07~", "open-to-2020-07-about"),
    ],
)
def test_a_date_is_part_of_an_anchor(date, expected):
    assert expected == date_slug(date)


def test_dates_that_differ_have_anchors_that_differ():
    dates = "2020 2020~ 2020? 202X XXXX-07 2020/2020 2020/.. ../2020".split()
    assert len(dates) == len({date_slug(date) for date in dates})


def made(model, **fields):
    return model.model_validate({"quote": "“Data” isn’t ours, Acme said in its report", **fields})


@pytest.mark.parametrize(
    ("kind", "claim", "expected"),
    [
        ("answer", made(KeyPoint, text="t"), "answer"),
        ("answer", made(KeyPoint, text="t", id="no"), "no"),
        ("key_points", made(KeyPoint, text="t"), "point-data-isnt-ours-acme-said-in"),
        ("unknowns", made(KeyPoint, text="t", quote=["one two", "three"]), "unknown-one-two"),
        ("unknowns", made(KeyPoint, text="t", quote=[]), "unknown-"),
        ("timeline", made(Event, text="t", date="2020-07-01/.."), "event-2020-07-01-to-open"),
        ("stances", made(Stance, **stance("acme", "refuses", "2020-07")), "stance-acme-2020-07"),
        ("stances", made(Stance, **stance("Acme Inc.", "refuses", None)), "stance-acme-inc"),
        ("who", made(Profile, name="The Ministry", description="d"), "who-the-ministry"),
        ("terms", made(ShortForm, short="CMM", long="l"), "short-cmm"),
        ("terms", made(ShortForm, short="CMM", long="l", id="cmm"), "cmm"),
    ],
)
def test_an_anchor_is_the_claims_id_or_derived_from_what_rarely_changes(kind, claim, expected):
    assert expected == anchor(kind, claim)


WHOLE = {
    "answer": {"text": "a", "quote": "one"},
    "terms": [{"short": "CMM", "long": "l", "quote": "nine"}],
    "unknowns": [{"text": "u", "quote": "eight"}],
    "figures": [{"value": "×4", "text": "f", "quote": "seven"}],
    "who": [{"name": "The Ministry", "description": "d", "quote": "six"}],
    "sections": [{"heading": "Why?", "text": "s", "quote": "five"}],
    "timeline": [
        {"date": "2020-07-01", "text": "e", "quote": "four"},
        {"date": "soon", "text": "e", "quote": "four"},
    ],
    "stances": [stance("acme", "refuses", "2020-07", quote="three")],
    "key_points": [{"text": "k", "quote": "two"}, {"text": "k", "quote": "two too"}],
}


def test_claims_come_in_the_order_of_the_page_with_their_places_and_labels():
    expected = [
        (("answer",), "answer"),
        (("key_points", 0), "key point 1"),
        (("key_points", 1), "key point 2"),
        (("stances", 0), "position of acme"),
        (("timeline", 0), "timeline, 1 July 2020"),
        (("timeline", 1), "timeline 2"),
        (("sections", 0), "background, Why?"),
        (("who", 0), "who is who, The Ministry"),
        (("figures", 0), "figure, ×4"),
        (("unknowns", 0), "unknown 1"),
        (("terms", 0), "short form, CMM"),
    ]
    placed = claims(story(**WHOLE).record)
    assert expected == [(one.path, one.label) for one in placed]


def test_a_record_without_claims_has_none():
    assert not list(claims(story().record))


def test_a_placed_claim_carries_its_kind_and_anchor():
    first = next(claims(story(answer=WHOLE["answer"]).record))
    assert Placed(("answer",), "answer", first.claim, "answer") == first


def test_a_changed_copy_of_a_record_has_claims_of_its_own():
    whole = story(**WHOLE).record
    before = [one.path for one in claims(whole)]
    assert ("answer",) in before
    assert before[1:] == [one.path for one in claims(whole.model_copy(update={"answer": None}))]

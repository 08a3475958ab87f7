"""Whatever another program gives as a draft, a record comes of it that passes every rule."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from tests.draft.test_record import TEXT, articles, problems, vocabulary
from tests.invented import HOSTILE
from tools.draft.given import given as taken
from tools.draft.given.claims import FORMS, KNOWN, MAY
from tools.draft.given.record import Drafted, given_record
from tools.draft.reading import read
from tools.model.record import Explainer

SENTENCE = "Harbourline declined to comment on the order."
TWICE = TEXT + f"\nLater {SENTENCE}\n\nNothing else is known. Nothing else is known.\n"
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(codec=None)),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
TEXTS = st.sampled_from(
    [*HOSTILE, "Says no.", "Lanternpost", "lanternpost", "", "\u200b", "\ud800"]
)
QUOTES = st.sampled_from(
    [SENTENCE, "Harbourline", "Nothing else is known.", "the order", "two million", "\u202e", "no"]
)
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "quote": QUOTES | st.lists(QUOTES, max_size=3),
    "date": st.sampled_from(["2031-05-01", "2031", "XXXX-07", "203X~", "2031/..", "May", "0000"]),
    "position": st.sampled_from(["refuses", "complies", "undeclared", "obeys"]),
    "positions": st.lists(st.sampled_from(["refuses", "obeys"]), max_size=3),
    "company_id": st.sampled_from(["lanternpost", "nobody"]),
    "sureness": st.integers(-1, 101),
    "value": TEXTS | st.integers() | st.floats(),
}


def claims(kind: str) -> st.SearchStrategy[Any]:
    """Claims of a kind, most of them whole, some with fields that are anything."""
    fields = {key: VALUES.get(key, TEXTS) | JSON for key in FORMS[kind]}
    may = {key: VALUES[key] | JSON for key in MAY.get(kind, ())}
    whole = st.fixed_dictionaries({key: VALUES.get(key, TEXTS) for key in FORMS[kind]})
    return whole | st.fixed_dictionaries({}, optional=fields | may | {"colour": JSON}) | JSON


DRAFTS = st.fixed_dictionaries(
    {},
    optional=dict.fromkeys(KNOWN, JSON)
    | {kind: st.lists(claims(kind), max_size=4) for kind in FORMS if kind != "answer"}
    | {"answer": claims("answer"), "title": TEXTS | JSON, "verdict": JSON},
)


def made(*drafts: Any) -> Explainer:
    """The record of drafts, one an article."""
    texts = articles(TWICE, TEXT.replace("Friday", "Monday"))
    some = [
        Drafted(article, read(article.text), taken(draft, article, vocabulary()))
        for article, draft in zip(texts.values(), drafts, strict=False)
    ]
    record, _ = given_record(some, {})
    assert problems(record, {one.article.file: one.article for one in some}) == []
    return record


@given(DRAFTS, DRAFTS)
@example({}, {})
@example(dict.fromkeys(KNOWN), {})
def test_any_drafts_make_a_record_that_passes(first: Any, second: Any) -> None:
    # what a program writes has been through JSON
    made(*(json.loads(json.dumps(draft)) for draft in (first, second)))


def test_a_quotation_that_stands_twice_is_widened() -> None:
    (unknown,) = made({"unknowns": [{"text": "All.", "quote": SENTENCE}]}).unknowns
    assert unknown.quote[0].endswith(SENTENCE)
    assert unknown.quote[0] != SENTENCE


def test_one_that_cannot_be_told_from_another_is_left_out_and_told() -> None:
    (article,) = articles("Nobody knows. " * 100).values()
    draft = taken({"answer": {"text": "x", "quote": "Nobody knows."}}, article, vocabulary())
    record, left_out = given_record([Drafted(article, read(article.text), draft)], {})
    assert record.answer is None
    assert "a quotation of answer must stand once in article.txt" in str(left_out[0])


def test_what_two_articles_tell_is_told_once_and_more_than_enough_is_cut() -> None:
    point = {"text": "No comment.", "quote": "Harbourline declined to comment"}
    stance = point | {"company": "Wrenmail", "position": "complies", "quote": "two million users"}
    who = {"name": "Mira Example", "description": "A lawyer.", "quote": "a lawyer\nat the council"}
    draft = {
        "stances": [stance],
        "who": [who],
        "key_points": [point | {"text": t} for t in "abcde"],
    }
    record = made(draft, draft)
    assert (len(record.stances), len(record.who), len(record.key_points)) == (1, 1, 5)
    assert record.stances[0].source == "article.txt"
    assert record.who[0].quote == ("a lawyer at the council",)

"""What nobody sees in an article changes nothing in its draft, wherever it stands."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import pytest

from tests.draft.test_record import articles, problems, vocabulary
from tools.commands.drafts import draft_as_json
from tools.draft.draft import Draft, draft_of
from tools.draft.reading import read
from tools.draft.record import record
from tools.model.article import Article

TEXT = """Ostvale orders three firms to hand over message logs

By Anna Placeholder

Published 3 May 2031

Lanternpost said on Friday that it would not comply with the order of the ministry in Ostvale.

Wrenmail, a messenger with 2,400,000 users, said on 1 May 2031 it would hand over the message logs.

The Ostvale Privacy Council (OPC) has called the order unlawful. Harbourline refused to obey.

Mira Example, a lawyer at the council, said that logs of 40 per cent of users were at stake.

It is not clear when the order takes effect.
"""
# inside a name, a verb, a number, a date and a short form, and at the ends of words
PLACES = ("Lantern|post", "com|ply", "2,4|00", "Fri|day", "O|PC", "The |Ostvale", "order| unlawful")
HEARD_AS_NOTHING = {
    "soft hyphen": "\u00ad",
    "zero-width space": "\u200b",
    "non-joiner": "\u200c",
    "joiner": "\u200d",
    "word joiner": "\u2060",
    "mark of byte order": "\ufeff",
}
OF_DIRECTION = {
    "left to right": "\u200e",
    "right to left": "\u200f",
    "embedding": "\u202a",
    "isolate": "\u2066",
    "Arabic letter mark": "\u061c",
    "grapheme joiner": "\u034f",
    "invisible times": "\u2062",
}
SPACES = {"no-break": "\u00a0", "narrow": "\u202f", "thin": "\u2009", "figure": "\u2007"}


def with_mark(mark: str) -> str:
    text = TEXT
    for place in PLACES:
        assert text.count(place.replace("|", "")) == 1 or place in ("Lantern|post", "O|PC")
        text = text.replace(place.replace("|", ""), place.replace("|", mark))
    return text


def told(draft: Draft) -> dict[str, Any]:
    """A draft without the places of what it says."""
    return {
        one.name: [
            {part.name: getattr(item, part.name) for part in fields(item) if part.name != "span"}
            if hasattr(item, "span")
            else item
            for item in (value if isinstance(value, tuple) else (value,))
        ]
        for one in fields(draft)
        if one.name != "reading"
        for value in [getattr(draft, one.name)]
    }


PLAIN = told(draft_of(read(TEXT), vocabulary()))


def test_the_plain_text_has_something_of_each_kind() -> None:
    assert all(PLAIN[kind] for kind in ("answer", "timeline", "stances", "who", "figures", "terms"))


@pytest.mark.parametrize("mark", [*HEARD_AS_NOTHING.values(), *OF_DIRECTION.values()])
def test_what_nobody_sees_changes_no_draft(mark: str) -> None:
    text = with_mark(mark)
    reading = read(text)
    draft = draft_of(reading, vocabulary())
    assert told(draft) == PLAIN
    assert draft.reading is reading
    shown = draft_as_json(Article("article.txt", text), draft)
    quotes = [claim["quote"] for claim in [shown["answer"], *shown["stances"], *shown["timeline"]]]
    assert all(quote in " ".join(text.split()) for quote in quotes)


@pytest.mark.parametrize("space", SPACES.values(), ids=SPACES)
def test_a_space_of_another_width_is_a_space(space: str) -> None:
    head, _, body = TEXT.partition("Published")
    text = f"{head}Published{body.replace(' ', space)}"
    assert told(draft_of(read(text), vocabulary())) == PLAIN


@pytest.mark.parametrize("mark", HEARD_AS_NOTHING.values(), ids=HEARD_AS_NOTHING)
def test_a_record_keeps_its_claims_and_quotes_what_is_seen(mark: str) -> None:
    given = articles(with_mark(mark))
    drafted, plain = record(given, vocabulary()), record(articles(TEXT), vocabulary())
    assert problems(drafted, given) == []
    for kind in ("answer", "timeline", "stances", "who", "figures", "unknowns", "terms"):
        assert getattr(drafted, kind) == getattr(plain, kind)


@pytest.mark.parametrize("mark", OF_DIRECTION.values(), ids=OF_DIRECTION)
def test_a_record_quotes_between_marks_that_every_search_counts(mark: str) -> None:
    given = articles(TEXT.replace("order of the ministry", f"{mark}order{mark} of the ministry"))
    drafted = record(given, vocabulary())
    assert problems(drafted, given) == []
    (stance,) = (one for one in drafted.stances if one.company == "lanternpost")
    assert stance.quote == (
        "Lanternpost said on Friday that it would not comply with the",
        "of the ministry in Ostvale.",
    )

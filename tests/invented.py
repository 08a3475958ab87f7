"""Records that nobody thought of: valid ones, whose every text may be hostile."""

from __future__ import annotations

import re
from typing import Any

from hypothesis import strategies as st

from tests.model.test_dates_invented import legal
from tests.publication import PUBLISHER
from tools.model.article import Article
from tools.model.characters import HIDDEN
from tools.model.dates import Date
from tools.model.record import Explainer
from tools.model.story import Seeds, Story
from tools.model.vocabulary import Authority, Company, GlossaryTerm, Position, Topic, Vocabulary

NAME = "2031-07-invented"
HOSTILE = (
    "<script>alert(1)</script>",
    "</p></li></ol></article></div><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "<svg/onload=alert(1)>",
    "<!-- not closed",
    "<![CDATA[",
    "<?php",
    "<style>*{display:none}</style>",
    "&lt;script&gt; &#60; &amp;amp; &",
    "{{ 7*7 }} {% raw %} {# no #}",
    "{{ config.__class__.__mro__ }}",
    "{ #fix onclick=alert(1) .x }",
    "{: onclick=alert(1) }",
    "# a heading { #points }",
    "## --- ===",
    "---",
    "``` ~~~",
    "| a | b |",
    "[x](javascript:alert(1))",
    "[x][y] ![x](https://evil.example/x.png)",
    "<https://evil.example/> <javascript:alert(1)>",
    "- one * two _three_ **four** `five`",
    "1. one",
    "> quoted",
    "\\<b\\> \\[x\\]",
    "title: no\\n--- #:~:text=evil",
    "a, b,-c & d=e?f#:~:text=g",
    "'''\"\"\"",
    "=1+1 @SUM(A1) +cmd|' /C calc'!A0",
    "Wrenmail\u00e9\u0301 ☂ 微博 שלום 😀",
)
ADDRESSES = (
    "https://paper.example/a?b=c&d=e",
    "https://paper.example/#:~:text=evil",
    "https://paper.example/a#b:~:text=evil,twice",
    "http://paper.example/'x'&lt;script&gt;",
    "https://paper.example/%22%3E%3Cscript%3E",
    "https://paper.example/%7B%7B7*7%7D%7D/)%20(y)",
)
PUBLISHED = st.sampled_from([None, "203X", "2031", "2031-07", "2031-07-30~"])
FIRST_YEAR, YEARS = 1000, 1060  # what `check` takes for years of our time on the day of review


def visible(text: str) -> str:
    return " ".join(HIDDEN.sub("", text).split())


def written(text: str) -> str:
    """A text that has a word: one without is none."""
    return text if re.search(r"\w", text) else f"{text} a".strip()


def of_our_time(text: str) -> str:
    """A date whose years, from 1 to 9999, are moved to where `check` has nothing against them."""

    def year(match: re.Match[str]) -> str:
        decade = match[0].endswith("X")
        moved = FIRST_YEAR + int(match[0].replace("X", "0")) * YEARS // 10_000
        return f"{moved // 10}X" if decade else str(moved)

    return re.sub(r"(?<!\d)(?<!-)\d{3}[\dX]", year, text)


DATES = legal.map(of_our_time).filter(lambda text: Date(text).fault is None)
TEXTS = st.sampled_from([written(text) for text in HOSTILE]) | st.text(
    st.characters(codec="utf-8"), max_size=60
).map(visible).map(written)
MOST = 24  # claims of a record


@st.composite
def records(draw: st.DrawFn) -> tuple[Explainer, Article]:
    """A record in which `check` finds nothing to mend, and its article."""
    texts = iter(draw(st.lists(TEXTS, min_size=100, max_size=100)))
    sentences: list[str] = []

    def quote() -> str:
        sentences.append(f"Q{len(sentences)}a {visible(next(texts))} z{len(sentences)}.")
        return sentences[-1]

    def claim(number: int = 0, **fields: Any) -> dict[str, Any]:
        return {**fields, "quote": quote(), "id": f"claim-{len(sentences)}"}

    def several(*names: str, most: int = 3, least: int = 0) -> list[dict[str, Any]]:
        count = draw(st.integers(least, most))
        return [claim(**{name: next(texts) for name in names}) for _ in range(count)]

    fields: dict[str, Any] = {
        "title": next(texts),
        "status": "reviewed",
        "reviewed": "2031-08-01",
        "topic": draw(st.sampled_from(["maps", "bells"])),
        "answer": claim(text=next(texts)),
        "key_points": several("text", most=5, least=3),
        "timeline": [
            one | {"date": draw(DATES), "text": f"{number}. {one['text']}"}
            for number, one in enumerate(several("text", least=1))
        ],
        "stances": [
            one | {"company": company, "position": position, "date": draw(DATES)}
            for one, company, position in zip(
                several("text"),
                draw(st.permutations(["acme", "bolt", "cog"])),
                draw(st.permutations(["complies", "waits", "refuses"])),
                strict=False,
            )
        ],
        "who": several("name", "description", most=2),
        "figures": several("value", "text", most=2),
        "unknowns": several("text", most=2),
        "sections": several("heading", "text", most=2),
        "terms": several("short", "long", most=2),
        "glossary": draw(st.sampled_from([[], ["map"], ["bell", "map"]])),
        "notes": [
            {"text": next(texts), "links": [{"title": next(texts), "url": address}]}
            for address in draw(st.lists(st.sampled_from(ADDRESSES), max_size=2))
        ],
        "changes": [{"date": "2031-08-01", "kind": "update", "text": next(texts)}],
    }
    headline = next(texts)
    article = Article("article.txt", "\n\n".join([headline, *sentences, ""]))
    source = {
        "file": article.file,
        "sha256": article.sha256,
        "headline": headline,
        "author": next(texts),
        "publisher": next(texts),
        "published": draw(PUBLISHED),
        "published_basis": next(texts),
        "url": draw(st.none() | st.sampled_from(ADDRESSES)),
        "archived": draw(st.none() | st.sampled_from(ADDRESSES)),
        "licence": "own",
        "references": [
            {"title": next(texts), "publisher": next(texts), "url": address, "date": draw(DATES)}
            for address in draw(st.permutations(ADDRESSES))[:2]
        ],
    }
    return Explainer.model_validate({**fields, "sources": [source]}), article


def vocabulary(odd: str = "") -> Vocabulary:
    """Three companies, two topics, two terms; `odd` stands in every text of theirs."""
    companies = [
        Company(
            id=name,
            name=f"{name.title()} {odd}".strip(),
            aliases=(f"{name} alias {odd}",),
            kind=f"kind {odd}",
            description=f"About {name} {odd}",
            homepage="https://acme.example/",
        )
        for name in ("acme", "bolt", "cog")
    ]
    terms = [
        GlossaryTerm(id=name, term=f"{name} {odd}".strip(), definition=f"A {name} {odd}.")
        for name in ("bell", "map")
    ]
    topics = [
        Topic(
            id=name,
            name=f"{name} {odd}",
            question=f"{name}? {odd}",
            place=odd,
            by=("town",),
            kind="law",
            complies=odd,
        )
        for name in ("maps", "bells")
    ]
    sides = {"complies": "yields", "waits": "holds", "refuses": "resists"}
    positions = [
        Position(
            id=name,
            label=f"{name} {odd}",
            meaning=f"m {odd}",
            past=f"past {odd}",
            icon="round-tick",
            side=side,
            axis="deed",
        )
        for name, side in sides.items()
    ]
    town = Authority(
        id="town",
        name=f"town {odd}",
        aliases=(f"town alias {odd}",),
        kind="government",
        place=odd,
        description=f"About town {odd}",
    )
    return Vocabulary(
        companies={one.id: one for one in companies},
        authorities={town.id: town},
        glossary={one.id: one for one in terms},
        topics={one.id: one for one in topics},
        positions={one.id: one for one in positions},
    )


def seeds(record: Explainer, article: Article, odd: str = "") -> Seeds:
    """A story of that record and article, and the lists that it refers to."""
    path = f"seeds/stories/{NAME}/explainer.yml"
    story = Story(path, name=NAME, record=record, articles={article.file: article})
    return Seeds((story,), vocabulary(odd), publisher=PUBLISHER)
